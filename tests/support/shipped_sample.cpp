#include "tests/support/shipped_sample.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/authoring/sample/sample.h"
#include "engine/checking/load_rules.h"

namespace hoagiai::support {

Records sampled_records(unsigned communes, unsigned seed) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("hoagiai-sample-" + std::to_string(::getpid()) + "-" + std::to_string(seed));
    std::filesystem::remove_all(folder);
    SampleRequest sample;
    sample.communes = communes;
    sample.seed = seed;
    sample.defects = true;
    Diagnostics said;
    REQUIRE_FALSE(write_sample(sample, folder, *builtin_schema(), said).empty());
    Records records = load_records(folder, builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    std::filesystem::remove_all(folder);
    return records;
}

CheckRequest all_shipped_rules() {
    CheckRequest request;
    Diagnostics said;
    const std::string rules = std::string(HOAGIAI_SOURCE_DIR) + "/rules/";
    request.books = load_rulebooks({rules + "national", rules + "programmes", rules + "bac-lieu"}, builtin_schema(), said);
    REQUIRE_FALSE(said.has_errors());
    request.period = parse_period("2026");
    request.as_of = request.period->last;
    return request;
}

}  // namespace hoagiai::support
