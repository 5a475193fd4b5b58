// Random rules over random records with holes: the promises over missing values, held by every filling.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <iostream>
#include <map>

#include "tests/support/promises.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value && *value ? std::strtoull(value, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("random rules over records with holes keep the promises", "[soundness]") {
    const std::uint64_t wanted = setting("HOAGIAI_SOUNDNESS_CASES", 1000), seed = setting("HOAGIAI_SOUNDNESS_SEED", 20231231);
    std::cout << "seed " << seed << "\n";
    const auto schema = builtin_schema();
    std::map<std::string, std::uint64_t> counts;
    std::uint64_t cases = 0, broken = 0;
    for (std::uint64_t round = 0; cases < wanted && broken < setting("HOAGIAI_SOUNDNESS_BROKEN", 10); ++round) {
        Random random(seed + round);
        std::vector<WrittenRule> written;
        for (int i = 0; i < 20; ++i) written.push_back(random_rule(random));
        const JudgedRules rules(written);
        for (int set = 0; set < 10; ++set) {
            const SmallRecords records = random_records(random, schema);
            const Dataset data = dataset_of(records);
            plain::World world(records);
            for (std::size_t rule = 0; rule < written.size(); ++rule) {
                const auto units = records.tables[rules.plain[rule].entity].rows.size();
                if (units == 0) continue;
                const int unit = static_cast<int>(random() % units);
                const CaseFacts facts = hold_promises(rules, rule, records, data, world, unit);
                ++(facts.judged ? cases : counts["too many fillings"]);
                if (!facts.broken.empty()) {
                    ++broken;
                    FAIL_CHECK(facts.broken << "\nround " << round << ", unit " << unit << "\n"
                                            << rulebook_of({written[rule]}) << yaml_of(records));
                    if (std::getenv("BRIEF"))
                        std::cout << "!! " << facts.broken << " || " << written[rule].entity << " when "
                                  << written[rule].when.text() << " require " << written[rule].require.text() << " r" << round
                                  << " s" << set << " " << rule << "\n";
                }
                if (!facts.judged) continue;
                ++counts[std::string(word(facts.status)) + (facts.hole_read ? " with holes" : "")];
            }
        }
    }
    for (const auto& [what, count] : counts) std::cout << fmt::format("{:>8} {}\n", count, what);
}
