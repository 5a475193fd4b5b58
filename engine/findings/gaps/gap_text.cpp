// The sentences of a gap. Where holes leave a number open, it prints as a range, or is not said; what was proved is "at least".
#include "engine/findings/gaps/gap_text.h"

#include <fmt/format.h>

#include "engine/findings/value_text.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// What is true of a row that passes, where one word of the schema says it: a choice that is asked for, or a field that is set.
std::string said_of_row(const CheckedRulebook& book, ExprId test) {
    if (test == no_expr) return {};
    const Node& node = book.book->ast[test].node;
    if (std::holds_alternative<Path>(node)) {
        const PathMeaning& meaning = book.path(test);
        if (!meaning.steps.empty()) return {};
        if (meaning.end == PathMeaning::End::definition) return said_of_row(book, book.definitions[meaning.index].expr);
        if (meaning.end != PathMeaning::End::field) return {};
        return lower_first((*book.schema)[meaning.entity].fields[meaning.index].title.vi);
    }
    const auto* comparison = std::get_if<Comparison>(&node);
    if (!comparison || comparison->ops != std::vector{CompareOp::equal}) return {};
    const ExprId left = comparison->operands[0], right = comparison->operands[1];
    const auto ends = [&](ExprId id, PathMeaning::End end) {
        return std::holds_alternative<Path>(book.book->ast[id].node) && book.path(id).end == end;
    };
    if (!ends(left, PathMeaning::End::field) || !book.path(left).steps.empty() || !ends(right, PathMeaning::End::choice))
        return {};
    const Type& type = book.facts[right].type;
    return type.choices ? lower_first(type.choices->choices[book.path(right).index].title.vi) : std::string();
}

/// "vụ, việc hòa giải" and "hòa giải thành" share words where they meet: "vụ, việc hòa giải thành".
std::string joined(const std::string& row, const std::string& said) {
    for (std::size_t at = 0; at < row.size(); ++at) {
        if (at > 0 && row[at - 1] != ' ') continue;
        const std::string rest = row.substr(at);
        if (said.rfind(rest + " ", 0) == 0) return row.substr(0, at) + said;
    }
    return row + " " + said;
}

Words field_title(const CheckedRulebook& book, ExprId id) {
    if (id == no_expr || !std::holds_alternative<Path>(book.book->ast[id].node)) return {};
    const PathMeaning& meaning = book.path(id);
    if (meaning.end != PathMeaning::End::field) return {};
    return (*book.schema)[meaning.entity].fields[meaning.index].title;
}

std::string quoted(const std::string& title) { return "“" + title + "”"; }

std::string number_text(const NumberRange& range, const Type& type, Language language) {
    return value_text(Known::range(range), type, language);
}
std::string number_text(std::int64_t number, const Type& type, Language language) {
    return number_text(NumberRange::exactly(number), type, language);
}

}  // namespace

GapSubject rows_subject(const CheckedRulebook& book, EntityId entity, ExprId test) {
    const Entity& rows = (*book.schema)[entity];
    GapSubject subject{rows.plural_title, {}, lower_first(rows.title.vi), {}};
    const std::string said = said_of_row(book, test);
    subject.good = said.empty() ? subject.row : joined(subject.row, said);
    return subject;
}

GapSubject figures_subject(const CheckedRulebook& book, ExprId part, ExprId whole) {
    return {field_title(book, whole), field_title(book, part), {}, {}};
}

Words share_sentence(const Gap& gap, const GapSubject& subject, const NumberRange& counted) {
    const Type integer{Kind::integer};
    const std::string n = number_text(counted, integer, Language::vi), n_en = number_text(counted, integer, Language::en);
    const bool open = n == "?", figures = !subject.part.vi.empty();
    const std::string k = (gap.at_least ? "ít nhất " : "") + number_text(gap.short_by, integer, Language::vi);

    std::string vi;
    if (figures) {
        vi = open ? "Lẽ ra" : fmt::format("Với “{}” là {}, lẽ ra", subject.many.vi, n);
        vi += fmt::format(" “{}” phải {} {}", subject.part.vi, gap.fewer ? "bớt" : "thêm", k);
    } else {
        vi = open ? "Lẽ ra" : fmt::format("Trong {} {}, lẽ ra", n, subject.row);
        vi += fmt::format(" phải {} {} {}", gap.fewer ? "bớt" : "có thêm", k, subject.good);
        if (subject.good == subject.row) vi += gap.fewer ? " thuộc diện này" : " đạt yêu cầu";
    }
    std::string en = (figures ? quoted(subject.many.en) : subject.many.en) + ": " + (gap.at_least ? "at least " : "") +
                     number_text(gap.short_by, integer, Language::en) + (open ? "" : " of the " + n_en) +
                     " had to end otherwise";
    if (gap.allowed) {
        const std::string a = number_text(*gap.allowed, integer, Language::vi),
                          a_en = number_text(*gap.allowed, integer, Language::en);
        vi += (gap.fewer ? " (được phép tối đa " : " (được phép không đạt tối đa ") + a + ")";
        en += gap.fewer ? " (at most " + a_en + " allowed)" : " (" + a_en + " may fail)";
    }
    return {vi + ".", en + "."};
}

Words amount_sentence(const Gap& gap, const GapSubject& subject, const Type& type, const NumberRange& amount,
                      const NumberRange& bound) {
    const bool rows = gap.kind == Gap::Kind::count, named = !subject.many.vi.empty();
    std::string vi = gap.fewer ? "Vượt quá " : "Còn thiếu ", en = rows ? subject.many.en : "Total";
    if (!rows && named) {
        vi = quoted(subject.many.vi) + (gap.fewer ? ": vượt quá " : ": còn thiếu ");
        en = quoted(subject.many.en);
    }
    en += ": ";
    if (gap.at_least) {
        vi += "ít nhất ";
        en += "at least ";
    }
    vi += number_text(gap.short_by, type, Language::vi) + (rows ? " " + subject.good : "");
    en += number_text(gap.short_by, type, Language::en) + (!gap.fewer ? " more needed" : rows ? " too many" : " too much");
    const std::string had = number_text(amount, type, Language::en), limit = number_text(bound, type, Language::en);
    if (had != "?" && limit != "?") {
        vi += fmt::format(" (tính được {}, {} {})", number_text(amount, type, Language::vi),
                          gap.fewer ? "tối đa được" : "phải có ít nhất", number_text(bound, type, Language::vi));
        en += fmt::format(" ({} counted, {} {} {})", had, gap.fewer ? "at most" : "at least", limit,
                          gap.fewer ? "allowed" : "required");
    }
    return {vi + ".", en + "."};
}

}  // namespace hoagiai
