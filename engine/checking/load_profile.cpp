// Profiles: their rulebooks found and checked, with the profile's parameters in the place of the books' own.
#include "engine/checking/load_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/checking/kinds.h"
#include "engine/checking/settle_parameters.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

namespace fs = std::filesystem;

inline constexpr DiagnosticKind no_book_file{"B025", "profile-rulebook"};
inline constexpr DiagnosticKind no_such_table{"B027", "profile-table"};
inline constexpr DiagnosticKind no_such_rule{"B050", "waiver-rule"};

class ProfileLoader {
public:
    ProfileLoader(const Profile& profile, const std::shared_ptr<const Schema>& schema, Diagnostics& diagnostics)
        : profile_(profile), schema_(schema), diagnostics_(diagnostics), settler_(profile.parameters) {}

    void load(LoadedProfile& loaded, const KnownFiles* known) {
        BookSet books(schema_, known);
        for (const Text& path : profile_.rulebooks) add_book(path, books);
        books.check(diagnostics_, &settler_);
        loaded.books = books.running();
        settler_.report_unused({"các bộ quy tắc của cấu hình này", "the rulebooks of this profile"}, diagnostics_);
        for (const Text& table : profile_.incomplete) {
            const EntityId entity = schema_->find_plural(table.value);
            if (entity != none_id && !(*schema_)[entity].derived_from)
                loaded.incomplete.push_back(entity);
            else
                report_table(table);
        }
        // Where a book could not be read, nobody knows its rules.
        if (loaded.books.size() == profile_.rulebooks.size())
            for (const Waiver& waiver : profile_.waivers) check_waiver(waiver, loaded.books);
    }

private:
    void add_book(const Text& written, BookSet& books) {
        const fs::path path = (fs::path(profile_.source->name()).parent_path() / written.value).lexically_normal();
        std::error_code ignored;
        if (!fs::is_regular_file(path, ignored)) return report_no_book(no_book_file, written, path, diagnostics_);
        if (const RuleFile* known = books.known(path.string())) return books.add(*known);
        for (const RuleFile& file : find_rule_files({path.string()}, diagnostics_).files)
            if (file.root) books.add(file);
    }

    void check_waiver(const Waiver& waiver, const std::vector<std::shared_ptr<const CheckedRulebook>>& books) {
        const std::string& given = waiver.rule.value;
        std::vector<std::string> all, alone;
        for (const auto& book : books)
            for (const CheckedRule& rule : book->rules) {
                if (rule.id == given) return;
                all.push_back(rule.id);
                if (rule.decl->id.value == given) alone.push_back(rule.id);
            }
        Words help = did_you_mean(given, all);
        if (!alone.empty()) help = did_you_mean(alone.front(), alone);
        diagnostics_.add(no_such_rule, waiver.rule.place(),
                         {fmt::format("các bộ quy tắc của cấu hình này không có quy tắc `{}`", visible(given)),
                          fmt::format("the rulebooks of this profile have no rule `{}`", visible(given))},
                         std::move(help));
    }

    void report_table(const Text& table) {
        std::vector<std::string> plurals;
        for (const Entity& entity : schema_->entities)
            if (!entity.derived_from) plurals.push_back(entity.plural);
        diagnostics_.add(no_such_table, table.place(),
                         {fmt::format("không có bảng hồ sơ nào là `{}`", visible(table.value)),
                          fmt::format("there is no table of records called `{}`", visible(table.value))},
                         did_you_mean(table.value, plurals));
    }

    const Profile& profile_;
    const std::shared_ptr<const Schema>& schema_;
    Diagnostics& diagnostics_;
    ParameterSettler settler_;
};

}  // namespace

std::optional<LoadedProfile> load_profile(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                          Diagnostics& diagnostics, const KnownFiles* known) {
    if (!file.root) return std::nullopt;
    const auto profile = read_profile(file.source, *file.root, diagnostics);
    if (!profile) return std::nullopt;
    LoadedProfile loaded;
    loaded.profile = profile;
    ProfileLoader(*profile, schema, diagnostics).load(loaded, known);
    return loaded;
}

}  // namespace hoagiai
