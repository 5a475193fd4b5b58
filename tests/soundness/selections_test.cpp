// Random selections over small records with holes, held to every filling: who is recommended is chosen and within the limit in
// all of them, who is not listed in none, and where each hole is mentioned once, who is possible in some and not in others. The
// ranking of one filling is computed here, in the plainest way, without the engine.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <random>

#include "engine/findings/selection/select.h"
#include "tests/support/small_check.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

using Random = std::mt19937_64;

enum Field { pilot, population, households, target, district, fields };
/// -1: a hole.
using Unit = std::array<int, fields>;
const std::array<const char*, 5> targets = {"none", "standard", "advanced", "model", "modern"};

/// What a hole may be: for a number enough values on both sides of those that are written; for a text the known ones, one that
/// two holes may share, and one of its own.
std::vector<int> domain(int field, int row) {
    switch (field) {
        case pilot:
            return {0, 1};
        case target:
            return {0, 1, 2, 3, 4};
        case district:
            return {0, 1, 2, 3 + row};
        default:
            return {0, 1, 2, 3, 9};
    }
}

struct Condition {
    const char* text;
    std::vector<int> reads;
    std::function<bool(const Unit&, bool)> holds;
};
const std::vector<Condition> conditions = {
    {"true", {}, [](const Unit&, bool) { return true; }},
    {"pilot", {pilot}, [](const Unit& u, bool) { return u[pilot] == 1; }},
    {"not pilot", {pilot}, [](const Unit& u, bool) { return u[pilot] == 0; }},
    {"population >= 2", {population}, [](const Unit& u, bool) { return u[population] >= 2; }},
    {"nrm_target in [advanced, model]", {target}, [](const Unit& u, bool) { return u[target] == 2 || u[target] == 3; }},
    {"pilot or population >= 2", {pilot, population}, [](const Unit& u, bool) { return u[pilot] == 1 || u[population] >= 2; }},
    {"households < population", {households, population}, [](const Unit& u, bool) { return u[households] < u[population]; }},
    {"if open then pilot else population >= 2", {pilot, population}, [](const Unit& u, bool open) {
         return open ? u[pilot] == 1 : u[population] >= 2;
     }}};

/// A fraction, or no answer.
using Value = std::optional<std::pair<long, long>>;
struct Key {
    const char* text;
    std::vector<int> reads;
    bool exact;
    std::function<Value(const Unit&, bool)> value;
};
const std::vector<Key> keys = {
    {"population", {population}, true, [](const Unit& u, bool) { return Value({u[population], 1}); }},
    {"households", {households}, true, [](const Unit& u, bool) { return Value({u[households], 1}); }},
    {"nrm_target = model", {target}, true, [](const Unit& u, bool) { return Value({u[target] == 3 ? 1 : 0, 1}); }},
    {"pilot", {pilot}, true, [](const Unit& u, bool) { return Value({u[pilot], 1}); }},
    {"population - households",
     {population, households},
     true,
     [](const Unit& u, bool) { return Value({u[population] - u[households], 1}); }},
    {"if pilot then population else households",
     {pilot, population, households},
     true,
     [](const Unit& u, bool) { return Value({u[pilot] == 1 ? u[population] : u[households], 1}); }},
    {"if open then population else households",
     {population, households},
     true,
     [](const Unit& u, bool open) { return Value({open ? u[population] : u[households], 1}); }},
    {"households / population", {households, population}, false, [](const Unit& u, bool) {
         return u[population] == 0 ? Value() : Value({u[households], u[population]});
     }}};

struct Rule {
    const Condition* choose;
    std::vector<std::pair<const Key*, bool>> rank_by;  ///< descending
    int number = -1, percent = -1;
    bool per = false;

    std::string yaml(std::size_t index) const {
        std::string ranks, limit;
        for (const auto& [key, down] : rank_by)
            ranks += fmt::format("{}{} {}", ranks.empty() ? "" : ", ", key->text, down ? "descending" : "tăng_dần");
        if (number >= 0) limit = fmt::format("{}", number);
        if (percent >= 0) limit = fmt::format("{}%", percent);
        std::string text =
            fmt::format("  - id: r{}\n    kind: selection\n    for: commune\n    choose: \"{}\"\n", index, choose->text);
        if (!ranks.empty()) text += fmt::format("    rank_by: \"{}\"\n", ranks);
        if (!limit.empty()) text += fmt::format("    limit: \"{}{}\"\n", limit, per ? " per district" : "");
        return text + "    finding: {vi: \"a\", en: \"a\"}\n";
    }
    /// Whether no cell is read twice and every key is exact.
    bool exact() const {
        std::vector<int> all = choose->reads;
        bool good = true;
        for (const auto& [key, down] : rank_by) {
            all.insert(all.end(), key->reads.begin(), key->reads.end());
            good = good && key->exact;
        }
        std::sort(all.begin(), all.end());
        return good && std::adjacent_find(all.begin(), all.end()) == all.end();
    }
    bool reads(int field) const {
        const auto in = [&](const std::vector<int>& some) { return std::find(some.begin(), some.end(), field) != some.end(); };
        return (per && field == district) || in(choose->reads) ||
               std::any_of(rank_by.begin(), rank_by.end(), [&](const auto& key) { return in(key.first->reads); });
    }
};

Rule random_rule(Random& random) {
    Rule rule{&conditions[random() % conditions.size()], {}, -1, -1, false};
    for (std::size_t i = random() % 3; i-- > 0;) rule.rank_by.push_back({&keys[random() % keys.size()], random() % 2 == 0});
    const auto kind = random() % 8;
    if (kind < 4) rule.number = static_cast<int>(random() % 3);
    if (kind >= 4 && kind < 7) rule.percent = std::array{34, 50, 67}[random() % 3];
    rule.per = kind < 7 && random() % 2 == 0;
    return rule;
}

std::vector<Unit> random_units(Random& random) {
    std::vector<Unit> units(1 + random() % 4);
    int holes = 0;
    for (Unit& unit : units) {
        unit = {static_cast<int>(random() % 2), static_cast<int>(random() % 4), static_cast<int>(random() % 4),
                static_cast<int>(random() % 5), static_cast<int>(random() % 2)};
        for (int& cell : unit)
            if (holes < 5 && random() % 4 == 0) {
                cell = -1;
                ++holes;
            }
    }
    return units;
}

std::string yaml_of(const std::vector<Unit>& units) {
    std::string text = "communes:\n";
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit& u = units[i];
        text += fmt::format("  - {{id: c{}, name: N", i);
        if (u[pilot] >= 0) text += fmt::format(", pilot: {}", u[pilot] == 1);
        if (u[population] >= 0) text += fmt::format(", population: {}", u[population]);
        if (u[households] >= 0) text += fmt::format(", households: {}", u[households]);
        if (u[target] >= 0) text += fmt::format(", nrm_target: {}", targets[static_cast<std::size_t>(u[target])]);
        if (u[district] >= 0) text += fmt::format(", district: D{}", u[district]);
        text += "}\n";
    }
    return text;
}

/// Smaller stands first; no answer last.
int order(const Value& a, const Value& b, bool descending) {
    if (!a || !b) return a ? -1 : b ? 1 : 0;
    const long left = a->first * b->second, right = b->first * a->second;
    return left == right ? 0 : (left < right) == descending ? 1 : -1;
}

/// Who is chosen and within the limit, with no holes.
std::vector<bool> listed(const Rule& rule, const std::vector<Unit>& units, bool open) {
    std::vector<bool> result;
    for (std::size_t i = 0; i < units.size(); ++i) {
        std::size_t before = 0, group = 0;
        for (std::size_t j = 0; j < units.size(); ++j) {
            if (rule.per && units[i][district] != units[j][district]) continue;
            ++group;
            if (j == i || !rule.choose->holds(units[j], open)) continue;
            int first = 0;
            for (const auto& [key, down] : rule.rank_by)
                if (first == 0) first = order(key->value(units[j], open), key->value(units[i], open), down);
            before += first < 0 || (first == 0 && j < i) ? 1 : 0;
        }
        std::size_t limit = units.size();
        if (rule.number >= 0) limit = static_cast<std::size_t>(rule.number);
        if (rule.percent >= 0) limit = std::max<std::size_t>(group * static_cast<std::size_t>(rule.percent) / 100, 1);
        result.push_back(rule.choose->holds(units[i], open) && before < limit);
    }
    return result;
}

struct Seen {
    std::vector<bool> in, out;
    std::size_t fillings = 0;
};

void fill(const Rule& rule, std::vector<Unit>& units, std::size_t cell, Seen& seen) {
    for (; cell < units.size() * fields; ++cell) {
        int& value = units[cell / fields][cell % fields];
        if (value >= 0) continue;
        // What nobody reads may be anything.
        if (!rule.reads(static_cast<int>(cell % fields))) continue;
        for (const int one : domain(static_cast<int>(cell % fields), static_cast<int>(cell / fields))) {
            value = one;
            fill(rule, units, cell + 1, seen);
        }
        value = -1;
        return;
    }
    for (const bool open : {true, false}) {
        const std::vector<bool> now = listed(rule, units, open);
        for (std::size_t i = 0; i < now.size(); ++i) (now[i] ? seen.in : seen.out)[i] = true;
    }
    ++seen.fillings;
}

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value && *value ? std::strtoull(value, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("random selections over records with holes keep the promises", "[soundness]") {
    const std::uint64_t wanted = setting("HOAGIAI_SELECTION_CASES", 20'000), seed = setting("HOAGIAI_SELECTION_SEED", 20230428);
    std::uint64_t cases = 0, fillings = 0, units_seen = 0, recommended = 0, possible = 0, wide = 0, exact = 0;
    int broken = 0;
    for (std::uint64_t round = 0; cases < wanted && broken < 3; ++round) {
        Random random(seed + round);
        std::vector<Rule> rules;
        std::string text = "parameters: {open: {type: boolean, values: [{value: undetermined}]}}\nrules:\n";
        for (std::size_t i = 0; i < 20; ++i) {
            rules.push_back(random_rule(random));
            text += rules.back().yaml(i);
        }
        for (int set = 0; set < 10; ++set) {
            std::vector<Unit> units = random_units(random);
            const std::string records = yaml_of(units);
            const SmallCheck check = small_check(text, records);
            for (const Diagnostic& one : check.diagnostics.all()) UNSCOPED_INFO(render(one, Language::en, false));
            REQUIRE(check.result.selections.size() == rules.size());
            for (const Selection& selection : check.result.selections) {
                const Rule& rule = rules[selection.rule];
                Seen seen{std::vector<bool>(units.size()), std::vector<bool>(units.size()), 0};
                fill(rule, units, 0, seen);
                ++cases;
                fillings += seen.fillings;
                exact += rule.exact() ? 1 : 0;
                for (std::size_t i = 0; i < units.size(); ++i) {
                    const SelectionStatus status = selected_unit(selection, static_cast<Row>(i)).status;
                    ++units_seen;
                    recommended += status == SelectionStatus::recommended ? 1 : 0;
                    possible += status == SelectionStatus::possible ? 1 : 0;
                    const bool no_group = rule.per && units[i][district] < 0;
                    const bool settled = (!seen.in[i] || !seen.out[i]) && !no_group;
                    wide += status == SelectionStatus::possible && settled ? 1 : 0;
                    std::string how;
                    if (status == SelectionStatus::recommended && seen.out[i]) how = "recommended, but a filling leaves it out";
                    if (status == SelectionStatus::not_chosen && seen.in[i]) how = "not listed, but a filling takes it";
                    if (status == SelectionStatus::possible && settled && rule.exact())
                        how = seen.in[i] ? "possible, but every filling takes it" : "possible, but no filling takes it";
                    if (status == SelectionStatus::possible && seen.fillings == 1 && settled)
                        how = "nothing is missing: it is settled";
                    if (how.empty()) continue;
                    ++broken;
                    FAIL_CHECK("seed " << seed << ", round " << round << ": c" << i << " is " << how << "\n"
                                       << rule.yaml(selection.rule) << records);
                }
            }
        }
    }
    std::cout << fmt::format(
        "selections: seed {}, {} cases ({} with each hole mentioned once), {} fillings, {} units: {} recommended, {} possible "
        "({} of "
        "them though every filling agrees)\n",
        seed, cases, exact, fillings, units_seen, recommended, possible, wide);
    if (cases < 10'000) return;
    CHECK(recommended * 10 >= units_seen);
    CHECK(possible * 10 >= units_seen);
}
