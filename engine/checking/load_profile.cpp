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

    void load(LoadedProfile& loaded) {
        for (const Text& path : profile_.rulebooks)
            if (const auto book = load_book(path)) add_rulebook(loaded.books, book, diagnostics_);
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
    std::shared_ptr<const CheckedRulebook> load_book(const Text& written) {
        const fs::path path = (fs::path(profile_.source->name()).parent_path() / written.value).lexically_normal();
        std::error_code ignored;
        if (!fs::is_regular_file(path, ignored)) {
            report_no_file(written, path);
            return nullptr;
        }
        Diagnostics own;
        std::shared_ptr<const CheckedRulebook> checked;
        for (const RuleFile& file : find_rule_files({path.string()}, own).files)
            checked = load_rulebook(file, schema_, own, &settler_);
        const bool errors = own.has_errors();
        diagnostics_.append(own);
        return errors ? nullptr : checked;
    }

    void report_no_file(const Text& written, const fs::path& path) {
        std::vector<std::string> there;
        std::error_code failed;
        const fs::path folder = path.parent_path().empty() ? fs::path(".") : path.parent_path();
        for (fs::directory_iterator i(folder, failed), end; !failed && i != end; i.increment(failed))
            if (i->path().extension() == ".yaml" && i->path().stem().extension() != ".test")
                there.push_back((fs::path(written.value).parent_path() / i->path().filename()).generic_string());
        std::sort(there.begin(), there.end());
        Words help = {"đường dẫn tính từ thư mục chứa cấu hình này; ghi tên từng tệp, không ghi thư mục",
                      "paths are seen from this profile's folder; name each file, not a folder"};
        if (!suggestions(written.value, there).empty()) help = did_you_mean(written.value, there);
        diagnostics_.add(no_book_file, written.place(),
                         {fmt::format("không có tệp {}", visible(path.generic_string())),
                          fmt::format("there is no file {}", visible(path.generic_string()))},
                         std::move(help));
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
                                          Diagnostics& diagnostics) {
    if (!file.root) return std::nullopt;
    const auto profile = read_profile(file.source, *file.root, diagnostics);
    if (!profile) return std::nullopt;
    LoadedProfile loaded;
    loaded.profile = profile;
    ProfileLoader(*profile, schema, diagnostics).load(loaded);
    return loaded;
}

}  // namespace hoagiai
