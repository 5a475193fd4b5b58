// What books do to those they extend: a value takes the place of another from day to day, a rule is switched off. A book beats
// what it extends; two that do not extend each other may not say different things of one day.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/checking/kinds.h"
#include "engine/checking/layers/book_set.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind nothing_to_override{"B043", "override-of-nothing"};
inline constexpr DiagnosticKind nothing_to_switch_off{"B044", "off-of-nothing"};
inline constexpr DiagnosticKind two_overrides{"B045", "two-overrides-on-a-day"};
inline constexpr DiagnosticKind off_twice{"B046", "off-twice", Severity::warning};

Day first_day(const InForce& span) { return span.from.value_or(std::numeric_limits<Day>::min()); }
Day last_day(const InForce& span) { return span.to.value_or(std::numeric_limits<Day>::max()); }

bool overlap(const InForce& a, const InForce& b) { return first_day(a) <= last_day(b) && first_day(b) <= last_day(a); }

/// Says of every value on which days it holds, where the next one's `from` ended it.
void write_out_ends(std::vector<ParameterValue>& values) {
    std::stable_sort(values.begin(), values.end(),
                     [](const ParameterValue& a, const ParameterValue& b) { return first_day(a.span) < first_day(b.span); });
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
        if (const auto& next = values[i + 1].span.from; next && *next <= last_day(values[i].span))
            values[i].span.to = *next - 1;
}

/// The override's value on its days, the others before and behind it.
void overlay(std::vector<ParameterValue>& values, const ParameterValue& over) {
    write_out_ends(values);
    std::vector<ParameterValue> result;
    for (const ParameterValue& value : values) {
        if (!overlap(value.span, over.span)) {
            result.push_back(value);
            continue;
        }
        if (first_day(value.span) < first_day(over.span)) {
            result.push_back(value);
            result.back().span.to = *over.span.from - 1;
        }
        if (last_day(over.span) < last_day(value.span)) {
            result.push_back(value);
            result.back().span.from = *over.span.to + 1;
        }
    }
    result.push_back(over);
    // The first value of a duration says whether it counts days or months: that is for the parameter's own book to say.
    std::stable_partition(result.begin(), result.end(), [](const ParameterValue& value) { return value.set_by.empty(); });
    values = std::move(result);
}

/// Bases without an instrument mean the source of the book in which they are written.
std::vector<Basis> written_out(std::vector<Basis> all, const Rulebook& book) {
    for (Basis& basis : all)
        if (basis.instrument.empty()) basis.instrument = book.instrument.number;
    return all;
}

class Layering {
public:
    Layering(LayeredBooks& books, const std::vector<std::size_t>& order) : books_(books), order_(order) {}

    void apply() {
        for (const std::size_t index : order_) {
            if (!books_[index].book) continue;
            for (const OverrideDecl& one : books_[index].book->overrides) add_override(index, one);
            for (const OffDecl& one : books_[index].book->off) switch_off(index, one);
        }
    }

private:
    struct Found {
        std::size_t book = 0;
        std::string name;
    };
    struct Override {
        std::size_t by = 0;
        const OverrideDecl* decl = nullptr;
    };

    static std::vector<std::string> parameters_of(const Rulebook& book) {
        std::vector<std::string> names;
        for (const ParameterDecl& decl : book.parameters) names.push_back(decl.name.value);
        return names;
    }

    static std::vector<std::string> rules_of(const Rulebook& book) {
        std::vector<std::string> names;
        const auto add = [&](const RuleDecl& rule) {
            if (std::find(names.begin(), names.end(), rule.id.value) == names.end()) names.push_back(rule.id.value);
        };
        for (const RuleDecl& rule : book.rules) add(rule);
        for (const SwitchedOff& off : book.switched_off) add(off.rule);
        return names;
    }

    /// `name` where only one of the extended books has it, or `book/name`; says what is wrong otherwise.
    template <typename NamesOf>
    std::optional<Found> find(std::size_t index, const Text& written, NamesOf names_of, const DiagnosticKind& kind,
                              const Words& what) {
        LayeredBook& here = books_[index];
        const std::string wanted = nfc(written.value);
        std::vector<Found> found;
        std::vector<std::string> full_names, known;
        for (const std::size_t base : here.below) {
            if (!books_[base].book) continue;
            const std::string prefix = books_[base].book->name.value + "/";
            for (const std::string& name : names_of(*books_[base].book)) {
                known.push_back(prefix + name);
                if (wanted != nfc(name) && wanted != nfc(prefix + name)) continue;
                found.push_back({base, name});
                full_names.push_back(prefix + name);
            }
        }
        if (found.size() == 1) return found.front();
        const std::string shown = visible(written.value);
        if (found.size() > 1) {
            here.said.add(kind, written.place(),
                          {fmt::format("nhiều bộ quy tắc được kế thừa có {} `{}`", what.vi, shown),
                           fmt::format("several extended rulebooks have a {} `{}`", what.en, shown)},
                          {fmt::format("viết một trong: {}", fmt::join(full_names, ", ")),
                           fmt::format("write one of: {}", fmt::join(full_names, ", "))});
            return std::nullopt;
        }
        if (!here.whole) return std::nullopt;  // it may be in the book that could not be read
        const std::vector<std::string> own = names_of(*here.book);
        const std::string own_prefix = here.book->name.value + "/";
        const bool is_own = std::any_of(own.begin(), own.end(), [&](const std::string& name) {
            return wanted == nfc(name) || wanted == nfc(own_prefix + name);
        });
        if (is_own)
            here.said.add(kind, written.place(),
                          {fmt::format("{} `{}` là của chính bộ quy tắc này", what.vi, shown),
                           fmt::format("the {} `{}` is this rulebook's own", what.en, shown)},
                          {"sửa ngay tại chỗ khai báo: chỉ của bộ được kế thừa mới thay hoặc tắt được",
                           "change it where it stands: only what an extended book has is overridden or switched off"});
        else
            here.said.add(kind, written.place(),
                          {fmt::format("các bộ quy tắc được kế thừa không có {} `{}`", what.vi, shown),
                           fmt::format("no extended rulebook has a {} `{}`", what.en, shown)},
                          way_out(here, written.value, known));
        return std::nullopt;
    }

    static Words way_out(const LayeredBook& here, const std::string& written, const std::vector<std::string>& known) {
        if (here.book->extends.empty())
            return {"bộ này không kế thừa bộ nào: thêm extends: đường-dẫn", "this book extends none: add extends: path"};
        // People leave the book out: their word is compared with both forms.
        for (const std::string& full : known)
            if (!suggestions(written.substr(written.find('/') + 1), {full.substr(full.find('/') + 1)}).empty())
                return did_you_mean(full, {full});
        return known.empty() ? Words{} : did_you_mean(written, known);
    }

    void add_override(std::size_t index, const OverrideDecl& one) {
        const auto found = find(index, one.parameter, parameters_of, nothing_to_override, {"tham số", "parameter"});
        if (!found) return;
        Rulebook& base = *books_[found->book].book;
        const auto decl = std::find_if(base.parameters.begin(), base.parameters.end(),
                                       [&](const ParameterDecl& p) { return p.name.value == found->name; });
        if (one.value.undetermined && decl->type.value != "boolean" && decl->choices.size() < 2) {
            Diagnostic& said = books_[index].said.add(
                bad_parameter_value, one.parameter.place(),
                {fmt::format("`{}` không thể để chưa xác định: tham số không có `choices:` gồm ít nhất hai cách hiểu",
                             found->name),
                 fmt::format("`{}` cannot be left undetermined: it has no `choices:` of at least two readings", found->name)},
                {"viết một giá trị", "write a value"});
            said.related.push_back({decl->name.place(), {"tham số ở đây", "the parameter is here"}});
            return;
        }
        std::vector<Override>& earlier = overrides_[{found->book, found->name}];
        for (const Override& other : earlier) {
            const bool beats = other.by != index && books_[index].below.count(other.by) > 0;
            const bool together = other.by == index || (books_[index].runs && books_[other.by].runs);
            if (beats || !together || !overlap(other.decl->value.span, one.value.span)) continue;
            Diagnostic& said = books_[index].said.add(
                two_overrides, one.parameter.place(),
                {fmt::format("tham số `{}/{}` có hai giá trị thay thế trong cùng một ngày", base.name.value, found->name),
                 fmt::format("the parameter `{}/{}` is overridden twice on one day", base.name.value, found->name)},
                other.by == index
                    ? Words{"cho mỗi giá trị những ngày riêng bằng from và to", "give each its own days by from and to"}
                    : Words{"hai bộ này không kế thừa nhau: chỉ nêu một bộ, hoặc cho bộ này kế thừa bộ kia",
                            "neither book extends the other: name only one of them, or let one extend the other"});
            said.related.push_back({other.decl->parameter.place(), {"giá trị kia ở đây", "the other one is here"}});
            return;
        }
        earlier.push_back({index, &one});
        if (!books_[index].runs) return;
        ParameterValue over = one.value;
        over.basis = written_out(std::move(over.basis), *books_[index].book);
        overlay(decl->values, over);
    }

    void switch_off(std::size_t index, const OffDecl& one) {
        const auto found = find(index, one.rule, rules_of, nothing_to_switch_off, {"quy tắc", "rule"});
        if (!found || !books_[index].runs) return;
        Rulebook& base = *books_[found->book].book;
        const Rulebook& by = *books_[index].book;
        const auto before = std::find_if(base.switched_off.begin(), base.switched_off.end(),
                                         [&](const SwitchedOff& off) { return off.rule.id.value == found->name; });
        if (before != base.switched_off.end()) {
            Diagnostic& said =
                books_[index].said.add(off_twice, one.rule.place(),
                                       {fmt::format("quy tắc `{}/{}` đã bị tắt rồi", base.name.value, found->name),
                                        fmt::format("the rule `{}/{}` is switched off already", base.name.value, found->name)},
                                       {"bỏ mục này", "leave this item out"});
            said.related.push_back({before->place, {"tắt lần đầu ở đây", "first switched off here"}});
            return;
        }
        // All versions of it.
        const auto stay = std::stable_partition(base.rules.begin(), base.rules.end(),
                                                [&](const RuleDecl& rule) { return rule.id.value != found->name; });
        for (auto rule = stay; rule != base.rules.end(); ++rule)
            base.switched_off.push_back(
                {std::move(*rule), by.name.value, by.title, one.rule.place(), one.reason, written_out(one.basis, by)});
        base.rules.erase(stay, base.rules.end());
    }

    LayeredBooks& books_;
    const std::vector<std::size_t>& order_;
    std::map<std::pair<std::size_t, std::string>, std::vector<Override>> overrides_;  // by book and parameter
};

}  // namespace

void apply_layers(LayeredBooks& books, const std::vector<std::size_t>& order) { Layering(books, order).apply(); }

}  // namespace hoagiai
