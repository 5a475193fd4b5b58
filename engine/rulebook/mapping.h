// Reading one mapping of a rule file key by key: whatever is not asked for is unknown, and says so with a suggestion; a key
// with nothing behind it is never taken for a key that is not there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/rulebook/rulebook.h"

namespace hoagiai {

class Mapping {
public:
    /// `what`: how messages call this mapping ("quy tắc", "rule"; English without an article). A node of another form is
    /// reported, with `help` on how to write it, and read as empty.
    Mapping(const YamlNode& node, Words what, Diagnostics& diagnostics, Words help = {});

    /// The value of a key, or null. Asking makes the key known. A key with nothing behind it is reported.
    const YamlNode* optional(std::string_view key);
    /// The same; reported if it is missing.
    const YamlNode* required(std::string_view key);
    /// The same, but nothing behind the key is as good as no key: the parts of a book that is only begun.
    const YamlNode* section(std::string_view key);
    /// A key's scalar; reported if it is something else, or if it is required and blank. Empty if there is none.
    std::optional<Text> text(std::string_view key, bool is_required = false);
    std::string plain(std::string_view key) {
        const auto found = text(key);
        return found ? found->value : std::string();
    }
    std::optional<Day> day(std::string_view key);
    /// {vi, en}.
    Words words(std::string_view key, bool is_required);
    /// from, to. `readable` becomes false if a day that was written cannot be used.
    InForce span(bool* readable = nullptr);
    /// Reports the keys that nobody asked for.
    void finish();

    const YamlNode& node() const { return node_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    Place place() const { return node_.place(); }
    /// Where a key is written; where the mapping begins if it is not there.
    Place key_place(std::string_view key) const;
    /// The first key, or the node itself: where a message about the whole mapping points.
    Place head() const;

private:
    bool know(std::string_view key);

    const YamlNode& node_;
    Words what_;
    Diagnostics& diagnostics_;
    std::vector<std::string> known_;
};

/// A scalar's Text, or a report that a text was wanted.
std::optional<Text> scalar(const YamlNode& node, Diagnostics& diagnostics);
std::optional<Day> read_day(const Text& text, Diagnostics& diagnostics);
std::optional<Period> read_period(const Text& text, Diagnostics& diagnostics);
/// Whether a text can be an id, which only YAML and reports use; reported if not. `what`: "a rule's id".
bool is_id(const Text& text, const Words& what, Diagnostics& diagnostics);
/// The sentence in both languages of a node {vi, en}. `key`: how messages call it, and how it would be written.
Words read_words(const YamlNode& node, std::string_view key, Diagnostics& diagnostics);
/// A text without quotes that a comment follows: `Tổ #3` is `Tổ`, and nobody would see it. A warning.
void warn_of_cut_text(const Text& text, Diagnostics& diagnostics);
/// How a {vi, en} text is written, for help.
Words two_languages_help(std::string_view key);
/// The items of a list, or the one thing that stands in its place.
std::vector<const YamlNode*> one_or_several(const YamlNode& node);

}  // namespace hoagiai
