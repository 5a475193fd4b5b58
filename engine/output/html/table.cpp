#include "engine/output/html/table.h"

#include <fmt/format.h>

#include "engine/output/html/html_text.h"

namespace hoagiai {

HtmlTable::HtmlTable(std::string caption, std::vector<Column> columns)
    : caption_(std::move(caption)), columns_(std::move(columns)) {}

void HtmlTable::add(const std::vector<std::string>& cells, bool foot) {
    std::string row = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i == 0) {
            row += "<th scope=\"row\">" + cells[i] + "</th>";
            continue;
        }
        const Column& column = columns_[i];
        const std::string classes =
            column.number ? (cells[i] == "0" ? " class=\"number few zero\"" : " class=\"number few\"") : "";
        row += fmt::format("<td{} data-label=\"{}\">{}</td>", classes, html_attribute(column.title), cells[i]);
    }
    (foot ? foot_ : body_) += row + "</tr>\n";
}

std::string HtmlTable::html() const {
    std::string text = "<table class=\"stack\">";
    if (!caption_.empty()) text += "<caption>" + html_text(caption_) + "</caption>";
    text += "<thead><tr>";
    for (const Column& column : columns_)
        text += fmt::format("<th scope=\"col\"{}>{}</th>", column.number ? " class=\"number\"" : "", html_text(column.title));
    text += "</tr></thead>\n<tbody>\n" + body_ + "</tbody>";
    if (!foot_.empty()) text += "<tfoot>" + foot_ + "</tfoot>";
    return text + "</table>\n";
}

}  // namespace hoagiai
