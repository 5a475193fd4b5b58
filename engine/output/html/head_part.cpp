#include "engine/output/html/head_part.h"

#include "engine/output/head.h"
#include "engine/output/html/html_text.h"
#include "engine/output/html/table.h"
#include "engine/output/used_files.h"

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
    for (const UsedFile& file : used_files(result))
        table.add({html_isolated(file.name), html_text(say(file.what, language)),
                   "<span class=\"hash\">" + html_text(file.sha256) + "</span>"});
    return table.html() + html_element("p", say(made_by(version), language), " class=\"note\"") + "\n";
}

}  // namespace hoagiai
