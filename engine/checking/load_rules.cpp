#include "engine/checking/load_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "engine/checking/settle_parameters.h"
#include "engine/text/files.h"
#include "engine/text/yaml.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind no_rules{"B020", "no-rules-here"};
inline constexpr DiagnosticKind book_twice{"B022", "rulebook-twice"};

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
    Diagnostics own;
    const auto book = read_rulebook(file.source, *file.root, own);
    if (book && settler) settler->settle(*book);
    const auto checked = book ? check_rulebook(book, schema, own) : nullptr;
    const bool errors = own.has_errors();
    diagnostics.append(own);
    return errors ? nullptr : checked;
}

void add_rulebook(std::vector<std::shared_ptr<const CheckedRulebook>>& books, std::shared_ptr<const CheckedRulebook> book,
                  Diagnostics& diagnostics) {
    const Text& name = book->book->name;
    const auto same =
        std::find_if(books.begin(), books.end(), [&](const auto& other) { return other->book->name.value == name.value; });
    if (same == books.end()) return books.push_back(std::move(book));
    Diagnostic& said = diagnostics.add(
        book_twice, name.place(),
        {fmt::format("hai bộ quy tắc cùng tên `{}`", name.value), fmt::format("two rulebooks are called `{}`", name.value)});
    said.related.push_back({(*same)->book->name.place(), {"bộ quy tắc kia ở đây", "the other one is here"}});
}

std::vector<std::shared_ptr<const CheckedRulebook>> load_rulebooks(const std::vector<std::string>& paths,
                                                                   const std::shared_ptr<const Schema>& schema,
                                                                   Diagnostics& diagnostics) {
    std::vector<std::shared_ptr<const CheckedRulebook>> books;
    const std::set<std::string> named(paths.begin(), paths.end());
    for (const RuleFile& file : find_rule_files(paths, diagnostics).files) {
        const bool by_name = named.count(file.source->name()) > 0;
        if (!file.root || (file.kind != FileKind::rulebook && !by_name)) continue;
        const auto book = load_rulebook(file, schema, diagnostics);
        if (!book || (book->book->draft && !by_name)) continue;
        add_rulebook(books, book, diagnostics);
    }
    return books;
}

}  // namespace hoagiai
