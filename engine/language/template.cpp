// Messages with {expressions}. A brace inside a quoted text of an expression does not end it.
#include "engine/language/expression_reader.h"
#include "engine/language/letters.h"
#include "engine/language/parser.h"
#include "engine/language/syntax_error.h"

namespace hoagiai {

namespace {

class TemplateReader {
public:
    TemplateReader(Ast& ast, const Text& text, Diagnostics& diagnostics)
        : ast_(ast), text_(text), diagnostics_(diagnostics), index_(static_cast<std::uint32_t>(ast.texts.size())) {}

    Template read() {
        const std::string_view value = text_.value;
        while (at_ < value.size()) {
            const char byte = value[at_];
            const bool doubled = at_ + 1 < value.size() && value[at_ + 1] == byte;
            if ((byte == '{' || byte == '}') && doubled) {
                literal_ += byte;
                at_ += 2;
            } else if (byte == '{') {
                if (!expression()) break;
            } else if (byte == '}') {
                diagnostics_.add(template_brace, place(at_, at_ + 1),
                                 {"`}` này không đóng dấu `{` nào", "this `}` closes no `{`"},
                                 {"viết `}}` để có một dấu ngoặc nhọn", "write `}}` for a brace"});
                ++at_;
            } else {
                literal_ += byte;
                ++at_;
            }
        }
        end_literal();
        if (used_) ast_.texts.push_back(text_);
        return std::move(result_);
    }

private:
    Place place(std::size_t from, std::size_t to) const { return text_.place(from, to); }

    void end_literal() {
        if (!literal_.empty()) result_.parts.push_back({std::move(literal_), no_expr});
        literal_.clear();
    }

    /// The `}` that ends the expression begun at `from`; the first one at all if a quote is never closed.
    std::size_t closing(std::size_t from) const {
        bool inside_text = false;
        for (std::size_t i = from; i < text_.value.size(); ++i) {
            const char byte = text_.value[i];
            if (inside_text && byte == '\\')
                ++i;
            else if (byte == '"')
                inside_text = !inside_text;
            else if (byte == '}' && !inside_text)
                return i;
        }
        return text_.value.find('}', from);
    }

    /// False if there is no way to go on.
    bool expression() {
        const std::size_t begin = at_ + 1, end = closing(begin);
        if (end == std::string::npos) {
            diagnostics_.add(template_brace, place(at_, at_ + 1), {"thiếu `}` đóng dấu `{` này", "this `{` is never closed"},
                             {"thêm `}` sau biểu thức; viết `{{` để có một dấu ngoặc nhọn",
                              "add `}` behind the expression; write `{{` for a brace"});
            return false;
        }
        std::size_t first = begin;
        while (first < end && blank_length(text_.value, first) > 0) first += blank_length(text_.value, first);
        if (first >= end) {
            diagnostics_.add(template_brace, place(at_, end + 1),
                             {"giữa `{` và `}` không có gì", "there is nothing between `{` and `}`"},
                             {"viết tên một trường, ví dụ `{name}`; viết `{{` để có một dấu ngoặc nhọn",
                              "write the name of a field, such as `{name}`; write `{{` for a brace"});
        } else {
            const Range window{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
            const ExprId id = read_expression(ast_, index_, text_, window, diagnostics_);
            if (id != no_expr) {
                end_literal();
                result_.parts.push_back({{}, id});
                used_ = true;
            }
        }
        at_ = end + 1;
        return true;
    }

    Ast& ast_;
    const Text& text_;
    Diagnostics& diagnostics_;
    std::uint32_t index_;
    std::size_t at_ = 0;
    std::string literal_;
    Template result_;
    bool used_ = false;
};

}  // namespace

Template parse_template(Ast& ast, const Text& text, Diagnostics& diagnostics) {
    return TemplateReader(ast, text, diagnostics).read();
}

}  // namespace hoagiai
