// Reading one mapping of a rule file key by key: whatever is not asked for is unknown, and says so with a suggestion.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/rulebook/rulebook.h"

namespace hoagiai {

class Mapping {
public:
    /// `what`: how messages call this mapping ("rule", "parameter"). A node of another form is reported and read as empty.
    Mapping(const YamlNode& node, Words what, Diagnostics& diagnostics);

    /// The value of a key, or null. Asking makes the key known.
    const YamlNode* optional(std::string_view key);
    /// The same; reported if it is missing.
    const YamlNode* required(std::string_view key);
    /// A key's scalar; reported if it is something else. Empty if there is none.
    std::optional<Text> text(std::string_view key, bool is_required = false);
    std::string plain(std::string_view key) {
        const auto found = text(key);
        return found ? found->value : std::string();
    }
    std::optional<Day> day(std::string_view key);
    /// {vi, en}.
    Words words(std::string_view key, bool is_required);
    /// from, to.
    InForce span();
    /// Reports the keys that nobody asked for.
    void finish();

    const YamlNode& node() const { return node_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    Place place() const { return node_.place(); }

private:
    const YamlNode& node_;
    Words what_;
    Diagnostics& diagnostics_;
    std::vector<std::string> known_;
};

/// A scalar's Text, or a report that a text was wanted.
std::optional<Text> scalar(const YamlNode& node, Diagnostics& diagnostics);
std::optional<Day> read_day(const Text& text, Diagnostics& diagnostics);
/// The items of a list, or the one thing that stands in its place.
std::vector<const YamlNode*> one_or_several(const YamlNode& node);

}  // namespace hoagiai
