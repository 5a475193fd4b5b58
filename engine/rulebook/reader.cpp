// The book itself: its head, its definitions, and what both need.
#include "engine/rulebook/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

std::string_view word(RuleKind kind) {
    switch (kind) {
        case RuleKind::requirement: return "requirement";
        case RuleKind::target: return "target";
        case RuleKind::data: return "data";
        case RuleKind::question: return "question";
        case RuleKind::selection: return "selection";
    }
    return "requirement";
}

std::string_view word(RuleSeverity severity) {
    switch (severity) {
        case RuleSeverity::critical: return "critical";
        case RuleSeverity::major: return "major";
        case RuleSeverity::minor: return "minor";
        case RuleSeverity::info: return "info";
    }
    return "major";
}

FileKind file_kind(const YamlNode& root) {
    if (!root.is_mapping() || root.entries.empty()) return FileKind::other;
    const std::string& first = root.entries.front().key.value;
    return first == "rulebook" ? FileKind::rulebook : first == "profile" ? FileKind::profile : first == "tests" ? FileKind::tests : FileKind::other;
}

std::shared_ptr<Rulebook> read_rulebook(const SourcePtr& source, Diagnostics& diagnostics) {
    const auto root = read_yaml(source, diagnostics);
    return root ? read_rulebook(source, *root, diagnostics) : nullptr;
}

std::shared_ptr<Rulebook> read_rulebook(const SourcePtr& source, const YamlNode& root, Diagnostics& diagnostics) {
    if (file_kind(root) != FileKind::rulebook) {
        const Place at = root.entries.empty() ? root.place() : root.entries.front().key.place();
        diagnostics.add(not_a_rulebook, at, {"tệp này không phải là bộ quy tắc", "this file is no rulebook"}, {"bộ quy tắc bắt đầu bằng dòng `rulebook: tên`", "a rulebook begins with `rulebook: name`"});
        return nullptr;
    }
    auto book = std::make_shared<Rulebook>();
    book->source = source;
    book->sha256 = sha256(source->text());
    RulebookReader(*book, diagnostics).read(root);
    return book;
}

void RulebookReader::read(const YamlNode& root) {
    Mapping keys(root, {"bộ quy tắc", "rulebook"}, diagnostics_);
    book_.name = keys.text("rulebook", true).value_or(Text{});
    is_word(book_.name, {"tên bộ quy tắc", "a rulebook's name"});
    book_.title = keys.words("title", true);
    if (const YamlNode* node = keys.optional("source")) {
        Mapping source(*node, {"`source`", "source"}, diagnostics_);
        book_.instrument.number = source.plain("number");
        book_.instrument.issuer = source.plain("issuer");
        book_.instrument.url = source.plain("url");
        book_.instrument.issued = source.day("issued");
        source.finish();
    }
    if (const YamlNode* node = keys.optional("in_force")) {
        Mapping span(*node, {"`in_force`", "in_force"}, diagnostics_);
        book_.in_force = span.span();
        span.finish();
    }
    if (const auto status = keys.text("status")) {
        book_.draft = status->value == "draft";
        if (!book_.draft)
            diagnostics_.add(unknown_word, status->place(), {fmt::format("`status` không có giá trị `{}`", visible(status->value)), fmt::format("`status` cannot be `{}`", visible(status->value))},
                             {"viết draft, hoặc bỏ khóa này", "write draft, or leave the key out"});
    }
    refuse_for_now(keys, {"extends", "override", "off"});
    keys.optional("outline");
    keys.optional("no_rule");
    if (const YamlNode* node = keys.optional("parameters")) read_parameters(*node);
    if (const YamlNode* node = keys.optional("definitions")) read_definitions(*node);
    if (const YamlNode* node = keys.optional("rules")) read_rules(*node);
    keys.finish();
}

void RulebookReader::refuse_for_now(Mapping& keys, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (const YamlNode* node = keys.optional(name))
            diagnostics_.add(not_supported_yet, node->place(),
                             {fmt::format("phiên bản này chưa hỗ trợ `{}`", name), fmt::format("this version does not support `{}` yet", name)},
                             {"bỏ khóa này", "leave the key out"});
}

bool RulebookReader::is_word(const Text& text, const Words& what) {
    const bool good = !text.value.empty() && text.value.size() <= 80 && std::all_of(text.value.begin(), text.value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
    if (!good && !text.value.empty())
        diagnostics_.add(bad_id, text.place(), {fmt::format("{} chỉ gồm chữ cái không dấu, chữ số, `-`, `_`, `.`: `{}`", what.vi, visible(text.value)), fmt::format("{} is made of letters without marks, digits, `-`, `_`, `.`: `{}`", what.en, visible(text.value))},
                         {"ví dụ team-size", "such as team-size"});
    return good;
}

std::vector<Basis> RulebookReader::read_basis(const YamlNode* node) {
    std::vector<Basis> all;
    if (!node) return all;
    for (const YamlNode* item : one_or_several(*node)) {
        Mapping keys(*item, {"căn cứ pháp lý", "basis"}, diagnostics_);
        Basis basis{keys.plain("instrument"), keys.plain("article"), keys.plain("clause"), keys.plain("point"), keys.plain("passage"), keys.plain("url")};
        keys.finish();
        all.push_back(std::move(basis));
    }
    return all;
}

ExprId RulebookReader::expression(const YamlNode* node) {
    if (!node) return no_expr;
    const auto text = scalar(*node, diagnostics_);
    return text ? parse_expression(book_.ast, *text, diagnostics_) : no_expr;
}

Template RulebookReader::message(const YamlNode* node, std::string_view language, bool is_required) {
    if (!node || !node->is_mapping()) return {};
    const YamlNode* found = node->find(language);
    if (!found || found->is_null()) {
        if (is_required)
            diagnostics_.add(missing_required_key, node->entries.empty() ? node->place() : node->entries.front().key.place(),
                             {fmt::format("thiếu câu `{}`", language), fmt::format("the sentence `{}` is missing", language)}, {fmt::format("thêm {}: …", language), fmt::format("add {}: …", language)});
        else
            diagnostics_.add(missing_translation, node->entries.empty() ? node->place() : node->entries.front().key.place(),
                             {"chưa có bản tiếng Anh", "there is no English"}, {"thêm en: …", "add en: …"});
        return {};
    }
    const auto text = scalar(*found, diagnostics_);
    return text ? parse_template(book_.ast, *text, diagnostics_) : Template{};
}

void RulebookReader::read_definitions(const YamlNode& node) {
    if (!node.is_mapping()) {
        Mapping(node, {"`definitions`", "definitions"}, diagnostics_);
        return;
    }
    for (const YamlEntry& entity : node.entries) {
        Mapping names(entity.value, {"định nghĩa của `" + entity.key.value + "`", "group of definitions"}, diagnostics_);
        for (const YamlEntry& entry : entity.value.entries) book_.definitions.push_back({entity.key, entry.key, expression(&entry.value)});
    }
}

}  // namespace hoagiai
