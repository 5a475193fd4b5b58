// Diagnostics as JSON, for editors and CI.
#include <nlohmann/json.hpp>

#include "engine/output/format.h"

namespace hoagiai {

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string diagnostics_json(const Diagnostics& diagnostics, Language language) {
    Json all = Json::array();
    for (const Diagnostic& d : diagnostics.all()) {
        Json related = Json::array();
        for (const Diagnostic::Related& other : d.related)
            related.push_back({{"file", other.place.file},
                               {"line", other.place.line},
                               {"column", other.place.column},
                               {"message", say(other.message, language)}});
        Json fix = Json::array();
        for (const Edit& edit : d.fix) fix.push_back({{"begin", edit.begin}, {"end", edit.end}, {"text", edit.text}});
        all.push_back({{"code", d.code},
                       {"name", d.name},
                       {"severity", word(d.severity)},
                       {"file", d.place.file},
                       {"line", d.place.line},
                       {"column", d.place.column},
                       {"end_line", d.place.end_line},
                       {"end_column", d.place.end_column},
                       {"message", say(d.message, language)},
                       {"help", say(d.help, language)},
                       {"related", related},
                       {"fix", fix}});
    }
    return dump(all);
}

namespace {

Json problems_of(const Diagnostics& diagnostics, Language language) {
    Json all = Json::array();
    for (const Diagnostic& d : diagnostics.all()) {
        if (d.severity != Severity::error) continue;
        Json one = {{"code", d.code}, {"name", d.name}, {"file", d.place.file}};
        if (!d.place.sheet.empty()) {
            one["sheet"] = d.place.sheet;
            one["cell"] = d.place.cell();
        }
        if (d.cell) {
            one["row"] = d.cell->row;
            one["column"] = d.cell->column;
            one["value"] = d.cell->value;
        } else {
            one["line"] = d.place.line;
            one["column"] = d.place.column;
        }
        one["message"] = say(d.message, language);
        one["help"] = say(d.help, language);
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

std::string problems_json(const Diagnostics& diagnostics, Language language) {
    return dump(Json{{"problems", problems_of(diagnostics, language)}});
}

std::string problems_json_lines(const Diagnostics& diagnostics, Language language) {
    std::string lines;
    for (const Json& problem : problems_of(diagnostics, language)) {
        Json typed = {{"type", "problem"}};
        typed.update(problem);
        lines += typed.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return lines;
}

}  // namespace hoagiai
