#include "engine/checking/load_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "engine/checking/layers/book_set.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"
#include "engine/text/yaml.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind no_rules{"B020", "no-rules-here"};

constexpr std::size_t most_rule_bytes = 8u << 20;

Place at_path(const std::filesystem::path& path) {
    Place place;
    place.file = path.string();
    return place;
}

bool is_yaml(const std::filesystem::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

}  // namespace

RuleFiles find_rule_files(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    RuleFiles result;
    std::vector<std::filesystem::path> files;
    for (const std::string& given : paths) {
        std::error_code ignored;
        if (!std::filesystem::is_directory(given, ignored)) {
            files.emplace_back(given);
            continue;
        }
        std::vector<std::filesystem::path> below;
        for (std::filesystem::recursive_directory_iterator
                 i(given, std::filesystem::directory_options::skip_permission_denied, ignored),
             end;
             !ignored && i != end; i.increment(ignored)) {
            std::error_code status;
            if (i->is_regular_file(status) && is_yaml(i->path())) below.push_back(i->path());
        }
        std::sort(below.begin(), below.end());
        if (below.empty())
            diagnostics.add(no_rules, at_path(given),
                            {"thư mục này không có tệp quy tắc (.yaml) nào", "this folder has no rule file (.yaml)"});
        files.insert(files.end(), below.begin(), below.end());
    }
    std::set<std::string> seen;
    for (const std::filesystem::path& path : files) {
        if (!seen.insert(path.lexically_normal().string()).second) continue;
        RuleFile file;
        file.source = read_source(path, diagnostics, most_rule_bytes);
        if (!file.source) {
            result.unreadable = true;
            continue;
        }
        if (auto root = read_yaml(file.source, diagnostics)) {
            file.kind = file_kind(*root);
            file.root = std::make_shared<const YamlNode>(std::move(*root));
        }
        result.files.push_back(std::move(file));
    }
    return result;
}

std::shared_ptr<const CheckedRulebook> load_rulebook(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                                     Diagnostics& diagnostics, ParameterSettler* settler) {
    if (!file.root) return nullptr;
    BookSet books(schema);
    books.add(file);
    books.check(diagnostics, settler);
    return books.added(0);
}

void report_no_book(const DiagnosticKind& kind, const Text& written, const std::filesystem::path& path,
                    Diagnostics& diagnostics) {
    std::vector<std::string> there;
    std::error_code failed;
    const std::filesystem::path folder = path.parent_path().empty() ? std::filesystem::path(".") : path.parent_path();
    for (std::filesystem::directory_iterator i(folder, failed), end; !failed && i != end; i.increment(failed))
        if (i->path().extension() == ".yaml" && i->path().stem().extension() != ".test")
            there.push_back((std::filesystem::path(written.value).parent_path() / i->path().filename()).generic_string());
    std::sort(there.begin(), there.end());
    Words help = {"đường dẫn tính từ thư mục chứa tệp này; ghi tên từng tệp, không ghi thư mục",
                  "paths are seen from this file's folder; name each file, not a folder"};
    if (!suggestions(written.value, there).empty()) help = did_you_mean(written.value, there);
    diagnostics.add(kind, written.place(),
                    {fmt::format("không có tệp {}", visible(path.generic_string())),
                     fmt::format("there is no file {}", visible(path.generic_string()))},
                    std::move(help));
}

std::vector<std::shared_ptr<const CheckedRulebook>> load_rulebooks(const std::vector<std::string>& paths,
                                                                   const std::shared_ptr<const Schema>& schema,
                                                                   Diagnostics& diagnostics) {
    const RuleFiles found = find_rule_files(paths, diagnostics);
    const KnownFiles known = known_files(found);
    BookSet books(schema, &known);
    const std::set<std::string> named(paths.begin(), paths.end());
    for (const RuleFile& file : found.files) {
        const bool by_name = named.count(file.source->name()) > 0;
        if (!file.root || (file.kind != FileKind::rulebook && !by_name)) continue;
        books.add(file, by_name);
    }
    books.check(diagnostics);
    return books.running();
}

}  // namespace hoagiai
