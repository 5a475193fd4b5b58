#include "engine/authoring/formatter/formatter.h"

#include <algorithm>

#include "engine/authoring/formatter/kinds.h"
#include "engine/authoring/formatter/line_breaks.h"
#include "engine/authoring/formatter/same_meaning.h"
#include "engine/authoring/formatter/spacing.h"
#include "engine/authoring/formatter/tidy.h"

namespace hoagiai {

namespace {

/// A file that was read, and its expressions if it is a rulebook.
struct Read {
    SourcePtr source;
    std::shared_ptr<const YamlNode> root;
    std::shared_ptr<const Rulebook> book;
};

std::optional<Read> read(const SourcePtr& source, Diagnostics& diagnostics) {
    Diagnostics said, of_yaml;  // finding the files has said what is wrong with them as YAML
    Read result{source, nullptr, nullptr};
    if (auto root = read_yaml(source, of_yaml)) result.root = std::make_shared<const YamlNode>(std::move(*root));
    if (!result.root || of_yaml.has_errors()) return std::nullopt;
    if (file_kind(*result.root) == FileKind::rulebook) result.book = read_rulebook(source, *result.root, said);
    if (!said.has_errors()) return result;
    for (const Diagnostic& diagnostic : said.all())
        if (diagnostic.severity == Severity::error) diagnostics.add(diagnostic);
    return std::nullopt;
}

void find_flow(const YamlNode& node, bool inside, std::string_view file, std::set<std::size_t>& flow) {
    if (node.is_scalar() && inside) flow.insert(node.text.begin);
    const bool opens = node.text.begin < file.size() && (file[node.text.begin] == '{' || file[node.text.begin] == '[');
    const bool below = inside || (!node.is_scalar() && opens);
    for (const YamlNode& item : node.items) find_flow(item, below, file, flow);
    for (const YamlEntry& entry : node.entries) find_flow(entry.value, below, file, flow);
}

std::set<std::size_t> expressions_of(const Read& file) {
    std::set<std::size_t> begins;
    if (file.book)
        for (const Window& window : find_windows(file.book->ast, file.source))
            if (window.whole) begins.insert(file.book->ast.texts[window.text].begin);
    return begins;
}

/// One round: blanks first, then what is too long, since blanks change lengths.
std::string round(const Read& file) {
    std::vector<Edit> edits;
    tidy_blanks(file.source, *file.root, expressions_of(file), edits);
    if (!file.book) return edited(file.source->text(), std::move(edits));
    const Ast& ast = file.book->ast;
    const std::vector<Window> windows = find_windows(ast, file.source);
    for (const Window& window : windows) space_out(ast.texts[window.text], window, edits);
    if (edits.empty()) {
        std::set<std::size_t> flow;
        find_flow(*file.root, false, file.source->text(), flow);
        for (const Window& window : windows) {
            const Text& text = ast.texts[window.text];
            break_lines(text, window, flow.count(text.begin) > 0, edits);
        }
    }
    return edited(file.source->text(), std::move(edits));
}

bool same(const Read& one, const Read& other) {
    if (!same_around(*one.root, *other.root, one.book.get(), other.book.get())) return false;
    return !one.book || (other.book && same_trees(one.book->ast, other.book->ast));
}

}  // namespace

std::optional<std::string> laid_out(const RuleFile& file, Diagnostics& diagnostics) {
    const auto original = read(file.source, diagnostics);
    if (!original) return std::nullopt;
    Read now = *original;
    // Each round breaks one level of what is too long, and expressions nest so deep and no deeper.
    for (std::size_t i = 0; i < 3 * max_expression_depth; ++i) {
        std::string text = round(now);
        if (text == now.source->text()) break;
        Diagnostics unsaid;
        const auto again = read(std::make_shared<const Source>(file.source->name(), std::move(text)), unsaid);
        if (!again || !same(*original, *again)) {
            report_changed_meaning(file.source, diagnostics);
            return std::nullopt;
        }
        now = *again;
    }
    return std::string(now.source->text());
}

void report_changed_meaning(const SourcePtr& source, Diagnostics& diagnostics) {
    diagnostics.add(changes_meaning, source->place(0, 0),
                    {"lỗi của chương trình: trình bày lại tệp này sẽ làm thay đổi ý nghĩa, nên tệp được giữ nguyên",
                     "a bug of this program: laying this file out would change what it says, so it is left as it is"},
                    {"báo cho người phát triển kèm tệp này", "report it with this file"});
}

}  // namespace hoagiai
