// Cheap passes over the bytes. They need no knowledge of YAML's contexts, so they refuse only what stands in no sane file.
#include "engine/text/yaml_guard.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/fold.h"
#include "engine/text/yaml_kinds.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_controls_said = 20;
// Brackets left open on one line: the parser keeps all of a line's tokens, and no text has this many by accident.
constexpr std::size_t most_open_on_a_line = 10'000;

/// The length of the control character (or invisible byte order mark) at i, or 0. C1 controls are two bytes in UTF-8.
std::size_t control_at(std::string_view text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // A byte order mark that is not at the front was pasted in, and makes two words that look alike differ.
    if (i > 0 && text.compare(i, 3, "\xEF\xBB\xBF") == 0) return 3;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return 2;
    if (byte == '\r') return i + 1 < text.size() && text[i + 1] == '\n' ? 0 : 1;
    return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F ? 1 : 0;
}

bool refuse_control_characters(const Source& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    std::size_t said = 0;
    for (std::size_t i = 0; i < text.size() && said < most_controls_said; ++i) {
        const std::size_t length = control_at(text, i);
        if (length == 0) continue;
        ++said;
        const auto code = static_cast<unsigned>(static_cast<unsigned char>(text[i + length - 1]));
        if (text[i] == '\r')
            diagnostics.add(control_character, source.place(i, i + 1),
                            {"dòng kết thúc bằng ký tự CR đứng một mình, cần LF hoặc CR LF",
                             "the line ends with a lone CR, it should end with LF or CR LF"},
                            {"lưu lại tệp với kiểu xuống dòng LF", "save the file with LF line ends"});
        else if (length == 3)
            diagnostics.add(control_character, source.place(i, i + length),
                            {"có ký tự vô hình U+FEFF giữa tệp", "the invisible character U+FEFF stands inside the file"},
                            {"xóa ký tự này", "remove it"});
        else
            diagnostics.add(control_character, source.place(i, i + length),
                            {fmt::format("ký tự điều khiển 0x{:02X} không được phép trong tệp", code),
                             fmt::format("the control character 0x{:02X} cannot stand in this file", code)},
                            {"xóa ký tự này", "remove it"});
        i += length - 1;
    }
    return said > 0;
}

/// `%…` lines before the document. Only the version is harmless; the rest would be passed over in silence.
bool refuse_directives(const Source& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t line_end = std::min(text.find('\n', i), text.size());
        const std::string_view line = text.substr(i, line_end - i);
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && line[first] != '#' && line[0] != '%') break;
        if (!line.empty() && line[0] == '%' && line.rfind("%YAML 1.", 0) != 0) {
            diagnostics.add(
                directive_used, source.place(i, line_end - (line.back() == '\r' ? 1 : 0)),
                {"không dùng chỉ thị YAML (dòng bắt đầu bằng %)", "directives (lines that begin with %) are not taken here"},
                {"xóa dòng này", "remove this line"});
            return true;
        }
        i = line_end + 1;
    }
    return false;
}

bool refuse_open_brackets(const Source& source, Diagnostics& diagnostics, const YamlLimits& limits) {
    std::size_t open = 0, where = 0;
    const std::string_view text = source.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '\n') {
            open = 0;
        } else if (byte == '[' || byte == '{') {
            if (++open == limits.depth + 1) where = i;
            if (open <= std::max(most_open_on_a_line, limits.depth)) continue;
            say_too_deep(source.place(where, where + 1), diagnostics, limits);
            return true;
        } else if ((byte == ']' || byte == '}') && open > 0) {
            --open;
        }
    }
    return false;
}

}  // namespace

void say_too_deep(Place place, Diagnostics& diagnostics, const YamlLimits& limits) {
    diagnostics.add(too_deep, std::move(place),
                    {fmt::format("lồng nhau quá sâu: tối đa {} mức", limits.depth),
                     fmt::format("nested too deep: at most {} levels", limits.depth)},
                    {"bớt số mức lồng nhau", "nest less deep"});
}

bool fit_to_parse(const Source& source, Diagnostics& diagnostics, const YamlLimits& limits) {
    const std::string_view text = source.text();
    if (text.size() > limits.bytes) {
        Place place;
        place.file = source.name();
        diagnostics.add(file_too_large, std::move(place),
                        {fmt::format("tệp quá lớn: {} byte, tối đa {}", text.size(), limits.bytes),
                         fmt::format("the file is too large: {} bytes, at most {}", text.size(), limits.bytes)},
                        {"chia thành nhiều tệp nhỏ hơn", "split it into smaller files"});
        return false;
    }
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
        Place place = source.place(bad, bad + 1);
        place.excerpt.clear();
        const auto byte = static_cast<unsigned>(static_cast<unsigned char>(text[bad]));
        diagnostics.add(
            yaml_not_utf8, std::move(place),
            {fmt::format("byte 0x{:02X} không thuộc bảng mã UTF-8", byte), fmt::format("the byte 0x{:02X} is no UTF-8", byte)},
            {"lưu lại tệp với bảng mã UTF-8", "save the file as UTF-8"});
        return false;
    }
    if (refuse_control_characters(source, diagnostics)) return false;
    if (refuse_directives(source, diagnostics)) return false;
    return !refuse_open_brackets(source, diagnostics, limits);
}

}  // namespace hoagiai
