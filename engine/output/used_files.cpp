#include "engine/output/used_files.h"

#include <fmt/format.h>

#include "engine/findings/layer_effects.h"

namespace hoagiai {

std::vector<UsedFile> used_files(const CheckResult& result) {
    std::vector<UsedFile> files;
    if (const auto& profile = result.request.profile)
        files.push_back({profile->source->name(), {"cấu hình", "profile"}, profile->sha256});
    for (const auto& book : result.request.books) {
        const std::string& name = book->book->name.value;
        files.push_back({book->book->source->name(), {"bộ quy tắc " + name, "rulebook " + name}, book->book->sha256});
    }
    for (const auto& book : names_only(result.request))
        files.push_back({book->source->name(), {"dự thảo, chỉ dùng tên", "draft, names only"}, book->sha256});
    for (const RecordFile& file : result.records->files) files.push_back({file.name, {"hồ sơ", "records"}, file.sha256});
    return files;
}

Words made_by(const std::string& version) {
    return {fmt::format("Lập bằng hoagiai {}. Cùng các tệp này và cùng phiên bản, ai chạy lại cũng được đúng báo cáo này.",
                        version),
            fmt::format("Made by hoagiai {}. With these files and this version anybody gets this very report.", version)};
}

Words title_of(const CheckResult& result, const std::string& rule) {
    for (const auto& book : result.request.books)
        for (const CheckedRule& one : book->rules)
            if (one.id == rule) return one.decl->title;
    return {};
}

}  // namespace hoagiai
