// In which order things are written means nothing: rows, columns and files of records, rules in a book, books in a request.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/metamorphic/random_sheets.h"
#include "tests/metamorphic/whole_run.h"
#include "tests/support/read_file.h"

using namespace hoagiai;
using namespace hoagiai::metamorphic;

namespace {

Sheets in_another_order(Sheets sheets, Chance& chance) {
    chance.shuffle(sheets);
    for (Sheet& sheet : sheets) {
        chance.shuffle(sheet.rows);
        std::vector<std::size_t> order(sheet.columns.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        chance.shuffle(order);
        const auto turned = [&](const std::vector<std::string>& cells) {
            std::vector<std::string> result;
            for (const std::size_t i : order) result.push_back(cells[i]);
            return result;
        };
        sheet.columns = turned(sheet.columns);
        for (auto& row : sheet.rows) row = turned(row);
    }
    return sheets;
}

/// The text of a rulebook with its rules (the list at the end) in another order.
std::string rules_in_another_order(const std::string& text, Chance& chance) {
    const auto find_rule = [&](std::size_t from) {
        return std::min(text.find("\n  - id: ", from), text.find("\n  - {id: ", from));
    };
    const std::size_t list = text.find("\nrules:");
    REQUIRE(list != std::string::npos);
    std::size_t at = find_rule(list);
    std::string result = text.substr(0, at);
    std::vector<std::string> rules;
    while (at != std::string::npos) {
        const std::size_t next = find_rule(at + 1);
        std::string rule = text.substr(at, next == std::string::npos ? next : next - at);
        while (rule.ends_with("\n")) rule.pop_back();
        rules.push_back(std::move(rule));
        at = next;
    }
    REQUIRE_FALSE(rules.empty());
    chance.shuffle(rules);
    for (const std::string& rule : rules) result += rule;
    return result + "\n";
}

/// Rules in another order in every book, and the books in another order.
Rules in_another_order(Rules rules, Chance& chance) {
    for (auto& book : rules.books) {
        const std::string& file = book->book->source->name();
        book = rulebook(file, rules_in_another_order(support::read_file(file), chance));
    }
    chance.shuffle(rules.books);
    return rules;
}

/// The head lists the books as they were asked for; that order alone may differ.
Json with_sorted_books(Json report) {
    std::sort(report["rulebooks"].begin(), report["rulebooks"].end(),
              [](const Json& a, const Json& b) { return a["rulebook"] < b["rulebook"]; });
    return report;
}

void compare(const Rules& rules, const Sheets& sheets, Chance& chance) {
    INFO(rules.name);
    const Json before = report(run(rules, sheets));
    REQUIRE_FALSE(before["findings"].empty());
    check_same(before, report(run(rules, in_another_order(sheets, chance))));
}

}  // namespace

TEST_CASE("the order of files, rows and columns changes nothing in the report", "[metamorphic]") {
    Chance chance(1);
    for (const Rules& rules : shipped_rules()) {
        compare(rules, example("bac-lieu-2023"), chance);
        compare(rules, example("first-look"), chance);
    }
    for (std::uint32_t seed = 100; seed < 115; ++seed) {
        INFO("seed " << seed);
        Chance own(seed);
        const Sheets sheets = random_sheets(own);
        compare(all_rules(), sheets, own);
    }
}

TEST_CASE("the order of rules and of rulebooks changes nothing in the report", "[metamorphic]") {
    for (std::uint32_t seed = 200; seed < 206; ++seed) {
        INFO("seed " << seed);
        Chance chance(seed);
        const Sheets sheets = seed == 200 ? example("bac-lieu-2023") : random_sheets(chance);
        for (const Rules* of : {&shipped_rules()[0], &all_rules()}) {
            const Rules& rules = *of;
            INFO(rules.name);
            const Rules other = in_another_order(rules, chance);
            check_same(with_sorted_books(report(run(rules, sheets))), with_sorted_books(report(run(other, sheets))));
        }
    }
}
