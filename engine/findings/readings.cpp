// Where the reading decides: each as data, and in the sentence only the choices that move the status, with what each comes to.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/checking/spelling.h"
#include "engine/findings/describer.h"
#include "engine/findings/value_text.h"
#include "engine/language/walk.h"

namespace hoagiai {

void Describer::add_readings(FindingText& text) {
    const auto& readings = finding_.outcome.readings;
    for (const ReadingGroup& each : each_reading(readings)) {
        const std::size_t i = each.readings.front();
        ReadingText one;
        one.status = readings[i].status;
        one.title = title_of(each, book_);
        for (const auto& [parameter, choice] : readings[i].choices)
            one.choices.push_back(
                {book_.parameters[parameter].name,
                 value_text(book_.parameters[parameter].readings[choice], book_.parameters[parameter].type, Language::en)});
        add_differing_values(i, one);
        text.readings.push_back(std::move(one));
    }
    Words list;
    for (const ReadingGroup& group : group_readings(readings)) {
        const Words title = title_of(group, book_), status = status_title(group.shown.status);
        list.vi += fmt::format("{}nếu hiểu là “{}” thì {}{}", list.vi.empty() ? "" : "; ", title.vi, status.vi,
                               outcome_of(group, text, Language::vi));
        list.en += fmt::format("{}read as “{}”: {}{}", list.en.empty() ? "" : "; ", title.en, status.en,
                               outcome_of(group, text, Language::en));
    }
    text.message = {"Kết luận tùy thuộc vào cách hiểu quy định: " + list.vi + ".", "The reading decides; " + list.en + "."};
}

std::string Describer::outcome_of(const ReadingGroup& group, const FindingText& text, Language language) const {
    const auto shared = [&](const auto& of) {
        const auto first = of(group.readings.front());
        return std::all_of(group.readings.begin(), group.readings.end(),
                           [&](std::size_t reading) { return of(reading) == first; })
                   ? first
                   : std::string();
    };
    if (group.shown.status == Status::fail) {
        std::string sentence = shared([&](std::size_t reading) {
            const RuleDecl& decl = decl_of(reading);
            const Template& own = language == Language::vi || decl.finding_en.parts.empty() ? decl.finding_vi : decl.finding_en;
            return filled(own, language, reading);
        });
        while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ' ')) sentence.pop_back();
        return sentence.empty() ? sentence : ": " + sentence;
    }
    const std::string rates = shared([&](std::size_t reading) {
        std::string joined;
        for (const Evidence& value : text.readings[reading].values)
            if (const std::string& one = say(value.value, language); one.ends_with("%"))
                joined += (joined.empty() ? "" : ", ") + one;
        return joined;
    });
    return rates.empty() ? rates : " (" + rates + ")";
}

void Describer::add_differing_values(std::size_t reading, ReadingText& text) const {
    std::vector<ExprId> candidates = {decl_of(reading).when, decl_of(reading).require};
    std::set<std::string> seen;
    while (!candidates.empty()) {
        const ExprId id = candidates.front();
        candidates.erase(candidates.begin());
        if (id == no_expr) continue;
        const Node& node = book_.book->ast[id].node;
        const bool path = std::holds_alternative<Path>(node), call = std::holds_alternative<Call>(node);
        // The parameter itself is what the title says already.
        const bool named =
            call ||
            (path && (book_.path(id).end == PathMeaning::End::field || book_.path(id).end == PathMeaning::End::definition));
        const bool computed = std::holds_alternative<Arithmetic>(node) || std::holds_alternative<If>(node);
        if (named || (computed && book_.facts[id].type.is_numeric())) {
            bool differs = false;
            for (std::size_t other = 0; other < evaluators_.size(); ++other)
                differs = differs || !(evaluate(other, id) == evaluate(reading, id));
            const std::string& expression = print_in_english(book_, id);
            const Known known = evaluate(reading, id);
            const Type& type = book_.facts[id].type;
            if (differs && seen.insert(expression).second)
                text.values.push_back(
                    {expression,
                     label_of(book_, id, expression),
                     {value_text(known, type, Language::vi, thresholds_), value_text(known, type, Language::en, thresholds_)},
                     {},
                     0});
        }
        if (!path && !call) for_each_part(node, [&](ExprId part) { candidates.push_back(part); });
    }
}

}  // namespace hoagiai
