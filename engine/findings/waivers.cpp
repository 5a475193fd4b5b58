#include "engine/findings/waivers.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/message.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind waiver_expired{"E010", "waiver-expired", Severity::warning};
inline constexpr DiagnosticKind waiver_not_needed{"E011", "waiver-not-needed", Severity::note};
inline constexpr DiagnosticKind waiver_unit{"E012", "waiver-unit", Severity::warning};

const CheckedRule* find_rule(const CheckRequest& request, std::string_view id) {
    for (const auto& book : request.books)
        for (const CheckedRule& rule : book->rules)
            if (rule.id == id) return &rule;
    return nullptr;
}

/// A reason as part of a sentence of ours: it may bring a full stop of its own.
std::string without_stop(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
}

bool excusable(Status status) { return status == Status::fail || status == Status::unknown; }

Words expired_words(const CheckResult& result, const Waiver& waiver, const WaiverUse& use) {
    const int days = result.request.as_of - waiver.until;
    Words text{
        fmt::format("miễn áp dụng {} cho {} đã hết hạn ngày {}, trước ngày xét {} ngày", waiver.rule.value,
                    visible(waiver.unit.value), vietnamese_date(waiver.until), days),
        fmt::format("the waiver of {} for {} expired on {}, {} before the as-of date", waiver.rule.value,
                    visible(waiver.unit.value), iso_date(waiver.until), days == 1 ? "a day" : fmt::format("{} days", days))};
    if (use.status) {
        text.vi += "; kết quả của đơn vị: " + status_title(*use.status).vi;
        text.en += "; the unit's status: " + status_title(*use.status).en;
    }
    return text;
}

}  // namespace

Waivers::Waivers(const CheckRequest& request, const Dataset& data) : request_(request), data_(data) {
    if (!request.profile) return;
    const std::vector<Waiver>& all = request.profile->waivers;
    for (std::size_t i = 0; i < all.size(); ++i) {
        WaiverUse use;
        use.waiver = i;
        const CheckedRule* rule = find_rule(request, all[i].rule.value);
        if (rule && data.find(rule->entity, all[i].unit.value) == no_row) use.what = WaiverUse::What::no_such_unit;
        uses_.push_back(use);
        by_rule_and_unit_.emplace(std::pair<std::string_view, std::string_view>(all[i].rule.value, all[i].unit.value), i);
    }
}

std::optional<std::size_t> Waivers::judged(const CheckedRule& rule, Row row, Status status) {
    if (by_rule_and_unit_.empty()) return std::nullopt;
    const auto found = by_rule_and_unit_.find({rule.id, data_.id(rule.entity, row)});
    if (found == by_rule_and_unit_.end()) return std::nullopt;
    WaiverUse& use = uses_[found->second];
    use.status = status;
    // The last day counts.
    const bool lasts = request_.as_of <= request_.profile->waivers[found->second].until;
    use.what = !lasts ? WaiverUse::What::expired : excusable(status) ? WaiverUse::What::used : WaiverUse::What::not_needed;
    return use.what == WaiverUse::What::used ? std::optional(found->second) : std::nullopt;
}

std::vector<WaiverUse> Waivers::uses(const std::vector<std::string>& not_in_force) const {
    std::vector<WaiverUse> all = uses_;
    for (WaiverUse& use : all) {
        const Waiver& waiver = request_.profile->waivers[use.waiver];
        const bool out = std::find(not_in_force.begin(), not_in_force.end(), waiver.rule.value) != not_in_force.end();
        if (use.what != WaiverUse::What::not_looked_at || !out) continue;
        use.what = request_.as_of <= waiver.until ? WaiverUse::What::not_in_force : WaiverUse::What::expired;
    }
    return all;
}

void report_waivers(const CheckResult& result, Diagnostics& diagnostics) {
    for (const WaiverUse& use : result.waivers) {
        if (!without_effect(use)) continue;
        const Waiver& waiver = result.request.profile->waivers[use.waiver];
        Words help;
        DiagnosticKind kind = waiver_not_needed;
        if (use.what == WaiverUse::What::expired) {
            kind = waiver_expired;
            help = {"bỏ mục này, hoặc ghi ngày `until` mới cùng người phê duyệt",
                    "take it out, or give a new `until` with who approved it"};
        } else if (use.what == WaiverUse::What::no_such_unit) {
            kind = waiver_unit;
            std::vector<std::string> near;
            const Dataset& data = result.records->dataset;
            const EntityId entity = find_rule(result.request, waiver.rule.value)->entity;
            for (Row row = 0; row < data[entity].size; ++row) near.emplace_back(data.id(entity, row));
            std::sort(near.begin(), near.end());
            if (!suggestions(waiver.unit.value, near).empty()) help = did_you_mean(waiver.unit.value, near);
        }
        diagnostics.add(kind, use.what == WaiverUse::What::no_such_unit ? waiver.unit.place() : waiver.rule.place(),
                        without_effect_words(result, use), std::move(help));
    }
}

bool without_effect(const WaiverUse& use) {
    return use.what != WaiverUse::What::used && use.what != WaiverUse::What::not_looked_at;
}

std::string_view word(WaiverUse::What what) {
    switch (what) {
        case WaiverUse::What::used:
            return "used";
        case WaiverUse::What::expired:
            return "expired";
        case WaiverUse::What::not_needed:
            return "not_needed";
        case WaiverUse::What::not_in_force:
            return "rule_not_in_force";
        case WaiverUse::What::no_such_unit:
            return "no_such_unit";
        case WaiverUse::What::not_looked_at:
            break;
    }
    return "not_looked_at";
}

Words without_effect_words(const CheckResult& result, const WaiverUse& use) {
    const Waiver& waiver = result.request.profile->waivers[use.waiver];
    const std::string unit = visible(waiver.unit.value);
    const Words what{fmt::format("miễn áp dụng {} cho {}", waiver.rule.value, unit),
                     fmt::format("the waiver of {} for {}", waiver.rule.value, unit)};
    switch (use.what) {
        case WaiverUse::What::expired:
            return expired_words(result, waiver, use);
        case WaiverUse::What::not_needed: {
            const Words status = status_title(use.status.value_or(Status::pass));
            return {fmt::format("{} không dùng đến: kết quả của đơn vị là {}", what.vi, status.vi),
                    fmt::format("{} is not needed: the unit's status is {}", what.en, status.en)};
        }
        case WaiverUse::What::not_in_force:
            return {fmt::format("{} không dùng đến: quy tắc không có hiệu lực vào ngày xét", what.vi),
                    fmt::format("{} is not needed: the rule is not in force on the as-of date", what.en)};
        case WaiverUse::What::no_such_unit: {
            const Entity& entity = (*result.records->dataset.schema)[find_rule(result.request, waiver.rule.value)->entity];
            return {
                fmt::format("{} không có tác dụng: hồ sơ không có {} nào mang mã này", what.vi, lower_first(entity.title.vi)),
                fmt::format("{} does nothing: the records have no {} with this id", what.en, entity.name)};
        }
        default:
            return what;
    }
}

Words waived_words(const CheckResult& result, const Finding& finding) {
    const Waiver& waiver = waiver_of(result, finding);
    const Words status = status_title(finding.without_waiver);
    return {fmt::format("Được miễn đến hết {}. Lý do: {}. Người phê duyệt: {}. Nếu không được miễn: {}.",
                        vietnamese_date(waiver.until), without_stop(visible(waiver.reason)),
                        without_stop(visible(waiver.approved_by)), status.vi),
            fmt::format("Waived until {}. Reason: {}. Approved by: {}. Without the waiver: {}.", iso_date(waiver.until),
                        without_stop(visible(waiver.reason)), without_stop(visible(waiver.approved_by)), status.en)};
}

const Waiver& waiver_of(const CheckResult& result, const Finding& finding) {
    return result.request.profile->waivers[*finding.waiver];
}

}  // namespace hoagiai
