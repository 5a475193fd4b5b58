#include "engine/output/format.h"

#include <algorithm>

namespace hoagiai {

const std::vector<const OutputFormat*>& registered_output_format();

std::vector<const OutputFormat*> output_formats() {
    std::vector<const OutputFormat*> all = registered_output_format();
    std::sort(all.begin(), all.end(), [](const OutputFormat* a, const OutputFormat* b) { return a->name < b->name; });
    return all;
}

const OutputFormat* find_output_format(std::string_view name) {
    for (const OutputFormat* format : registered_output_format())
        if (format->name == name) return format;
    return nullptr;
}

const OutputFormat* output_format_for(std::string_view file_name) {
    for (const OutputFormat* format : registered_output_format())
        if (file_name.size() > format->extension.size() &&
            file_name.substr(file_name.size() - format->extension.size()) == format->extension)
            return format;
    return nullptr;
}

std::string written(const OutputFormat& format, const Report& report) {
    StringSink out;
    format.write(report, out);
    return std::move(out.text);
}

}  // namespace hoagiai
