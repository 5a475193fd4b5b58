// Profiles key by key. Of a waiver every key is needed: an exception without an end, a reason or somebody who answers for it is
// none.
#include <fmt/format.h>

#include <map>

#include "engine/rulebook/kinds.h"
#include "engine/rulebook/mapping.h"
#include "engine/rulebook/profile.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class ProfileReader {
public:
    ProfileReader(Profile& profile, Diagnostics& diagnostics) : profile_(profile), diagnostics_(diagnostics) {}

    void read(const YamlNode& root) {
        Mapping keys(root, {"cấu hình kiểm tra", "profile"}, diagnostics_);
        if (auto name = keys.text("profile", true)) {
            profile_.name = std::move(*name);
            is_id(profile_.name, {"tên cấu hình", "a profile's name"}, diagnostics_);
        }
        profile_.title = keys.words("title", false);
        if (const YamlNode* books = keys.required("rulebooks")) read_rulebooks(*books);
        if (const auto period = keys.text("period")) profile_.period = read_period(*period, diagnostics_);
        profile_.as_of = keys.day("as_of");
        if (const YamlNode* parameters = keys.section("parameters")) read_parameters(*parameters);
        if (const YamlNode* incomplete = keys.section("incomplete"))
            for (const YamlNode* item : one_or_several(*incomplete))
                if (const auto table = scalar(*item, diagnostics_)) profile_.incomplete.push_back(*table);
        if (const YamlNode* waivers = keys.section("waivers"))
            for (const YamlNode* item : one_or_several(*waivers)) read_waiver(*item);
        keys.finish();
    }

private:
    void read_rulebooks(const YamlNode& node) {
        std::map<std::string, Text> seen;
        for (const YamlNode* item : one_or_several(node)) {
            const auto path = scalar(*item, diagnostics_);
            if (!path) continue;
            const auto [first, fresh] = seen.emplace(path->value, *path);
            if (fresh) {
                profile_.rulebooks.push_back(*path);
                continue;
            }
            Diagnostic& said = diagnostics_.add(given_twice, path->place(),
                                                {fmt::format("bộ quy tắc `{}` đã có rồi", visible(path->value)),
                                                 fmt::format("the rulebook `{}` is there already", visible(path->value))},
                                                {"bỏ một trong hai dòng", "remove one of the two lines"});
            said.related.push_back({first->second.place(), {"lần đầu ở đây", "first given here"}});
        }
        if (profile_.rulebooks.empty())
            diagnostics_.add(wrong_form, node.place(), {"`rulebooks` không có bộ quy tắc nào", "`rulebooks` has no rulebook"},
                             {"viết rulebooks: [../national/law-35-2013.yaml]; đường dẫn tính từ thư mục của tệp này",
                              "write rulebooks: [../national/law-35-2013.yaml]; paths are seen from this file's folder"});
    }

    void read_parameters(const YamlNode& node) {
        const Words help = {"viết tên_bộ/tham_số: {value: …, reason: …}", "write book/parameter: {value: …, reason: …}"};
        if (!node.is_mapping()) {
            Mapping(node, {"phần `parameters`", "part `parameters`"}, diagnostics_, help);
            return;
        }
        for (const YamlEntry& entry : node.entries) {
            Mapping keys(entry.value, {"tham số trong cấu hình", "profile's parameter"}, diagnostics_, help);
            ProfileParameter parameter;
            const YamlNode* value = entry.value.is_mapping() ? keys.required("value") : nullptr;
            if (value) parameter = read_settled(entry.key, *value, diagnostics_);
            if (entry.value.is_mapping())
                if (const auto reason = keys.text("reason", true)) parameter.reason = reason->value;
            keys.finish();
            if (!parameter.value.values.empty()) profile_.parameters.push_back(std::move(parameter));
        }
    }

    void read_waiver(const YamlNode& node) {
        Mapping keys(node, {"mục của `waivers`", "`waivers` item"}, diagnostics_,
                     {"viết {rule: bộ/quy-tắc, unit: mã, until: 2023-12-31, reason: …, approved_by: …}",
                      "write {rule: book/rule, unit: id, until: 2023-12-31, reason: …, approved_by: …}"});
        if (!node.is_mapping()) return;
        const auto rule = keys.text("rule", true), unit = keys.text("unit", true);
        const auto last = keys.text("until", true);
        const auto until = last ? read_day(*last, diagnostics_) : std::nullopt;
        const auto reason = keys.text("reason", true), approved_by = keys.text("approved_by", true);
        keys.finish();
        if (!rule || !unit || !until || !reason || !approved_by) return;
        for (const Waiver& before : profile_.waivers) {
            if (before.rule.value != rule->value || before.unit.value != unit->value) continue;
            Diagnostic& said = diagnostics_.add(
                given_twice, rule->place(),
                {fmt::format("đơn vị `{}` đã được miễn quy tắc `{}` rồi", visible(unit->value), visible(rule->value)),
                 fmt::format("the unit `{}` has a waiver for `{}` already", visible(unit->value), visible(rule->value))},
                {"giữ lại một, với ngày `until` đúng", "keep one of them, with the right `until`"});
            said.related.push_back({before.rule.place(), {"lần đầu ở đây", "first given here"}});
            return;
        }
        profile_.waivers.push_back({*rule, *unit, *until, reason->value, approved_by->value});
    }

    Profile& profile_;
    Diagnostics& diagnostics_;
};

}  // namespace

ProfileParameter read_settled(const Text& name, const YamlNode& value, Diagnostics& diagnostics) {
    ProfileParameter parameter;
    parameter.name = name;
    parameter.name.value = new_spelling(name.value);
    parameter.value.place = name.place();
    parameter.value.list = value.is_sequence();
    for (const YamlNode* item : one_or_several(value))
        if (const auto text = scalar(*item, diagnostics)) parameter.value.values.push_back(*text);
    return parameter;
}

std::shared_ptr<Profile> read_profile(const SourcePtr& source, const YamlNode& root, Diagnostics& diagnostics) {
    if (file_kind(root) != FileKind::profile) {
        const Place at = root.entries.empty() ? root.place() : root.entries.front().key.place();
        diagnostics.add(not_a_profile, at, {"tệp này không phải là cấu hình kiểm tra (profile)", "this file is no profile"},
                        {"cấu hình bắt đầu bằng dòng `profile: tên`; một bộ quy tắc thì dùng với --rules",
                         "a profile begins with `profile: name`; a rulebook goes with --rules"});
        return nullptr;
    }
    auto profile = std::make_shared<Profile>();
    profile->source = source;
    profile->sha256 = sha256(source->text());
    ProfileReader(*profile, diagnostics).read(root);
    return profile;
}

}  // namespace hoagiai
