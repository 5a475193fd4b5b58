// Every small expression, over every small record: conditions of a few words, joined in all ways, and each function over rows
// with each condition and test, over teams of none, one and two mediators whose cells are filled or blank in every way.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <iostream>

#include "tests/support/shrink_case.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

const std::vector<std::string> signs = {"=", "!=", "<", "<=", ">", ">="};

WrittenRule team_rule(const std::string& when, const std::string& require) {
    const auto written = [](const std::string& text) {
        return Written{Written::Type::condition, "team", {text}, {}, false, ""};
    };
    return {"team", written(when), written(require)};
}

/// Conditions of a team itself, alone and joined.
std::vector<WrittenRule> rules_of_teams() {
    const std::vector<std::string> words = {"active",
                                            "logbook",
                                            "decided_size >= 2",
                                            "last_review_on in period",
                                            "commune.pilot",
                                            "last_review_on = never",
                                            "active is missing",
                                            "(logbook else false)"};
    std::vector<WrittenRule> rules;
    for (const std::string& a : words) {
        rules.push_back(team_rule("true", a));
        rules.push_back(team_rule("true", "not " + a));
        for (const std::string& b : words) {
            rules.push_back(team_rule(a, b));
            for (const char* join : {" and ", " or "}) rules.push_back(team_rule("true", a + join + b));
            for (const std::string& c : words) rules.push_back(team_rule("true", "if " + a + " then " + b + " else " + c));
        }
    }
    for (const std::string& sign : signs) {
        for (int k = 0; k < 4; ++k) rules.push_back(team_rule("true", fmt::format("decided_size {} {}", sign, k)));
        rules.push_back(team_rule("true", fmt::format("decided_size {} reported_size", sign)));
        rules.push_back(team_rule("true", fmt::format("decided_size + reported_size {} 3", sign)));
        for (const char* day : {"2023-06-01", "period_end", "established_on", "established_on + 3 days", "never"})
            rules.push_back(team_rule("true", fmt::format("last_review_on {} {}", sign, day)));
    }
    return rules;
}

/// Functions over the mediators of a team.
std::vector<WrittenRule> rules_of_rows() {
    const std::vector<std::string> words = {
        "head", "gender = female", "training_hours >= 2", "head is missing", "(head else true)", "team.active"};
    std::vector<WrittenRule> rules;
    for (const std::string& sign : signs) {
        for (const std::string& a : words) {
            for (int k = 0; k < 3; ++k)
                rules.push_back(team_rule("true", fmt::format("count(mediators where {}) {} {}", a, sign, k)));
            for (const char* name : {"sum", "min", "max", "average", "distinct"})
                rules.push_back(team_rule("true", fmt::format("{}(training_hours of mediators where {}) {} 2", name, a, sign)));
            for (const std::string& b : words)
                rules.push_back(team_rule("true", fmt::format("share(mediators where {}, {}) {} 50%", a, b, sign)));
        }
        rules.push_back(team_rule("true", fmt::format("distinct(gender of mediators) {} 1", sign)));
    }
    for (const std::string& a : words)
        for (const std::string& b : words)
            for (const char* name : {"some", "every"})
                rules.push_back(team_rule("true", fmt::format("{}(mediators where {}, {})", name, a, b)));
    return rules;
}

class Bench {
public:
    explicit Bench(const std::vector<WrittenRule>& written) : written_(written), rules_(written) {}

    SmallRecords records() const {
        SmallRecords made = no_records(builtin_schema());
        made.texts = {"C"};
        for (const char* name : {"commune", "team", "mediator"}) {
            SmallTable& table = made.tables[made.schema->find_entity(name)];
            table.supplied = true;
            table.link_columns.assign(table.link_columns.size(), true);
            for (const std::string& field : used_fields(name)) table.columns[field_of(made, name, field)] = true;
        }
        const EntityId commune = made.schema->find_entity("commune");
        made.tables[commune].columns[field_of(made, "commune", "name")] = true;
        add(made, "commune", "c", {});
        put(made, "commune", 0, "name", {CellState::known, 0});
        add(made, "team", "t", {0});
        // A mediator of another team keeps the roster from being silent.
        add(made, "team", "z", {0});
        add(made, "mediator", "z", {1});
        return made;
    }
    static FieldId field_of(const SmallRecords& records, const char* entity, const std::string& field) {
        return (*records.schema)[records.schema->find_entity(entity)].find_field(field);
    }
    static void add(SmallRecords& records, const char* entity, std::string id, std::vector<std::int32_t> links) {
        SmallTable& table = records.tables[records.schema->find_entity(entity)];
        SmallRow row{std::move(id), std::vector<SmallCell>(table.columns.size()), std::move(links)};
        table.rows.insert(entity == std::string("mediator") && !table.rows.empty() ? table.rows.end() - 1 : table.rows.end(),
                          std::move(row));
    }
    static void put(SmallRecords& records, const char* entity, std::size_t row, const char* field, SmallCell cell) {
        records.tables[records.schema->find_entity(entity)].rows[row].cells[field_of(records, entity, field)] = cell;
    }

    void judge(const SmallRecords& records) {
        const Dataset data = dataset_of(records);
        plain::World world(records);
        for (std::size_t rule = 0; rule < written_.size() && broken_ < 3; ++rule) {
            const CaseFacts facts = hold_promises(rules_, rule, records, data, world, 0);
            ++(facts.judged ? cases : skipped);
            if (facts.broken.empty()) continue;
            ++broken_;
            FAIL_CHECK(yaml_of(shrunk({written_[rule], records, 0, facts.broken})));
        }
    }

    std::uint64_t cases = 0, skipped = 0;

private:
    std::vector<WrittenRule> written_;
    JudgedRules rules_;
    int broken_ = 0;
};

const SmallCell blank;
SmallCell known(std::int64_t value) { return {CellState::known, value}; }

}  // namespace

TEST_CASE("every small condition of a team keeps the promises", "[soundness]") {
    Bench bench(rules_of_teams());
    const std::vector<SmallCell> booleans = {blank, known(0), known(1)}, sizes = {blank, known(1), known(3)};
    const std::vector<SmallCell> days = {blank, {CellState::never, 0}, known(*parse_iso_date("2023-06-04"))};
    for (const SmallCell& active : booleans)
        for (const SmallCell& logbook : booleans)
            for (const SmallCell& size : sizes)
                for (const SmallCell& review : days)
                    for (const SmallCell& pilot : booleans) {
                        SmallRecords records = bench.records();
                        Bench::put(records, "team", 0, "active", active);
                        Bench::put(records, "team", 0, "logbook", logbook);
                        Bench::put(records, "team", 0, "decided_size", size);
                        Bench::put(records, "team", 0, "last_review_on", review);
                        Bench::put(records, "commune", 0, "pilot", pilot);
                        bench.judge(records);
                    }
    std::cout << fmt::format("conditions of a team: {} cases\n", bench.cases);
    CHECK(bench.skipped == 0);
}

TEST_CASE("every function over rows keeps the promises over every two rows", "[soundness]") {
    Bench bench(rules_of_rows());
    const std::vector<SmallCell> booleans = {blank, known(0), known(1)}, hours = {blank, known(3)};
    std::vector<std::vector<SmallCell>> kinds;
    for (const SmallCell& head : booleans)
        for (const SmallCell& gender : booleans)
            for (const SmallCell& hour : hours) kinds.push_back({head, gender, hour});
    const auto add = [](SmallRecords& records, std::size_t at, const std::vector<SmallCell>& kind) {
        Bench::add(records, "mediator", "m" + std::to_string(at), {0});
        Bench::put(records, "mediator", at, "head", kind[0]);
        Bench::put(records, "mediator", at, "gender", kind[1]);
        Bench::put(records, "mediator", at, "training_hours", kind[2]);
    };
    bench.judge(bench.records());
    for (std::size_t first = 0; first < kinds.size(); ++first) {
        SmallRecords one = bench.records();
        Bench::put(one, "team", 0, "active", known(1));
        add(one, 0, kinds[first]);
        bench.judge(one);
        for (std::size_t second = first; second < kinds.size(); ++second) {
            SmallRecords two = one;
            if (second % 3 == 0) Bench::put(two, "team", 0, "active", blank);
            add(two, 1, kinds[second]);
            bench.judge(two);
        }
    }
    SmallRecords silent = bench.records(), absent = bench.records();
    silent.tables[silent.schema->find_entity("mediator")].rows.clear();
    absent.tables[absent.schema->find_entity("mediator")] =
        no_records(builtin_schema()).tables[absent.schema->find_entity("mediator")];
    bench.judge(silent);
    bench.judge(absent);
    std::cout << fmt::format("functions over rows: {} cases, {} with more than {} fillings\n", bench.cases, bench.skipped,
                             most_fillings);
    CHECK(bench.cases > 50'000);
}
