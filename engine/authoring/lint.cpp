#include "engine/authoring/lint.h"

#include <algorithm>

#include "engine/authoring/coverage/catalogue.h"
#include "engine/checking/load_profile.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind unknown_file{"B023", "no-rule-file"};

/// The rulebooks that a profile names are read with it: what is wrong in one that is linted itself is said there.
void lint_profile(const RuleFile& file, const RuleFiles& linted, const std::shared_ptr<const Schema>& schema,
                  Diagnostics& diagnostics) {
    Diagnostics own;
    load_profile(file, schema, own);
    for (const Diagnostic& diagnostic : own.all()) {
        const bool elsewhere = diagnostic.place.file != file.source->name() &&
                               std::any_of(linted.files.begin(), linted.files.end(), [&](const RuleFile& other) {
                                   return other.source->name() == diagnostic.place.file;
                               });
        if (!elsewhere) diagnostics.add(diagnostic);
    }
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
    for (const RuleFile& file : found.files) {
        if (!file.root || file.kind == FileKind::tests) continue;
        if (file.kind == FileKind::profile) {
            lint_profile(file, found, schema, result.diagnostics);
            continue;
        }
        if (file.kind == FileKind::catalogue) {
            read_catalogue(*file.root, result.diagnostics);
            continue;
        }
        if (file.kind == FileKind::other) {
            Place place = file.root->entries.empty() ? file.root->place() : file.root->entries.front().key.place();
            result.diagnostics.add(unknown_file, std::move(place),
                                   {"tệp này không phải bộ quy tắc, cấu hình kiểm tra hay tệp kiểm thử",
                                    "this file is no rulebook, profile or test file"},
                                   {"khóa đầu tiên phải là `rulebook`, `profile` hoặc `tests`",
                                    "its first key must be `rulebook`, `profile` or `tests`"});
            continue;
        }
        if (const auto book = load_rulebook(file, schema, result.diagnostics))
            for (const Lint* one : all_lints()) one->look(*book, *one, result.diagnostics);
    }
    result.diagnostics.sort();
    return result;
}

}  // namespace hoagiai
