// YAML as hoagiai takes it: a tree whose every scalar knows its place. Only what rule files need is taken; what YAML
// silently swallows (duplicate keys, merge keys, anchors, a second document, garbage behind the end) is refused, with its
// place.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/source.h"

namespace hoagiai {

struct YamlEntry;

struct YamlNode {
    enum class Kind { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    Text text;                       ///< scalar: the value; otherwise only its place (source, begin, end)
    std::vector<YamlNode> items;     ///< sequence
    std::vector<YamlEntry> entries;  ///< mapping, in the order of the file, keys all different
    bool left_out = false;           ///< mapping: a key of it was refused, so nobody need hear that one is missing

    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_sequence() const { return kind == Kind::sequence; }
    bool is_mapping() const { return kind == Kind::mapping; }
    bool is_null() const { return kind == Kind::null; }
    const YamlNode* find(std::string_view key) const;  ///< mapping: the value, or null
    Place place() const { return text.place(); }
};

struct YamlEntry {
    Text key;
    YamlNode value;
};

/// Limits, each a diagnostic when it is passed.
struct YamlLimits {
    std::size_t bytes = 64u << 20;
    std::size_t scalar_bytes = 1u << 20;
    std::size_t depth = 64;
};

/// Reads one document. Empty optional only if nothing could be read; diagnostics say why. Lines that can be mended in only one
/// way (a text that needs quotes, tabs at the front) are reported and then read as mended, so that one run tells all.
std::optional<YamlNode> read_yaml(const SourcePtr& source, Diagnostics& diagnostics, const YamlLimits& limits = {});

}  // namespace hoagiai
