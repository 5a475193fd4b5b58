#include "engine/authoring/formatter/tidy.h"

#include <algorithm>
#include <string_view>

namespace hoagiai {

namespace {

struct Kept {
    std::size_t begin = 0, end = 0;
};

/// Every text that goes over several lines, up to the end of its last.
class KeptTexts {
public:
    KeptTexts(std::string_view file, const std::set<std::size_t>& expressions) : file_(file), expressions_(expressions) {}

    void collect(const YamlNode& node) {
        if (node.is_scalar()) keep(node.text);
        for (const YamlNode& item : node.items) collect(item);
        for (const YamlEntry& entry : node.entries) {
            keep(entry.key);
            collect(entry.value);
        }
    }
    std::vector<Kept> take() { return std::move(kept_); }

private:
    void keep(const Text& text) {
        if (text.begin >= file_.size()) return;
        const char first = file_[text.begin];
        const bool block = !text.plain && (first == '|' || first == '>'), quoted = first == '"' || first == '\'';
        if (expressions_.count(text.begin) && !quoted) return;
        std::size_t end = text.end;
        if (block) {
            // A block goes on over blank lines; what of them counts is for YAML to say.
            end = std::min(file_.find('\n', end), file_.size());
            const std::size_t next = file_.find_first_not_of(" \t\r\n", end);
            end = next == std::string_view::npos ? file_.size() : file_.rfind('\n', next);
        }
        if (file_.substr(text.begin, end - text.begin).find('\n') != std::string_view::npos || block)
            kept_.push_back({text.begin, end});
    }

    std::string_view file_;
    const std::set<std::size_t>& expressions_;
    std::vector<Kept> kept_;
};

}  // namespace

void tidy_blanks(const SourcePtr& source, const YamlNode& root, const std::set<std::size_t>& expressions,
                 std::vector<Edit>& edits) {
    const std::string_view file = source->text();
    KeptTexts texts(file, expressions);
    texts.collect(root);
    const std::vector<Kept> kept = texts.take();
    const auto free = [&](std::size_t at) {
        return std::none_of(kept.begin(), kept.end(), [&](const Kept& one) { return one.begin < at && at <= one.end; });
    };
    const std::size_t last = file.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) return;
    const std::size_t first_break = file.find('\n');
    const bool carriage_return = first_break != std::string_view::npos && first_break > 0 && file[first_break - 1] == '\r';
    const std::string line_end = carriage_return ? "\r\n" : "\n";
    for (std::size_t begin = 0; begin <= last;) {
        const std::size_t next = std::min(file.find('\n', begin), file.size());
        std::size_t end = next;
        if (end > begin && file[end - 1] == '\r') --end;
        std::size_t content = end;
        while (content > begin && (file[content - 1] == ' ' || file[content - 1] == '\t')) --content;
        if (content < end && content <= last && free(end)) edits.push_back({content, end, ""});
        begin = next + 1;
    }
    if (file.substr(last + 1) != line_end && free(file.size())) edits.push_back({last + 1, file.size(), line_end});
}

}  // namespace hoagiai
