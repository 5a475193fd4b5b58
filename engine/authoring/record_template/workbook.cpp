// The only file that sees libxlsxwriter. It writes to files alone, so the workbook is made among the system's temporary files
// and handed over as bytes, to be written where it belongs whole or not at all.
#include "engine/authoring/record_template/workbook.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstring>

#include "engine/authoring/record_template/column_note.h"
#include "engine/authoring/record_template/example_value.h"
#include "engine/authoring/record_template/guide.h"
#include "engine/authoring/record_template/kinds.h"
#include "engine/records/template_marks.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai::record_template {

namespace {

constexpr lxw_row_t header_row = 0, example_row = 1;
/// As far as drop-down lists reach; what is written below is read all the same.
constexpr lxw_row_t last_row = 9999;
constexpr std::size_t narrowest = 12, widest = 34;  // characters of a column
constexpr double line_height = 15.75;               // points, of 11 point letters
constexpr lxw_color_t header_fill = 0xD9E7F5, required_fill = 0xFBE5C8, grey = 0x6B6B6B;

/// Made once a kind: a column's own format is what somebody's value is shown in, an example's is grey besides.
struct Formats {
    lxw_format* plain = nullptr;
    lxw_format* example = nullptr;
};

const char* number_format(Kind kind) {
    switch (kind) {
        case Kind::date:
            return "dd/mm/yyyy";
        case Kind::ratio:
            return "0.0%";
        case Kind::money:
            return "#,##0";
        case Kind::text:
            return "@";  // an id 007 keeps its zeros
        default:
            return "General";
    }
}

std::string as_reference(std::string_view sheet) {
    return fmt::format("'{}'", sheet);
}  // names with an apostrophe are not given

std::string letters(std::size_t column) {
    char text[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(text, static_cast<lxw_col_t>(column), 0);
    return text;
}

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
            set_width(sheet, list, width, nullptr);
        }
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);
    }

    void set_width(lxw_worksheet* sheet, std::size_t column, std::size_t characters, lxw_format* format) {
        const auto at = static_cast<lxw_col_t>(column);
        note(worksheet_set_column(sheet, at, at, static_cast<double>(std::max(characters + 2, narrowest)), format));
    }

    void add_sheet(const Sheet& planned) {
        lxw_worksheet* sheet = worksheet(planned.name);
        if (!sheet) return;
        std::size_t lines = 1;
        for (std::size_t at = 0; at < planned.columns.size(); ++at) {
            const std::size_t width = add_column(sheet, planned.columns[at], at);
            // A line may end before a long word, so it holds less than its width.
            lines = std::max(lines, 1 + display_width(planned.columns[at].header) / (width > 8 ? width - 5 : width));
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

    /// The column's width.
    std::size_t add_column(lxw_worksheet* sheet, const Column& column, std::size_t at) {
        const Formats form = formats(column.kind());
        const ExampleValue example = example_value(column, plan_.language);
        std::size_t width = std::max(display_width(example.text), std::min<std::size_t>(display_width(column.header), 18));
        if (column.kind() == Kind::choice)
            for (const std::string& word : list_of(column).words) width = std::max(width, display_width(word));
        width = std::min(width, widest);
        set_width(sheet, at, width, form.plain);
        write(sheet, header_row, at, column.header, column.required ? required_header_ : header_);
        comment(sheet, header_row, at, column_note(column, plan_, schema_));
        if (example.is_number)
            note(worksheet_write_number(sheet, example_row, static_cast<lxw_col_t>(at), example.number, form.example));
        else
            write(sheet, example_row, at, example.text, form.example);
        if (column.key) comment(sheet, example_row, at, example_note(plan_.language));
        if (column.link)
            offer_ids(sheet, *column.link, at);
        else if (column.kind() == Kind::choice || column.kind() == Kind::boolean)
            offer_words(sheet, column, at);
        return std::max(width + 2, narrowest);
    }

    void comment(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& text) {
        constexpr std::size_t line = 44;  // characters of a line of the box
        std::size_t lines = 1;
        for (std::size_t start = 0; start <= text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            lines += 1 + display_width(std::string_view(text).substr(start, end - start)) / line;
            start = end + 1;
        }
        lxw_comment_options options = {};
        options.width = 320;
        options.height = static_cast<uint16_t>(18 * lines);
        note(worksheet_write_comment_opt(sheet, row, static_cast<lxw_col_t>(column), text.c_str(), &options));
    }

    const ChoiceList& list_of(const Column& column) const {
        const ChoiceSet* set = column.kind() == Kind::choice ? column.field->type.choices.get() : nullptr;
        return *std::find_if(plan_.lists.begin(), plan_.lists.end(), [&](const ChoiceList& list) { return list.set == set; });
    }

    /// The words stand on the guide: in the list itself a comma would part them, and 255 characters are all it holds.
    void offer_words(lxw_worksheet* sheet, const Column& column, std::size_t at) {
        const ChoiceList& list = list_of(column);
        const std::string letter = letters(static_cast<std::size_t>(&list - plan_.lists.data()));
        const std::string formula = fmt::format("={}!${}${}:${}${}", as_reference(say(guide_sheet, plan_.language)), letter,
                                                lists_row_ + 2, letter, lists_row_ + 1 + list.words.size());
        validate(sheet, at, formula, true);
    }

    /// As many rows as there are ids; another id may be written, since its row can come later.
    void offer_ids(lxw_worksheet* sheet, const Link& link, std::size_t at) {
        const Sheet* target = plan_.sheet_of(link.target);
        if (!target) return;
        const std::string name = as_reference(target->name);
        validate(sheet, at, fmt::format("=OFFSET({0}!$A$2,0,0,MAX(1,COUNTA({0}!$A$2:$A${1})),1)", name, last_row + 1), false);
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
