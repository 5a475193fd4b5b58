#include "engine/authoring/sample/readme.h"

#include <fmt/format.h>

#include "engine/authoring/sample/defects.h"

namespace hoagiai {

std::string sample_command(const SampleRequest& request) {
    return fmt::format("hoagiai new sample --communes {} --seed {} --year {}{} --lang {}", request.communes, request.seed,
                       request.year, request.defects ? " --defects" : "", request.language == Language::vi ? "vi" : "en");
}

namespace sample {

namespace {

Words opening(const SampleRequest& request) {
    const bool two_levels = request.year >= first_year_of_two_levels;
    return {fmt::format(
                "# Hồ sơ giả định\n\n"
                "**Toàn bộ số liệu, đơn vị và người trong thư mục này đều là giả định, do chương trình hoagiai sinh ra.** "
                "Không có xã, tổ hay người nào trong đó là có thật; mọi tên đều ghi rõ \"giả định\". Cùng lệnh dưới đây luôn "
                "cho đúng từng byte như vậy:\n\n```\n{} -o THƯ_MỤC\n```\n\n"
                "Hồ sơ là của cuối năm {}, {}. Kiểm tra bằng:\n\n"
                "```\nhoagiai check THƯ_MỤC --rules rules/national --period {}\n```\n",
                sample_command(request), request.year,
                two_levels ? "chính quyền địa phương hai cấp, không còn cấp huyện" : "còn cấp huyện", request.year),
            fmt::format(
                "# Invented records\n\n"
                "**All figures, units and people in this folder are invented, by hoagiai.** No commune, team or person here is "
                "real; every name says so (\"giả định\" is Vietnamese for invented). The same command always gives the same "
                "bytes:\n\n```\n{} -o FOLDER\n```\n\n"
                "The records are those of the end of {}, {}. Check them with:\n\n"
                "```\nhoagiai check FOLDER --rules rules/national --period {}\n```\n",
                sample_command(request), request.year,
                two_levels ? "with two levels of local government: there are no districts" : "with districts", request.year)};
}

const Words holes{
    "\nÔ trống như trong hồ sơ thật: ngày sinh của khoảng 3% hòa giải viên, số quyết định công nhận của 2%, số quyết định "
    "thành lập của 5% tổ. Ngoài ra chỉ để trống những gì không có (lý do thôi làm của người đang làm); `chưa` là việc "
    "chắc chắn chưa xảy ra.\n",
    "\nBlank cells as real records have them: the birthday of about 3 % of the mediators, the number of the decision "
    "that recognised 2 % of them and that set up 5 % of the teams. Else only what there is not is blank (why somebody "
    "left who has not); `never` is known not to have happened.\n"};

const Words no_defects{"\nHồ sơ không có vi phạm các quy tắc quốc gia kèm theo chương trình.\n",
                       "\nThe records violate none of the national rules that come with the program.\n"};

const Words defects_head{
    "\n## Lỗi đã cài\n\nTừng lỗi được ghi trong `defects.csv`: loại, quy tắc phát hiện, kết quả, bảng, đơn vị. "
    "Tệp này không phải là hồ sơ; ngoài những lỗi đó, hồ sơ không có vi phạm. \"Chưa nộp danh sách\" làm cho mọi tổ "
    "của xã chưa rõ kết quả, nên có nhiều dòng.\n\n"
    "| loại | lỗi | quy tắc | kết quả | tỷ lệ | số dòng |\n|---|---|---|---|---|---|\n",
    "\n## What is wrong on purpose\n\nEach defect stands in `defects.csv`: kind, the rule that finds it, the status, "
    "table, unit. That file is no record; nothing but these defects fails. A list of mediators that was not handed "
    "in makes every team of the commune unknown, and so has many lines.\n\n"
    "| kind | defect | rule | status | share | lines |\n|---|---|---|---|---|---|\n"};

}  // namespace

std::string readme_text(const SampleRequest& request, const std::vector<SampleFile>& files,
                        const std::map<std::string_view, std::uint64_t>& planted, const Schema& schema) {
    const bool vietnamese = request.language == Language::vi;
    std::string text = say(opening(request), request.language);
    text += vietnamese ? "\n| tệp | nội dung | số dòng |\n|---|---|---|\n" : "\n| file | what | rows |\n|---|---|---|\n";
    for (const SampleFile& file : files) {
        const EntityId entity = schema.find_plural(file.name.substr(0, file.name.find('.')));
        if (entity == none_id) continue;
        text += fmt::format("| {} | {} | {} |\n", file.name,
                            vietnamese ? schema[entity].title.vi : schema[entity].plural_title.en, file.rows);
    }
    text += say(holes, request.language);
    if (!request.defects) return text + say(no_defects, request.language);
    text += say(defects_head, request.language);
    for (const DefectKind& kind : defect_kinds()) {
        const std::string_view of = !vietnamese             ? kind.of
                                    : kind.of == "communes" ? "số xã"
                                    : kind.of == "teams"    ? "số tổ"
                                                            : "số vụ, việc";
        const auto count = planted.find(kind.name);
        text += fmt::format("| {} | {} | {} | {} | {} ‰ {}{} | {} |\n", kind.name, say(kind.what, request.language),
                            kind.rule.empty() ? "–" : kind.rule, kind.status.empty() ? "–" : kind.status, kind.in_thousand,
                            vietnamese ? "" : "of the ", of, count == planted.end() ? 0 : count->second);
    }
    return text;
}

}  // namespace sample

}  // namespace hoagiai
