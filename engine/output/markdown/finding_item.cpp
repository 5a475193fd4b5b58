#include "engine/output/markdown/finding_item.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/waivers.h"
#include "engine/output/evidence_words.h"
#include "engine/output/markdown/markdown_text.h"
#include "engine/output/report_words.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

class FindingItem {
public:
    FindingItem(const CheckResult& result, Section section, const Finding& finding, std::size_t number, Language language)
        : result_(result),
          section_(section),
          finding_(finding),
          first_(fmt::format("{}. ", number)),
          indent_(first_.size(), ' '),
          text_(describe(result, finding)),
          language_(language) {}

    std::string write(const OutlineGroup& group) {
        out_ = fmt::format("{}**{}**: \\[{}\\] {}\n", first_, plain(unit_below(group, result_, finding_)),
                           words(status_label(section_, finding_.outcome.status)),
                           plain(severity_and_rule(section_, result_.rule(finding_))));
        const std::string title = words(text_.title), message = words(text_.message);
        paragraph("*" + markdown_text(title) + "*");
        if (section_ == Section::pass || section_ == Section::not_applicable) return std::move(out_);
        if (message != title) paragraph(markdown_text(message));
        for (const Gap& gap : text_.gaps) paragraph("**" + plain(gap.sentence) + "**");
        if (finding_.waiver) paragraph(plain(waived_words(result_, finding_)));
        if (!text_.basis.empty()) paragraph(label("Căn cứ", "Basis") + markdown_bases(text_.basis, language_) + ".");
        // The sentence names a single one.
        if (text_.missing.size() + text_.more_missing > 1)
            paragraph(label("Còn thiếu", "Missing") + markdown_missing(text_.missing, text_.more_missing, language_) + ".");
        readings();
        recommendations();
        evidence();
        return std::move(out_);
    }

private:
    const std::string& words(const Words& both) const { return say(both, language_); }
    std::string plain(const Words& both) const { return markdown_text(words(both)); }
    std::string pick(const char* vi, const char* en) const { return language_ == Language::vi ? vi : en; }
    std::string label(const char* vi, const char* en) const { return "*" + pick(vi, en) + ":* "; }
    void paragraph(const std::string& text) { out_ += "\n" + indent_ + text + "\n"; }
    void table(const MarkdownTable& made) { out_ += "\n" + made.text(indent_); }

    /// Where the law can be read in several ways and they differ here.
    void readings() {
        if (text_.readings.empty()) return;
        MarkdownTable made({{pick("Cách hiểu", "Reading")}, {pick("Kết quả", "Result")}, {pick("Số liệu", "Values")}});
        for (const ReadingText& reading : text_.readings)
            made.add({plain(reading.title), words(status_title(reading.status)), plain(reading_values(reading))});
        table(made);
    }

    void recommendations() {
        if (text_.recommendations.empty()) return;
        paragraph("*" + pick("Kiến nghị", "Recommended") + ":*");
        out_ += "\n";
        for (const Recommendation& one : text_.recommendations) {
            // The addressee stands out; the words are those of every report.
            const std::string sentence = words(recommended(one)), to = words(one.to_title);
            const std::size_t rest = std::min(sentence.find_first_not_of(' ', to.size()), sentence.size());
            out_ += fmt::format("{}- **{}**{}{}\n", indent_, markdown_text(to), rest > to.size() ? " " : "",
                                markdown_text(sentence.substr(rest)));
        }
    }

    void evidence() {
        if (text_.evidence.empty()) return;
        MarkdownTable made({{pick("Số liệu làm căn cứ", "Evidence")},
                            {pick("Giá trị", "Value")},
                            {pick("Dòng hồ sơ", "Rows of the records")}});
        for (const Evidence& one : text_.evidence)
            made.add({is_computed(one, language_) ? markdown_code(words(one.label)) : plain(one.label), plain(one.value),
                      plain(evidence_rows(result_, one))});
        table(made);
    }

    const CheckResult& result_;
    Section section_;
    const Finding& finding_;
    std::string first_, indent_;
    FindingText text_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string finding_item(const CheckResult& result, const OutlineGroup& group, Section section, const Finding& finding,
                         std::size_t number, Language language) {
    return FindingItem(result, section, finding, number, language).write(group);
}

std::string markdown_bases(const std::vector<Basis>& all, Language language) {
    std::string text;
    for (const Basis& one : all) text += (text.empty() ? "" : "; ") + markdown_link(one.url, say(basis_text(one), language));
    return text;
}

std::string markdown_missing(const std::vector<MissingText>& all, std::size_t more, Language language) {
    std::string text;
    for (const MissingText& one : all) text += (text.empty() ? "" : "; ") + markdown_text(say(one.words, language));
    if (more > 0) text += fmt::format(fmt::runtime(language == Language::vi ? "; và {} ô nữa" : "; and {} more"), more);
    return text;
}

}  // namespace hoagiai
