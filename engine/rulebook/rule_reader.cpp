// Rules: what each is about, when it applies, what it requires, what is said.
#include <fmt/format.h>

#include <algorithm>

#include "engine/rulebook/reader.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

template <typename Word>
std::optional<Word> find_word(const Text& text, std::initializer_list<Word> all, Diagnostics& diagnostics,
                              std::string_view key) {
    std::vector<std::string> words;
    for (const Word one : all) {
        if (word(one) == text.value) return one;
        words.emplace_back(word(one));
    }
    diagnostics.add(unknown_word, text.place(),
                    {fmt::format("`{}` không có giá trị `{}`", key, visible(text.value)),
                     fmt::format("`{}` cannot be `{}`", key, visible(text.value))},
                    did_you_mean(text.value, words));
    return std::nullopt;
}

bool overlap(const InForce& a, const InForce& b) {
    return (!a.to || !b.from || *b.from <= *a.to) && (!b.to || !a.from || *a.from <= *b.to);
}

}  // namespace

void RulebookReader::read_rules(const YamlNode& node) {
    if (!node.is_sequence()) {
        diagnostics_.add(
            wrong_form, node.place(),
            {"`rules` là một danh sách, mỗi quy tắc bắt đầu bằng `- id:`", "`rules` is a list, each rule begins with `- id:`"},
            {"viết `- ` trước khóa đầu tiên của mỗi quy tắc", "write `- ` in front of each rule's first key"});
        return;
    }
    for (const YamlNode& item : node.items) read_rule(item);
    check_versions();
}

void RulebookReader::read_rule(const YamlNode& node) {
    Mapping keys(node, {"quy tắc", "rule"}, diagnostics_,
                 {"viết `- id: …`, rồi các khóa kind, for, require, finding",
                  "write `- id: …`, then the keys kind, for, require, finding"});
    if (!node.is_mapping()) return;
    RuleDecl rule;
    if (auto id = keys.text("id", true)) {
        rule.id = std::move(*id);
        is_id(rule.id, {"mã quy tắc", "a rule's id"}, diagnostics_);
    } else {
        // It is still checked; what is said of it points to where it begins.
        rule.id = node.entries.empty() ? node.text : node.entries.front().key;
        rule.id.value.clear();
    }
    read_kind(keys, rule);
    if (const auto severity = keys.text("severity"))
        rule.severity =
            find_word(*severity, {RuleSeverity::critical, RuleSeverity::major, RuleSeverity::minor, RuleSeverity::info},
                      diagnostics_, "severity")
                .value_or(rule.severity);
    rule.title = keys.words("title", false);
    if (rule.title.vi.empty()) rule.title = {rule.id.value, rule.id.value};
    rule.basis = read_basis(keys.optional("basis"));
    if (const YamlNode* criteria = keys.optional("criteria")) rule.criteria = read_criteria(*criteria);
    rule.entity = keys.text("for", true).value_or(Text{});
    rule.has_when = node.find("when") != nullptr;
    rule.when = expression(keys.optional("when"));
    read_requirement(keys, rule);
    if (const YamlNode* finding = keys.required("finding")) {
        Mapping texts(*finding, {"câu kết luận (`finding`)", "finding"}, diagnostics_, two_languages_help("finding"));
        read_message(texts, rule.finding_vi, rule.finding_en);
        texts.finish();
    }
    if (const YamlNode* recommend = keys.optional("recommend"))
        for (const YamlNode* item : one_or_several(*recommend)) read_recommend(*item, rule);
    bool trusted = true;
    rule.in_force = read_in_force(keys, &trusted);
    if (const YamlNode* on = keys.optional("on")) read_on(keys, *on, rule);
    keys.finish();
    trusted_spans_.push_back(trusted);
    book_.rules.push_back(std::move(rule));
}

void RulebookReader::read_kind(Mapping& keys, RuleDecl& rule) {
    const auto kind = keys.text("kind", true);
    if (!kind) return;
    rule.kind =
        find_word(*kind, {RuleKind::requirement, RuleKind::target, RuleKind::data, RuleKind::question, RuleKind::selection},
                  diagnostics_, "kind")
            .value_or(rule.kind);
    if (rule.kind == RuleKind::selection)
        diagnostics_.add(not_supported_yet, kind->place(),
                         {"phiên bản này chưa hỗ trợ quy tắc loại `selection`",
                          "this version does not support rules of kind `selection` yet"},
                         {"bỏ quy tắc này", "leave the rule out"});
}

void RulebookReader::read_requirement(Mapping& keys, RuleDecl& rule) {
    if (rule.kind == RuleKind::selection) {
        keys.required("choose");
        for (const std::string_view key : {"rank_by", "limit", "per", "require"}) keys.optional(key);
        return;  // refused as a whole
    }
    keys.refuse_for_now({"choose", "rank_by", "limit", "per"});
    rule.has_require = keys.node().find("require") != nullptr;
    rule.require = expression(keys.required("require"));
}

std::vector<std::string> RulebookReader::read_criteria(const YamlNode& node) {
    std::vector<std::string> all;
    if (!node.is_sequence()) {
        // "T02, T03" without brackets would be one criterion.
        diagnostics_.add(wrong_form, node.place(), {"`criteria` là một danh sách", "`criteria` is a list"},
                         {"viết criteria: [T02, T03]", "write criteria: [T02, T03]"});
        return all;
    }
    for (const YamlNode& item : node.items)
        if (const auto text = scalar(item, diagnostics_)) all.push_back(text->value);
    return all;
}

void RulebookReader::read_recommend(const YamlNode& node, RuleDecl& rule) {
    Mapping keys(node, {"kiến nghị", "recommendation"}, diagnostics_,
                 {"viết recommend: [{to: …, vi: \"…\", en: \"…\"}]", "write recommend: [{to: …, vi: \"…\", en: \"…\"}]"});
    RecommendDecl recommend;
    recommend.to = keys.text("to", true).value_or(Text{});
    recommend.within = keys.text("within");
    recommend.when = expression(keys.optional("when"));
    read_message(keys, recommend.vi, recommend.en);
    keys.finish();
    if (!recommend.to.value.empty()) rule.recommend.push_back(std::move(recommend));
}

void RulebookReader::read_on(Mapping& keys, const YamlNode& node, RuleDecl& rule) {
    if (node.is_sequence() && node.items.empty())
        diagnostics_.add(
            wrong_form, keys.key_place("on"), {"`on` không có ngày nào", "`on` names no date"},
            {"viết ví dụ on: ended_on, hoặc bỏ khóa này", "write for instance on: ended_on, or leave the key out"});
    for (const YamlNode* item : one_or_several(node))
        if (const ExprId date = expression(item); date != no_expr) rule.on.push_back(date);
}

void RulebookReader::check_versions() {
    std::map<std::string_view, std::vector<std::size_t>> by_id;
    for (std::size_t i = 0; i < book_.rules.size(); ++i) {
        const RuleDecl& rule = book_.rules[i];
        if (rule.id.value.empty() || !trusted_spans_[i]) continue;
        auto& earlier = by_id[rule.id.value];
        const auto other = std::find_if(earlier.begin(), earlier.end(), [&](std::size_t index) {
            const RuleDecl& before = book_.rules[index];
            return !before.in_force || !rule.in_force || overlap(*before.in_force, *rule.in_force);
        });
        if (other != earlier.end()) {
            Diagnostic& said =
                diagnostics_.add(given_twice, rule.id.place(),
                                 {fmt::format("mã quy tắc `{}` đã dùng rồi", visible(rule.id.value)),
                                  fmt::format("the rule id `{}` is used already", visible(rule.id.value))},
                                 {"đặt mã khác; hai phiên bản của một quy tắc thì cần `in_force` không chồng lên nhau",
                                  "choose another; two versions of a rule need `in_force` spans that do not overlap"});
            said.related.push_back({book_.rules[*other].id.place(), {"lần đầu ở đây", "first given here"}});
        }
        earlier.push_back(i);
    }
}

}  // namespace hoagiai
