#include "tests/support/random_case.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace hoagiai::support {

namespace {

using Type = Written::Type;

struct Vocabulary {
    std::vector<std::string> booleans, wholes, dates, events;
    std::vector<std::pair<std::string, std::vector<std::string>>> choices;
    std::vector<std::pair<std::string, std::string>> up;    ///< prefix, entity
    std::vector<std::pair<std::string, std::string>> rows;  ///< path, entity
};

const std::map<std::string, Vocabulary> vocabulary = {
    {"commune",
     {{"pilot", "many_ethnic_minorities"},
      {"villages"},
      {},
      {"plan_on", "annual_report_on"},
      {{"nrm_target", {"none", "advanced", "model"}}, {"kind", {"xa", "phuong"}}},
      {},
      {{"teams", "team"}, {"teams.mediators", "mediator"}, {"teams.cases", "case"}}}},
    {"team",
     {{"active", "logbook", "uses_it"},
      {"decided_size", "reported_size", "support_months"},
      {"established_on"},
      {"last_review_on"},
      {},
      {{"commune.", "commune"}},
      {{"mediators", "mediator"}, {"mediators", "mediator"}, {"cases", "case"}, {"commune.teams", "team"}}}},
    {"mediator",
     {{"head", "citizen", "active"},
      {"training_hours"},
      {"born_on"},
      {"recognized_on", "ended_on"},
      {{"gender", {"female", "male"}}, {"election_form", {"open_vote", "secret_ballot"}}},
      {{"team.", "team"}, {"team.commune.", "commune"}},
      {{"cases", "case"}, {"team.mediators", "mediator"}}}},
    {"case",
     {{"relapsed", "fulfilled"},
      {},
      {"received_on"},
      {"ended_on"},
      {{"outcome", {"successful", "unsuccessful", "ongoing"}}, {"start_exception", {"none", "on_witnessing"}}},
      {{"team.", "team"}, {"mediator.", "mediator"}, {"team.commune.", "commune"}},
      {{"team.mediators", "mediator"}, {"team.cases", "case"}, {"mediator.cases", "case"}}}},
};

class Maker {
public:
    explicit Maker(Random& random) : random_(random) {}
    /// Parameters whose values change from now on count as numbers: "a", "b", by the days on which they change; empty: none.
    std::string dated;

    Written condition(const std::string& entity, int depth) {
        if (depth <= 0) return simple(entity);
        switch (below(16)) {
            case 0:
            case 1:
                return joined(Type::condition, entity, below(2) ? " and " : " or ",
                              {condition(entity, depth - 1), condition(entity, depth - 1)});
            case 2:
                return around(Type::condition, entity, {"not ", ""}, {condition(entity, depth - 1)});
            case 3:
            case 4:
                return some_or_every(entity, depth);
            case 5:
            case 6:
                return compared(entity, rows(Type::whole, entity, "count", depth), number(entity));
            case 7:
            case 8:
                return compared_share(entity, depth);
            case 9:
                return compared(entity, amount(entity, depth), below(3) ? number(entity) : whole(entity, depth - 1));
            case 10:
                return compared(entity, whole(entity, depth - 1), below(3) ? number(entity) : whole(entity, depth - 1));
            case 11:
                return chain(entity, depth);
            case 12:
                return around(Type::condition, entity, {"if ", " then ", " else ", ""},
                              {condition(entity, depth - 1), condition(entity, depth - 1), condition(entity, depth - 1)});
            case 13:
                return defined(condition(entity, depth - 1));
            case 14:
                return parameter(entity);
            default:
                return simple(entity);
        }
    }

private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    template <typename T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }
    std::string one_of(std::initializer_list<const char*> all) { return all.begin()[below(static_cast<int>(all.size()))]; }

    static Written word(Type type, const std::string& entity, std::string text) {
        return {type, entity, {std::move(text)}, {}, true, ""};
    }
    static Written around(Type type, const std::string& entity, std::vector<std::string> pieces, std::vector<Written> parts) {
        return {type, entity, std::move(pieces), std::move(parts), false, ""};
    }
    static Written joined(Type type, const std::string& entity, const std::string& sign, std::vector<Written> parts) {
        return around(type, entity, {"", sign, ""}, std::move(parts));
    }
    Written number(const std::string& entity) {
        if (!dated.empty() && below(2) == 0) return word(Type::whole, entity, (below(3) ? "dated_size_" : "gap_size_") + dated);
        if (below(8) == 0) return word(Type::whole, entity, one_of({"min_size", "open_size"}));
        return word(Type::whole, entity, std::to_string(below(4)));
    }
    std::string sign() { return one_of({" >= ", " >= ", " < ", " <= ", " > ", " = ", " != "}); }
    Written compared(const std::string& entity, Written left, Written right) {
        return joined(Type::condition, entity, sign(), {std::move(left), std::move(right)});
    }

    /// The own fields, or those of a unit above.
    std::pair<std::string, const Vocabulary*> place(const std::string& entity) {
        const Vocabulary& own = vocabulary.at(entity);
        if (own.up.empty() || below(4) > 0) return {"", &own};
        const auto& [prefix, above] = one_of(own.up);
        return {prefix, &vocabulary.at(above)};
    }

    Written simple(const std::string& entity) {
        const auto [prefix, words] = place(entity);
        const auto text = [&](const std::string& written) {
            const bool one_word = written.find(' ') == std::string::npos;
            Written made = word(Type::condition, entity, written);
            made.atom = one_word || written.front() == '(';
            return made;
        };
        const std::string date = prefix + one_of(below(2) || words->dates.empty() ? words->events : words->dates);
        switch (below(14)) {
            case 0:
            case 1:
                if (!words->choices.empty()) {
                    const auto& [field, values] = one_of(words->choices);
                    if (below(3) == 0) return text(prefix + field + " in [" + values[0] + ", " + values[1] + "]");
                    return text(prefix + field + one_of({" = ", " = ", " != "}) + one_of(values));
                }
                break;
            case 2:
                return text(date + one_of({" in period", " in previous period"}));
            case 3:
                return text(date + one_of({" < ", " <= ", " > ", " >= "}) +
                            one_of({"2023-06-01", "period_start", "as_of", "2023-06-04"}));
            case 4:
                if (!words->dates.empty())
                    return text(prefix + one_of(words->events) + " - " + prefix + words->dates[0] +
                                one_of({" <= ", " < ", " >= "}) + one_of({"3 days", "30 days"}));
                break;
            case 5:
                if (!words->dates.empty())
                    return text(prefix + one_of(words->events) + " <= " + prefix + words->dates[0] +
                                one_of({" + 1 month", " + 3 days"}));
                break;
            case 6:
                return text(prefix + one_of(words->events) + one_of({" = never", " != never"}));
            case 7:
                return text(prefix + one_of(words->booleans) + one_of({" is missing", " is not missing"}));
            case 8:
                return text("(" + prefix + one_of(words->booleans) + " else " + one_of({"true", "false"}) + ")");
            case 9:
                if (!words->wholes.empty()) return text(prefix + one_of(words->wholes) + sign() + std::to_string(below(4)));
                break;
            case 10:
                if (entity == "mediator")
                    return text(one_of({"ethnicity = \"Kinh\"", "ethnicity != \"kinh \"", "ethnicity = \"Tày\""}));
                if (entity == "case") return text(one_of({"mediator is missing", "mediator.head"}));
                break;
            default:
                break;
        }
        return text(prefix + one_of(words->booleans));
    }

    Written whole(const std::string& entity, int depth) {
        if (depth > 0) switch (below(8)) {
                case 0:
                    return joined(Type::whole, entity, one_of({" + ", " - ", " * "}),
                                  {whole(entity, depth - 1), whole(entity, depth - 1)});
                case 1:
                    return around(Type::whole, entity, {"if ", " then ", " else ", ""},
                                  {condition(entity, depth - 1), whole(entity, depth - 1), whole(entity, depth - 1)});
                case 2:
                    return rows(Type::whole, entity, "count", depth);
                case 3:
                    return amount(entity, depth);
                case 4:
                    return defined(whole(entity, depth - 1));
                default:
                    break;
            }
        const auto [prefix, words] = place(entity);
        if (words->wholes.empty()) return number(entity);
        const std::string field = prefix + one_of(words->wholes);
        switch (below(8)) {
            case 0:
                return number(entity);
            case 1:
                return word(Type::whole, entity, "(" + field + " else " + std::to_string(below(4)) + ")");
            case 2: {
                Written minus = around(Type::whole, entity, {"-", ""}, {word(Type::whole, entity, field)});
                return minus;
            }
            default:
                return word(Type::whole, entity, field);
        }
    }

    /// NAME(path where C)
    Written rows(Type type, const std::string& entity, const std::string& name, int depth) {
        const auto& [path, below_entity] = one_of(vocabulary.at(entity).rows);
        if (below(4) == 0) return word(type, entity, name + "(" + path + ")");
        Written made = around(type, entity, {name + "(" + path + " where ", ")"}, {inner(below_entity, depth - 1)});
        made.atom = true;
        return made;
    }
    Written inner(const std::string& entity, int depth) { return below(3) ? simple(entity) : condition(entity, depth); }

    Written some_or_every(const std::string& entity, int depth) {
        return over_test(Type::condition, entity, one_of({"some", "every"}), depth);
    }
    Written over_test(Type type, const std::string& entity, const std::string& name, int depth) {
        const auto& [path, below_entity] = one_of(vocabulary.at(entity).rows);
        Written made;
        if (below(2))
            made = around(type, entity, {name + "(" + path + ", ", ")"}, {inner(below_entity, depth - 1)});
        else
            made = around(type, entity, {name + "(" + path + " where ", ", ", ")"},
                          {inner(below_entity, depth - 1), inner(below_entity, depth - 1)});
        made.atom = true;
        return made;
    }
    Written compared_share(const std::string& entity, int depth) {
        return compared(entity, over_test(Type::ratio, entity, "share", depth),
                        word(Type::ratio, entity, one_of({"50%", "88%", "rate", "51%"})));
    }
    /// sum, min, max, average, distinct of a whole number (distinct: of anything).
    Written amount(const std::string& entity, int depth) {
        const auto& [path, below_entity] = one_of(vocabulary.at(entity).rows);
        const Vocabulary& words = vocabulary.at(below_entity);
        std::string name = one_of({"sum", "min", "max", "distinct"}), of;
        if (words.wholes.empty()) name = "distinct";
        if (name == "distinct") {
            const int kind = below(3);
            of = kind == 0                             ? words.booleans[0]
                 : kind == 1 && !words.choices.empty() ? words.choices[0].first
                                                       : "(" + words.booleans[0] + " else true)";
            if (below_entity == "mediator" && below(2)) of = "ethnicity";
        } else {
            of = one_of(words.wholes);
        }
        const std::string head = name + "(" + of + " of " + path;
        if (below(2)) return word(Type::whole, entity, head + ")");
        Written made = around(Type::whole, entity, {head + " where ", ")"}, {inner(below_entity, depth - 1)});
        made.atom = true;
        return made;
    }
    Written chain(const std::string& entity, int depth) {
        const std::string sign = one_of({" <= ", " < "}), other = one_of({" <= ", " < "});
        return around(Type::condition, entity, {"", sign, other, ""},
                      {word(Type::whole, entity, std::to_string(below(2))), whole(entity, depth - 1),
                       word(Type::whole, entity, std::to_string(2 + below(2)))});
    }
    Written parameter(const std::string& entity) {
        Written made =
            word(Type::condition, entity, one_of({"open_flag", "open_word = concluded", "open_flag or open_word = received"}));
        made.atom = made.pieces[0] == "open_flag";
        return made;
    }
    Written defined(Written body) {
        Written made = around(body.type, body.entity, {"", ""}, {body});
        made.atom = true;
        made.definition = "d" + std::to_string(random_() % 1'000'000'007u);
        return made;
    }

    Random& random_;
};

/// The days on which something changes in the rules of one style: the days of the records begin or end what is in force. In
/// between them always lies a day that the fillings try.
struct Changes {
    const char *first, *second, *third;                       ///< begin
    const char *before_first, *before_second, *before_third;  ///< the days before
};
const std::map<std::string, Changes> changes = {
    {"a", {"2023-06-01", "2023-06-04", "2023-12-31", "2023-05-31", "2023-06-03", "2023-12-30"}},
    {"b", {"2023-06-02", "2023-06-05", "2024-01-01", "2023-06-01", "2023-06-04", "2023-12-31"}},
};

const std::map<std::string, std::vector<std::string>> deciding_dates = {
    {"commune", {"plan_on", "annual_report_on"}},
    {"team", {"established_on", "last_review_on", "commune.plan_on"}},
    {"mediator", {"born_on", "recognized_on", "ended_on", "team.established_on"}},
    {"case", {"received_on", "ended_on", "team.last_review_on"}},
};

/// Makes a rule depend on days: which decide, when it is in force, and what follows it.
void place_in_time(WrittenRule& rule, Maker& maker, Random& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const Changes& at = changes.at(maker.dated);
    const auto& dates = deciding_dates.at(rule.entity);
    const std::size_t first = below(dates.size()), kind = below(8);
    if (kind < 6) rule.on.push_back(dates[first]);
    if (kind < 3) rule.on.push_back(dates[(first + 1 + below(dates.size() - 1)) % dates.size()]);
    const std::string from = below(2) ? "from: 2014-01-01, " : "";
    if (below(2)) {
        const bool gap = below(3) == 0;
        rule.in_force = fmt::format("{{{}to: {}}}", from, at.before_first);
        WrittenVersion later;
        later.when = {Type::condition, rule.entity, {"true"}, {}, true, ""};
        if (below(3) == 0) later.when = maker.condition(rule.entity, 0);
        later.require = below(2) ? maker.condition(rule.entity, static_cast<int>(1 + below(2))) : rule.require;
        const char* begins = gap ? at.second : at.first;
        later.in_force =
            below(3) ? fmt::format("{{from: {}}}", begins) : fmt::format("{{from: {}, to: {}}}", begins, at.before_third);
        rule.later.push_back(std::move(later));
    } else if (below(2)) {
        rule.in_force = below(2) ? fmt::format("{{from: {}}}", below(2) ? at.first : at.second)
                                 : fmt::format("{{{}to: {}}}", from, below(2) ? at.before_second : at.before_third);
    }
}

/// All expressions of a rule, those of its later versions too.
std::vector<const Written*> all_of(const WrittenRule& rule) {
    std::vector<const Written*> all = {&rule.when, &rule.require};
    for (const WrittenVersion& later : rule.later) all.insert(all.end(), {&later.when, &later.require});
    return all;
}

void collect(const Written& written, std::map<std::string, std::map<std::string, std::string>>& definitions) {
    for (const Written& part : written.parts) collect(part, definitions);
    if (!written.definition.empty()) definitions[written.entity][written.definition] = written.parts[0].text();
}

void all_pieces(const Written& written, std::string& text) {
    for (const std::string& piece : written.pieces) text += piece + "\n";
    for (const Written& part : written.parts) all_pieces(part, text);
}

bool is_call(const Written& written) { return !written.parts.empty() && written.atom && written.definition.empty(); }
bool nested(const Written& written, bool inside) {
    const bool call =
        written.definition.empty() && written.pieces[0].find('(') != std::string::npos && written.pieces[0].front() != '(';
    if (call && inside) return true;
    for (const Written& part : written.parts)
        if (nested(part, inside || (call && is_call(written)))) return true;
    return false;
}
bool any_definition(const Written& written) {
    if (!written.definition.empty()) return true;
    for (const Written& part : written.parts)
        if (any_definition(part)) return true;
    return false;
}

}  // namespace

std::string Written::text() const {
    if (!definition.empty()) return definition;
    std::string all = pieces[0];
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // Inside a call or between commas nothing needs parentheses.
        const bool bare = parts[i].atom || atom || parts[i].text() == "-";
        all += (bare ? parts[i].text() : "(" + parts[i].text() + ")") + pieces[i + 1];
    }
    return all;
}

bool uses(const WrittenRule& rule, Construct construct) {
    std::string text;
    for (const Written* written : all_of(rule)) all_pieces(*written, text);
    const auto has = [&](const char* word) { return text.find(word) != std::string::npos; };
    switch (construct) {
        case Construct::nested_aggregate:
            return nested(rule.when, false) || nested(rule.require, false);
        case Construct::path_up:
            return has("commune.") || has("team.") || has("mediator.");
        case Construct::otherwise:
            return has(" else true)") || has(" else false)") || has(" else 0)") || has(" else 1)") || has(" else 2)") ||
                   has(" else 3)");
        case Construct::is_missing:
            return has("missing");
        case Construct::never:
            return has("never");
        case Construct::definition:
            return any_definition(rule.when) || any_definition(rule.require);
        case Construct::chain:
            return has(" <= \n <") || has(" < \n <");
        case Construct::conditional:
            return has("if ");
        case Construct::reading:
            return has("open_");
        case Construct::one_day:
            return rule.on.size() == 1;
        case Construct::two_days:
            return rule.on.size() == 2;
        case Construct::versions:
            return !rule.later.empty();
        case Construct::in_force:
            return !rule.in_force.empty();
        case Construct::dated_value:
            return has("dated_size");
        case Construct::value_missing:
            return has("gap_size");
        default:
            return false;
    }
}

WrittenRule random_rule(Random& random) {
    Maker maker(random);
    const int kind = static_cast<int>(random() % 10);
    WrittenRule rule;
    const bool timed = random() % 4 == 0;
    if (timed) maker.dated = random() % 2 ? "a" : "b";
    rule.entity = kind < 5 ? "team" : kind < 8 ? "commune" : kind < 9 ? "mediator" : "case";
    if (random() % 3 == 0)
        rule.when = maker.condition(rule.entity, static_cast<int>(random() % 3));
    else
        rule.when = {Type::condition, rule.entity, {"true"}, {}, true, ""};
    rule.require = maker.condition(rule.entity, 1 + static_cast<int>(random() % (timed ? 2 : 3)));
    if (timed) place_in_time(rule, maker, random);
    return rule;
}

const std::vector<std::string>& used_fields(const std::string& entity) {
    static const std::map<std::string, std::vector<std::string>> all = [] {
        std::map<std::string, std::vector<std::string>> fields;
        for (const auto& [name, words] : vocabulary) {
            for (const auto* list : {&words.booleans, &words.wholes, &words.dates, &words.events})
                fields[name].insert(fields[name].end(), list->begin(), list->end());
            for (const auto& [field, values] : words.choices) fields[name].push_back(field);
        }
        fields["mediator"].push_back("ethnicity");
        return fields;
    }();
    return all.at(entity);
}

SmallCell random_cell(Random& random, const SmallRecords& records, const Field& field) {
    const auto below = [&](std::size_t n) { return static_cast<std::int64_t>(random() % n); };
    if (field.event && below(5) == 0) return {CellState::never, 0};
    switch (field.type.kind) {
        case Kind::boolean:
            return {CellState::known, below(2)};
        case Kind::choice:
            return {CellState::known, below(field.type.choices->choices.size())};
        case Kind::text:
            return {CellState::known, below(records.texts.size())};
        case Kind::date: {
            static const std::vector<const char*> days = {"2022-12-31", "2023-06-01", "2023-06-04", "2023-12-31"};
            return {CellState::known, *parse_iso_date(days[static_cast<std::size_t>(below(days.size()))])};
        }
        default:
            return {CellState::known, below(5)};
    }
}

SmallRecords random_records(Random& random, const std::shared_ptr<const Schema>& schema) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    SmallRecords records = no_records(schema);
    records.texts = {"Kinh", "Tày", "KINH", "Mông", "C"};
    const std::vector<int> blank_chances = {0, 8, 15, 30};
    const int blank = blank_chances[static_cast<std::size_t>(below(4))];
    const auto supply = [&](const std::string& name) -> SmallTable& {
        const EntityId entity = schema->find_entity(name);
        SmallTable& table = records.tables[entity];
        table.supplied = true;
        for (const std::string& field : used_fields(name))
            table.columns[(*schema)[entity].find_field(field)] = below(blank == 0 ? 1000 : 20) != 0;
        for (LinkId link = 0; link < table.link_columns.size(); ++link) table.link_columns[link] = true;
        return table;
    };
    const auto add = [&](const std::string& name, std::vector<std::int32_t> links) {
        const EntityId entity = schema->find_entity(name);
        SmallTable& table = records.tables[entity];
        SmallRow row;
        row.id = name.substr(0, 1) + std::to_string(table.rows.size());
        row.cells.resize(table.columns.size());
        row.links = std::move(links);
        for (const std::string& field : used_fields(name)) {
            const FieldId id = (*schema)[entity].find_field(field);
            if (table.columns[id] && below(100) >= blank)
                row.cells[id] = random_cell(random, records, (*schema)[entity].fields[id]);
        }
        table.rows.push_back(std::move(row));
    };
    const EntityId commune = schema->find_entity("commune");
    supply("commune").columns[(*schema)[commune].find_field("name")] = true;
    add("commune", {});
    records.tables[commune].rows[0].cells[(*schema)[commune].find_field("name")] = {CellState::known, 4};
    if (below(25) == 0) return records;
    supply("team");
    const int teams = below(10) == 0 ? 0 : 1 + below(2);
    for (int team = 0; team < teams; ++team) add("team", {0});
    const bool mediators = below(20) != 0, cases = below(20) != 0;
    if (mediators) {
        supply("mediator");
        for (int team = 0; team < teams; ++team)
            for (int i = below(4); i > 0; --i) add("mediator", {team});
    }
    if (!cases) return records;
    SmallTable& table = supply("case");
    table.link_columns[1] = mediators && below(20) != 0;
    for (int team = 0; team < teams; ++team)
        for (int i = below(4); i > 0; --i) {
            std::vector<std::int32_t> own;
            const auto& all = records.tables[schema->find_entity("mediator")].rows;
            for (std::int32_t m = 0; m < static_cast<std::int32_t>(all.size()); ++m)
                if (all[static_cast<std::size_t>(m)].links[0] == team) own.push_back(m);
            const bool named = table.link_columns[1] && !own.empty() && below(100) >= blank;
            add("case", {team, named ? own[static_cast<std::size_t>(below(static_cast<int>(own.size())))] : -1});
        }
    return records;
}

std::string rulebook_of(const std::vector<WrittenRule>& rules) {
    std::string expressions;
    std::map<std::string, std::map<std::string, std::string>> definitions;
    for (const WrittenRule& rule : rules)
        for (const Written* written : all_of(rule)) {
            collect(*written, definitions);
            all_pieces(*written, expressions);
        }
    std::string text = "rulebook: t\ntitle: {vi: t, en: t}\n", parameters;
    const auto parameter = [&](const char* name, const char* type, const char* value) {
        if (expressions.find(name) != std::string::npos)
            parameters +=
                fmt::format("  {}: {{type: {}, measure: {{vi: v, en: e}}, values: [{{from: 2014-01-01, value: {}}}]}}\n", name,
                            type, value);
    };
    parameter("min_size", "integer", "2");
    parameter("rate", "ratio", "88%");
    parameter("open_size", "integer, choices: [1, 3]", "undetermined");
    parameter("open_flag", "boolean", "undetermined");
    parameter("open_word", "choice, choices: [received, concluded]", "undetermined");
    for (const auto& [style, at] : changes) {
        if (expressions.find("dated_size_" + style) != std::string::npos)
            parameters += fmt::format(
                "  dated_size_{}: {{type: integer, choices: [1, 3], measure: {{vi: v, en: e}}, values: [{{from: 2014-01-01, "
                "value: 1}}, "
                "{{from: {}, value: 2}}, {{from: {}, value: undetermined}}, {{from: {}, value: 0}}]}}\n",
                style, at.first, at.second, at.third);
        if (expressions.find("gap_size_" + style) != std::string::npos)
            parameters += fmt::format(
                "  gap_size_{}: {{type: integer, measure: {{vi: v, en: e}}, values: [{{from: 2014-01-01, to: {}, value: 1}}, "
                "{{from: {}, value: 3}}]}}\n",
                style, at.before_first, at.second);
    }
    if (!parameters.empty()) text += "parameters:\n" + parameters;
    if (!definitions.empty()) text += "definitions:\n";
    for (const auto& [entity, all] : definitions) {
        text += "  " + entity + ":\n";
        for (const auto& [name, expression] : all) text += "    " + name + ": '" + expression + "'\n";
    }
    text += "rules:\n";
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const WrittenRule& rule = rules[i];
        const auto version = [&](const Written& when, const Written& require, const std::string& in_force) {
            text +=
                fmt::format("- id: r{}\n  kind: data\n  for: {}\n  when: '{}'\n  require: '{}'\n  finding: {{vi: v, en: e}}\n",
                            i, rule.entity, when.text(), require.text());
            if (!in_force.empty()) text += "  in_force: " + in_force + "\n";
            if (!rule.on.empty()) text += fmt::format("  on: [{}]\n", fmt::join(rule.on, ", "));
        };
        version(rule.when, rule.require, rule.in_force);
        for (const WrittenVersion& later : rule.later) version(later.when, later.require, later.in_force);
    }
    return text;
}

}  // namespace hoagiai::support
