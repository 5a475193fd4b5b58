// One JSON document (RFC 8259) as the tree that nested records are read from, every value and key with its place.
#pragma once

#include <optional>
#include <string_view>

#include "engine/text/diagnostic.h"
#include "engine/text/yaml.h"

namespace hoagiai {

/// Limits, each a diagnostic when it is passed. A file's size is bounded where it is read.
struct JsonLimits {
    std::size_t depth = 64;
    std::size_t values = 8'000'000;
};

/// Strings become scalars that are not plain; numbers, true and false plain ones, as they are written; null is null. Keys that
/// stand twice in one object are refused, with both places. Nothing if the document is broken; diagnostics say why.
std::optional<YamlNode> read_json(const SourcePtr& source, Diagnostics& diagnostics, const JsonLimits& limits = {});

/// Says what is wrong where JSON breaks off: `token` is where the part begins that does not fit, `at` the last byte that was
/// looked at, `complaint` the parser's own words (formats/json_message.cpp).
Diagnostic& report_broken_json(const Source& source, std::string_view complaint, std::size_t last_end, std::size_t token,
                               std::size_t at, Diagnostics& diagnostics);

}  // namespace hoagiai
