#include "engine/output/lenient_words.h"

#include <fmt/format.h>

#include <map>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// In few words, for a list with numbers; a kind that is not here goes by its name.
const std::map<std::string_view, Words>& kind_titles() {
    static const std::map<std::string_view, Words> titles = {
        {"R012", {"khóa có hai lần trong một dòng", "key twice in a row"}},
        {"R020", {"không rõ có hay không", "neither yes nor no"}},
        {"R021", {"không phải số nguyên", "no whole number"}},
        {"R022", {"số có hai cách đọc", "number with two readings"}},
        {"R023", {"số quá lớn", "number too large"}},
        {"R024", {"giá trị ngoài giới hạn", "value out of bounds"}},
        {"R025", {"tỷ lệ phần trăm không đọc được", "no percentage"}},
        {"R026", {"tỷ lệ thiếu dấu %", "percentage without its sign"}},
        {"R027", {"ngày không đọc được", "no date"}},
        {"R028", {"ngày không có thật", "date that does not exist"}},
        {"R029", {"năm chỉ có hai chữ số", "year of two digits"}},
        {"R030", {"ghi “chưa” ở cột không phải ngày của sự kiện", "“never” where it cannot be said"}},
        {"R031", {"giá trị ngoài danh mục", "value that is no choice"}},
        {"R032", {"ký tự không đọc được", "characters that cannot be read"}},
        {"R033", {"không có chữ hay số nào", "no words"}},
        {"R034", {"chữ tiếng Việt bị hỏng", "letters lost"}},
        {"R040", {"thiếu giá trị bắt buộc", "required value missing"}},
        {"R041", {"sai số ô", "wrong number of cells"}},
        {"R042", {"trùng mã", "id given twice"}},
        {"R043", {"mã không có trong bảng được dẫn đến", "id that is not in the other table"}},
        {"R044", {"thuộc đơn vị khác", "of another unit"}},
        {"R047", {"ghi hai đơn vị cấp trên khác nhau", "two parents"}},
        {"R048", {"không rõ có phải dòng hồ sơ", "perhaps no record"}},
        {"R050", {"dấu ngoặc kép không đóng", "quote never closed"}},
        {"R051", {"dấu ngoặc kép sai chỗ", "stray quote"}},
        {"R061", {"sai dạng", "wrong form"}},
        {"R068", {"công thức chưa có kết quả", "formula without a value"}},
        {"R069", {"ô có lỗi của bảng tính", "spreadsheet error"}},
        {"R074", {"sai kiểu giá trị JSON", "wrong JSON type"}},
        {"R075", {"ô không đọc được", "unreadable cell"}},
        {"R085", {"mã cũng nằm trong dòng không đọc được", "id also in an unreadable row"}},
        {"R086", {"bảng có dòng thuộc dòng không xếp được", "table with rows below unplaced ones"}},
        {"R087", {"cột dẫn đến dòng không xếp được", "column that leads to unplaced rows"}},
    };
    return titles;
}

void append(Words& list, Words one) {
    list.vi += (list.vi.empty() ? "" : "; ") + one.vi;
    list.en += (list.en.empty() ? "" : "; ") + one.en;
}

Words totals(const LenientCounts& counts) {
    Words text;
    const auto plural = [](std::uint64_t count, const char* one, const char* several) {
        return fmt::format("{} {}", count, count == 1 ? one : several);
    };
    if (counts.cells > 0)
        append(text, {fmt::format("{} ô không đọc được, coi là chưa rõ", counts.cells),
                      plural(counts.cells, "cell that cannot be read, taken as not known",
                             "cells that cannot be read, taken as not known")});
    if (counts.unplaced > 0)
        append(text, {fmt::format("{} dòng không xếp được vào đơn vị nào", counts.unplaced),
                      plural(counts.unplaced, "row that cannot be placed", "rows that cannot be placed")});
    if (counts.below > 0)
        append(text, {fmt::format("{} dòng thuộc các dòng không xếp được, cũng không được xét", counts.below),
                      plural(counts.below, "row that belongs to these, left out with them",
                             "rows that belong to these, left out with them")});
    if (counts.copies > 0)
        append(text, {fmt::format("{} dòng giống hệt dòng khác, chỉ tính một lần", counts.copies),
                      plural(counts.copies, "copy of another row, counted once", "copies of other rows, counted once")});
    if (text.en.empty()) text = {"mọi ô và mọi dòng đều đọc được", "every cell and every row could be read"};
    return text;
}

}  // namespace

LenientCounts lenient_counts(const Dataset& data, EntityId entity) {
    const TableDefects& defects = data[entity].defects;
    return {defects.cells.size(), defects.unplaced.size(), defects.below, defects.copies};
}

LenientCounts lenient_counts(const Dataset& data) {
    LenientCounts all;
    for (EntityId entity = 0; entity < data.tables.size(); ++entity) {
        const LenientCounts one = lenient_counts(data, entity);
        all.cells += one.cells;
        all.unplaced += one.unplaced;
        all.below += one.below;
        all.copies += one.copies;
    }
    return all;
}

std::vector<ProblemKind> problem_kinds(const Records& records) {
    std::map<std::string, ProblemKind> kinds;
    for (const Diagnostic& problem : records.problems.all()) {
        ProblemKind& kind = kinds[problem.code];
        const auto title = kind_titles().find(problem.code);
        kind.code = problem.code;
        kind.name = problem.name;
        kind.title = title == kind_titles().end() ? Words{problem.name, problem.name} : title->second;
        ++kind.count;
    }
    std::vector<ProblemKind> all;
    for (auto& [code, kind] : kinds) all.push_back(std::move(kind));
    return all;
}

std::vector<HeadLine> lenient_head(const Records& records) {
    if (records.strictness != Strictness::lenient) return {};
    const Dataset& data = records.dataset;
    std::vector<HeadLine> lines;
    lines.push_back({{"Đọc nới lỏng (--lenient)", "Read leniently (--lenient)"}, totals(lenient_counts(data))});
    Words kinds, open;
    for (const ProblemKind& kind : problem_kinds(records))
        append(kinds, {fmt::format("{} ({}): {}", kind.title.vi, kind.code, kind.count),
                       fmt::format("{} ({}): {}", kind.title.en, kind.code, kind.count)});
    if (!kinds.en.empty()) lines.push_back({{"Loại lỗi", "Kinds of problem"}, kinds});
    for (EntityId entity = 0; entity < data.tables.size(); ++entity) {
        const std::size_t rows = data[entity].defects.unplaced.size();
        const Entity& kind = (*data.schema)[entity];
        if (rows > 0)
            append(open, {fmt::format("{} ({} dòng)", lower_first(kind.plural_title.vi), rows),
                          fmt::format("{} ({})", kind.plural, rows)});
    }
    if (!open.en.empty())
        lines.push_back(
            {{"Chưa xếp được", "Not placed"},
             {open.vi + ". Số lượng ở các bảng này chỉ là mức ít nhất; kết luận nào còn tùy vào các dòng đó thì chưa rõ",
              open.en + ". What is counted in these tables is the least; a finding that these rows could change is "
                        "unknown"}});
    return lines;
}

}  // namespace hoagiai
