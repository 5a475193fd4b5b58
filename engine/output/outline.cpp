#include "engine/output/outline.h"

#include <algorithm>
#include <tuple>

#include "engine/findings/complete.h"

namespace hoagiai {

namespace {

/// The unit at the end of the chain of parents.
std::pair<EntityId, Row> topmost(const Dataset& data, EntityId entity, Row row) {
    for (;;) {
        const LinkId parent = data.schema->parent_link(entity);
        if (parent == none_id) return {entity, row};
        const LinkColumn& link = data[entity].links[parent];
        const Row above = link.supplied ? link.targets[row] : no_row;
        if (above == no_row) return {entity, row};
        entity = (*data.schema)[entity].links[parent].target;
        row = above;
    }
}

Words missing_words(const Outcome& outcome, const Dataset& data) {
    Words text;
    for (const MissingCell& cell : outcome.missing) {
        const Words one = describe(cell, data);
        text.vi += (text.vi.empty() ? "" : "; ") + one.vi;
        text.en += (text.en.empty() ? "" : "; ") + one.en;
    }
    return text;
}

class Outliner {
public:
    explicit Outliner(const CheckResult& result) : result_(result), data_(result.records->dataset) {}

    Outline make() {
        for (const RuleCounts& counts : result_.rules) count(counts);
        for (const Finding& finding : result_.findings) {
            if (finding.outcome.status == Status::unknown)
                if (const Finding whole = complete(result_, finding); not_supplied_at_all(whole.outcome)) {
                    add_not_assessed(whole);
                    continue;
                }
            add(finding);
        }
        for (OutlineGroup& group : outline_.groups)
            for (OutlineSection& section : group.sections) sort(section);
        return std::move(outline_);
    }

private:
    void count(const RuleCounts& counts) {
        const RuleDecl& decl = *result_.rule(counts).decl;
        const auto add_number = [&](Status status, std::uint64_t number) {
            const Section section = section_of(decl.kind, status);
            outline_.counts[section][is_failure(section) ? decl.severity : RuleSeverity::info] += number;
        };
        add_number(Status::fail, counts.fail);
        add_number(Status::unknown, counts.unknown);
        add_number(Status::waived, counts.waived);
        add_number(Status::pass, counts.pass);
        add_number(Status::not_applicable, counts.not_applicable);
    }

    void add(const Finding& finding) {
        const CheckedRule& rule = result_.rule(finding);
        const auto top = topmost(data_, rule.entity, finding.row);
        const auto [place, fresh] = group_index_.emplace(top, outline_.groups.size());
        if (fresh) outline_.groups.push_back({top.first, top.second, {}});
        std::vector<OutlineSection>& sections = outline_.groups[place->second].sections;
        const Section wanted = section_of(rule.decl->kind, finding.outcome.status);
        auto at = std::find_if(sections.begin(), sections.end(), [&](const auto& one) { return one.section >= wanted; });
        if (at == sections.end() || at->section != wanted) at = sections.insert(at, OutlineSection{wanted, {}});
        at->findings.push_back(&finding);
    }

    void add_not_assessed(const Finding& finding) {
        const CheckedRule& rule = result_.rule(finding);
        const Words missing = missing_words(finding.outcome, data_);
        auto& all = outline_.not_assessed;
        auto same = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.missing.en == missing.en; });
        if (same == all.end()) same = all.insert(all.end(), NotAssessed{missing, {}});
        auto& rules = same->rules;
        const auto place = std::lower_bound(rules.begin(), rules.end(), rule.id,
                                            [](const auto& one, const std::string& id) { return one.id < id; });
        if (place != rules.end() && place->id == rule.id)
            ++place->units;
        else
            rules.insert(place, {rule.id, rule.entity, 1});
    }

    /// Findings come by their units; within one unit the most severe goes first.
    void sort(OutlineSection& section) const {
        const auto same_unit = [&](const Finding* a, const Finding* b) {
            return result_.rule(*a).entity == result_.rule(*b).entity && a->row == b->row;
        };
        for (auto from = section.findings.begin(); from != section.findings.end();) {
            auto to = std::find_if(from, section.findings.end(), [&](const Finding* f) { return !same_unit(*from, f); });
            std::stable_sort(from, to, [&](const Finding* a, const Finding* b) {
                return result_.rule(*a).decl->severity < result_.rule(*b).decl->severity;
            });
            from = to;
        }
    }

    const CheckResult& result_;
    const Dataset& data_;
    Outline outline_;
    std::map<std::pair<EntityId, Row>, std::size_t> group_index_;
};

}  // namespace

Section section_of(RuleKind kind, Status status) {
    switch (status) {
        case Status::unknown:
            return Section::unknown;
        case Status::waived:
            return Section::waived;
        case Status::pass:
            return Section::pass;
        case Status::not_applicable:
            return Section::not_applicable;
        case Status::fail:
            break;
    }
    switch (kind) {
        case RuleKind::target:
            return Section::shortfall;
        case RuleKind::data:
            return Section::data_problem;
        case RuleKind::question:
            return Section::question;
        default:
            return Section::violation;
    }
}

Words section_title(Section section) {
    switch (section) {
        case Section::violation:
            return {"Vi phạm quy định", "Violations"};
        case Section::shortfall:
            return {"Chưa đạt chỉ tiêu", "Shortfalls"};
        case Section::data_problem:
            return {"Số liệu mâu thuẫn", "Data problems"};
        case Section::question:
            return {"Cần làm rõ", "Questions"};
        case Section::unknown:
            return {"Chưa đủ căn cứ kết luận", "Unknown: not enough to decide"};
        case Section::waived:
            return {"Được miễn", "Waived"};
        case Section::pass:
            return {"Đạt", "Passed"};
        case Section::not_applicable:
            return {"Không áp dụng", "Not applicable"};
    }
    return {};
}

Words group_title(const OutlineGroup& group, const CheckResult& result) {
    const Dataset& data = result.records->dataset;
    Words title = unit_words(data, group.entity, group.row, false);
    const auto path = unit_path(data, group.entity, group.row);
    for (std::size_t i = path.size() > 1 ? path.size() - 1 : 0; i-- > 0;) {
        title.vi += ", " + path[i].name;
        title.en += ", " + path[i].name;
    }
    return title;
}

Words unit_below(const OutlineGroup& group, const CheckResult& result, const Finding& finding) {
    const Dataset& data = result.records->dataset;
    const EntityId entity = result.rule(finding).entity;
    Words title = unit_words(data, entity, finding.row, false);
    if (entity == group.entity && finding.row == group.row) return title;
    const auto path = unit_path(data, entity, finding.row);
    const std::string_view top = data.id(group.entity, group.row), kind = (*data.schema)[group.entity].name;
    for (std::size_t i = path.size() > 1 ? path.size() - 1 : 0; i-- > 0;) {
        if (path[i].id == top && path[i].entity == kind) break;
        title.vi += ", " + path[i].name;
        title.en += ", " + path[i].name;
    }
    return title;
}

Words status_label(Section section, Status status) {
    return section == Section::question ? Words{"có dấu hiệu", "signs found"} : status_title(status);
}

Outline outline(const CheckResult& result) { return Outliner(result).make(); }

}  // namespace hoagiai
