// The report for people: by unit and severity, the sentence, its basis, what is missing, what to do; then the accounts, which
// add up. Readable in a terminal of 80 columns.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/output/format.h"
#include "engine/output/summary.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class TextReport {
public:
    explicit TextReport(const Report& report)
        : report_(report), result_(*report.result), data_(result_.records->dataset), vi_(report.language == Language::vi) {}

    std::string write() {
        head();
        findings();
        not_assessed();
        accounts();
        return std::move(out_);
    }

private:
    std::string pick(std::string_view vi, std::string_view en) const { return std::string(vi_ ? vi : en); }
    const std::string& in_language(const Words& words) const { return say(words, report_.language); }
    std::string strong(std::string_view text, std::string_view code = "1") const {
        return report_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
    std::string day(Day date) const { return vi_ ? vietnamese_date(date) : iso_date(date); }

    void head() {
        out_ += strong(pick("KẾT QUẢ KIỂM TRA HỒ SƠ HÒA GIẢI Ở CƠ SỞ", "GRASSROOTS MEDIATION: RESULT OF THE CHECK")) + "\n";
        std::string when = pick("Tính đến ngày ", "As of ") + day(result_.request.as_of);
        if (result_.request.period)
            when += pick("; kỳ kiểm tra ", "; period ") + result_.request.period->text +
                    fmt::format(" ({}–{})", day(result_.request.period->first), day(result_.request.period->last));
        out_ += when + ".\n";
        for (const auto& book : result_.request.books) {
            const Rulebook& rulebook = *book->book;
            std::string line =
                fmt::format("{} {}: {}", pick("Bộ quy tắc", "Rules"), rulebook.name.value, in_language(rulebook.title));
            if (!rulebook.instrument.number.empty()) line += ", " + rulebook.instrument.number;
            out_ += wrapped(line + ".", 2, 0);
        }
        const Summary summary = summarise(result_);
        out_ += wrapped(fmt::format("{}: {} {}, {} {}, {} {}.", pick("Dòng hồ sơ", "Rows of records"), summary.rows.read,
                                    pick("đã đọc", "read"), summary.rows.used, pick("đã dùng", "used"), summary.rows.refused,
                                    pick("bị từ chối", "refused")),
                        2, 0);
        std::string gaps, absent;
        for (const TableCoverage& coverage : summary.coverage) {
            if (!coverage.supplied)
                absent += (absent.empty() ? "" : ", ") + coverage.table;
            else if (coverage.tops_without > 0)
                gaps +=
                    fmt::format("{}{} {}/{}", gaps.empty() ? "" : ", ", coverage.table, coverage.tops_without, coverage.tops);
        }
        if (!gaps.empty())
            out_ += wrapped(pick("Số xã không có dòng nào, theo bảng: ", "Communes without any row, by table: ") + gaps + ".",
                            2, 0);
        if (!absent.empty()) out_ += wrapped(pick("Bảng không được cung cấp: ", "Tables not supplied: ") + absent + ".", 2, 0);
    }

    static int rank(Status status) {
        switch (status) {
            case Status::fail:
                return 0;
            case Status::unknown:
                return 1;
            case Status::waived:
                return 2;
            case Status::pass:
                return 3;
            case Status::not_applicable:
                return 4;
        }
        return 5;
    }

    void findings() {
        const auto& all = result_.findings;
        for (std::size_t i = 0; i < all.size();) {
            // One unit's findings stand together: the most severe first.
            std::vector<const Finding*> unit;
            const EntityId entity = result_.rule(all[i]).entity;
            const Row row = all[i].row;
            for (; i < all.size() && result_.rule(all[i]).entity == entity && all[i].row == row; ++i) {
                if (all[i].outcome.status == Status::unknown && not_supplied_at_all(all[i].outcome))
                    not_supplied_[{result_.rule(all[i]).id, said_once(all[i].outcome)}].push_back(&all[i]);
                else
                    unit.push_back(&all[i]);
            }
            if (unit.empty()) continue;
            std::stable_sort(unit.begin(), unit.end(), [&](const Finding* a, const Finding* b) {
                return std::tuple(rank(a->outcome.status), result_.rule(*a).decl->severity) <
                       std::tuple(rank(b->outcome.status), result_.rule(*b).decl->severity);
            });
            unit_head(entity, row);
            for (const Finding* finding : unit) one(*finding);
        }
    }

    std::string said_once(const Outcome& outcome) const {
        std::string text;
        for (const MissingCell& cell : outcome.missing) text += (text.empty() ? "" : "; ") + in_language(describe(cell, data_));
        return text;
    }

    void unit_head(EntityId entity, Row row) {
        const std::string title = in_language(unit_words(data_, entity, row, false));
        std::string above;
        const auto path = unit_path(data_, entity, row);
        for (std::size_t i = path.size() > 1 ? path.size() - 1 : 0; i-- > 0;)
            above += (above.empty() ? "" : ", ") + path[i].name;
        out_ += "\n" + strong(wrapped(above.empty() ? title : title + " — " + above, 2, 0));
    }

    void one(const Finding& finding) {
        const CheckedRule& rule = result_.rule(finding);
        const FindingText text = describe(result_, finding);
        const Status status = finding.outcome.status;
        const std::string_view colour = status == Status::fail ? "31" : status == Status::unknown ? "33" : "32";
        std::string label = in_language(status_title(status));
        if (status == Status::fail)
            label += fmt::format(" · {} · {}", in_language(kind_title(rule.decl->kind)),
                                 in_language(severity_title(rule.decl->severity)));
        out_ += fmt::format("  [{}] {}\n", strong(label, colour), rule.id);
        // The rule's own sentence is said where it fails; otherwise its title says what was looked at.
        if (status != Status::fail) out_ += wrapped(in_language(text.title) + ".", 4, 4);
        if (status == Status::fail || status == Status::unknown) out_ += wrapped(in_language(text.message), 4, 4);
        std::string basis;
        for (const Basis& one : text.basis) basis += (basis.empty() ? "" : "; ") + in_language(basis_text(one));
        if (!basis.empty()) out_ += wrapped(pick("Căn cứ: ", "Basis: ") + basis + ".", 6, 4);
        for (const Recommendation& recommendation : text.recommendations) {
            const std::string within = recommendation.within.en.empty()
                                           ? ""
                                           : pick(" (trong thời hạn ", " (within ") + in_language(recommendation.within) + ")";
            out_ += wrapped(pick("Kiến nghị ", "Recommended to: ") + in_language(recommendation.to_title) + within + ": " +
                                in_language(recommendation.text),
                            6, 4);
        }
    }

    void not_assessed() {
        if (not_supplied_.empty() && result_.not_in_force.empty()) return;
        out_ += "\n" + strong(pick("Chưa xét được", "Not assessed")) + "\n";
        for (const auto& [key, findings] : not_supplied_) {
            const Entity& entity = (*data_.schema)[result_.rule(*findings.front()).entity];
            const std::string line = vi_ ? fmt::format("{}: {} {} chưa xét được vì không được cung cấp {}.", key.first,
                                                       findings.size(), lower_first(entity.title.vi), key.second)
                                         : fmt::format("{}: {} {}, {} not supplied.", key.first, findings.size(),
                                                       findings.size() == 1 ? entity.name : entity.plural, key.second);
            out_ += wrapped(line, 4, 2);
        }
        for (const std::string& rule : result_.not_in_force)
            out_ += wrapped(
                rule + ": " + pick("không có hiệu lực vào ngày ", "not in force on ") + day(result_.request.as_of) + ".", 4, 2);
    }

    void accounts() {
        const Words columns[] = {status_title(Status::pass),          status_title(Status::fail),   {"chưa rõ", "unknown"},
                                 {"không áp dụng", "not applicable"}, status_title(Status::waived), {"cộng", "total"}};
        out_ += "\n" + strong(pick("Tổng hợp theo quy tắc (số đơn vị)", "Accounts by rule (units)")) + "\n";
        std::size_t name_width = display_width(pick("Tổng cộng", "All rules"));
        for (const RuleCounts& counts : result_.rules) name_width = std::max(name_width, result_.rule(counts).id.size());
        const auto line = [&](std::string_view name, const auto& counts) {
            const std::uint64_t numbers[] = {counts.pass,           counts.fail,   counts.unknown,
                                             counts.not_applicable, counts.waived, counts.units()};
            out_ += fmt::format("  {}{}", name, std::string(name_width - display_width(name), ' '));
            for (std::size_t i = 0; i < 6; ++i) {
                if (i == 4 && !any_waived()) continue;
                out_ += fmt::format("  {:>{}}", numbers[i], std::max<std::size_t>(display_width(in_language(columns[i])), 4));
            }
            out_ += "\n";
        };
        out_ += fmt::format("  {}", std::string(name_width, ' '));
        for (std::size_t i = 0; i < 6; ++i) {
            if (i == 4 && !any_waived()) continue;
            const std::size_t width = display_width(in_language(columns[i]));
            out_ += "  " + std::string(width < 4 ? 4 - width : 0, ' ') + in_language(columns[i]);
        }
        out_ += "\n";
        for (const RuleCounts& counts : result_.rules) line(result_.rule(counts).id, counts);
        const Summary summary = summarise(result_);
        line(pick("Tổng cộng", "All rules"), summary.all);
    }

    bool any_waived() const {
        return std::any_of(result_.rules.begin(), result_.rules.end(),
                           [](const RuleCounts& counts) { return counts.waived > 0; });
    }

    const Report& report_;
    const CheckResult& result_;
    const Dataset& data_;
    bool vi_;
    std::string out_;
    std::map<std::pair<std::string, std::string>, std::vector<const Finding*>> not_supplied_;
};

std::string write(const Report& report) { return TextReport(report).write(); }

}  // namespace

extern const OutputFormat output_format_text;
const OutputFormat output_format_text = {"text", ".txt", write};

}  // namespace hoagiai
