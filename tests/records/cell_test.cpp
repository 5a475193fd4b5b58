// Values as people write them: what is taken, what is refused, and in which words.
#include "engine/records/cell.h"

#include <catch2/catch.hpp>

#include "engine/values/date.h"

#include "engine/text/fold.h"

using namespace hoagiai;

namespace {

Field field_of(Kind kind) {
    Field field{"f", "f", {"Trường", "Field"}, Type{kind}, false, false, false, Number::minus_infinity(), Number::infinity()};
    if (kind == Kind::integer || kind == Kind::money) field.minimum = 0;
    if (kind == Kind::ratio) {
        field.minimum = 0;
        field.maximum = 1;
    }
    if (kind == Kind::date) {
        field.minimum = first_day;
        field.maximum = last_day;
    }
    if (kind == Kind::choice) {
        auto set = std::make_shared<ChoiceSet>();
        set->choices = {
            {"male", {"Nam", "Male"}}, {"female", {"Nữ", "Female"}}, {"own_wish", {"Theo nguyện vọng", "Own wish"}}};
        field.type.choices = set;
    }
    return field;
}

struct Read {
    bool taken = false;
    CellValue value;
    CellProblem problem;
    std::string text;
};

Read read(const Field& field, std::string_view text) {
    Dataset data;
    TextPool texts(data);
    Read result;
    result.taken = CellReader(field, texts).read(text, result.value, result.problem);
    if (result.taken && field.type.kind == Kind::text && result.value.state == CellState::known)
        result.text = texts[static_cast<std::uint32_t>(result.value.value)];
    return result;
}

Read read(Kind kind, std::string_view text) { return read(field_of(kind), text); }

void takes(const Field& field, std::string_view text, std::int64_t value) {
    INFO(text);
    const Read result = read(field, text);
    INFO(result.problem.message.en);
    REQUIRE(result.taken);
    CHECK(result.value.state == CellState::known);
    CHECK(result.value.value == value);
}

void takes(Kind kind, std::string_view text, std::int64_t value) { takes(field_of(kind), text, value); }

void refuses(const Field& field, std::string_view text, const DiagnosticKind& kind) {
    INFO(text);
    const Read result = read(field, text);
    REQUIRE_FALSE(result.taken);
    CHECK(result.problem.kind.code == kind.code);
    CHECK_FALSE(result.problem.message.vi.empty());
    CHECK_FALSE(result.problem.message.en.empty());
    CHECK_FALSE(result.problem.help.vi.empty());
    CHECK_FALSE(result.problem.help.en.empty());
}

void refuses(Kind kind, std::string_view text, const DiagnosticKind& problem) { refuses(field_of(kind), text, problem); }

}  // namespace

TEST_CASE("a blank cell is missing, whatever its kind and its spaces", "[records]") {
    const auto kind = GENERATE(Kind::boolean, Kind::integer, Kind::money, Kind::ratio, Kind::date, Kind::choice, Kind::text);
    for (const std::string_view blank : {"", " ", "\t", "\xC2\xA0", " \xE2\x80\xAF\xE2\x80\x89 ", "\r\n"}) {
        const Read result = read(kind, blank);
        CHECK(result.taken);
        CHECK(result.value.state == CellState::missing);
    }
}

TEST_CASE("yes and no", "[records]") {
    for (const std::string_view yes : {"true", "TRUE", "có", "Có", "CÓ", "co\xCC\x81", "x", "X", "yes", "1", " x "})
        takes(Kind::boolean, yes, 1);
    for (const std::string_view no : {"false", "False", "không", "KHÔNG", "no", "0", "\xC2\xA0no"}) takes(Kind::boolean, no, 0);
    for (const std::string_view bad : {"co", "khong", "2", "y", "01", "xx", "true false", "-"})
        refuses(Kind::boolean, bad, bad_boolean);
    CHECK(read(Kind::boolean, "khong").problem.message.vi == "`khong` không phải là có hay không");
}

TEST_CASE("whole numbers, with and without groups of thousands", "[records]") {
    takes(Kind::integer, "0", 0);
    takes(Kind::integer, "007", 7);
    takes(Kind::integer, "+12", 12);
    takes(Kind::money, "1.250.000", 1250000);
    takes(Kind::money, "1 250 000", 1250000);
    takes(Kind::money,
          "1\xC2\xA0"
          "250",
          1250);
    takes(Kind::money,
          "12\xE2\x80\xAF"
          "250",
          12250);
    takes(Kind::money, "999.999\xC2\xA0", 999999);
    takes(Kind::integer, "1.250", 1250);
    takes(Kind::integer, "9223372036854775807", INT64_MAX);
    Field free = field_of(Kind::integer);
    free.minimum = Number::minus_infinity();
    takes(free, "-1.250", -1250);
    takes(free, "-9223372036854775808", INT64_MIN);
    refuses(free, "-9223372036854775809", number_too_large);
    refuses(Kind::integer, "9223372036854775808", number_too_large);
    refuses(Kind::integer, std::string(5000, '9'), number_too_large);
    for (const std::string_view bad :
         {"1.25", "1.2500", "1.250.00", "1250.000", "12,5", "3,0", "0.125",     "1.250 000", ".250", "1.",     "1..250",
          "abc",  "12a",    "-",        "+",        "--1",  "1e3", "1,250,000", "1.250,5",   "١",    "5 người"})
        refuses(Kind::integer, bad, bad_number);
    for (const std::string_view bad : {"1,250", "12,500", "999,000"}) refuses(Kind::money, bad, ambiguous_number);
    refuses(Kind::money, "0,125", bad_number);
}

TEST_CASE("what could be read in two ways names both readings", "[records]") {
    const CellProblem number = read(Kind::integer, "1,250").problem;
    CHECK(number.message.vi == "`1,250` có thể là 1250 hoặc 1,250: cần một số nguyên viết rõ");
    CHECK(number.message.en == "`1,250` could be 1250 or 1.250: a whole number that reads one way is expected");
    CHECK(number.help.en == "write 1250 or 1.250");
    const CellProblem ratio = read(Kind::ratio, "0,885").problem;
    CHECK(ratio.message.vi == "`0,885` thiếu dấu %, có thể là 88,5% hoặc 0,885%");
    CHECK(ratio.help.en == "write 88,5% or 0,885%");
    CHECK(read(Kind::ratio, "88.5").problem.help.vi == "viết 88,5%");
    CHECK(read(Kind::ratio, "1").problem.help.vi == "viết 100% hoặc 1%");
    CHECK(read(Kind::ratio, "0.05").problem.help.vi == "viết 5% hoặc 0,05%");
    CHECK(read(Kind::integer, "5.0").problem.help.vi == "viết 5");
}

TEST_CASE("bounds are said in the refusal", "[records]") {
    Field months = field_of(Kind::integer);
    months.maximum = 12;
    takes(months, "0", 0);
    takes(months, "12", 12);
    refuses(months, "13", out_of_bounds);
    refuses(months, "-1", out_of_bounds);
    CHECK(read(months, "13").problem.message.vi == "`13` nằm ngoài giới hạn: cần từ 0 đến 12");
    CHECK(read(Kind::integer, "-1").problem.message.en == "`-1` is out of bounds: 0 or more is expected");
    Field year = field_of(Kind::integer);
    year.minimum = 1900;
    year.maximum = 2100;
    takes(year, "2.023", 2023);
    CHECK(read(year, "23").problem.message.en == "`23` is out of bounds: from 1900 to 2100 is expected");
}

TEST_CASE("percentages need their sign and are exact", "[records]") {
    takes(Kind::ratio, "88,5%", 88'500'000'000);
    takes(Kind::ratio, "88.5%", 88'500'000'000);
    takes(Kind::ratio, "88 %", 88'000'000'000);
    takes(Kind::ratio, "0%", 0);
    takes(Kind::ratio, "100%", ratio_unit);
    takes(Kind::ratio, "87,961234567 %", 87'961'234'567);
    takes(Kind::ratio, "0,000000001%", 1);
    takes(Kind::ratio, "5,1000000000000%", 5'100'000'000);
    refuses(Kind::ratio, "87,9612345678%", bad_percentage);
    refuses(Kind::ratio, "100,000000001%", out_of_bounds);
    refuses(Kind::ratio, "-1%", out_of_bounds);
    refuses(Kind::ratio, "99999999999999999999%", out_of_bounds);
    for (const std::string_view bad : {"%", "88,%", ",5%", "88,5,5%", "1.088,5%", "88%%", "tám mươi"})
        refuses(Kind::ratio, bad, bad_percentage);
    for (const std::string_view bad : {"88", "0,885", "0.885", "1", "1,0"}) refuses(Kind::ratio, bad, percent_sign_missing);
    CHECK(read(Kind::ratio, "101%").problem.message.en == "`101%` is out of bounds: from 0% to 100% is expected");
}

TEST_CASE("dates: the day stands first, or the ISO form", "[records]") {
    const Day day = *day_from(2023, 4, 7);
    for (const std::string_view good : {"2023-04-07", "07/04/2023", "7/4/2023", "7-4-2023", "07.04.2023", " 7/04/2023\xC2\xA0"})
        takes(Kind::date, good, day);
    takes(Kind::date, "1900-01-01", first_day);
    takes(Kind::date, "31/12/2100", last_day);
    takes(Kind::date, "29/02/2024", *day_from(2024, 2, 29));
    refuses(Kind::date, "1899-12-31", out_of_bounds);
    refuses(Kind::date, "01/01/2101", out_of_bounds);
    for (const std::string_view bad :
         {"2023-02-29", "31/04/2023", "2023-13-01", "04/17/2023", "2023-00-10", "00/01/2023", "2023-01-00"})
        refuses(Kind::date, bad, no_such_date);
    for (const std::string_view bad : {"17/04/23", "1.2.99", "23-04-17"}) refuses(Kind::date, bad, short_year);
    for (const std::string_view bad : {"2023", "04/2023", "17/04-2023", "2023/04/17", "2023-4-7", "17 04 2023", "45033",
                                       "2023-04-17 00:00:00", "tháng 4", "17/04/20233", "17//2023", "1/2/3/4", "chưa rõ"})
        refuses(Kind::date, bad, bad_date);
    CHECK(read(Kind::date, "29/02/2023").problem.message.vi == "`29/02/2023`: tháng 2/2023 không có ngày 29");
    CHECK(read(Kind::date, "04/17/2023").problem.help.en == "the day stands before the month: write 17/04/2023");
    CHECK(read(Kind::date, "45033").problem.help.vi == "viết 17/04/2023");
    CHECK(read(Kind::date, "17/04/23").problem.help.vi == "viết 17/04/2023 hoặc 17/04/1923");
    CHECK(read(Kind::date, "3/4/23").problem.message.vi ==
          "`3/4/23`: năm chỉ có hai chữ số, có thể là 03/04/2023 hoặc 03/04/1923");
    CHECK(read(Kind::date, "23-04-17").problem.help.en == "write 23/04/2017 or 23/04/1917 or 17/04/2023");
    CHECK(read(Kind::date, "29/2/00").problem.help.vi == "viết 29/02/2000");
    CHECK(read(Kind::date, "31/2/96").problem.message.vi == "`31/2/96`: năm chỉ có hai chữ số");
}

TEST_CASE("never is for event dates", "[records]") {
    Field event = field_of(Kind::date);
    event.event = true;
    for (const std::string_view never : {"chưa", "Chưa", "never", "NEVER",
                                         "chu\xCC\x9B"
                                         "a",
                                         " chưa "}) {
        INFO(never);
        const Read result = read(event, never);
        CHECK(result.taken);
        CHECK(result.value.state == CellState::never);
        refuses(Kind::date, never, never_not_possible);
    }
    for (const std::string_view more : {"chưa bầu", "Chưa có", "không", "never held"}) {
        refuses(event, more, bad_date);
        CHECK(read(event, more).problem.help.vi == "viết chưa nếu việc này chắc chắn chưa xảy ra; để trống nếu chưa biết");
    }
    refuses(Kind::date, "chưa rõ", bad_date);
    CHECK(read(Kind::date, "chưa rõ").problem.help.vi == "viết 17/04/2023 hoặc 2023-04-17; để trống nếu chưa biết");
}

TEST_CASE("never is refused where the field is no date of an event, whatever its kind", "[records]") {
    for (const Kind kind : {Kind::boolean, Kind::integer, Kind::money, Kind::ratio, Kind::date, Kind::choice, Kind::text})
        for (const std::string_view never : {"chưa", "CHƯA", "never", " chưa "})
            if (kind != Kind::text || never != "never") refuses(kind, never, never_not_possible);
    CHECK(read(Kind::text, "never").text == "never");  // an id like any other
    CHECK(read(Kind::boolean, "chưa").problem.message.vi ==
          "`chưa` chỉ dùng cho ngày của một việc có thể chưa xảy ra, không dùng cho `Trường`");
    CHECK(read(Kind::boolean, "chưa").problem.help.vi == "viết không, hoặc để trống nếu chưa biết");
    CHECK(read(Kind::text, "chưa").problem.help.en == "leave it blank if it is not known or there is none");
    CHECK(read(Kind::text, "chưa có").text == "chưa có");
    Field own = field_of(Kind::choice);
    auto set = std::make_shared<ChoiceSet>(*own.type.choices);
    set->choices.push_back({"never", {"Chưa", "Never"}});
    own.type.choices = set;
    takes(own, "chưa", 3);
}

TEST_CASE("a word of a closed list, by its name or title", "[records]") {
    for (const std::string_view word : {"female", "Female", "Nữ", "NỮ", "nu\xCC\x9B\xCC\x83", " nữ "})
        takes(Kind::choice, word, 1);
    takes(Kind::choice, "theo  nguyện vọng", 2);
    takes(Kind::choice, "theo_nguyện_vọng", 2);
    takes(Kind::choice, "Own wish", 2);
    for (const std::string_view bad : {"nu", "femal", "1", "nam nữ"}) refuses(Kind::choice, bad, unknown_choice);
    const CellProblem problem = read(Kind::choice, "Femal").problem;
    CHECK(problem.message.en == "`Femal` is not in the list: male (Male), female (Female), own_wish (Own wish)");
    CHECK(problem.message.vi == "`Femal` không có trong danh mục: male (Nam), female (Nữ), own_wish (Theo nguyện vọng)");
    CHECK(problem.help.vi == "có phải là `female`?");
}

TEST_CASE("texts are trimmed and composed, and nothing else", "[records]") {
    CHECK(read(Kind::text, "  Nguyễn  Văn A ").text == "Nguyễn  Văn A");
    CHECK(read(Kind::text,
               "Ho\xCC\x80"
               "a")
              .text == "Hòa");
    CHECK(read(Kind::text, "00001").text == "00001");
    CHECK(read(Kind::text, "hai\ndòng").text == "hai\ndòng");
    for (const std::string_view sign : {"-", "--", "?", "…", " / ", "(*)", "\xE2\x80\x93"}) refuses(Kind::text, sign, no_words);
    for (const std::string_view text : {"Ô", "(1)", "—Ấp"}) CHECK(read(Kind::text, text).text == text);
    refuses(Kind::text, "T\xE1\xBA", invalid_characters);
    refuses(Kind::integer, "1\xFF", invalid_characters);
    CHECK(read(Kind::text, "T\xFF").problem.message.en == "the cell holds the byte 0xFF, which is no UTF-8: `T\\xFF`");
}

TEST_CASE("equal texts are one", "[records]") {
    Dataset data;
    TextPool texts(data);
    const std::uint32_t composed = texts.add("Hòa"), other = texts.add("hoà");
    CHECK(texts.add("Ho\xCC\x80"
                    "a") == composed);
    CHECK(other != composed);
    CHECK(fold(data.texts[other]) == fold(data.texts[composed]));
    for (int i = 0; i < 5000; ++i) texts.add(std::to_string(i));
    CHECK(texts.add("Hòa") == composed);
    CHECK(texts.add("4999") == 5001);
    CHECK(data.texts.size() == 5002);
}
