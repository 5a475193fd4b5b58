// The run: rules by units. Nothing is passed over in silence: every rule is counted for every unit, or named as not in force.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/findings/by_plan.h"
#include "engine/findings/check_watched.h"
#include "engine/findings/finding.h"
#include "engine/findings/kept_findings.h"
#include "engine/findings/order.h"
#include "engine/findings/selection/select.h"
#include "engine/findings/waivers.h"
#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind period_needed{"E002", "period-needed"};
inline constexpr DiagnosticKind unknown_unit{"E003", "unknown-unit"};

constexpr Row told_each = 4096;  // rows

class Run {
public:
    Run(CheckResult& result, const Records& records, const Progress& progress)
        : result_(result),
          progress_(progress),
          threads_(thread_count(result.request.threads)),
          data_(records.dataset),
          waivers_(result.request, records.dataset) {}

    void all() {
        check_units();
        for (const auto& book : result_.request.books)
            judges_.emplace_back(*book, data_, result_.request.as_of, result_.request.period);
        for (std::size_t b = 0; b < judges_.size(); ++b)
            for (std::size_t r = 0; r < result_.request.books[b]->rules.size(); ++r) look_at(b, r);
        evaluate();
        // Where nothing is waived and no unit is passed over, most rows are only counted.
        if (!statuses_.empty() && result_.request.units.empty() && waivers_.none())
            all_rows();
        else
            row_by_row();
        for (const auto& [rule, row] : kept_.make_findings(result_, data_, judges_, judged_, threads_))
            report_overflow(*rule, row);
        std::sort(result_.rules.begin(), result_.rules.end(),
                  [&](const RuleCounts& x, const RuleCounts& y) { return result_.rule(x).id < result_.rule(y).id; });
        std::sort(result_.selections.begin(), result_.selections.end(),
                  [&](const Selection& x, const Selection& y) { return result_.rule(x).id < result_.rule(y).id; });
        std::sort(result_.not_in_force.begin(), result_.not_in_force.end());
        result_.waivers = waivers_.uses(result_.not_in_force);
        report_waivers(result_, result_.diagnostics);
    }

private:
    void tell(std::string_view rule, ProgressStep::Work work = ProgressStep::Work::checking) const {
        if (!progress_) return;
        std::uint64_t all = 0;
        for (const auto& book : result_.request.books) all += book->rules.size();
        progress_({work, rule, done_, all});
    }

    void check_units() {
        for (const std::string& id : result_.request.units) {
            bool known = false;
            for (EntityId entity = 0; entity < data_.tables.size(); ++entity) known = known || data_.find(entity, id) != no_row;
            if (!known)
                result_.diagnostics.add(unknown_unit, {},
                                        {fmt::format("--unit {}: hồ sơ không có đơn vị nào mang mã này", id),
                                         fmt::format("--unit {}: the records have no unit with this id", id)});
        }
    }

    void look_at(std::size_t b, std::size_t r) {
        const Judge& judge = judges_[b];
        const CheckedRulebook& book = *result_.request.books[b];
        const CheckedRule& rule = book.rules[r];
        if (!result_.request.rules.empty() && !result_.request.rules.count(rule.id)) return;
        if (rule.versions.front() != r) return;  // all versions are judged together, once
        if (!judge.in_force(rule)) {
            result_.not_in_force.push_back(rule.id);
            return;
        }
        if (reads_period(judge, book, rule) && !result_.request.period) {
            result_.diagnostics.add(period_needed, rule.decl->id.place(),
                                    {fmt::format("quy tắc {} xét theo kỳ nhưng chưa cho biết kỳ nào", rule.id),
                                     fmt::format("the rule {} reads the period, and none was given", rule.id)},
                                    {"thêm --period, ví dụ --period 2023", "add --period, such as --period 2023"});
            return;
        }
        std::size_t version = rule.versions.back();
        if (const CheckedRule* now = judge.version_on(rule, result_.request.as_of))
            version = static_cast<std::size_t>(now - book.rules.data());
        if (rule.decl->selection) return one_selection(judge, b, version);
        judged_.push_back({b, r, version, has_open_reading(book, book.rules[version])});
    }

    void evaluate() {
        if (result_.request.by_reference || judged_.empty()) return;
        const std::string_view first = id_of(judged_[0]);
        tell(first, ProgressStep::Work::planning);
        statuses_ = statuses_by_plan(result_, data_, judges_, judged_, [&] { tell(first, ProgressStep::Work::judging); });
    }

    const CheckedRule& rule_of(const JudgedRule& judged) const {
        return result_.request.books[judged.book]->rules[judged.rule];
    }
    const std::string& id_of(const JudgedRule& judged) const { return rule_of(judged).id; }

    void row_by_row() {
        for (std::size_t i = 0; i < judged_.size(); ++i) {
            tell(id_of(judged_[i]));
            one_rule(i, statuses_.empty() ? nullptr : &statuses_[i]);
            ++done_;
        }
    }

    void one_rule(std::size_t number, const Statuses* statuses) {
        const JudgedRule& judged = judged_[number];
        const Judge& judge = judges_[judged.book];
        const CheckedRule& rule = rule_of(judged);
        RuleCounts counts{judged.book, judged.version};
        const Row size = data_[rule.entity].size;
        for (Row row = 0; row < size; ++row) {
            if (row % told_each == told_each - 1) tell(rule.id);
            if (!selected(rule.entity, row)) continue;
            try {
                const Status status = statuses ? (*statuses)[row] : judge.judge(rule, row, false).status;
                const auto waiver = waivers_.judged(rule, row, status);
                const Status shown = waiver ? Status::waived : status;
                count(counts, shown, 1);
                if (!result_.request.keep.count(shown)) continue;
                kept_.add({rule.entity, row, static_cast<std::uint32_t>(number)}, status, waiver);
            } catch (const Overflow&) {
                report_overflow(rule, row);
            }
        }
        result_.rules.push_back(counts);
    }

    void all_rows() {
        for (const JudgedRule& judged : judged_) {
            tell(id_of(judged));
            ++done_;
        }
        std::array<bool, 5> wanted{};
        for (const Status status : result_.request.keep) wanted[static_cast<std::size_t>(status)] = true;
        std::vector<std::vector<UnitAndRule>> kept(judged_.size());
        std::vector<std::vector<Status>> kept_as(judged_.size());
        std::vector<RuleCounts> counts(judged_.size());
        in_parallel(judged_.size(), threads_, [&]() -> std::function<void(std::size_t)> {
            return [&](std::size_t i) {
                const EntityId entity = rule_of(judged_[i]).entity;
                const auto numbers = statuses_[i].each(wanted, [&](Row row, Status status) {
                    kept[i].push_back({entity, row, static_cast<std::uint32_t>(i)});
                    kept_as[i].push_back(status);
                });
                counts[i] = {judged_[i].book, judged_[i].version};
                for (std::size_t status = 0; status < numbers.size(); ++status)
                    count(counts[i], static_cast<Status>(status), numbers[status]);
            };
        });
        result_.rules = std::move(counts);
        for (std::size_t i = 0; i < judged_.size(); ++i)
            for (std::size_t k = 0; k < kept[i].size(); ++k) kept_.add(kept[i][k], kept_as[i][k], std::nullopt);
    }

    bool has_open_reading(const CheckedRulebook& book, const CheckedRule& version) const {
        return std::any_of(version.parameters.begin(), version.parameters.end(), [&](std::uint32_t parameter) {
            const CheckedValue* value = book.parameters[parameter].on(result_.request.as_of);
            return value && value->undetermined;
        });
    }

    /// Whether some version that may judge reads the period.
    static bool reads_period(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule) {
        if (rule.decl->on.empty()) {
            const CheckedRule* now = judge.version_on(rule, judge.as_of());
            return now && now->reads_period;
        }
        return std::any_of(rule.versions.begin(), rule.versions.end(),
                           [&](std::uint32_t version) { return book.rules[version].reads_period; });
    }

    void report_overflow(const CheckedRule& rule, Row row) {
        result_.diagnostics.add(
            value_overflow, rule.decl->id.place(),
            {fmt::format("quy tắc {}, {} {}: phép tính vượt quá 64 bit", rule.id, (*data_.schema)[rule.entity].title.vi,
                         data_.id(rule.entity, row)),
             fmt::format("rule {}, {} {}: a number leaves 64 bits", rule.id, (*data_.schema)[rule.entity].name,
                         data_.id(rule.entity, row))},
            {"kiểm tra các con số rất lớn trong hồ sơ của đơn vị này", "look for very large numbers in this unit's records"});
    }

    /// All units are ranked, whichever are asked for.
    void one_selection(const Judge& judge, std::size_t b, std::size_t r) {
        const CheckedRule& rule = result_.request.books[b]->rules[r];
        try {
            Selection selection;
            selection.book = b;
            selection.rule = r;
            selection.rankings = rank_units(*result_.request.books[b], rule, data_, judge);
            list_units(selection, result_.request.keep_selected, [&](Row row) { return selected(rule.entity, row); });
            result_.selections.push_back(std::move(selection));
        } catch (const UnitOverflow& overflow) {
            report_overflow(rule, overflow.row);
        }
    }

    static void count(RuleCounts& counts, Status status, std::uint64_t number) {
        switch (status) {
            case Status::pass:
                counts.pass += number;
                break;
            case Status::fail:
                counts.fail += number;
                break;
            case Status::unknown:
                counts.unknown += number;
                break;
            case Status::not_applicable:
                counts.not_applicable += number;
                break;
            case Status::waived:
                counts.waived += number;
                break;
        }
    }

    bool selected(EntityId entity, Row row) const {
        if (result_.request.units.empty()) return true;
        const UnitChain chain = chain_of(data_, entity, row);
        for (std::size_t i = 0; i < chain.size; ++i)
            if (result_.request.units.count(std::string(data_.id(chain.entities[i], chain.rows[i])))) return true;
        return false;
    }

    CheckResult& result_;
    const Progress& progress_;
    unsigned threads_;
    std::uint64_t done_ = 0;  ///< rules
    const Dataset& data_;
    Waivers waivers_;
    std::vector<Judge> judges_;  ///< by book
    std::vector<JudgedRule> judged_;
    std::vector<Statuses> statuses_;  ///< of judged_; empty: by the reference evaluator
    KeptFindings kept_;
};

}  // namespace

CheckResult run_check(CheckRequest request, const Records& records) {
    return run_check_watched(std::move(request), records, {});
}

CheckResult run_check_watched(CheckRequest request, const Records& records, const Progress& progress) {
    CheckResult result;
    result.request = std::move(request);
    result.records = &records;
    Run(result, records, progress).all();
    return result;
}

}  // namespace hoagiai
