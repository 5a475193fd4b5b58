// hoagiai explain: why one unit has its status under one rule.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/check_input.h"
#include "engine/findings/explanation/explanation.h"
#include "engine/findings/layer_effects.h"
#include "engine/output/explanation/explanation_text.h"
#include "engine/output/explanation/selection_explanation_text.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind unknown_rule{"E020", "unknown-rule"};
inline constexpr DiagnosticKind no_such_unit{"E021", "no-unit-of-the-rule"};

class ExplainCommand {
public:
    explicit ExplainCommand(const Arguments& arguments) : arguments_(arguments), language_(arguments.language) {}

    int run() {
        CheckInput input = read_check_input(arguments_, said_);
        if (said_.has_errors()) return refuse_input(said_, arguments_, lenient_would_go_on(input, said_));
        request_ = std::move(input.request);
        request_.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived};
        if (!find_rule() || !find_unit(input.records->dataset)) return refuse_input(said_, arguments_);
        const CheckResult result = run_check(request_, *input.records);
        said_.append(result.diagnostics);
        if (said_.has_errors()) return refuse_input(said_, arguments_);
        print_diagnostics(said_, arguments_);
        const std::string text = result.not_in_force.empty() ? explained(result) : not_in_force();
        const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
        return written ? exit_nothing : exit_input;
    }

private:
    /// `rulebook/id`, or the id alone where only one book has it.
    bool find_rule() {
        const std::string given = arguments_.one("--rule");
        std::vector<std::string> all, found;
        for (const auto& book : request_.books)
            for (const CheckedRule& rule : book->rules) {
                if (std::find(all.begin(), all.end(), rule.id) == all.end()) all.push_back(rule.id);
                const bool matches = rule.id == given || rule.decl->id.value == given;
                if (!matches) continue;
                if (std::find(found.begin(), found.end(), rule.id) == found.end()) found.push_back(rule.id);
                entity_ = rule.entity;
            }
        std::sort(all.begin(), all.end());
        if (found.size() == 1) return request_.rules.insert(found.front()), true;
        if (found.size() > 1) {
            said_.add(unknown_rule, {},
                      {fmt::format("--rule {}: nhiều bộ quy tắc có mã này", given),
                       fmt::format("--rule {}: several rulebooks have this id", given)},
                      {fmt::format("viết một trong: {}", fmt::join(found, ", ")),
                       fmt::format("write one of: {}", fmt::join(found, ", "))});
            return false;
        }
        if (const Words off = why_off(request_, given); !off.en.empty()) {
            said_.add(unknown_rule, {}, {"--rule: " + off.vi, "--rule: " + off.en});
            return false;
        }
        // People leave the book out: their word is compared with both forms.
        std::vector<std::string> near = suggestions(given, all);
        for (const std::string& id : all) {
            const std::string alone = id.substr(id.find('/') + 1);
            if (!suggestions(given.substr(given.find('/') + 1), {alone}).empty() &&
                std::find(near.begin(), near.end(), id) == near.end())
                near.push_back(id);
        }
        said_.add(unknown_rule, {},
                  {fmt::format("--rule {}: không có quy tắc này", visible(given)),
                   fmt::format("--rule {}: there is no such rule", visible(given))},
                  near.empty() ? Words{fmt::format("các quy tắc: {}", fmt::join(all, ", ")),
                                       fmt::format("the rules are: {}", fmt::join(all, ", "))}
                               : Words{fmt::format("có phải ý bạn là `{}`?", fmt::join(near, "`, `")),
                                       fmt::format("did you mean `{}`?", fmt::join(near, "`, `"))});
        return false;
    }

    bool find_unit(const Dataset& data) {
        const std::string given = arguments_.one("--unit");
        request_.units.insert(given);
        if (data.find(entity_, given) != no_row) return true;
        const Entity& entity = (*data.schema)[entity_];
        Words what{fmt::format("--unit {}: không có {} nào mang mã này", visible(given), lower_first(entity.title.vi)),
                   fmt::format("--unit {}: there is no {} with this id", visible(given), entity.name)};
        std::vector<std::string> related, all;
        for (EntityId other = 0; other < data.tables.size(); ++other)
            if (const Row found = data.find(other, given); found != no_row) {
                const Entity& is = (*data.schema)[other];
                what = {fmt::format("--unit {}: đó là {}, còn quy tắc {} xét {}", visible(given), lower_first(is.title.vi),
                                    *request_.rules.begin(), lower_first(entity.title.vi)),
                        fmt::format("--unit {}: this is a {}, and the rule {} is about a {}", visible(given), is.name,
                                    *request_.rules.begin(), entity.name)};
                for (const UnitName& above : unit_path(data, other, found))
                    if (above.entity == entity.name) related.push_back(above.id);
            }
        for (Row row = 0; row < data[entity_].size; ++row) {
            const std::string& id = all.emplace_back(data.id(entity_, row));
            for (const UnitName& above : unit_path(data, entity_, row))
                if (above.id == given) related.push_back(id);
        }
        if (related.empty()) related = suggestions(given, all);
        said_.add(no_such_unit, {}, std::move(what), which_units(related.empty() ? all : related, entity));
        return false;
    }

    static Words which_units(std::vector<std::string> ids, const Entity& entity) {
        if (ids.empty())
            return {fmt::format("bảng {} không có dòng nào", entity.plural),
                    fmt::format("the table {} has no rows", entity.plural)};
        constexpr std::size_t most_ids = 10;
        std::sort(ids.begin(), ids.end());
        const std::string more = ids.size() > most_ids ? ", …" : "";
        ids.resize(std::min(ids.size(), most_ids));
        return {fmt::format("viết mã của một {}: {}{}", lower_first(entity.title.vi), fmt::join(ids, ", "), more),
                fmt::format("write the id of a {}: {}{}", entity.name, fmt::join(ids, ", "), more)};
    }

    std::string explained(const CheckResult& result) const {
        const std::string unit = arguments_.one("--unit");
        for (const Finding& finding : result.findings)
            if (result.records->dataset.id(result.rule(finding).entity, finding.row) == unit)
                return explanation_text(explain(result, finding), language_, wants_colour(1));
        std::string text;
        for (const Selection& selection : result.selections) {
            const Row row = result.records->dataset.find(result.rule(selection).entity, unit);
            text += explanation_text(explain(result, selection, row), language_, wants_colour(1));
        }
        return text;
    }

    std::string not_in_force() const {
        for (const auto& book : request_.books)
            for (const CheckedRule& rule : book->rules)
                if (request_.rules.count(rule.id))
                    return wrapped(rule.id + ": " + say(why_not_in_force(*book, rule, request_.as_of), language_) + ".", 2, 0);
        return "";
    }

    const Arguments& arguments_;
    Language language_;
    CheckRequest request_;
    EntityId entity_ = none_id;
    Diagnostics said_;
};

int run(const Arguments& arguments) { return ExplainCommand(arguments).run(); }

}  // namespace

extern const Command command_explain;
const Command command_explain = {
    "explain",
    {"Giải thích vì sao một đơn vị có kết quả như vậy theo một quy tắc", "Explain why a unit has its status under a rule"},
    with_input_options({{"--rule",
                         {"Quy tắc cần giải thích: bộ/mã, hoặc chỉ mã", "The rule to explain: rulebook/id, or the id alone"},
                         "ID",
                         false,
                         true},
                        {"--unit", {"Mã của đơn vị", "The unit's id"}, "ID", false, true},
                        {"-q,--quiet", {"Không hiện ghi chú", "No notes"}}}),
    run};

}  // namespace hoagiai
