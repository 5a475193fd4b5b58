// The only file that sees libxlsxwriter. It writes to files alone, so the workbook is made among the system's temporary files
// and handed over as bytes, to be written where it belongs whole or not at all.
#include "engine/authoring/record_template/workbook.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "engine/authoring/record_template/column_note.h"
#include "engine/authoring/record_template/example_value.h"
#include "engine/authoring/record_template/guide.h"
#include "engine/authoring/record_template/kinds.h"
#include "engine/authoring/record_template/sheet_layout.h"
#include "engine/records/template_marks.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai::record_template {

namespace {

constexpr double line_height = 15.75;  // points, of 11 point letters
constexpr lxw_color_t header_fill = 0xD9E7F5, required_fill = 0xFBE5C8, grey = 0x6B6B6B;

/// Made once a kind: a column's own format is what somebody's value is shown in, an example's is grey besides.
struct Formats {
    lxw_format* plain = nullptr;
    lxw_format* example = nullptr;
};

class Maker {
public:
    Maker(const Plan& plan, const Schema& schema, const char* path) : plan_(plan), schema_(schema), book_(workbook_new(path)) {}

    /// False if something could not be made.
    bool make() {
        if (!book_) return false;
        lxw_doc_properties properties = {};
        std::string title = guide_title(plan_.language), author = "hoagiai";
        properties.title = title.data();
        properties.author = author.data();
        properties.created = 946684800;  // 2000-01-01: the same template is the same bytes on every day
        note(workbook_set_properties(book_, &properties));
        header_ = header(header_fill);
        required_header_ = header(required_fill);
        add_guide();
        for (const Sheet& sheet : plan_.sheets) add_sheet(sheet);
        return note(workbook_close(book_)) && good_;
    }

private:
    bool note(lxw_error error) { return good_ = good_ && error == LXW_NO_ERROR; }

    lxw_format* header(lxw_color_t fill) {
        lxw_format* format = workbook_add_format(book_);
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(format, fill);
        format_set_border(format, LXW_BORDER_THIN);
        return format;
    }

    Formats formats(Kind kind) {
        for (const auto& [known, made] : formats_)
            if (known == kind) return made;
        Formats made{workbook_add_format(book_), workbook_add_format(book_)};
        for (lxw_format* format : {made.plain, made.example}) {
            format_set_num_format(format, number_format(kind));
            if (kind == Kind::text || kind == Kind::choice || kind == Kind::boolean) format_set_align(format, LXW_ALIGN_LEFT);
        }
        format_set_italic(made.example);
        format_set_font_color(made.example, grey);
        formats_.emplace_back(kind, made);
        return made;
    }

    lxw_worksheet* worksheet(const std::string& name) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
        good_ = good_ && sheet;
        return sheet;
    }

    void write(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& text, lxw_format* format) {
        note(worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), text.c_str(), format));
    }

    void add_guide() {
        lxw_worksheet* sheet = worksheet(say(guide_sheet, plan_.language));
        if (!sheet) return;
        lxw_format* bold = workbook_add_format(book_);
        format_set_bold(bold);
        lxw_row_t row = 0;
        write(sheet, row++, 0, guide_title(plan_.language), bold);
        // Sentences run over the cells to the right of theirs, which stay blank.
        for (const std::string& line : guide_lines(plan_.language)) write(sheet, ++row, 0, line, nullptr);
        if (plan_.lists.empty()) return;
        write(sheet, row += 2, 0, lists_title(plan_.language), bold);
        lists_row_ = ++row;
        for (std::size_t list = 0; list < plan_.lists.size(); ++list) {
            std::size_t width = display_width(plan_.lists[list].title);
            write(sheet, row, list, plan_.lists[list].title, header_);
            for (std::size_t word = 0; word < plan_.lists[list].words.size(); ++word) {
                write(sheet, static_cast<lxw_row_t>(row + 1 + word), list, plan_.lists[list].words[word], nullptr);
                width = std::max(width, display_width(plan_.lists[list].words[word]));
            }
            set_width(sheet, list, width + 2, nullptr);
        }
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);
    }

    void set_width(lxw_worksheet* sheet, std::size_t column, std::size_t characters, lxw_format* format) {
        const auto at = static_cast<lxw_col_t>(column);
        note(worksheet_set_column(sheet, at, at, static_cast<double>(characters), format));
    }

    void add_sheet(const Sheet& planned) {
        lxw_worksheet* sheet = worksheet(planned.name);
        if (!sheet) return;
        std::size_t lines = 1;
        for (std::size_t at = 0; at < planned.columns.size(); ++at) {
            const std::size_t width = text_width(planned.columns[at], plan_);
            add_column(sheet, planned.columns[at], at, width);
            lines = std::max(lines, header_lines(planned.columns[at], width));
        }
        note(worksheet_set_row(sheet, header_row, line_height * static_cast<double>(lines) + 3, nullptr));
        worksheet_freeze_panes(sheet, header_row + 1, 1);
        worksheet_set_comments_author(sheet, "hoagiai");
        // An id 007 is a text on purpose.
        note(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);
        note(worksheet_repeat_rows(sheet, header_row, header_row));
    }

    void add_column(lxw_worksheet* sheet, const Column& column, std::size_t at, std::size_t width) {
        const Formats form = formats(column.kind());
        const ExampleValue example = example_value(column, plan_.language);
        set_width(sheet, at, width, form.plain);
        write(sheet, header_row, at, column.header, column.required ? required_header_ : header_);
        comment(sheet, header_row, at, column_note(column, plan_, schema_));
        if (example.is_number)
            note(worksheet_write_number(sheet, example_row, static_cast<lxw_col_t>(at), example.number, form.example));
        else
            write(sheet, example_row, at, example.text, form.example);
        if (column.key) comment(sheet, example_row, at, example_note(plan_.language));
        // The words stand on the guide: in the rule itself a comma would part them, and 255 characters are all it holds.
        if (column.kind() == Kind::choice || column.kind() == Kind::boolean)
            validate(sheet, at, words_formula(plan_, list_of(column, plan_), lists_row_ + 1), true);
        // Another id may be written, since its row can come later.
        if (const Sheet* target = column.link ? plan_.sheet_of(column.link->target) : nullptr)
            validate(sheet, at, ids_formula(*target), false);
    }

    void comment(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& text) {
        lxw_comment_options options = {};
        options.width = 320;  // pixels
        options.height = static_cast<uint16_t>(18 * note_lines(text));
        note(worksheet_write_comment_opt(sheet, row, static_cast<lxw_col_t>(column), text.c_str(), &options));
    }

    void validate(lxw_worksheet* sheet, std::size_t at, std::string formula, bool strict) {
        std::string title = say({"Không có trong danh mục", "Not in the list"}, plan_.language);
        std::string message = say({"Chọn một từ trong danh sách thả xuống, hoặc để trống nếu chưa biết.",
                                   "Choose a word from the drop-down list, or leave the cell blank if it is not known."},
                                  plan_.language);
        lxw_data_validation validation = {};
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = formula.data();
        validation.ignore_blank = LXW_VALIDATION_ON;
        validation.dropdown = LXW_VALIDATION_ON;
        validation.show_error = strict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
        validation.error_title = title.data();
        validation.error_message = message.data();
        const auto column = static_cast<lxw_col_t>(at);
        note(worksheet_data_validation_range(sheet, example_row, column, last_row, column, &validation));
    }

    const Plan& plan_;
    const Schema& schema_;
    lxw_workbook* book_;
    lxw_format* header_ = nullptr;
    lxw_format* required_header_ = nullptr;
    std::vector<std::pair<Kind, Formats>> formats_;
    lxw_row_t lists_row_ = 0;  ///< where the lists have their titles
    bool good_ = true;
};

/// A name among the system's temporary files that is ours until the end.
struct Temporary {
    std::string path;
    int descriptor = -1;
    Temporary() {
        std::error_code error;
        const auto folder = std::filesystem::temp_directory_path(error);
        path = ((error ? std::filesystem::path("/tmp") : folder) / "hoagiai-XXXXXX").string();
        descriptor = ::mkstemp(path.data());
    }
    ~Temporary() {
        if (descriptor < 0) return;
        ::close(descriptor);
        ::unlink(path.c_str());
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
};

}  // namespace

bool make_workbook(const Plan& plan, const Schema& schema, std::string& bytes, Diagnostics& diagnostics) {
    const Temporary temporary;
    if (temporary.descriptor >= 0 && Maker(plan, schema, temporary.path.c_str()).make())
        return read_bytes(temporary.path, bytes, diagnostics);
    diagnostics.add(template_not_made, {},
                    {"không tạo được bảng tính trong thư mục tạm của hệ thống",
                     "the workbook cannot be made among the system's temporary files"},
                    {"kiểm tra chỗ trống và quyền ghi của thư mục tạm (TMPDIR)",
                     "see whether the folder for temporary files (TMPDIR) has room and may be written to"});
    return false;
}

}  // namespace hoagiai::record_template
