#include "engine/authoring/lint.h"

#include <algorithm>
#include <set>

#include "engine/authoring/coverage/catalogue.h"
#include "engine/checking/load_profile.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind unknown_file{"B023", "no-rule-file"};

/// Behind a line that was mended to read on, places are those of the mended file: what is found there is fixed in a later run.
void fix_layout_first(Diagnostics& diagnostics) {
    std::set<std::string> mended;
    const auto is_layout = [](const Diagnostic& d) { return d.code.front() == 'Y'; };
    for (const Diagnostic& one : diagnostics.all())
        if (is_layout(one) && !one.fix.empty()) mended.insert(one.place.file);
    Diagnostics kept;
    for (Diagnostic one : diagnostics.all()) {
        if (!is_layout(one) && mended.count(one.place.file)) one.fix.clear();
        kept.add(std::move(one));
    }
    diagnostics = std::move(kept);
}

}  // namespace

const std::vector<const Lint*>& registered_lint();

std::vector<const Lint*> all_lints() {
    std::vector<const Lint*> all = registered_lint();
    std::sort(all.begin(), all.end(), [](const Lint* a, const Lint* b) { return a->kind.code < b->kind.code; });
    return all;
}

LintResult lint(const std::vector<std::string>& paths, const std::shared_ptr<const Schema>& schema) {
    LintResult result;
    const RuleFiles found = find_rule_files(paths, result.diagnostics);
    result.unreadable = found.unreadable;
    result.files = found.files.size();
    // Each book is read with what it extends, and each profile with its books: what is wrong there is said once, in its place.
    const KnownFiles known = known_files(found);
    for (const RuleFile& file : found.files) {
        if (!file.root || file.kind == FileKind::tests) continue;
        if (file.kind == FileKind::profile) {
            load_profile(file, schema, result.diagnostics, &known);
            continue;
        }
        if (file.kind == FileKind::catalogue) {
            read_catalogue(*file.root, result.diagnostics);
            continue;
        }
        if (file.kind == FileKind::other) {
            Place place = file.root->entries.empty() ? file.root->place() : file.root->entries.front().key.place();
            result.diagnostics.add(
                unknown_file, std::move(place),
                {"tệp này không phải bộ quy tắc, cấu hình kiểm tra hay tệp kiểm thử",
                 "this file is no rulebook, profile or test file"},
                {"khóa đầu tiên phải là `rulebook`, `profile` hoặc `tests`, ví dụ rulebook: quy-dinh-cua-tinh; các "
                 "khóa chỉ viết bằng tiếng Anh",
                 "its first key must be `rulebook`, `profile` or `tests`, such as rulebook: our-province"});
            continue;
        }
        BookSet books(schema, &known);
        books.add(file);
        books.check(result.diagnostics);
        if (const auto book = books.added(0))
            for (const Lint* one : all_lints()) one->look(*book, *one, result.diagnostics);
    }
    fix_layout_first(result.diagnostics);
    result.diagnostics.sort();
    return result;
}

}  // namespace hoagiai
