// What kind of workbook it is, which of its sheets are tables, and what is said of all the rest.
#include "engine/records/formats/workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/formats/workbook_table.h"
#include "engine/records/kinds.h"
#include "engine/records/template_marks.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::string_view zip_magic = "PK\x03\x04", empty_zip = "PK\x05\x06", ole_magic = "\xD0\xCF\x11\xE0";
constexpr std::size_t small_part = 1u << 20;
constexpr std::size_t longest_sheet_name = 31;  // characters, in Excel

const Words save_as_xlsx{"mở tệp bằng Excel hoặc LibreOffice và lưu thành .xlsx, không đặt mật khẩu",
                         "open it in Excel or LibreOffice and save it as .xlsx, without a password"};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// A table by its plural, its name or a title. Excel has room for 31 characters and no `/`, so a title may be cut or lack
/// signs.
std::optional<EntityId> find_sheet(const Schema& schema, std::string_view name) {
    if (const auto entity = find_table(schema, name)) return entity;
    const std::string word = fold_identifier(name);
    if (word.empty()) return std::nullopt;
    std::optional<EntityId> cut;
    std::size_t matches = 0;
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity) {
        const Entity& kind = schema[entity];
        if (kind.derived_from) continue;
        bool begins = false;
        for (const std::string& title :
             {kind.name, kind.title.vi, kind.title.en, kind.plural, kind.plural_title.vi, kind.plural_title.en}) {
            const std::string full = fold_identifier(title);
            if (full == word) return entity;
            begins = begins || (characters(nfc(name)) >= longest_sheet_name - 1 && full.rfind(word, 0) == 0);
        }
        if (begins) cut = entity, ++matches;
    }
    return matches == 1 ? cut : std::nullopt;
}

/// The name without the number that a spreadsheet gives to a copy: `Tổ hòa giải (2)`; empty if it has none.
std::string_view original_of(std::string_view name) {
    name = trimmed(name);
    const std::size_t open = name.rfind('(');
    if (open == std::string_view::npos || open == 0 || name.back() != ')') return {};
    const std::string_view number = name.substr(open + 1, name.size() - open - 2);
    if (number.empty() || number.find_first_not_of("0123456789") != std::string_view::npos) return {};
    return trimmed(name.substr(0, open));
}

/// OLE2 holds the names of its streams in UTF-16.
bool holds_utf16(std::string_view bytes, std::string_view word) {
    std::string wide;
    for (const char byte : word) wide += byte, wide += '\0';
    return bytes.find(wide) != std::string_view::npos;
}

}  // namespace

WorkbookKind workbook_kind(std::string_view first_bytes) {
    if (first_bytes.substr(0, 4) == zip_magic || first_bytes.substr(0, 4) == empty_zip) return WorkbookKind::zip;
    if (first_bytes.substr(0, 4) == ole_magic) return WorkbookKind::ole;
    return WorkbookKind::none;
}

Workbook::Workbook(std::string file, Archive& archive, RecordsBuilder& builder)
    : file_(std::move(file)), archive_(archive), builder_(builder) {}
Workbook::~Workbook() = default;

Place Workbook::file() const { return {file_, 0, 0, 0, 0, "", 0}; }
Place Workbook::sheet(const std::string& name) const { return {file_, 0, 0, 0, 0, "", 0, readable(name)}; }

std::unique_ptr<WorkbookTable> Workbook::table(EntityId entity, const SheetName& name) {
    if (name.hidden)
        diagnostics().add(
            hidden_sheet, sheet(name.name), {"trang tính bị ẩn; vẫn được đọc", "the sheet is hidden; it is read all the same"},
            {"nếu không phải là hồ sơ thì xóa hoặc đổi tên trang tính", "if it holds no records remove or rename it"});
    return std::make_unique<WorkbookTable>(file_, readable(name.name), builder_.begin(entity, readable(name.name)),
                                           diagnostics());
}

std::map<EntityId, std::size_t> Workbook::sort_out(const std::vector<SheetName>& sheets) {
    std::map<EntityId, std::size_t> tables;
    std::vector<std::string> unused;
    const Schema& schema = builder_.schema();
    const auto titled = [&](EntityId entity) {
        return fmt::format("`{}` ({})", schema[entity].plural, schema[entity].plural_title.vi);
    };
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string& name = sheets[i].name;
        if (is_guide_sheet(name)) continue;
        if (const auto entity = find_sheet(schema, name)) {
            const auto [known, fresh] = tables.emplace(*entity, i);
            if (fresh) continue;
            const std::string first = shown(sheets[known->second].name);
            Diagnostic& problem =
                diagnostics().add(table_twice, sheet(name),
                                  {fmt::format("bảng {} đã có trong trang tính `{}`", schema[*entity].plural, first),
                                   fmt::format("the table {} is in the sheet `{}` already", schema[*entity].plural, first)},
                                  {"gộp hai trang tính làm một, hoặc bỏ một trang", "join the two sheets, or remove one"});
            problem.related.push_back({sheet(sheets[known->second].name), {"lần đầu ở đây", "first given here"}});
            continue;
        }
        const std::string_view original = original_of(name);
        if (const auto entity = original.empty() ? std::nullopt : find_sheet(schema, original)) {
            diagnostics().add(
                table_name_unsure, sheet(name),
                {fmt::format("`{}` có vẻ là bản sao của trang tính `{}`: không rõ bản nào là hồ sơ", shown(name),
                             shown(original)),
                 fmt::format("`{}` looks like a copy of the sheet `{}`: which of them are the records is not known",
                             shown(name), shown(original))},
                {fmt::format(
                     "xóa bản thừa; nếu đây là hồ sơ thì đặt tên trang tính là `{}`; nếu là thứ khác thì đổi tên hẳn đi",
                     shown(original)),
                 fmt::format("remove the copy; if it holds the records call it `{}`; if it is something else give it a name "
                             "unlike the tables",
                             shown(original))});
            continue;
        }
        const std::vector<std::string> near = near_tables(schema, name);
        if (near.empty()) {
            unused.push_back(fmt::format("`{}`{}", shown(name), sheets[i].hidden ? " (ẩn)" : ""));
            continue;
        }
        std::vector<std::string> all;
        for (const std::string& plural : near) all.push_back(titled(schema.find_plural(plural)));
        diagnostics().add(
            table_name_unsure, sheet(name),
            {fmt::format("không có bảng `{}`", shown(name)), fmt::format("there is no table `{}`", shown(name))},
            {fmt::format("có phải là {}? Nếu là trang tính khác thì đổi tên hẳn đi", fmt::join(all, ", ")),
             fmt::format("did you mean `{}`? If it is another sheet, give it a name unlike these", fmt::join(near, "`, `"))});
    }
    if (!unused.empty()) {
        const std::string list = fmt::format("{}", fmt::join(unused, ", "));
        std::string english = list;
        for (std::size_t at; (at = english.find("(ẩn)")) != std::string::npos;)
            english.replace(at, std::string_view("(ẩn)").size(), "(hidden)");
        diagnostics().add(sheet_not_used, file(),
                          unused.size() == 1 ? Words{fmt::format("trang tính {} không được sử dụng", list),
                                                     fmt::format("the sheet {} is not used", english)}
                                             : Words{fmt::format("các trang tính không được sử dụng: {}", list),
                                                     fmt::format("sheets that are not used: {}", english)});
    }
    if (tables.empty() && !diagnostics().has_errors())
        diagnostics().add(
            no_records, file(),
            {"bảng tính không có trang nào là bảng hồ sơ", "the workbook has no sheet that is a table of records"},
            {fmt::format("đặt tên trang tính theo bảng: {}", table_list(schema)),
             fmt::format("name the sheets like the tables: {}", table_list(schema))});
    return tables;
}

void Workbook::say_broken(const std::string& part, Words what) {
    broken_ = true;
    diagnostics().add(
        broken_workbook, file(), {fmt::format("{} ({})", what.vi, shown(part)), fmt::format("{} ({})", what.en, shown(part))},
        {"sao chép hoặc tải lại tệp; nếu vẫn lỗi thì mở bằng Excel hoặc LibreOffice và lưu lại",
         "copy or fetch the file again; if that does not help open it in Excel or LibreOffice and save it again"});
}

void Workbook::say_locked() {
    broken_ = true;
    diagnostics().add(other_workbook, file(), {"tệp được bảo vệ bằng mật khẩu", "the file is protected by a password"},
                      save_as_xlsx);
}

void Workbook::say_fault() {
    if (broken_) return;
    const std::string part = archive_.faulty_part();
    switch (archive_.fault()) {
        case ArchiveFault::none:
            return;
        case ArchiveFault::encrypted:
            return say_locked();
        case ArchiveFault::too_large:
            broken_ = true;
            diagnostics().add(
                workbook_too_large, file(),
                {fmt::format("phần {} của tệp bung ra quá lớn so với tệp; dừng đọc", shown(part)),
                 fmt::format("the part {} of the file unpacks to far more than the file; reading was stopped", shown(part))},
                {"kiểm tra nguồn gốc tệp; nếu là hồ sơ thật thì xóa các dòng trống có định dạng và lưu lại",
                 "see where the file comes from; if it holds records remove formatted blank rows and save it again"});
            return;
        case ArchiveFault::missing:
            return say_broken(part, {"tệp thiếu một phần", "a part of the file is missing"});
        case ArchiveFault::broken:
            return say_broken(part, {"tệp bị hỏng hoặc bị cắt ngắn", "the file is damaged or cut short"});
    }
}

void read_workbook(const std::filesystem::path& path, std::string_view bytes, WorkbookKind kind, RecordsBuilder& builder) {
    const std::string name = path.filename().string();
    const Place here{readable(name), 0, 0, 0, 0, "", 0};
    Diagnostics& diagnostics = builder.diagnostics();
    if (kind == WorkbookKind::ole) {
        const bool locked = holds_utf16(bytes, "EncryptedPackage"), word = holds_utf16(bytes, "WordDocument");
        diagnostics.add(other_workbook, here,
                        locked ? Words{"tệp được bảo vệ bằng mật khẩu", "the file is protected by a password"}
                        : word ? Words{"đây là tệp Word, không phải bảng tính", "this is a Word document, no workbook"}
                               : Words{"đây là tệp Excel kiểu cũ (.xls)", "this is an Excel file of the old kind (.xls)"},
                        word ? Words{} : save_as_xlsx);
        return;
    }
    const auto archive = Archive::open(bytes);
    if (!archive) {
        diagnostics.add(
            broken_workbook, here,
            {"tệp bị hỏng hoặc bị cắt ngắn: không mở được", "the file is damaged or cut short and cannot be opened"},
            {"sao chép hoặc tải lại tệp", "copy or fetch the file again"});
        return;
    }
    builder.records().files.push_back({readable(name), sha256(bytes), bytes.size()});
    Workbook book(readable(name), *archive, builder);
    const std::string kind_of = archive->has("mimetype") ? archive->read("mimetype", small_part).value_or("") : "";
    if (kind_of.rfind("application/vnd.oasis.opendocument.spreadsheet", 0) == 0) {
        read_ods(book);
    } else if (archive->has("xl/workbook.bin")) {
        diagnostics.add(other_workbook, here, {"đây là bảng tính nhị phân (.xlsb)", "this is a binary workbook (.xlsb)"},
                        save_as_xlsx);
    } else if (archive->has("_rels/.rels") && !archive->has("word/document.xml") && !archive->has("ppt/presentation.xml")) {
        read_xlsx(book);
    } else {
        diagnostics.add(
            not_records, here, {"tệp này không phải là bảng tính", "this file is no workbook"},
            {fmt::format("đưa vào một bảng tính .xlsx hay .ods, hoặc một thư mục gồm các tệp CSV: {}",
                         table_list(builder.schema())),
             fmt::format("give a workbook (.xlsx, .ods), or a folder of CSV files: {}", table_list(builder.schema()))});
    }
    book.say_fault();
}

}  // namespace hoagiai
