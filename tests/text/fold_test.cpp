// Folding forgets letter forms, tone places, case and stray spaces, and nothing else; suggestions find what was meant.
#include "engine/text/fold.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

TEST_CASE("fold: what is the same for people is the same", "[text]") {
    CHECK(fold("Kinh ") == fold("  kinh"));
    CHECK(fold("Hoà  Bình") == fold("hòa bình"));
    CHECK(fold("Hoa\u0300 Bình") == fold("Hòa Bình"));
    CHECK(fold("thuỷ") == fold("thủy"));
    CHECK(fold("khoẻ") == fold("khỏe"));
    CHECK(fold("hoàn") == "hoàn");  // not the end of the syllable: one place only
    CHECK(fold("quý") == "quý");    // qu is a consonant
    CHECK(fold("quỳ") != fold("qùy"));
    CHECK(fold("Đông") == "đông");
    CHECK(fold("Đông") != fold("Dong"));
    CHECK(fold("Nữ") != fold("Nu"));
    CHECK(fold("a\u00a0b") == "a b");
    CHECK(fold("") == "");
}

TEST_CASE("fold: a letter is folded alike alone and beside one that needs more care", "[text]") {
    // Two bytes or three of UTF-8; ß is no letter of Vietnamese, and makes the whole text go the long way.
    for (unsigned point = 0x80; point < 0x2000; ++point) {
        std::string letter;
        if (point < 0x800) {
            letter += static_cast<char>(0xC0 | (point >> 6));
        } else {
            letter += static_cast<char>(0xE0 | (point >> 12));
            letter += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        }
        letter += static_cast<char>(0x80 | (point & 0x3F));
        INFO(std::hex << point);
        CHECK(fold("x" + letter + "xß") == fold("x" + letter + "x") + "ss");
    }
}

TEST_CASE("fold_identifier: a title as a word", "[text]") {
    CHECK(fold_identifier("Vụ, việc hòa giải") == "vụ_việc_hòa_giải");
    CHECK(fold_identifier(" (Mã) ") == "mã");
    CHECK(fold_identifier("Số hộ 2023") == "số_hộ_2023");
}

TEST_CASE("suggestions", "[text]") {
    const std::vector<std::string> names = {"gender", "head", "households_total", "households_agree", "ended_on", "tổ"};
    CHECK(suggestions("gendr", names) == std::vector<std::string>{"gender"});
    CHECK(suggestions("gedner", names) == std::vector<std::string>{"gender"});
    CHECK(suggestions("to", names) == std::vector<std::string>{"tổ"});
    CHECK(suggestions("households_totl", names).front() == "households_total");
    CHECK(suggestions("pilot", names).empty());
    CHECK(suggestions("xy", names).empty());
    CHECK(suggestions("", names).empty());
}

TEST_CASE("what terminals must not obey is shown", "[text]") {
    CHECK(visible("a\x1b[31mb") == "a\\x1B[31mb");
    CHECK(visible("a\u202eb") == "a\\u202Eb");
    CHECK(visible("Tổ hòa giải") == "Tổ hòa giải");
    CHECK(display_width("Tổ") == 2);
    CHECK(find_invalid_utf8("Tổ") == std::string_view::npos);
    CHECK(find_invalid_utf8("ab\xC0\xAF") == 2);
    CHECK(lower_first("Hòa giải viên") == "hòa giải viên");
    CHECK(lower_first("UBND cấp xã") == "UBND cấp xã");
}
