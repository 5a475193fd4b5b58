#include "engine/output/html/head_part.h"

#include <fmt/format.h>

#include "engine/findings/layer_effects.h"
#include "engine/output/head.h"
#include "engine/output/html/html_text.h"
#include "engine/output/html/table.h"

namespace hoagiai {

std::string head_part(const CheckResult& result, const Summary& summary, Language language) {
    std::string text = "<dl class=\"head\">\n", before;
    for (const HeadLine& line : report_head(result, summary)) {
        const std::string& label = say(line.label, language);
        if (label != before) text += html_element("dt", label);
        before = label;
        text += html_element("dd", say(line.text, language)) + "\n";
    }
    return text + "</dl>\n";
}

std::string files_part(const CheckResult& result, const std::string& version, Language language) {
    const bool vi = language == Language::vi;
    HtmlTable table(vi ? "Tệp đã dùng" : "Files that were used",
                    {{vi ? "Tệp" : "File"}, {vi ? "Là" : "What it is"}, {"SHA-256"}});
    const auto add = [&](const std::string& file, const std::string& what, const std::string& hash) {
        table.add({html_isolated(file), html_text(what), "<span class=\"hash\">" + html_text(hash) + "</span>"});
    };
    if (const auto& profile = result.request.profile)
        add(profile->source->name(), vi ? "cấu hình" : "profile", profile->sha256);
    for (const auto& book : result.request.books)
        add(book->book->source->name(), vi ? "bộ quy tắc " + book->book->name.value : "rulebook " + book->book->name.value,
            book->book->sha256);
    for (const auto& book : names_only(result.request))
        add(book->source->name(), vi ? "dự thảo, chỉ dùng tên" : "draft, names only", book->sha256);
    for (const RecordFile& file : result.records->files) add(file.name, vi ? "hồ sơ" : "records", file.sha256);
    return table.html() +
           html_element(
               "p",
               vi ? fmt::format(
                        "Lập bằng hoagiai {}. Cùng các tệp này và cùng phiên bản, ai chạy lại cũng được đúng báo cáo này.",
                        version)
                  : fmt::format("Made by hoagiai {}. With these files and this version anybody gets this very report.",
                                version),
               " class=\"note\"") +
           "\n";
}

}  // namespace hoagiai
