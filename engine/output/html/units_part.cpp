#include "engine/output/html/units_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/output/html/finding_part.h"
#include "engine/output/html/html_text.h"

namespace hoagiai {

namespace {

/// So many findings are open when the page opens; what follows waits until somebody opens it.
constexpr std::size_t most_open = 150;

struct Placed {
    Section section;
    const Finding* finding;
};

class UnitsPart {
public:
    UnitsPart(const CheckResult& result, const Outline& outline, Language language, Sink& out)
        : result_(result), outline_(outline), language_(language), vi_(language == Language::vi), out_(out) {}

    void write() {
        if (outline_.groups.empty()) {
            out_ += html_element("p", vi_ ? "Không có kết quả nào để nêu theo đơn vị." : "There is nothing to list by unit.") +
                    "\n";
            return;
        }
        controls();
        out_ += html_element("p",
                             pick("Bản in nêu từng kết quả không đạt với số liệu làm căn cứ, từng kết quả chưa rõ với số liệu "
                                  "còn thiếu; kết quả đạt và không áp "
                                  "dụng chỉ nêu số lượng. Toàn bộ số liệu có trong tệp này.",
                                  "On paper: each failure with its evidence, each unknown one with what is missing; what "
                                  "passed or does not apply as "
                                  "numbers only. All values are in the file itself."),
                             " class=\"note paper\"") +
                "\n";
        out_ += "<div id=\"groups\">\n";
        for (const OutlineGroup& group : outline_.groups) add(group);
        out_ += "</div>\n";
    }

private:
    std::string pick(const char* vi, const char* en) const { return vi_ ? vi : en; }

    void add(const OutlineGroup& group) {
        std::vector<Placed> all;
        std::size_t failures = 0, unknown = 0, critical = 0;
        std::string counts;
        for (const OutlineSection& section : group.sections) {
            for (const Finding* finding : section.findings) {
                all.push_back({section.section, finding});
                critical +=
                    is_failure(section.section) && result_.rule(*finding).decl->severity == RuleSeverity::critical ? 1 : 0;
            }
            if (is_failure(section.section)) failures += section.findings.size();
            if (section.section == Section::unknown) unknown += section.findings.size();
            counts += fmt::format("{}{}: {}", counts.empty() ? "" : " · ", say(section_title(section.section), language_),
                                  section.findings.size());
        }
        // By unit again, as the findings of a check stand; of one unit the gravest first.
        const auto unit = [&](const Placed& one) { return std::pair(result_.rule(*one.finding).entity, one.finding->row); };
        std::sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) { return a.finding < b.finding; });
        const bool open = opened_ == 0 || opened_ + all.size() <= most_open;
        if (open) opened_ += all.size();
        out_ += fmt::format(
            "<details class=\"group\"{} data-failures=\"{}\" data-critical=\"{}\" data-unknown=\"{}\">\n<summary><h3>{}</h3>"
            "<span class=\"counts\">{}</span></summary>\n<div>\n",
            open ? " open=\"open\"" : "", failures, critical, unknown,
            html_isolated(say(group_title(group, result_), language_)), html_text(counts));
        for (auto from = all.begin(); from != all.end();) {
            const auto to = std::find_if(from, all.end(), [&](const Placed& one) { return unit(one) != unit(*from); });
            std::stable_sort(from, to, [&](const Placed& a, const Placed& b) {
                return std::pair(a.section, result_.rule(*a.finding).decl->severity) <
                       std::pair(b.section, result_.rule(*b.finding).decl->severity);
            });
            const bool passed = std::all_of(from, to, [](const Placed& one) { return is_passed(one.section); });
            out_ += std::string(passed ? "<section class=\"unit passed\"><h4>" : "<section class=\"unit\"><h4>") +
                    html_isolated(say(unit_below(group, result_, *from->finding), language_)) + "</h4>\n";
            for (; from != to; ++from) out_ += finding_part(result_, from->section, *from->finding, language_);
            out_ += "</section>\n";
        }
        out_ += "</div>\n</details>\n";
    }

    /// Hidden until the script is there; without one nobody sees a button that does nothing.
    void controls() {
        std::set<Section> sections;
        std::set<RuleSeverity> severities;
        std::set<std::string> rules;
        for (const OutlineGroup& group : outline_.groups)
            for (const OutlineSection& section : group.sections)
                for (const Finding* finding : section.findings) {
                    sections.insert(section.section);
                    severities.insert(result_.rule(*finding).decl->severity);
                    rules.insert(result_.rule(*finding).id);
                }
        out_ += fmt::format("<form id=\"controls\" class=\"controls\" hidden=\"hidden\" data-shown=\"{}\">\n",
                            pick("Đang hiện {shown} trong {all} kết quả.", "{shown} of {all} findings shown."));
        const std::string all = pick("tất cả", "all");
        begin_select("section", pick("Loại kết quả", "Kind of result"), all);
        for (const Section section : sections)
            option(fmt::format("{}", static_cast<int>(section)), say(section_title(section), language_));
        end_select();
        begin_select("severity", pick("Mức độ", "Severity"), all);
        for (const RuleSeverity severity : severities) option(word(severity), say(severity_title(severity), language_));
        end_select();
        begin_select("rule", pick("Quy tắc", "Rule"), all);
        for (const std::string& rule : rules) option(rule, rule);
        end_select();
        out_ += "<label>" + html_text(pick("Tìm", "Search")) +
                "<input type=\"search\" name=\"words\" autocomplete=\"off\"/></label>\n";
        begin_select("sort", pick("Sắp xếp", "Order"), pick("theo mã đơn vị", "by unit"));
        option("failures", pick("nhiều vi phạm, chưa đạt nhất trước", "most failures first"));
        option("critical", pick("nhiều mức rất nghiêm trọng nhất trước", "most critical first"));
        option("unknown", pick("nhiều điểm chưa rõ nhất trước", "most unknown first"));
        end_select();
        out_ += "<button type=\"reset\">" + html_text(pick("Bỏ lọc", "Show all")) + "</button>\n";
        out_ += "<output id=\"shown\"></output>\n</form>\n";
    }

    void begin_select(std::string_view name, const std::string& label, const std::string& none) {
        out_ +=
            fmt::format("<label>{}<select name=\"{}\"><option value=\"\">{}</option>", html_text(label), name, html_text(none));
    }
    void option(std::string_view value, const std::string& words) {
        out_ += fmt::format("<option value=\"{}\">{}</option>", html_attribute(value), html_text(words));
    }
    void end_select() { out_ += "</select></label>\n"; }

    const CheckResult& result_;
    const Outline& outline_;
    Language language_;
    bool vi_;
    std::size_t opened_ = 0;
    Sink& out_;
};

}  // namespace

void units_part(const CheckResult& result, const Outline& outline, Language language, Sink& out) {
    UnitsPart(result, outline, language, out).write();
}

}  // namespace hoagiai
