// Rules: what each is about, when it applies, what it requires, what is said.
#include <fmt/format.h>

#include <algorithm>

#include "engine/rulebook/reader.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

template <typename Word>
std::optional<Word> find_word(const Text& text, std::initializer_list<Word> all, Diagnostics& diagnostics, std::string_view key) {
    std::vector<std::string> words;
    for (const Word one : all) {
        if (word(one) == text.value) return one;
        words.emplace_back(word(one));
    }
    diagnostics.add(unknown_word, text.place(), {fmt::format("`{}` không có giá trị `{}`", key, visible(text.value)), fmt::format("`{}` cannot be `{}`", key, visible(text.value))},
                    did_you_mean(text.value, words));
    return std::nullopt;
}

bool overlap(const InForce& a, const InForce& b) { return (!a.to || !b.from || *b.from <= *a.to) && (!b.to || !a.from || *a.from <= *b.to); }

}  // namespace

void RulebookReader::read_rules(const YamlNode& node) {
    if (!node.is_sequence()) {
        diagnostics_.add(wrong_form, node.place(), {"`rules` là một danh sách, mỗi quy tắc bắt đầu bằng `- id:`", "`rules` is a list, each rule begins with `- id:`"});
        return;
    }
    for (const YamlNode& item : node.items) read_rule(item);
    check_versions();
}

void RulebookReader::read_rule(const YamlNode& node) {
    Mapping keys(node, {"quy tắc", "rule"}, diagnostics_);
    if (!node.is_mapping()) return;
    RuleDecl rule;
    rule.id = keys.text("id", true).value_or(Text{});
    is_word(rule.id, {"mã quy tắc", "a rule's id"});
    if (const auto kind = keys.text("kind", true))
        rule.kind = find_word(*kind, {RuleKind::requirement, RuleKind::target, RuleKind::data, RuleKind::question, RuleKind::selection}, diagnostics_, "kind").value_or(rule.kind);
    if (const auto severity = keys.text("severity"))
        rule.severity = find_word(*severity, {RuleSeverity::critical, RuleSeverity::major, RuleSeverity::minor, RuleSeverity::info}, diagnostics_, "severity").value_or(rule.severity);
    rule.title = keys.words("title", false);
    rule.basis = read_basis(keys.optional("basis"));
    if (const YamlNode* criteria = keys.optional("criteria"))
        for (const YamlNode* item : one_or_several(*criteria))
            if (const auto text = scalar(*item, diagnostics_)) rule.criteria.push_back(text->value);
    rule.entity = keys.text("for", true).value_or(Text{});
    if (const YamlNode* when = keys.optional("when")) {
        rule.has_when = true;
        rule.when = expression(when);
    }
    if (rule.kind == RuleKind::selection) {
        const auto kind = keys.text("kind");
        diagnostics_.add(not_supported_yet, kind ? kind->place() : keys.place(), {"phiên bản này chưa hỗ trợ quy tắc loại `selection`", "this version does not support rules of kind `selection` yet"}, {"bỏ quy tắc này", "leave the rule out"});
        for (const std::string_view key : {"choose", "rank_by", "limit", "per", "require"}) keys.optional(key);
    } else {
        refuse_for_now(keys, {"choose", "rank_by", "limit", "per"});
        if (const YamlNode* require = keys.required("require")) {
            rule.has_require = true;
            rule.require = expression(require);
        }
    }
    if (const YamlNode* finding = keys.required("finding")) {
        Mapping texts(*finding, {"câu kết luận (`finding`)", "finding"}, diagnostics_);
        texts.optional("vi");
        texts.optional("en");
        texts.finish();
        rule.finding_vi = message(finding, "vi", true);
        rule.finding_en = message(finding, "en", false);
    }
    if (rule.title.vi.empty()) {
        const std::string name = rule.id.value;
        rule.title = {name, name};
    }
    if (const YamlNode* recommend = keys.optional("recommend"))
        for (const YamlNode* item : one_or_several(*recommend)) read_recommend(*item, rule);
    if (const YamlNode* in_force = keys.optional("in_force")) {
        Mapping span(*in_force, {"`in_force`", "in_force"}, diagnostics_);
        rule.in_force = span.span();
        span.finish();
    }
    if (const YamlNode* on = keys.optional("on"))
        for (const YamlNode* item : one_or_several(*on)) rule.on.push_back(expression(item));
    keys.finish();
    if (!rule.id.value.empty()) book_.rules.push_back(std::move(rule));
}

void RulebookReader::read_recommend(const YamlNode& node, RuleDecl& rule) {
    Mapping keys(node, {"kiến nghị", "recommendation"}, diagnostics_);
    RecommendDecl recommend;
    recommend.to = keys.text("to", true).value_or(Text{});
    recommend.within = keys.text("within");
    recommend.when = expression(keys.optional("when"));
    keys.optional("vi");
    keys.optional("en");
    recommend.vi = message(&node, "vi", true);
    recommend.en = message(&node, "en", false);
    keys.finish();
    if (!recommend.to.value.empty()) rule.recommend.push_back(std::move(recommend));
}

void RulebookReader::check_versions() {
    for (std::size_t i = 0; i < book_.rules.size(); ++i)
        for (std::size_t j = i + 1; j < book_.rules.size(); ++j) {
            const RuleDecl &a = book_.rules[i], &b = book_.rules[j];
            if (a.id.value != b.id.value) continue;
            if (a.in_force && b.in_force && !overlap(*a.in_force, *b.in_force)) continue;  // versions of one rule
            Diagnostic& said = diagnostics_.add(given_twice, b.id.place(), {fmt::format("mã quy tắc `{}` đã dùng rồi", b.id.value), fmt::format("the rule id `{}` is used already", b.id.value)},
                                                {"đặt mã khác; hai phiên bản của một quy tắc thì cần `in_force` không chồng lên nhau", "choose another; two versions of a rule need `in_force` spans that do not overlap"});
            said.related.push_back({a.id.place(), {"lần đầu ở đây", "first given here"}});
        }
}

}  // namespace hoagiai
