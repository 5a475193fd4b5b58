// Words are counted without reading the expressions: a file with errors is the one that needs it.
#include "engine/authoring/file_language.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/language/functions/function.h"
#include "engine/language/keywords.h"
#include "engine/language/letters.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class WordCount {
public:
    void expressions_of(const YamlNode& node, bool inside) {
        if (node.is_scalar() && inside) words_of(node.text.value);
        for (const YamlNode& item : node.items) expressions_of(item, inside);
        for (const YamlEntry& entry : node.entries) expressions_of(entry.value, inside || holds_expressions(entry.key.value));
    }
    bool mostly_vietnamese() const { return vietnamese_ > english_; }

private:
    static bool holds_expressions(std::string_view key) {
        constexpr std::array<std::string_view, 6> keys = {"when", "require", "choose", "rank_by", "limit", "definitions"};
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    }

    void words_of(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] == '"') {  // a text, in whatever language
                at = std::min(text.find('"', at + 1), text.size() - 1) + 1;
                continue;
            }
            std::size_t end = at;
            if (letter_length(text, at) > 0)
                while (end < text.size() && word_part_length(text, end) > 0) end += word_part_length(text, end);
            if (end == at) {
                at += code_point_length(text, at);
                continue;
            }
            word(new_spelling(text.substr(at, end - at)), end < text.size() && text[end] == '(');
            at = end;
        }
    }

    void word(const std::string& word, bool called) {
        if (const Keyword* keyword = find_keyword(word)) return count(word == keyword->vi, word == keyword->en);
        if (const Unit* unit = find_unit(word)) return count(word == unit->vi, word != unit->vi);
        if (word == "giảm_dần" || word == "tăng_dần" || word == "mỗi") return count(true, false);
        if (word == "descending" || word == "ascending" || word == "per") return count(false, true);
        if (const Function* function = called ? find_function(word) : nullptr)
            count(word == function->name_vi, word == function->name);
    }

    void count(bool vietnamese, bool english) {
        vietnamese_ += vietnamese;
        english_ += english;
    }

    std::size_t vietnamese_ = 0, english_ = 0;
};

}  // namespace

bool writes_vietnamese(const YamlNode& root) {
    WordCount count;
    count.expressions_of(root, false);
    return count.mostly_vietnamese();
}

Language DiagnosticLanguages::of(const Diagnostic& diagnostic) {
    const std::string& file = diagnostic.place.file;
    if (asked_ || language_ == Language::vi || file.empty()) return language_;
    const auto [known, fresh] = vietnamese_.emplace(file, false);
    if (fresh && std::filesystem::path(file).extension() == ".yaml") {
        Diagnostics unsaid;  // whatever is wrong with the file has been said
        const auto source = read_source(file, unsaid);
        const auto root = source ? read_yaml(source, unsaid) : std::nullopt;
        known->second = root && root->find("rulebook") && writes_vietnamese(*root);
    }
    return known->second ? Language::vi : language_;
}

}  // namespace hoagiai
