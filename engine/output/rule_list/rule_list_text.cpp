// The list for people at a terminal: a book as a heading, its rules, then its parameters with every dated value; `*` marks the
// value that holds on the day.
#include <fmt/format.h>

#include "engine/output/layer_words.h"
#include "engine/output/outline.h"
#include "engine/output/report_words.h"
#include "engine/output/rule_list/rule_list.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

Words kind_words(RuleKind kind) {
    switch (kind) {
        case RuleKind::requirement:
            return {"yêu cầu", "requirement"};
        case RuleKind::target:
            return {"chỉ tiêu", "target"};
        case RuleKind::data:
            return {"đối chiếu số liệu", "data"};
        case RuleKind::question:
            return {"nội dung cần xem xét", "question"};
        case RuleKind::selection:
            return {"lựa chọn", "selection"};
    }
    return {};
}

class RuleListText {
public:
    RuleListText(const RuleList& list, Language language, bool needs, bool colour)
        : list_(list), language_(language), needs_(needs), colour_(colour) {}

    std::string write() {
        const bool vi = language_ == Language::vi;
        out_ += wrapped(fmt::format("{} {}", pick("Quy tắc tính đến ngày", "Rules as of"),
                                    vi ? vietnamese_date(list_.as_of) : iso_date(list_.as_of)) +
                            (list_.profile.empty() ? "" : fmt::format(", {} {}", pick("cấu hình", "profile"), list_.profile)),
                        0, 0);
        for (const ListedBook& book : list_.books) one_book(book);
        return std::move(out_);
    }

private:
    std::string pick(std::string_view vi, std::string_view en) const {
        return std::string(language_ == Language::vi ? vi : en);
    }
    const std::string& say_it(const Words& words) const { return say(words, language_); }
    std::string strong(const std::string& text) const { return colour_ ? "\x1b[1m" + text + "\x1b[0m" : text; }
    void line(const std::string& text, std::size_t indent) { out_ += wrapped(text, indent, indent); }

    void one_book(const ListedBook& book) {
        const std::string number = book.number.empty() ? "" : ", " + book.number;
        const std::string title = fmt::format("{}{} ({})", say_it(book.title), number, book.name);
        out_ +=
            "\n" + strong(wrapped(title, 0, 0)) + std::string(std::min(display_width(visible(title)), line_width), '=') + "\n";
        for (const ListedRule& rule : book.rules) one_rule(rule);
        if (book.parameters.empty()) return;
        out_ += "\n  " + strong(pick("Tham số", "Parameters")) + "\n";
        for (const ListedParameter& parameter : book.parameters) one_parameter(parameter);
    }

    void one_rule(const ListedRule& rule) {
        out_ += "\n";
        const Words severity = severity_title(rule.severity);
        const std::string grade = fmt::format("{}{}", pick("mức ", ""), say_it(severity));
        out_ +=
            wrapped(fmt::format("{} [{}, {}]: {}", rule.id, say_it(kind_words(rule.kind)), grade, say_it(rule.title)), 4, 2);
        if (!rule.basis.empty()) line(pick("Căn cứ: ", "Basis: ") + say_it(bases_text(rule.basis)) + ".", 6);
        line(state(rule), 6);
        if (needs_ && !rule.needs.empty())
            line(fmt::format("{}: {}", pick("Cần các cột", "Needs"), fmt::join(rule.needs, ", ")), 6);
    }

    std::string state(const ListedRule& rule) const {
        switch (rule.state) {
            case ListedRule::State::in_force:
                return pick("Áp dụng.", "In force.");
            case ListedRule::State::own_day:
                return pick("Áp dụng theo ngày của từng trường hợp.", "In force by the day of each case.");
            case ListedRule::State::not_in_force: {
                // It says so itself, as the end of a longer sentence: in both languages its first letter is a plain one.
                std::string why = say_it(rule.why) + ".";
                if (why.front() >= 'a' && why.front() <= 'z') why.front() = static_cast<char>(why.front() - 'a' + 'A');
                return why;
            }
            case ListedRule::State::off: {
                const Words why = why_layered(rule.off->by, rule.off->by_title, rule.off->reason, rule.off->basis);
                return pick("Không áp dụng ", "Switched off ") + say_it(why);
            }
        }
        return {};
    }

    void one_parameter(const ListedParameter& parameter) {
        out_ += "\n";
        line(parameter.title.en.empty() ? parameter.name : fmt::format("{}: {}", parameter.name, say_it(parameter.title)), 2);
        for (const ListedValue& value : parameter.values) {
            const std::string span = say_it(span_in_words(value.span));
            std::string text = (span.empty() ? pick("mọi ngày", "all days") : span) + ": " + say_it(value.value);
            if (value.origin == ListedValue::Origin::book) {
                text += ".";
                if (!value.basis.empty()) text += pick(" Căn cứ: ", " Basis: ") + say_it(bases_text(value.basis)) + ".";
            } else {
                const Words title = value.by_title.en.empty() ? Words{"cấu hình", "the profile"} : value.by_title;
                text += ", " + say_it(why_layered(value.by, title, value.reason, value.basis));
            }
            out_ += wrapped(text, value.holds ? "    * " : "      ", "      ");
        }
    }

    const RuleList& list_;
    Language language_;
    bool needs_, colour_;
    std::string out_;
};

}  // namespace

std::string rule_list_text(const RuleList& list, Language language, bool needs, bool colour) {
    return RuleListText(list, language, needs, colour).write();
}

}  // namespace hoagiai
