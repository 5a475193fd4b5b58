#include "engine/authoring/coverage/catalogue.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/rulebook/kinds.h"
#include "engine/rulebook/mapping.h"
#include "engine/text/fold.h"

namespace hoagiai {

bool Catalogue::has(std::string_view id) const {
    return std::any_of(groups.begin(), groups.end(), [&](const CriteriaGroup& group) {
        return std::any_of(group.criteria.begin(), group.criteria.end(), [&](const Criterion& one) { return one.id == id; });
    });
}

namespace {

void read_criterion(const YamlEntry& entry, CriteriaGroup& group, const Catalogue& before, Diagnostics& diagnostics) {
    const std::string& id = entry.key.value;
    if (!is_id(entry.key, {"mã tiêu chí", "a criterion's id"}, diagnostics)) return;
    const bool twice = before.has(id) || std::any_of(group.criteria.begin(), group.criteria.end(),
                                                     [&](const Criterion& one) { return one.id == id; });
    if (twice)
        diagnostics.add(given_twice, entry.key.place(),
                        {fmt::format("tiêu chí `{}` đã có rồi", visible(id)),
                         fmt::format("the criterion `{}` is there already", visible(id))},
                        {"bỏ một trong hai", "take one of the two out"});
    else
        group.criteria.push_back({id, read_words(entry.value, id, diagnostics)});
}

}  // namespace

Catalogue read_catalogue(const YamlNode& root, Diagnostics& diagnostics) {
    Catalogue catalogue;
    if (file_kind(root) != FileKind::catalogue) {
        diagnostics.add(not_a_catalogue, root.entries.empty() ? root.place() : root.entries.front().key.place(),
                        {"tệp này không phải là danh mục tiêu chí", "this file is no catalogue of criteria"},
                        {"danh mục bắt đầu bằng dòng `catalogue: criteria`", "a catalogue begins with `catalogue: criteria`"});
        return catalogue;
    }
    Mapping keys(root, {"danh mục tiêu chí", "catalogue of criteria"}, diagnostics);
    keys.text("catalogue", true);
    catalogue.title = keys.words("title", true);
    if (const YamlNode* groups = keys.section("groups"))
        for (const YamlNode* item : one_or_several(*groups)) {
            Mapping part(*item, {"nhóm tiêu chí", "group of criteria"}, diagnostics,
                         {"viết {title: {vi: …, en: …}, criteria: {M01: {vi: …, en: …}}}",
                          "write {title: {vi: …, en: …}, criteria: {M01: {vi: …, en: …}}}"});
            CriteriaGroup group;
            group.title = part.words("title", true);
            if (const YamlNode* criteria = part.required("criteria")) {
                Mapping(*criteria, {"các tiêu chí của nhóm", "group's criteria"}, diagnostics);
                for (const YamlEntry& entry : criteria->entries) read_criterion(entry, group, catalogue, diagnostics);
            }
            part.finish();
            catalogue.groups.push_back(std::move(group));
        }
    keys.finish();
    return catalogue;
}

}  // namespace hoagiai
