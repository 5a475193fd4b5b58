// What a book says of its own coverage: the articles of the instrument and how many clauses each has, what has no rule and
// why. Held together here as far as one book goes; across books it is computed by authoring/coverage.
#include <fmt/format.h>

#include <algorithm>

#include "engine/rulebook/reader.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr NoRuleReason all_reasons[] = {NoRuleReason::right, NoRuleReason::no_field, NoRuleReason::no_record,
                                        NoRuleReason::not_read, NoRuleReason::other_law};

/// A whole number of at most three digits.
std::optional<unsigned> small_number(std::string_view text) {
    const bool digits =
        !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return std::nullopt;
    unsigned number = 0;
    for (const char c : text) number = number * 10 + static_cast<unsigned>(c - '0');
    return number;
}

const OutlineArticle* find_article(const Rulebook& book, std::string_view article) {
    const auto found = std::find_if(book.outline.begin(), book.outline.end(),
                                    [&](const OutlineArticle& one) { return one.article == article; });
    return found == book.outline.end() ? nullptr : &*found;
}

/// Whether an article, or a clause of it, is in the outline.
bool has(const Rulebook& book, std::string_view article, std::string_view clause) {
    const OutlineArticle* const found = find_article(book, article);
    if (!found || clause.empty()) return found != nullptr;
    const auto number = small_number(clause);
    return number && *number >= 1 && *number <= found->clauses;
}

Words place_words(std::string_view article, std::string_view clause) {
    const std::string number = visible(article), part = visible(clause);
    if (clause.empty()) return {fmt::format("Điều {}", number), fmt::format("Article {}", number)};
    return {fmt::format("khoản {} Điều {}", part, number), fmt::format("Article {}({})", number, part)};
}

}  // namespace

std::string_view word(NoRuleReason reason) {
    switch (reason) {
        case NoRuleReason::right:
            return "right";
        case NoRuleReason::no_field:
            return "no_field";
        case NoRuleReason::no_record:
            return "no_record";
        case NoRuleReason::not_read:
            return "not_read";
        case NoRuleReason::other_law:
            return "other_law";
    }
    return "right";
}

void RulebookReader::read_outline(const YamlNode& node) {
    Mapping(node, {"phần `outline`", "part `outline`"}, diagnostics_,
            {"viết outline: {1: 3, 2: 0}: điều, và số khoản của điều đó (0: điều không chia khoản)",
             "write outline: {1: 3, 2: 0}: an article, and how many clauses it has (0: none is numbered)"});
    for (const YamlEntry& article : node.entries) {
        const auto clauses = scalar(article.value, diagnostics_);
        if (!clauses) continue;
        if (const auto number = small_number(clauses->value))
            book_.outline.push_back({article.key.value, *number});
        else
            diagnostics_.add(wrong_form, clauses->place(),
                             {fmt::format("`{}` không phải là số khoản của một điều", visible(clauses->value)),
                              fmt::format("`{}` is no number of clauses", visible(clauses->value))},
                             {"viết một số nguyên, ví dụ 3", "write a whole number, such as 3"});
    }
}

void RulebookReader::read_no_rule(const YamlNode& node) {
    for (const YamlNode* item : one_or_several(node)) {
        Mapping keys(*item, {"mục của `no_rule`", "`no_rule` item"}, diagnostics_,
                     {"viết {article: 1, clause: 2, reason: …} hoặc {criterion: M19, reason: …}",
                      "write {article: 1, clause: 2, reason: …} or {criterion: M19, reason: …}"});
        NoRuleDecl excuse;
        excuse.criterion = keys.plain("criterion");
        const auto article = keys.text("article", excuse.criterion.empty());
        if (article) excuse.article = article->value;
        excuse.clause = keys.plain("clause");
        const auto reason = keys.text("reason", true);
        excuse.field = keys.plain("field");
        excuse.note = keys.words("note", false);
        excuse.place = keys.head();
        keys.finish();
        if (!reason || (!article && excuse.criterion.empty())) continue;
        const auto* const known = std::find_if(std::begin(all_reasons), std::end(all_reasons),
                                               [&](NoRuleReason one) { return word(one) == reason->value; });
        if (known == std::end(all_reasons)) {
            std::vector<std::string> words;
            for (const NoRuleReason one : all_reasons) words.emplace_back(word(one));
            diagnostics_.add(unknown_word, reason->place(),
                             {fmt::format("`reason` không có giá trị `{}`", visible(reason->value)),
                              fmt::format("`reason` cannot be `{}`", visible(reason->value))},
                             did_you_mean(reason->value, words));
            continue;
        }
        excuse.reason = *known;
        if (excuse.reason == NoRuleReason::no_field && excuse.field.empty())
            diagnostics_.add(missing_required_key, reason->place(),
                             {"`no_field` cần nói trường nào còn thiếu", "`no_field` needs to say which field is missing"},
                             {"thêm field: case.place, chẳng hạn", "add for instance field: case.place"});
        book_.no_rule.push_back(std::move(excuse));
    }
}

void RulebookReader::check_outline() {
    for (const RuleDecl& rule : book_.rules) check_basis(rule.basis, rule.id.place());
    for (const ParameterDecl& parameter : book_.parameters)
        for (const ParameterValue& value : parameter.values) check_basis(value.basis, value.place);
    for (const NoRuleDecl& excuse : book_.no_rule) check_excuse(excuse);
}

void RulebookReader::check_basis(const std::vector<Basis>& all, const Place& place) {
    if (book_.outline.empty()) return;
    for (const Basis& one : all) {
        if (!one.instrument.empty() || one.article.empty() || has(book_, one.article, one.clause)) continue;
        const Words what = place_words(one.article, one.clause);
        diagnostics_.add(
            outside_outline, place,
            {fmt::format("căn cứ là {}, nhưng `outline` không có", what.vi),
             fmt::format("the basis is {}, which the `outline` does not have", what.en)},
            {"sửa căn cứ, hoặc sửa số khoản trong `outline`", "correct the basis, or the number of clauses in `outline`"});
    }
}

void RulebookReader::check_excuse(const NoRuleDecl& excuse) {
    if (!excuse.article.empty() && !has(book_, excuse.article, excuse.clause)) {
        const Words what = place_words(excuse.article, excuse.clause);
        diagnostics_.add(
            outside_outline, excuse.place,
            {fmt::format("`no_rule` nêu {}, nhưng `outline` không có", what.vi),
             fmt::format("`no_rule` names {}, which the `outline` does not have", what.en)},
            {"viết outline: {điều: số khoản}, gồm cả điều này", "write outline: {article: clauses}, with this one"});
        return;
    }
    for (const RuleDecl& rule : book_.rules) {
        const bool by_criterion =
            std::find(rule.criteria.begin(), rule.criteria.end(), excuse.criterion) != rule.criteria.end();
        const bool by_clause =
            !excuse.article.empty() && std::any_of(rule.basis.begin(), rule.basis.end(), [&](const Basis& one) {
                return one.instrument.empty() && one.article == excuse.article &&
                       (excuse.clause.empty() || one.clause == excuse.clause);
            });
        if (!by_criterion && !by_clause) continue;
        Diagnostic& said = diagnostics_.add(ruled_after_all, excuse.place,
                                            {fmt::format("quy tắc `{}` đã nói về điều này", visible(rule.id.value)),
                                             fmt::format("the rule `{}` is about this", visible(rule.id.value))},
                                            {"bỏ mục này của `no_rule`", "take this item out of `no_rule`"});
        said.related.push_back({rule.id.place(), {"quy tắc ở đây", "the rule stands here"}});
        return;
    }
}

}  // namespace hoagiai
