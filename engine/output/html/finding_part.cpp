#include "engine/output/html/finding_part.h"

#include <fmt/format.h>

#include "engine/findings/waivers.h"
#include "engine/output/evidence_words.h"
#include "engine/output/html/html_text.h"
#include "engine/output/html/table.h"
#include "engine/output/report_words.h"
#include "engine/output/summary.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::size_t identifying = 16;  // hex digits of a fingerprint, as a place in the page

class FindingPart {
public:
    FindingPart(const CheckResult& result, Section section, const Finding& finding, Language language)
        : result_(result),
          section_(section),
          finding_(finding),
          rule_(result.rule(finding)),
          text_(describe(result, finding)),
          language_(language),
          vi_(language == Language::vi) {}

    std::string html() {
        const std::string_view sort = is_failure(section_)           ? "failure"
                                      : section_ == Section::unknown ? "unknown"
                                      : is_passed(section_)          ? "settled passed"
                                                                     : "settled";
        out_ = fmt::format(
            "<article class=\"finding {}\" id=\"f-{}\" data-section=\"{}\" data-severity=\"{}\" data-rule=\"{}\">\n", sort,
            text_.fingerprint.substr(0, identifying), static_cast<int>(section_), word(rule_.decl->severity),
            html_attribute(rule_.id));
        heading();
        const std::string& message = say(text_.message, language_);
        if (message != say(text_.title, language_)) paragraph(message);
        for (const Gap& gap : text_.gaps)
            out_ += html_element("p", say(gap.sentence, language_), " class=\"gap-words\"") + "\n";
        if (finding_.waiver) paragraph(say(waived_words(result_, finding_), language_));
        out_ += basis_part(text_.basis, language_);
        // The sentence names a single one.
        if (text_.missing.size() + text_.more_missing > 1) out_ += missing_part(text_.missing, text_.more_missing, language_);
        readings();
        out_ += recommendations_part(text_.recommendations, language_);
        evidence();
        return std::move(out_) + "</article>\n";
    }

private:
    void paragraph(const std::string& text) { out_ += html_element("p", text) + "\n"; }

    void heading() {
        out_ += "<h5>" +
                html_element("span", say(status_label(section_, finding_.outcome.status), language_), " class=\"badge\"") +
                " " + html_text(say(text_.title, language_)) + "</h5>\n";
        out_ += "<p class=\"note\">" + html_text(say(section_title(section_), language_));
        if (is_failure(section_)) {
            const std::string severity = say(severity_title(rule_.decl->severity), language_);
            out_ += " · " + html_text(vi_ ? "mức " + severity : severity);
        }
        out_ += " · <code>" + html_text(rule_.id) + "</code></p>\n";
    }

    /// Where the law can be read in several ways and they differ here.
    void readings() {
        if (text_.readings.empty()) return;
        HtmlTable table(vi_ ? "Theo từng cách hiểu" : "By reading",
                        {{vi_ ? "Cách hiểu" : "Reading"}, {vi_ ? "Kết quả" : "Result"}, {vi_ ? "Số liệu" : "Values"}});
        for (const ReadingText& reading : text_.readings) {
            table.add({html_text(say(reading.title, language_)), html_text(say(status_title(reading.status), language_)),
                       html_text(say(reading_values(reading), language_))});
        }
        out_ += table.html();
    }

    void evidence() {
        if (text_.evidence.empty()) return;
        HtmlTable table(
            "", {{vi_ ? "Số liệu" : "Value of"}, {vi_ ? "Giá trị" : "Value"}, {vi_ ? "Dòng hồ sơ" : "Rows of the records"}});
        for (const Evidence& one : text_.evidence) {
            const std::string& label = say(one.label, language_);
            table.add({is_computed(one, language_) ? html_element("code", label) : html_text(label),
                       html_text(say(one.value, language_)), rows(one)});
        }
        out_ += fmt::format("<details class=\"evidence\"><summary>{}</summary>\n{}</details>\n",
                            vi_ ? fmt::format("Số liệu làm căn cứ ({})", text_.evidence.size())
                                : fmt::format("Evidence ({})", text_.evidence.size()),
                            table.html());
    }

    /// "hòa giải viên: M1, M2": by entity, in the order of ids.
    std::string rows(const Evidence& evidence) const {
        const Schema& schema = *result_.records->dataset.schema;
        std::string text, entity;
        for (const RowName& row : evidence.rows) {
            if (row.entity != entity) {
                entity = row.entity;
                const Entity& kind = schema[schema.find_entity(entity)];
                text += (text.empty() ? "" : "; ") + html_text(vi_ ? lower_first(kind.title.vi) : kind.name) + ": ";
            } else {
                text += ", ";
            }
            text += html_isolated(row.id);
        }
        if (evidence.more_rows > 0)
            text += fmt::format(fmt::runtime(vi_ ? " và {} dòng nữa" : " and {} more"), evidence.more_rows);
        return text;
    }

    const CheckResult& result_;
    Section section_;
    const Finding& finding_;
    const CheckedRule& rule_;
    FindingText text_;
    Language language_;
    bool vi_;
    std::string out_;
};

}  // namespace

std::string finding_part(const CheckResult& result, Section section, const Finding& finding, Language language) {
    return FindingPart(result, section, finding, language).html();
}

std::string basis_part(const std::vector<Basis>& basis, Language language) {
    if (basis.empty()) return {};
    std::string text = language == Language::vi ? "<p>Căn cứ: " : "<p>Basis: ";
    for (std::size_t i = 0; i < basis.size(); ++i)
        text += (i == 0 ? "" : "; ") + html_link(basis[i].url, say(basis_text(basis[i]), language));
    return text + ".</p>\n";
}

std::string recommendations_part(const std::vector<Recommendation>& all, Language language) {
    if (all.empty()) return {};
    const bool vi = language == Language::vi;
    std::string text = html_element("p", vi ? "Kiến nghị" : "Recommended", " class=\"part-title\"") + "\n<ul>\n";
    for (const Recommendation& one : all) {
        // The addressee stands out; the words are those of every report.
        const std::string words = say(recommended(one), language), &to = say(one.to_title, language);
        text += "<li>" + html_element("strong", to) + html_text(words.substr(to.size())) + "</li>\n";
    }
    return text + "</ul>\n";
}

std::string missing_part(const std::vector<MissingText>& missing, std::size_t more, Language language) {
    if (missing.empty()) return {};
    const bool vi = language == Language::vi;
    std::string text = html_element("p", vi ? "Còn thiếu" : "Missing", " class=\"part-title\"") + "\n<ul>\n";
    for (const MissingText& one : missing) text += html_element("li", say(one.words, language)) + "\n";
    if (more > 0) text += html_element("li", fmt::format(fmt::runtime(vi ? "và {} ô nữa" : "and {} more"), more)) + "\n";
    return text + "</ul>\n";
}

}  // namespace hoagiai
