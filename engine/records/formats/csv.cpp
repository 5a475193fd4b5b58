// A folder of CSV files, one an entity. All that cannot be taken is said in one run, by file, row and column.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "engine/records/format.h"
#include "engine/records/formats/csv_scanner.h"
#include "engine/records/kinds.h"
#include "engine/records/names.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class CsvFile {
public:
    CsvFile(std::string name, EntityId entity, std::string bytes, RecordsBuilder& builder)
        : name_(std::move(name)), bytes_(std::move(bytes)), entity_(builder.schema()[entity]), table_(builder.table(entity)), builder_(builder) {}

    void read() {
        std::string_view text = bytes_;
        if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
        checks_utf8_ = find_invalid_utf8(text) != std::string_view::npos;
        table_.supply();
        table_.set_locate([name = name_](std::uint32_t at) { return Place{name, at, 0, 0, 0, "", 0}; });
        CsvScanner scanner(text, CsvScanner::guess_delimiter(text));
        CsvRecord record;
        do {
            if (!scanner.next(record)) {
                builder_.diagnostics().add(column_missing, at(0), {"tệp trống: cần ít nhất một dòng tiêu đề", "the file is empty: it needs a line of headers at least"}, {});
                return;
            }
        } while (record.blank);
        if (!header(record)) return;
        while (scanner.next(record)) row(record);
        for (const std::size_t index : unnamed_with_text_)
            builder_.diagnostics().add(column_missing, at(header_line_), {fmt::format("cột thứ {} có dữ liệu nhưng không có tiêu đề", index + 1), fmt::format("column {} has values but no header", index + 1)}, {"đặt tên cột", "name the column"});
    }

private:
    Place at(std::uint32_t line) const { return Place{name_, line, 0, 0, 0, "", 0}; }

    void problem(const DiagnosticKind& kind, std::uint32_t line, std::string column, std::string value, Words message, Words help = {}) {
        Diagnostic& said = builder_.diagnostics().add(kind, at(line), std::move(message), std::move(help));
        said.cell = Cell{line, std::move(column), std::move(value)};
    }

    bool header(const CsvRecord& record) {
        header_line_ = record.line;
        bool good = true;
        std::set<std::pair<FieldId, LinkId>> seen;
        for (const std::string_view raw : record.fields) {
            const std::string_view name = trimmed(raw);
            headers_.emplace_back(name.substr(0, 100));
            columns_.push_back(std::nullopt);
            if (name.empty()) continue;
            const auto column = find_column(entity_, name);
            if (!column) {
                const auto near = near_columns(entity_, name);
                if (near.empty()) {
                    builder_.diagnostics().add(not_used, at(record.line), {fmt::format("cột `{}` không được sử dụng", visible(headers_.back())), fmt::format("the column `{}` is not used", visible(headers_.back()))});
                } else {
                    good = false;
                    problem(resembling_column, record.line, headers_.back(), headers_.back(), {fmt::format("không có cột `{}`", visible(headers_.back())), fmt::format("there is no column `{}`", visible(headers_.back()))},
                            {fmt::format("có phải là `{}`? Nếu không dùng thì đổi hẳn tên cột", fmt::join(near, "`, `")), fmt::format("did you mean `{}`? A column that is not meant needs a name unlike it", fmt::join(near, "`, `"))});
                }
                continue;
            }
            if (!seen.insert({column->field, column->link}).second) {
                good = false;
                problem(column_twice, record.line, headers_.back(), headers_.back(), {fmt::format("cột `{}` có hai lần", visible(headers_.back())), fmt::format("the column `{}` is there twice", visible(headers_.back()))}, {"bỏ một cột", "remove one"});
                continue;
            }
            columns_.back() = column;
            if (column->field != none_id) table_.supply_field(column->field);
            if (column->link != none_id) table_.supply_link(column->link);
        }
        const auto demand = [&](bool there, const std::string& name, const Words& title) {
            if (there) return;
            good = false;
            problem(column_missing, record.line, name, "", {fmt::format("thiếu cột bắt buộc `{}` (“{}”)", name, title.vi), fmt::format("the column `{}` must be there", name)}, {"thêm cột này", "add it"});
        };
        for (FieldId field = 0; field < entity_.fields.size(); ++field)
            if (entity_.fields[field].required) demand(seen.count({field, none_id}) > 0, entity_.fields[field].name, entity_.fields[field].title);
        for (LinkId link = 0; link < entity_.links.size(); ++link)
            if (entity_.links[link].required) demand(seen.count({none_id, link}) > 0, entity_.links[link].name, entity_.links[link].title);
        // With a header that may be wrong the rows still say what is wrong with their cells.
        readable_ = good;
        return true;
    }

    void row(const CsvRecord& record) {
        if (record.blank) return;
        table_.start_row(record.line, record.line);
        if (record.open_quote) {
            problem(unterminated_quote, record.line, record.fields.size() <= headers_.size() ? headers_[record.fields.size() - 1] : "", "", {"dấu ngoặc kép mở ở dòng này không được đóng; phần còn lại của tệp chưa được đọc", "a quote that opens in this row is never closed; the rest of the file was not read"},
                    {"thêm dấu ngoặc kép đóng", "add the closing quote"});
            table_.refuse_row();
            table_.finish_row();
            return;
        }
        if (record.text_behind_quote) {
            problem(text_behind_quote, record.line, "", "", {"có chữ ngay sau dấu ngoặc kép đóng", "text stands right behind a closing quote"}, {"viết \"\" cho một dấu ngoặc kép trong ô", "write \"\" for a quote inside a cell"});
            table_.refuse_row();
        }
        if (record.fields.size() != columns_.size()) {
            problem(wrong_cell_count, record.line, "", "", {fmt::format("dòng này có {} ô, tiêu đề có {} cột", record.fields.size(), columns_.size()), fmt::format("this row has {} cells, the header has {}", record.fields.size(), columns_.size())},
                    {"ô có dấu phẩy thì đặt trong ngoặc kép", "put a cell that holds a comma in double quotes"});
            table_.refuse_row();
        }
        const std::size_t cells = std::min(record.fields.size(), columns_.size());
        const bool placed = record.fields.size() == columns_.size();
        for (std::size_t i = 0; i < cells; ++i) {
            const std::string_view text = record.fields[i];
            if (checks_utf8_ && find_invalid_utf8(text) != std::string_view::npos) {
                problem(invalid_text, record.line, headers_[i], visible(text.substr(0, 100)), {fmt::format("{}: ký tự không thuộc bảng mã UTF-8", headers_[i]), fmt::format("{}: this is no UTF-8", headers_[i])}, {"lưu tệp với bảng mã UTF-8", "save the file as UTF-8"});
                table_.refuse_row();
                continue;
            }
            if (headers_[i].empty() && !trimmed(text).empty()) unnamed_with_text_.insert(i);
            if (!columns_[i] || !placed) continue;
            if (columns_[i]->link != none_id)
                table_.put_link(columns_[i]->link, text);
            else
                table_.put(columns_[i]->field, text, headers_[i], [&] { return at(record.line); });
        }
        // Without its id or its parent a row cannot stand; the header has said so.
        if (!readable_) table_.refuse_row();
        if (!placed) table_.refuse_row();
        table_.finish_row();
    }

    std::string name_, bytes_;
    const Entity& entity_;
    TableBuilder& table_;
    RecordsBuilder& builder_;
    std::vector<std::string> headers_;
    std::vector<std::optional<ColumnName>> columns_;
    std::set<std::size_t> unnamed_with_text_;
    std::uint32_t header_line_ = 1;
    bool checks_utf8_ = false, readable_ = true;
};

bool has_csv_name(const std::filesystem::path& path) { return fold(path.extension().string()) == ".csv"; }

}  // namespace

void read_csv_folder(const std::filesystem::path& folder, RecordsBuilder& builder) {
    std::vector<std::filesystem::path> paths;
    std::error_code problem;
    for (std::filesystem::directory_iterator i(folder, problem), end; !problem && i != end; i.increment(problem)) paths.push_back(i->path());
    std::sort(paths.begin(), paths.end());
    std::set<EntityId> seen;
    bool any = false;
    for (const std::filesystem::path& path : paths) {
        const std::string name = path.filename().string();
        if (name.empty() || name.front() == '.') continue;
        Place place;
        place.file = visible(name);
        const auto entity = has_csv_name(path) ? find_table(builder.schema(), path.stem().string()) : std::nullopt;
        if (!entity) {
            const auto near = has_csv_name(path) ? near_tables(builder.schema(), path.stem().string()) : std::vector<std::string>{};
            if (near.empty())
                builder.diagnostics().add(not_used, place, {"tệp này không được sử dụng", "this file is not used"});
            else
                builder.diagnostics().add(resembling_table, place, {"không có bảng nào mang tên này", "no table has this name"},
                                          {fmt::format("có phải là `{}.csv`? Nếu không dùng thì đổi hẳn tên tệp", fmt::join(near, ".csv`, `")), fmt::format("did you mean `{}.csv`? A file that is not meant needs a name unlike it", fmt::join(near, ".csv`, `"))});
            continue;
        }
        any = true;
        if (!seen.insert(*entity).second) {
            builder.diagnostics().add(table_twice, place, {"bảng này đã có ở một tệp khác", "another file holds this table already"}, {"gộp hai tệp, hoặc bỏ một tệp", "join the two files, or remove one"});
            continue;
        }
        std::string bytes;
        Diagnostics own;
        if (!read_bytes(path, bytes, own)) {
            builder.diagnostics().append(own);
            continue;
        }
        builder.records().files.push_back({name, sha256(bytes), bytes.size()});
        CsvFile(name, *entity, std::move(bytes), builder).read();
    }
    if (!any && !builder.diagnostics().has_errors()) {
        Place place;
        place.file = folder.string();
        builder.diagnostics().add(no_tables, place, {"thư mục không có tệp hồ sơ nào", "the folder has no file of records"}, {"tên tệp là tên bảng: communes.csv, teams.csv, mediators.csv, cases.csv …", "files are named like tables: communes.csv, teams.csv, mediators.csv, cases.csv …"});
    }
}

}  // namespace hoagiai
