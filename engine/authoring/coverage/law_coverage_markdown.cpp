// The page of coverage: totals first, then a table for each instrument and each group of criteria.
#include <fmt/format.h>

#include <map>

#include "engine/authoring/coverage/law_coverage.h"

namespace hoagiai {

namespace {

const Words& reason_words(NoRuleReason reason) {
    static const std::map<NoRuleReason, Words> words = {
        {NoRuleReason::right,
         {"quyền, nguyên tắc hoặc giải thích, không phải nghĩa vụ", "a right, a principle or a definition, no duty"}},
        {NoRuleReason::no_field, {"hồ sơ chưa có trường", "the records have no field for it"}},
        {NoRuleReason::no_record, {"không hồ sơ nào cho thấy được", "no record could show it"}},
        {NoRuleReason::not_read, {"chưa đọc văn bản", "the text was not read"}},
        {NoRuleReason::other_law,
         {"văn bản khác, hoặc cơ quan không có hồ sơ ở đây", "another instrument, or a body without records here"}}};
    return words.at(reason);
}

class Page {
public:
    Page(const LawCoverage& coverage, Language language) : coverage_(coverage), language_(language) {}

    std::string make() {
        line(
            say("# Luật và tiêu chí: quy tắc nào, hay vì sao không có", "# The law and the criteria: which rule, or why none"));
        line("");
        line(say(
            "Trang này do chương trình in ra từ các bộ quy tắc (`outline`, `no_rule`, `criteria`, `basis`); đừng sửa tay.",
            "This page is printed by the program from the rulebooks (`outline`, `no_rule`, `criteria`, `basis`); do not edit "
            "it."));
        line(say("Tên có dạng `bộ/quy-tắc`; tên có dấu gạch dưới là tham số.",
                 "A name is `book/rule`; one with an underscore is a parameter."));
        totals();
        for (const CoveredPart& part : coverage_.instruments) table(part, false);
        for (const CoveredPart& part : coverage_.groups) table(part, true);
        if (!coverage_.unknown_criteria.empty()) {
            line(say("\n## Tiêu chí không có trong danh mục\n", "\n## Criteria that the catalogue does not have\n"));
            for (const std::string& one : coverage_.unknown_criteria) line("- " + one);
        }
        return std::move(page_);
    }

private:
    std::string say(const char* vi, const char* en) const { return language_ == Language::vi ? vi : en; }
    void line(const std::string& text) { page_ += text + "\n"; }

    void totals() {
        line(say("\n|  | có quy tắc | có lý do | chưa có gì | tổng |",
                 "\n|  | with a rule | with a reason | with neither | all |"));
        line("|---|---:|---:|---:|---:|");
        row(say("Điều, khoản", "Articles and clauses"), coverage_.clauses());
        for (const CoveredPart& part : coverage_.instruments) row("– " + hoagiai::say(part.title, language_), part.totals());
        row(say("Tiêu chí", "Criteria"), coverage_.criteria());
        for (const CoveredPart& part : coverage_.groups) row("– " + hoagiai::say(part.title, language_), part.totals());
    }

    void row(const std::string& name, const CoverageTotals& totals) {
        line(fmt::format("| {} | {} | {} | {} | {} |", name, totals.ruled, totals.excused, totals.open, totals.of()));
    }

    void table(const CoveredPart& part, bool criteria) {
        line(fmt::format("\n## {}{}\n", hoagiai::say(part.title, language_), part.number.empty() ? "" : " " + part.number));
        line(criteria
                 ? say("| tiêu chí | nội dung | quy tắc, hoặc lý do |", "| criterion | what it asks | rules, or why none |")
                 : say("| điều | khoản | quy tắc, hoặc lý do |", "| article | clause | rules, or why none |"));
        line("|---|---|---|");
        for (const CoveredItem& item : part.items)
            line(criteria ? fmt::format("| {} | {} | {} |", item.criterion.id, hoagiai::say(item.criterion.title, language_),
                                        answer(item))
                          : fmt::format("| {} | {} | {} |", item.article, item.clause, answer(item)));
    }

    std::string answer(const CoveredItem& item) const {
        std::string text;
        const auto join = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
        for (const std::string& name : item.cited) join("`" + name + "`");
        for (const NoRuleDecl& excuse : item.excuses) {
            std::string reason = hoagiai::say(reason_words(excuse.reason), language_);
            if (!excuse.field.empty()) reason += " `" + excuse.field + "`";
            const std::string& note = hoagiai::say(excuse.note, language_);
            join(note.empty() ? reason : reason + ": " + note);
        }
        if (!text.empty()) return text;
        std::string owners;
        for (const std::string& book : item.books) owners += (owners.empty() ? "" : ", ") + book;
        return say("**CHƯA CÓ QUY TẮC VÀ LÝ DO**", "**NEITHER A RULE NOR A REASON**") +
               (owners.empty() ? "" : " (" + owners + ")");
    }

    const LawCoverage& coverage_;
    Language language_;
    std::string page_;
};

}  // namespace

std::string law_coverage_markdown(const LawCoverage& coverage, Language language) { return Page(coverage, language).make(); }

}  // namespace hoagiai
