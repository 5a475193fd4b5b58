#include "engine/text/yaml_comma.h"

#include <fmt/format.h>

#include "engine/text/fold.h"
#include "engine/text/yaml_kinds.h"
#include "engine/text/yaml_mend.h"

namespace hoagiai {

namespace {

Words key_without_value(const std::string& word) {
    return {fmt::format("bên trong {{…}} dấu phẩy bắt đầu một khóa mới, và `{}` không có giá trị", word),
            fmt::format("inside {{…}} a comma starts a new key, and `{}` has no value", word)};
}

/// A key that goes on no text: a brace without quotes, or a colon without its space.
CommaSlip lone_key(const Text& key, std::string_view raw, bool first_in_group) {
    const std::string word = visible(key.value);
    const std::size_t colon = key.value.find(':');
    CommaSlip slip;
    slip.said = Diagnostic(
        comma_starts_key, key.place(),
        first_in_group ? Words{fmt::format("`{{` không có ngoặc kép mở một nhóm khóa, và khóa `{}` không có giá trị", word),
                               fmt::format("`{{` without quotes opens a group of keys, and the key `{}` has no value", word)}
                       : key_without_value(word),
        colon != std::string::npos ? Words{"viết dấu cách sau dấu hai chấm, hoặc đặt cả câu trong ngoặc kép",
                                           "write a space after the colon, or put the whole text in double quotes"}
                                   : Words{"đặt cả câu trong ngoặc kép", "put the whole text in double quotes"});
    if (colon != std::string::npos && colon > 0 && raw.substr(0, key.value.size()) == key.value)
        slip.said.fix = {{key.begin + colon + 1, key.begin + colon + 1, " "}};
    return slip;
}

}  // namespace

CommaSlip comma_slip(const SourcePtr& source, const Text& key, std::uint32_t begin, std::uint32_t end, bool first_in_group) {
    const std::string raw(source->text().substr(begin, end - begin));
    if (begin == key.begin || raw.find('\n') != std::string::npos) return lone_key(key, raw, first_in_group);
    std::string digits;
    CommaSlip slip;
    slip.number = true;
    for (const char byte : raw) {
        slip.number = slip.number && (byte == ',' || (byte >= '0' && byte <= '9'));
        if (byte != ',') digits += byte;
    }
    const std::string mended = slip.number ? digits : in_quotes(raw);
    slip.said = slip.number
                    ? Diagnostic(comma_in_number, source->place(begin, end),
                                 {fmt::format("dấu phẩy trong số `{}`: bên trong {{…}} dấu phẩy bắt đầu một khóa mới", raw),
                                  fmt::format("a comma in the number `{}`: inside {{…}} a comma starts a new key", raw)},
                                 {"viết " + mended, "write " + mended})
                    : Diagnostic(comma_starts_key, key.place(), key_without_value(visible(key.value)),
                                 {"đặt cả câu trong ngoặc kép: " + visible(mended),
                                  "put the whole text in double quotes: " + visible(mended)});
    slip.said.fix = {{begin, end, mended}};
    slip.text = slip.number ? digits : raw;
    return slip;
}

}  // namespace hoagiai
