// What is read quickly is what CellReader makes of it, over cells that people write and cells that nearly are such.
#include "engine/records/formats/quick/quick_cell.h"

#include <catch2/catch.hpp>
#include <random>

#include "engine/records/blanks.h"
#include "engine/records/formats/csv_layout.h"
#include "engine/text/fold.h"

using namespace hoagiai;

namespace {

class Cells {
public:
    explicit Cells(unsigned seed) : random_(seed) {}
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

    std::string date() {
        const std::string separator = one({"-", "/", ".", " ", ""});
        const auto number = [&](std::size_t limit, std::size_t digits) {
            std::string text = std::to_string(below(limit));
            while (text.size() < digits) text.insert(0, "0");
            return text;
        };
        std::string text = below(2) == 0 ? number(33, 2) + separator + number(14, 2) + separator + number(2200, 4)
                                         : number(2200, 4) + separator + number(14, 2) + separator + number(33, 2);
        return spoilt(text);
    }

    std::string whole() {
        std::string text;
        for (std::size_t i = below(21); i > 0; --i) text += static_cast<char>('0' + below(10));
        return below(4) == 0 ? spoilt(text) : text;
    }

    std::string words() {
        std::string text;
        for (std::size_t i = 1 + below(5); i > 0; --i)
            text += one({"a",        "Kinh",
                         "Ê",        "Đê",
                         "ă",        "ư",
                         "ữ",        "Ã",
                         "Æ",        "Ä",
                         "á»",       "chưa",
                         "Chưa",     "CHƯA",
                         "ch",       "×",
                         "÷",        "-",
                         "…",        " ",
                         "\t",       "\xC2\xA0",
                         "?",        "0",
                         "'",        "\xCC\x9B",
                         "ơ",        "\xEF\xBF\xBD",
                         "\xFF",     "\xC3",
                         "\xE1\xBB", "Nguyễn",
                         "never",    "\xE2\x80\x89",
                         "Ệ",        "\x01",
                         "ø",        "\xE1\xBA\x9B",
                         "\xC9\xA1"});
        return text;
    }

private:
    std::string one(const std::vector<std::string>& of) { return of[below(of.size())]; }
    std::string spoilt(std::string text) {
        if (below(3) != 0 || text.empty()) return text;
        const std::size_t at = below(text.size());
        static constexpr std::string_view others = "0123456789-/. ,x";
        if (below(2) == 0)
            text[at] = others[below(others.size())];
        else
            text.erase(at, 1);
        return text;
    }
    std::mt19937 random_;
};

Field field(Kind kind, Number low, Number high) {
    Field made;
    made.name = "cell";
    made.type = Type{kind};
    made.minimum = low;
    made.maximum = high;
    return made;
}

const Number none_below = Number::minus_infinity(), none_above = Number::infinity();

}  // namespace

TEST_CASE("dates and numbers read quickly are those that are read patiently") {
    Dataset data;
    TextPool texts(data);
    Cells cells(20231231);
    std::size_t dates = 0, numbers = 0;
    for (const auto& [low, high] : std::vector<std::pair<Number, Number>>{{none_below, none_above},
                                                                          {Number(0), none_above},
                                                                          {Number(3), Number(11'000)},
                                                                          {*Number::fraction(1, 2), none_above}}) {
        const Field date = field(Kind::date, low, high), whole = field(Kind::integer, low, high);
        const CellReader date_reader(date, texts), whole_reader(whole, texts);
        const QuickBounds date_bounds = quick_bounds(date), whole_bounds = quick_bounds(whole);
        for (int i = 0; i < 30'000; ++i) {
            const std::string day = cells.date(), count = cells.whole();
            const std::string padded = count + "12345678";  // as in a file, where something follows
            CellValue value;
            CellProblem problem;
            std::int32_t quick = 0;
            if (quick_date(day.data(), day.size(), date_bounds, quick)) {
                INFO(day);
                ++dates;
                REQUIRE(date_reader.read(day, value, problem));
                REQUIRE(value.state == CellState::known);
                REQUIRE(value.value == quick);
            }
            std::int64_t number = 0;
            if (quick_whole(padded.data(), count.size(), whole_bounds, number)) {
                INFO(count);
                ++numbers;
                REQUIRE(whole_reader.read(count, value, problem));
                REQUIRE(value.state == CellState::known);
                REQUIRE(value.value == number);
            }
        }
    }
    CHECK(dates > 1000);
    CHECK(numbers > 1000);
}

TEST_CASE("every day that there is is read quickly") {
    const QuickBounds bounds = quick_bounds(field(Kind::date, none_below, none_above));
    for (Day day = first_day - 400; day <= last_day + 400; ++day)
        for (const std::string& text : {iso_date(day), vietnamese_date(day)}) {
            std::int32_t quick = 0;
            INFO(text);
            REQUIRE(quick_date(text.data(), text.size(), bounds, quick) == (day >= first_day && day <= last_day));
            if (day >= first_day && day <= last_day) REQUIRE(quick == day);
        }
}

TEST_CASE("texts read quickly are those that are read patiently, and stand as they are") {
    Dataset data;
    TextPool texts(data);
    const Field text = field(Kind::text, none_below, none_above);
    const CellReader reader(text, texts);
    Cells cells(7);
    std::size_t taken = 0;
    for (int i = 0; i < 100'000; ++i) {
        const std::string cell = cells.words();
        if (!quick_text(cell.data(), cell.size())) continue;
        ++taken;
        CellValue value;
        CellProblem problem;
        INFO(readable(cell));
        REQUIRE(reader.read(cell, value, problem));
        REQUIRE(value.state == CellState::known);
        REQUIRE(data.texts[static_cast<std::size_t>(value.value)] == cell);
        REQUIRE_FALSE(has_lost_letters(cell));
    }
    CHECK(taken > 10'000);
    for (const std::string_view ordinary :
         {"Ê Đê", "Chăm", "Kinh", "M0000001", "Tổ hòa giải số 9", "Ấp 12", "H'Wen Đức Vinh", "1"})
        CHECK(quick_text(ordinary.data(), ordinary.size()));
    for (const std::string_view odd : {"", "-", "chưa", "Chưa", "…", " a", "a ", "Nguy?n", "×", "[ví dụ] x"})
        CHECK_FALSE(quick_text(odd.data(), odd.size()));
}
