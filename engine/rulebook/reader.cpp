// The book itself: its head, its definitions, and what its parts share.
#include "engine/rulebook/reader.h"

#include <fmt/format.h>

#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

std::string_view word(RuleKind kind) {
    switch (kind) {
        case RuleKind::requirement:
            return "requirement";
        case RuleKind::target:
            return "target";
        case RuleKind::data:
            return "data";
        case RuleKind::question:
            return "question";
        case RuleKind::selection:
            return "selection";
    }
    return "requirement";
}

std::string_view word(RuleSeverity severity) {
    switch (severity) {
        case RuleSeverity::critical:
            return "critical";
        case RuleSeverity::major:
            return "major";
        case RuleSeverity::minor:
            return "minor";
        case RuleSeverity::info:
            return "info";
    }
    return "major";
}

FileKind file_kind(const YamlNode& root) {
    if (!root.is_mapping() || root.entries.empty()) return FileKind::other;
    const std::string& first = root.entries.front().key.value;
    if (first == "rulebook") return FileKind::rulebook;
    if (first == "profile") return FileKind::profile;
    if (first == "catalogue") return FileKind::catalogue;
    return first == "tests" ? FileKind::tests : FileKind::other;
}

std::shared_ptr<Rulebook> read_rulebook(const SourcePtr& source, Diagnostics& diagnostics) {
    const auto root = read_yaml(source, diagnostics);
    return root ? read_rulebook(source, *root, diagnostics) : nullptr;
}

std::shared_ptr<Rulebook> read_rulebook(const SourcePtr& source, const YamlNode& root, Diagnostics& diagnostics) {
    const FileKind kind = file_kind(root);
    if (kind != FileKind::rulebook) {
        const Place at = root.entries.empty() ? root.place() : root.entries.front().key.place();
        const Words what = kind == FileKind::profile ? Words{", mà là một cấu hình kiểm tra (profile)", ", it is a profile"}
                           : kind == FileKind::tests ? Words{", mà là một tệp kiểm thử", ", it is a file of tests"}
                           : kind == FileKind::catalogue
                               ? Words{", mà là một danh mục tiêu chí", ", it is a catalogue of criteria"}
                               : Words{};
        diagnostics.add(not_a_rulebook, at,
                        {"tệp này không phải là bộ quy tắc" + what.vi, "this file is no rulebook" + what.en},
                        {"bộ quy tắc bắt đầu bằng dòng `rulebook: tên`", "a rulebook begins with `rulebook: name`"});
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
    if (auto name = keys.text("rulebook", true)) {
        book_.name = std::move(*name);
        is_id(book_.name, {"tên bộ quy tắc", "a rulebook's name"}, diagnostics_);
    }
    book_.title = keys.words("title", true);
    if (const YamlNode* node = keys.optional("source")) read_source(*node);
    book_.in_force = read_in_force(keys).value_or(InForce{});
    if (const auto status = keys.text("status")) {
        book_.draft = status->value == "draft";
        if (!book_.draft)
            diagnostics_.add(unknown_word, status->place(),
                             {fmt::format("`status` không có giá trị `{}`", visible(status->value)),
                              fmt::format("`status` cannot be `{}`", visible(status->value))},
                             {"viết draft, hoặc bỏ khóa này", "write draft, or leave the key out"});
    }
    keys.refuse_for_now({"extends", "override", "off"});
    if (const YamlNode* node = keys.optional("outline")) read_outline(*node);
    if (const YamlNode* node = keys.optional("no_rule")) read_no_rule(*node);
    if (const YamlNode* node = keys.optional("criteria")) book_.criteria = read_criteria(*node);
    if (const YamlNode* node = keys.section("parameters")) read_parameters(*node);
    if (const YamlNode* node = keys.section("definitions")) read_definitions(*node);
    if (const YamlNode* node = keys.section("rules")) read_rules(*node);
    keys.finish();
    check_outline();
}

void RulebookReader::read_source(const YamlNode& node) {
    Mapping source(node, {"phần `source`", "part `source`"}, diagnostics_,
                   {"viết source: {number: …, issuer: …, issued: 2013-06-20}",
                    "write source: {number: …, issuer: …, issued: 2013-06-20}"});
    book_.instrument.number = source.plain("number");
    book_.instrument.issuer = source.plain("issuer");
    book_.instrument.url = source.plain("url");
    book_.instrument.issued = source.day("issued");
    source.finish();
}

std::optional<InForce> RulebookReader::read_in_force(Mapping& keys, bool* readable) {
    const YamlNode* node = keys.optional("in_force");
    if (!node) {
        if (readable) *readable = !keys.node().find("in_force");
        return std::nullopt;
    }
    Mapping span(*node, {"phần `in_force`", "part `in_force`"}, diagnostics_,
                 {"viết in_force: {from: 2014-01-01}", "write in_force: {from: 2014-01-01}"});
    const InForce in_force = span.span(readable);
    span.finish();
    if (readable) *readable = *readable && node->is_mapping();
    return in_force;
}

std::vector<Basis> RulebookReader::read_basis(const YamlNode* node) {
    std::vector<Basis> all;
    if (!node) return all;
    const Words help = {"viết basis: {article: 12, clause: 1}", "write basis: {article: 12, clause: 1}"};
    for (const YamlNode* item : one_or_several(*node)) {
        Mapping keys(*item, {"căn cứ pháp lý", "basis"}, diagnostics_, help);
        Basis basis{keys.plain("instrument"), keys.plain("article"), keys.plain("clause"),
                    keys.plain("point"),      keys.plain("passage"), keys.plain("url")};
        keys.finish();
        if (!item->is_mapping()) continue;
        if (item->entries.empty())
            diagnostics_.add(wrong_form, item->place(), {"căn cứ pháp lý này không ghi gì", "this basis says nothing"}, help);
        else
            all.push_back(std::move(basis));
    }
    return all;
}

ExprId RulebookReader::expression(const YamlNode* node) {
    if (!node) return no_expr;
    const auto text = scalar(*node, diagnostics_);
    return text ? parse_expression(book_.ast, *text, diagnostics_) : no_expr;
}

void RulebookReader::read_message(Mapping& keys, Template& vi, Template& en) {
    const auto vietnamese = keys.text("vi", true), english = keys.text("en");
    const bool blank = english && english->value.find_first_not_of(" \t\r\n") == std::string::npos;
    if (vietnamese) vi = parse_template(book_.ast, *vietnamese, diagnostics_);
    if (english && !blank) en = parse_template(book_.ast, *english, diagnostics_);
    if (vietnamese && (blank || !keys.node().find("en")))
        diagnostics_.add(missing_translation, keys.head(), {"chưa có bản tiếng Anh", "there is no English"},
                         {"thêm en: …", "add en: …"});
}

void RulebookReader::read_definitions(const YamlNode& node) {
    const Words help = {"viết team: {size: count(mediators)}", "write team: {size: count(mediators)}"};
    if (!node.is_mapping()) {
        Mapping(node, {"phần `definitions`", "part `definitions`"}, diagnostics_, help);
        return;
    }
    for (const YamlEntry& entity : node.entries) {
        Mapping(entity.value, {"nhóm định nghĩa", "group of definitions"}, diagnostics_, help);
        SeenNames seen;
        for (const YamlEntry& entry : entity.value.entries) {
            refuse_twin(seen, entry.key);
            is_name(entry.key, {"định nghĩa", "definition"});
            book_.definitions.push_back({entity.key, entry.key, expression(&entry.value)});
        }
    }
}

}  // namespace hoagiai
