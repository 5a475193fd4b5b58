// Exact numbers: thresholds are compared by cross product, and what leaves 64 bits says so.
#include <catch2/catch.hpp>

#include "engine/findings/value_text.h"
#include "engine/values/date.h"
#include "engine/values/known.h"

using namespace hoagiai;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max(), least = std::numeric_limits<std::int64_t>::min();

Number ratio(std::int64_t a, std::int64_t b) { return *Number::fraction(a, b); }

}  // namespace

TEST_CASE("87.96 % is below 88 % and prints as 87.96 %", "[values]") {
    const Number rate = ratio(8796, 10000), target = ratio(88, 100);
    CHECK(rate < target);
    CHECK(value_text(Known::number(rate), Type{Kind::ratio}, Language::en, {target}) == "87.96%");
    CHECK(value_text(Known::number(rate), Type{Kind::ratio}, Language::vi, {target}) == "87,96%");
}

TEST_CASE("printed digits never contradict a verdict", "[values]") {
    const Number target = ratio(88, 100);
    CHECK(value_text(Known::number(ratio(87'999'999, 100'000'000)), Type{Kind::ratio}, Language::en, {target}) == "87.999999%");
    CHECK(value_text(Known::number(ratio(88'000'001, 100'000'000)), Type{Kind::ratio}, Language::en, {target}) == "88.000001%");
    CHECK(value_text(Known::number(ratio(2, 3)), Type{Kind::ratio}, Language::en, {target}) == "66.67%");
    CHECK(value_text(Known::number(ratio(2, 3)), Type{Kind::ratio}, Language::en, {ratio(6667, 10000)}) == "66.667%");
    CHECK(value_text(Known::number(target), Type{Kind::ratio}, Language::en, {target}) == "88%");
}

TEST_CASE("ranges, unknowns and large numbers in words", "[values]") {
    CHECK(value_text(Known::range(NumberRange::between(1, 2)), Type{Kind::integer}, Language::en) == "1–2");
    CHECK(value_text(Known::range(NumberRange::between(0, Number::infinity())), Type{Kind::integer}, Language::en) == "?");
    CHECK(value_text(Known::number(1'250'000), Type{Kind::money}, Language::vi) == "1.250.000 đồng");
    CHECK(value_text(Known::number(1'250'000), Type{Kind::money}, Language::en) == "1,250,000 VND");
    CHECK(value_text(Known::number(-12'000), Type{Kind::integer}, Language::en) == "-12,000");
    CHECK(value_text(Known::number(2019), Type{Kind::integer}, Language::vi) == "2019");
    CHECK(value_text(Known::number(1), Type{Kind::days}, Language::en) == "1 day");
    CHECK(value_text(Known::range(NumberRange::never()), Type{Kind::date}, Language::vi) == "chưa");
    CHECK(value_text(Known::number(*day_from(2023, 4, 17)), Type{Kind::date}, Language::vi) == "17/04/2023");
}

TEST_CASE("arithmetic of 64 bits is checked", "[values]") {
    CHECK_FALSE(add(Number(most), Number(1)));
    CHECK_FALSE(subtract(Number(least), Number(1)));
    CHECK(subtract(Number(0), Number(most)));
    CHECK_FALSE(subtract(Number(0), Number(least)));
    CHECK_FALSE(multiply(Number(most), Number(2)));
    CHECK_FALSE(divide(Number(1), Number(0)));
    CHECK(*add(ratio(1, 3), ratio(1, 6)) == ratio(1, 2));
    CHECK(ratio(most, 3) > ratio(most - 1, 3));
    CHECK(ratio(most - 1, most) < Number(1));
    CHECK_THROWS_AS(arithmetic(ArithmeticOp::add, Known::number(most), Known::number(1)), Overflow);
    SECTION("what is only a range saturates outward") {
        const Known wide = arithmetic(ArithmeticOp::add, Known::range(NumberRange::between(0, most)), Known::number(1));
        CHECK(wide.as_range().low == Number(1));
        CHECK(wide.as_range().high == Number::infinity());
    }
}

TEST_CASE("arithmetic over ranges reaches its ends", "[values]") {
    for (int al = -2; al <= 2; ++al)
        for (int ah = al; ah <= 2; ++ah)
            for (int bl = -2; bl <= 2; ++bl)
                for (int bh = bl; bh <= 2; ++bh)
                    for (const auto op :
                         {ArithmeticOp::add, ArithmeticOp::subtract, ArithmeticOp::multiply, ArithmeticOp::divide}) {
                        std::optional<Number> low, high;
                        bool lacks = false;
                        for (int x = al; x <= ah; ++x)
                            for (int y = bl; y <= bh; ++y) {
                                const auto value = op == ArithmeticOp::add        ? add(x, y)
                                                   : op == ArithmeticOp::subtract ? subtract(x, y)
                                                   : op == ArithmeticOp::multiply ? multiply(x, y)
                                                                                  : divide(x, y);
                                if (!value) {
                                    lacks = true;
                                    continue;
                                }
                                low = low ? std::min(*low, *value) : *value;
                                high = high ? std::max(*high, *value) : *value;
                            }
                        const Known got = arithmetic(op, Known::range(NumberRange::between(al, ah)),
                                                     Known::range(NumberRange::between(bl, bh)));
                        INFO(al << ".." << ah << " " << static_cast<int>(op) << " " << bl << ".." << bh);
                        CHECK(got.can_lack == lacks);
                        CHECK(got.as_range().finite == low.has_value());
                        if (low) {
                            CHECK(got.as_range().low == *low);
                            CHECK(got.as_range().high == *high);
                        }
                    }
}
