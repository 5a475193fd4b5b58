// Comparison forgets the Unicode form, the case, stray spaces and where the tone mark stands, and nothing else.
#include "engine/text/fold.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

TEST_CASE("tone marks of oa, oe, uy at the end of a syllable, all five tones", "[fold]") {
    struct Pair {
        const char *old_place, *new_place;
    };
    const auto pair =
        GENERATE(Pair{"hoà", "hòa"}, Pair{"hoá", "hóa"}, Pair{"hoả", "hỏa"}, Pair{"hoã", "hõa"}, Pair{"hoạ", "họa"},
                 Pair{"hoè", "hòe"}, Pair{"hoé", "hóe"}, Pair{"khoẻ", "khỏe"}, Pair{"xoẽ", "xõe"}, Pair{"hoẹ", "họe"},
                 Pair{"thuỳ", "thùy"}, Pair{"thuý", "thúy"}, Pair{"uỷ", "ủy"}, Pair{"thuỹ", "thũy"}, Pair{"thuỵ", "thụy"});
    CHECK(fold(pair.old_place) == pair.new_place);
    CHECK(fold(pair.new_place) == pair.new_place);
    CHECK(fold(std::string(pair.old_place) + " giải") == std::string(pair.new_place) + " giải");
    CHECK(fold(std::string(pair.old_place) + "_2") == std::string(pair.new_place) + "_2");
    CHECK(fold(std::string(pair.old_place) + "2") == std::string(pair.new_place) + "2");
}

TEST_CASE("what is written one way only stays", "[fold]") {
    const auto word = GENERATE(as<std::string>{}, "quý", "quỳ", "quỷ", "quà", "hoàn", "hoán", "huỳnh", "huyền", "thuyết",
                               "khuỷu", "ngoài", "xoáy", "loét", "đoàn", "của", "mùa", "chưa", "lý");
    CHECK(fold(word) == word);
}

TEST_CASE("the same word in every form folds to one", "[fold]") {
    CHECK(fold("HOÀ GIẢI") == "hòa giải");
    CHECK(fold("Hoa\u0300 Gia\u0309i") == "hòa giải");  // marks apart
    CHECK(fold("HO\u0300A") == "hòa");
    CHECK(fold("  hòa \t\n\u00a0 giải\u3000") == "hòa giải");
    CHECK(fold("Ủy ban") == fold("Uỷ ban"));
    CHECK(fold("UỶ BAN") == "ủy ban");
    CHECK(fold("Quý") == "quý");
    CHECK(fold("QUÝ") == "quý");
}

TEST_CASE("different letters stay different", "[fold]") {
    CHECK(fold("Đ") == "đ");
    CHECK(fold("đ") != fold("d"));
    CHECK(fold("tổ") != fold("to"));
    CHECK(fold("hòa") != fold("hóa"));
    CHECK(fold("ơ") != fold("o"));
    CHECK(fold("a-b") != fold("a b"));
    CHECK(fold("") == "");
    CHECK(fold(" \t ") == "");
}

TEST_CASE("folding again changes nothing", "[fold]") {
    const auto text = GENERATE(as<std::string>{}, "Tổ Hoà Giải  số 1", "UỶ BAN", "Straße İstanbul ﬁ", "e\u0323\u0302", "A\tB",
                               "\xff\xfe", "hoa\u0300\u0301");
    CHECK(fold(fold(text)) == fold(text));
    CHECK(nfc(nfc(text)) == nfc(text));
}

TEST_CASE("an identifier from a title", "[fold]") {
    CHECK(fold_identifier("Vụ, việc") == "vụ_việc");
    CHECK(fold_identifier("  (Số) hộ - gia đình! ") == "số_hộ_gia_đình");
    CHECK(fold_identifier("Hoà giải") == "hòa_giải");
    CHECK(fold_identifier("team-size 2") == "team_size_2");
    CHECK(fold_identifier("_a__b_") == "a_b");
    CHECK(fold_identifier("…") == "");
}

TEST_CASE("invalid UTF-8 is found where it begins", "[fold]") {
    CHECK(find_invalid_utf8("") == std::string_view::npos);
    CHECK(find_invalid_utf8("Tổ 😀") == std::string_view::npos);
    CHECK(find_invalid_utf8("ab\xff") == 2);
    CHECK(find_invalid_utf8("a\xe1\xbb") == 1);         // cut off
    CHECK(find_invalid_utf8("\xc0\xaf") == 0);          // overlong
    CHECK(find_invalid_utf8("\xed\xa0\x80") == 0);      // a surrogate
    CHECK(find_invalid_utf8("\xf4\x90\x80\x80") == 0);  // above U+10FFFF
    CHECK(find_invalid_utf8("é\x80") == 2);
}

TEST_CASE("width in a terminal", "[fold]") {
    CHECK(display_width("hòa") == 3);
    CHECK(display_width("ho\u0300a") == 3);
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("") == 0);
}

TEST_CASE("control characters are made visible", "[fold]") {
    CHECK(visible("a\x1b[0m") == "a\\x1B[0m");
    CHECK(visible(std::string("\0", 1)) == "\\x00");
    CHECK(visible("\x7f") == "\\x7F");
    CHECK(visible("\u009b") == "\\x9B");
    CHECK(visible("\u202e") == "\\u202E");
    CHECK(visible("Tổ 😀") == "Tổ 😀");
}

TEST_CASE("a title inside a sentence begins small, an abbreviation does not", "[fold]") {
    CHECK(lower_first("Đơn vị") == "đơn vị");
    CHECK(lower_first("UBND xã") == "UBND xã");
    CHECK(lower_first("A") == "a");
    CHECK(lower_first("") == "");
}

TEST_CASE("what somebody may have meant", "[fold]") {
    const std::vector<std::string> names = {"size", "serving", "operating", "mediators", "tổ", "hòa_giải", "ended_on"};
    CHECK(suggestions("sizee", names) == std::vector<std::string>{"size"});
    CHECK(suggestions("isze", names) == std::vector<std::string>{"size"});  // two letters changed over
    CHECK(suggestions("mediator", names) == std::vector<std::string>{"mediators"});
    CHECK(suggestions("Ended_On", names).front() == "ended_on");
    CHECK(suggestions("hoà_giải", names) == std::vector<std::string>{"hòa_giải"});
    CHECK(suggestions("hoa_giai", names) == std::vector<std::string>{"hòa_giải"});
    CHECK(suggestions("to", names) == std::vector<std::string>{"tổ"});
    CHECK(suggestions("population", names).empty());
    CHECK(suggestions("", names).empty());
    CHECK(suggestions("x", {}).empty());
    SECTION("at most three, nearest first, each once") {
        const auto near = suggestions("abcdef", {"abcxyf", "abcdex", "abcdef", "abcdex", "abcdey", "abcdez"});
        REQUIRE(near.size() == 3);
        CHECK(near.front() == "abcdef");
        CHECK(near[1] == "abcdex");
        CHECK(near[2] == "abcdey");
    }
    SECTION("a third of the length is the border") {
        CHECK(suggestions("abcdxx", {"abcdef"}).size() == 1);
        CHECK(suggestions("abcxxx", {"abcdef"}).empty());
    }
}

TEST_CASE("the way out for an unknown word: the near ones, or all of them", "[fold]") {
    CHECK(did_you_mean("sizee", {"size", "operating"}).en == "did you mean `size`?");
    CHECK(did_you_mean("abcdex", {"abcdef", "abcdeg"}).vi == "có phải ý bạn là `abcdef`, `abcdeg`?");
    CHECK(did_you_mean("population", {"size", "serving"}).en == "write one of: size, serving");
    CHECK(did_you_mean("population", {}).en.empty());
}
