// Markdown as the documents of this project use it: fences of three back quotes, tables whose lines begin with a bar.
#include "tests/support/document_parts.h"

#include <sstream>

namespace hoagiai::support {

namespace {

std::string trimmed(const std::string& text) {
    const std::size_t from = text.find_first_not_of(' '), to = text.find_last_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, to - from + 1);
}

/// A cell that is all code stands for the code.
std::string cell_text(const std::string& written) {
    const std::string cell = trimmed(written);
    const bool code = cell.size() > 2 && cell.front() == '`' && cell.back() == '`' && cell.find('`', 1) == cell.size() - 1;
    return code ? cell.substr(1, cell.size() - 2) : cell;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream parts(line.substr(1));
    for (std::string cell; std::getline(parts, cell, '|');) cells.push_back(cell_text(cell));
    return cells;
}

}  // namespace

std::vector<DocumentPart> document_parts(const std::string& markdown) {
    std::vector<DocumentPart> parts;
    std::istringstream lines(markdown);
    bool inside_table = false;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.rfind("```", 0) == 0) {
            inside_table = false;
            DocumentPart block{number, false, {}, {}, {}};
            std::istringstream words(line.substr(3));
            std::string language;
            words >> language;
            for (std::string word; words >> word;) block.labels.push_back(word);
            for (; std::getline(lines, line) && line.rfind("```", 0) != 0;) {
                block.text += line + "\n";
                ++number;
            }
            ++number;
            if (language == "yaml") parts.push_back(std::move(block));
            continue;
        }
        const bool bar = line.rfind('|', 0) == 0;
        if (bar && !inside_table) parts.push_back({number, true, {}, {}, {}});
        inside_table = bar;
        if (bar && line.rfind("|--", 0) != 0) parts.back().rows.push_back(cells_of(line));
    }
    return parts;
}

}  // namespace hoagiai::support
