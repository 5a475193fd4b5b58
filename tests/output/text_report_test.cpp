// The text report stays within a terminal's 80 columns, whatever stands in the records.
#include <catch2/catch.hpp>

#include <sstream>

#include "engine/checking/load_profile.h"
#include "engine/output/format.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"

using namespace hoagiai;

TEST_CASE("no line of the text report is wider than 80 columns", "[output]") {
    const std::string root = HOAGIAI_SOURCE_DIR;
    for (const std::string name : {"bac-lieu-2023", "published"}) {
        Diagnostics diagnostics;
        const RuleFiles files = find_rule_files({root + "/rules/profiles/" + name + ".yaml"}, diagnostics);
        const auto profile = load_profile(files.files.at(0), builtin_schema(), diagnostics);
        REQUIRE_FALSE(diagnostics.has_errors());
        CheckRequest request;
        request.profile = profile->profile;
        request.books = profile->books;
        request.period = profile->profile->period;
        request.as_of = profile->profile->as_of.value();
        request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
        const Records records = load_records(root + "/examples/" + name, builtin_schema());
        const CheckResult result = run_check(request, records);
        for (const Language language : {Language::vi, Language::en}) {
            std::istringstream lines(written(*find_output_format("text"), {&result, "0", language, false}));
            std::size_t wide = 0;
            for (std::string line; std::getline(lines, line);)
                if (display_width(line) > line_width) {
                    ++wide;
                    UNSCOPED_INFO(line);
                }
            CHECK(wide == 0);
        }
    }
}
