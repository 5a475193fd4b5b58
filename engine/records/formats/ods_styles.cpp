#include "engine/records/formats/ods_styles.h"

#include <algorithm>
#include <pugixml.hpp>

#include "engine/records/formats/xml_pieces.h"

namespace hoagiai {

std::string_view xml_attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& one : node.attributes())
        if (local_name(one.name()) == name) return one.value();
    return {};
}

void OdsStyles::add(const pugi::xml_node& node) {
    const std::string name(xml_attribute(node, "name"));
    if (local_name(node.name()) == "date-style") {
        bool year = false, month = false, day = false;
        for (const pugi::xml_node& part : node.children()) {
            const std::string_view what = local_name(part.name());
            year = year || what == "year" || what == "era";
            month = month || what == "month";
            day = day || what == "day";
        }
        if (day && !year)
            date_form_[name] = NumberForm::day_and_month;
        else if (!day && (year || month))
            date_form_[name] = NumberForm::month;
        return;
    }
    const std::string_view family = xml_attribute(node, "family");
    if (family == "table") {
        for (const pugi::xml_node& one : node.children())
            if (xml_attribute(one, "display") == "false") hidden_.insert(name);
    } else if (const std::string_view format = xml_attribute(node, "data-style-name");
               family == "table-cell" && !format.empty()) {
        formats_[name] = format;
    }
}

NumberForm OdsStyles::form(std::string_view style) const {
    const auto format = formats_.find(style);
    if (format == formats_.end()) return NumberForm::date;
    const auto found = date_form_.find(format->second);
    return found == date_form_.end() ? NumberForm::date : found->second;
}

void OdsColumns::add(std::string_view style, std::uint32_t columns) {
    columns_ += columns;
    runs_.emplace_back(columns_, style);
}

std::string_view OdsColumns::style(std::size_t column) const {
    const auto run = std::find_if(runs_.begin(), runs_.end(), [&](const auto& one) { return column < one.first; });
    return run == runs_.end() ? std::string_view() : std::string_view(run->second);
}

}  // namespace hoagiai
