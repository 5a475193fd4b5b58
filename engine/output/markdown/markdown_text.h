// Text inside a Markdown document: nothing from records or rulebooks may become markup, a link, a formula or a call on
// somebody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

/// Text that stands for itself, at the beginning of a line too.
std::string markdown_text(std::string_view text);
/// A piece of the rule language, in the letters of a machine.
std::string markdown_code(std::string_view text);
/// A link, if the address is one of the web; else the words alone.
std::string markdown_link(std::string_view address, std::string_view words);

/// A table of GitHub's kind. Cells are markup, on one line.
class MarkdownTable {
public:
    struct Column {
        std::string title;
        bool number = false;
    };
    explicit MarkdownTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void add(const std::vector<std::string>& cells);
    bool empty() const { return rows_.empty(); }
    /// Its lines, each behind `indent`.
    std::string text(const std::string& indent = "") const;

private:
    std::vector<Column> columns_;
    std::vector<std::string> rows_;
};

}  // namespace hoagiai
