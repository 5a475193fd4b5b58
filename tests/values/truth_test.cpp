// The three-valued tables, written out; sets of outcomes are held to them exhaustively.
#include <catch2/catch.hpp>

#include "engine/values/known.h"

using namespace hoagiai;

namespace {

// Kleene, Introduction to Metamathematics (1952), §64; T, F, N (no answer), by hand.
constexpr char and_table[3][3] = {{'T', 'F', 'N'}, {'F', 'F', 'F'}, {'N', 'F', 'N'}};
constexpr char or_table[3][3] = {{'T', 'T', 'T'}, {'T', 'F', 'N'}, {'T', 'N', 'N'}};

unsigned bit(char outcome) { return outcome == 'T' ? 1 : outcome == 'F' ? 2 : 4; }
int index(unsigned outcome) { return outcome == 1 ? 0 : outcome == 2 ? 1 : 2; }

unsigned expected(const char (&table)[3][3], unsigned a, unsigned b) {
    unsigned result = 0;
    for (unsigned x = 1; x <= 4; x <<= 1)
        for (unsigned y = 1; y <= 4; y <<= 1)
            if ((a & x) && (b & y)) result |= bit(table[index(x)][index(y)]);
    return result;
}

}  // namespace

TEST_CASE("and, or and not over all sets of outcomes", "[values]") {
    for (unsigned a = 0; a < 8; ++a)
        for (unsigned b = 0; b < 8; ++b) {
            INFO(a << " " << b);
            CHECK(both(Truth::from_bits(a), Truth::from_bits(b)).bits() == expected(and_table, a, b));
            CHECK(any(Truth::from_bits(a), Truth::from_bits(b)).bits() == expected(or_table, a, b));
            CHECK(united(Truth::from_bits(a), Truth::from_bits(b)).bits() == (a | b));
        }
    CHECK(negate(Truth::from_bits(1)).bits() == 2);
    CHECK(negate(Truth::from_bits(2)).bits() == 1);
    CHECK(negate(Truth::from_bits(4)).bits() == 4);
}

TEST_CASE("surely is said only of one outcome", "[values]") {
    for (unsigned bits = 0; bits < 8; ++bits) {
        CHECK(Truth::from_bits(bits).surely_true() == (bits == 1));
        CHECK(Truth::from_bits(bits).surely_false() == (bits == 2));
    }
}

TEST_CASE("ranges are compared by their ends, exhaustively", "[values]") {
    const auto holds = [](CompareOp op, int x, int y) {
        switch (op) {
            case CompareOp::equal:
                return x == y;
            case CompareOp::not_equal:
                return x != y;
            case CompareOp::less:
                return x < y;
            case CompareOp::less_equal:
                return x <= y;
            case CompareOp::greater:
                return x > y;
            default:
                return x >= y;
        }
    };
    for (int al = 0; al < 4; ++al)
        for (int ah = al; ah < 4; ++ah)
            for (int bl = 0; bl < 4; ++bl)
                for (int bh = bl; bh < 4; ++bh)
                    for (int o = 0; o < 6; ++o) {
                        const auto op = static_cast<CompareOp>(o);
                        Truth wanted;
                        for (int x = al; x <= ah; ++x)
                            for (int y = bl; y <= bh; ++y) wanted = united(wanted, Truth::of(holds(op, x, y)));
                        INFO(al << ".." << ah << " op" << o << " " << bl << ".." << bh);
                        CHECK(compare(op, Known::range(NumberRange::between(al, ah)),
                                      Known::range(NumberRange::between(bl, bh)), false) == wanted);
                    }
}

TEST_CASE("never is later than every day, and two endless durations have no order", "[values]") {
    const Known never = Known::range(NumberRange::never()), day = Known::number(19000);
    CHECK(compare(CompareOp::less, day, never, false) == Truth::yes());
    CHECK(compare(CompareOp::equal, never, never, false) == Truth::yes());
    CHECK(compare(CompareOp::less, never, never, false) == Truth::no());
    const Known longer = arithmetic(ArithmeticOp::subtract, never, day),
                shorter = arithmetic(ArithmeticOp::subtract, day, never);
    CHECK(compare(CompareOp::greater, longer, Known::number(1'000'000), true) == Truth::yes());
    CHECK(compare(CompareOp::less, shorter, Known::number(-1'000'000), true) == Truth::yes());
    CHECK(compare(CompareOp::less, shorter, longer, true) == Truth::no_answer());
    CHECK(arithmetic(ArithmeticOp::subtract, never, never).empty());
    CHECK(arithmetic(ArithmeticOp::subtract, never, never).can_lack);
    CHECK(arithmetic(ArithmeticOp::add, never, Known::number(3)) == never);
}
