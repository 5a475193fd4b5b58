// Days, months and periods.
#include <catch2/catch.hpp>

#include "engine/values/date.h"
#include "engine/values/known.h"

using namespace hoagiai;

TEST_CASE("only days that exist are days", "[values]") {
    CHECK(parse_iso_date("2024-02-29"));
    CHECK_FALSE(parse_iso_date("2023-02-29"));
    CHECK_FALSE(parse_iso_date("2023-13-01"));
    CHECK_FALSE(parse_iso_date("2023-1-01"));
    CHECK_FALSE(parse_iso_date("2023-01-01x"));
    CHECK(first_day == *parse_iso_date("1900-01-01"));
    CHECK(last_day == *parse_iso_date("2100-12-31"));
}

TEST_CASE("adding months keeps the day or takes the month's last", "[values]") {
    const auto plus = [](const char* day, int months) { return iso_date(add_months(*parse_iso_date(day), months)); };
    CHECK(plus("2023-01-31", 1) == "2023-02-28");
    CHECK(plus("2024-01-31", 1) == "2024-02-29");
    CHECK(plus("2023-12-15", 1) == "2024-01-15");
    CHECK(plus("2024-02-29", 12) == "2025-02-28");
    CHECK(plus("2023-03-31", -1) == "2023-02-28");
}

TEST_CASE("the five forms of a period, and the one before", "[values]") {
    struct Form {
        const char *text, *first, *last, *previous;
    };
    for (const Form& form :
         {Form{"2023", "2023-01-01", "2023-12-31", "2022"}, Form{"2023-H1", "2023-01-01", "2023-06-30", "2022-H2"},
          Form{"2023-H2", "2023-07-01", "2023-12-31", "2023-H1"}, Form{"2023-Q2", "2023-04-01", "2023-06-30", "2023-Q1"},
          Form{"2024-02", "2024-02-01", "2024-02-29", "2024-01"}, Form{"2023-01", "2023-01-01", "2023-01-31", "2022-12"},
          Form{"2024-03", "2024-03-01", "2024-03-31", "2024-02"}, Form{"2025", "2025-01-01", "2025-12-31", "2024"},
          Form{"2025-Q1", "2025-01-01", "2025-03-31", "2024-Q4"},
          Form{"2024-03-01..2024-03-10", "2024-03-01", "2024-03-10", "2024-02-20..2024-02-29"},
          Form{"2023-03-01..2023-03-01", "2023-03-01", "2023-03-01", "2023-02-28..2023-02-28"},
          Form{"2024-01-01..2024-12-31", "2024-01-01", "2024-12-31", "2022-12-31..2023-12-31"},
          Form{"2023-04-18..2023-04-27", "2023-04-18", "2023-04-27", "2023-04-08..2023-04-17"}}) {
        INFO(form.text);
        const auto period = parse_period(form.text);
        REQUIRE(period);
        CHECK(iso_date(period->first) == form.first);
        CHECK(iso_date(period->last) == form.last);
        CHECK(period->previous().text == form.previous);
        CHECK(period->previous().last == period->first - 1);
    }
    for (const char* wrong : {"", "23", "2023-H3", "2023-Q5", "2023-13", "2023-00", "2023-", "2023-05-01",
                              "2023-05-02..2023-05-01", "2023-05-01..", "1899", "2023-H1x"}) {
        INFO(wrong);
        CHECK_FALSE(parse_period(wrong));
    }
}
