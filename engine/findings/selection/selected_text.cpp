// A unit that a selection lists, in words. The rule's own sentence is said of what is recommended; what is only possible says
// why: the values that are missing, or the readings that differ.
#include "engine/findings/selection/selected_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/spelling.h"
#include "engine/findings/describer.h"
#include "engine/findings/selection/select.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_missing = 20, most_rivals = 500;

void add_new(std::vector<MissingCell>& cells, const std::vector<MissingCell>& more) {
    for (const MissingCell& cell : more)
        if (std::find(cells.begin(), cells.end(), cell) == cells.end()) cells.push_back(cell);
}

/// A finding as far as its words go: the same readings, of the same unit.
Finding finding_of(const Selection& selection, Row row) {
    Finding finding;
    finding.book = selection.book;
    finding.rule = selection.rule;
    finding.row = row;
    finding.outcome.status = Status::fail;
    if (selection.rankings.size() > 1)
        for (const Ranking& ranking : selection.rankings) finding.outcome.readings.push_back(ranking.reading);
    return finding;
}

}  // namespace

class SelectedDescriber {
public:
    SelectedDescriber(const CheckResult& result, const Selection& selection, const SelectedUnit& unit)
        : selection_(selection),
          unit_(unit),
          book_(result.book(selection)),
          rule_(result.rule(selection)),
          data_(result.records->dataset),
          finding_(finding_of(selection, unit.row)),
          describer_(result, finding_) {}

    SelectedText all() {
        const RuleDecl& decl = *rule_.decl;
        SelectedText text;
        text.title = decl.title;
        text.basis = decl.basis;
        for (Basis& basis : text.basis)
            if (basis.instrument.empty()) basis.instrument = book_.book->instrument.number;
        text.fingerprint = sha256(rule_.id + "\n" + (*data_.schema)[rule_.entity].name + "\n" +
                                  std::string(data_.id(rule_.entity, unit_.row)));
        for (const RankKeyDecl& key : decl.selection->rank_by)
            text.keys.push_back({print_in_english(book_, key.expr),
                                 key.descending,
                                 {describer_.value_in(key.expr, Language::vi), describer_.value_in(key.expr, Language::en)}});
        if (unit_.status == SelectionStatus::possible)
            add_why(text);
        else
            text.message = {describer_.filled(decl.finding_vi, Language::vi), describer_.filled(decl.finding_en, Language::en)};
        if (text.message.en.empty()) text.message.en = text.message.vi;
        FindingText recommended;
        for (const RecommendDecl& recommend : decl.recommend) describer_.add_recommendation(recommend, recommended);
        text.recommendations = std::move(recommended.recommendations);
        return text;
    }

private:
    void add_why(SelectedText& text) {
        if (selection_.reading_decides(unit_.row)) return add_readings(text);
        const std::vector<MissingCell> cells = missing_cells();
        for (const MissingCell& cell : cells) {
            if (text.missing.size() == most_missing) break;
            text.missing.push_back(describer_.missing_text(cell));
        }
        text.more_missing = cells.size() - text.missing.size();
        if (text.missing.empty()) {
            text.message = {"Có thể được chọn; hồ sơ chưa đủ để kết luận.", "It may be chosen; the records do not settle it."};
            return;
        }
        Words list;
        const std::size_t shown = std::min<std::size_t>(text.missing.size(), 3);
        for (std::size_t i = 0; i < shown; ++i) {
            list.vi += (i == 0 ? "" : "; ") + text.missing[i].words.vi;
            list.en += (i == 0 ? "" : "; ") + text.missing[i].words.en;
        }
        if (cells.size() > shown) {
            list.vi += fmt::format("; và {} giá trị khác", cells.size() - shown);
            list.en += fmt::format("; and {} more", cells.size() - shown);
        }
        text.message = {"Có thể được chọn; chưa kết luận được vì còn thiếu: " + list.vi + ".",
                        "It may be chosen; that cannot be decided without: " + list.en + "."};
    }

    /// The unit's own first, then those of the units that may or may not stand before it.
    std::vector<MissingCell> missing_cells() const {
        std::vector<MissingCell> cells;
        for (const Ranking& ranking : selection_.rankings) {
            if (ranking.units[unit_.row].status != SelectionStatus::possible) continue;
            const auto add = [&](Row row) { add_new(cells, open_cells(book_, rule_, data_, describer_.judge_, ranking, row)); };
            add(unit_.row);
            if (ranking.more_units) add_new(cells, unseen_units(data_, rule_.entity));
            const std::uint32_t group = ranking.units[unit_.row].group;
            if (group == none_id) continue;
            const bool size_open = ranking.groups[group].limit != ranking.groups[group].most_limit;
            std::size_t rivals = 0;
            for (Row other = 0; other < ranking.units.size() && rivals < most_rivals; ++other) {
                const bool open_place = ranking.may_precede(other, unit_.row) && !ranking.surely_precedes(other, unit_.row);
                const bool open_group = size_open && ranking.units[other].group == none_id;
                if (other == unit_.row || (!open_place && !open_group)) continue;
                ++rivals;
                add(other);
            }
        }
        return cells;
    }

    void add_readings(SelectedText& text) const {
        std::vector<std::string> statuses;
        for (const Ranking& ranking : selection_.rankings) statuses.emplace_back(word(ranking.units[unit_.row].status));
        Words list;
        for (const ReadingGroup& group : group_readings(finding_.outcome.readings, statuses)) {
            const Words title = title_of(group, book_);
            const Words status = status_title(selection_.rankings[group.readings.front()].units[unit_.row].status);
            list.vi += fmt::format("{}nếu hiểu là “{}” thì {}", list.vi.empty() ? "" : "; ", title.vi, status.vi);
            list.en += fmt::format("{}read as “{}”: {}", list.en.empty() ? "" : "; ", title.en, status.en);
            text.readings.push_back({title, selection_.rankings[group.readings.front()].units[unit_.row].status});
        }
        text.message = {"Có được chọn hay không tùy thuộc vào cách hiểu quy định: " + list.vi + ".",
                        "Whether it is chosen depends on the reading; " + list.en + "."};
    }

    const Selection& selection_;
    const SelectedUnit& unit_;
    const CheckedRulebook& book_;
    const CheckedRule& rule_;
    const Dataset& data_;
    Finding finding_;
    Describer describer_;
};

SelectedText describe(const CheckResult& result, const Selection& selection, const SelectedUnit& unit) {
    return SelectedDescriber(result, selection, unit).all();
}

}  // namespace hoagiai
