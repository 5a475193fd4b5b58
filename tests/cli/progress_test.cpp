// What a long run is at is told on a terminal, in one line that is gone at the end; and nowhere else.
#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/findings/check_watched.h"
#include "engine/records/load_watched.h"
#include "engine/schema/schema.h"
#include "tests/support/program.h"
#include "tests/support/small_check.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

const std::string example = std::string(HOAGIAI_SOURCE_DIR) + "/examples/bac-lieu-2023";

std::vector<std::string> check_with(const std::string& more) {
    std::vector<std::string> words = {"check", example,    "--profile", "bac-lieu-2023", "--show",
                                      "all",   "--format", "json",      "--lang",        "vi"};
    if (!more.empty()) words.push_back(more);
    return words;
}

}  // namespace

TEST_CASE("a terminal has one line, rewritten in place and erased", "[cli][progress]") {
    const std::string shown = run_on_terminal(check_with(""));
    INFO(shown);
    CHECK(shown.find("\rđang ghi … ") != std::string::npos);
    CHECK(shown.find(" MB\x1b[K") != std::string::npos);
    const std::size_t erased = shown.rfind("\r\x1b[K");
    REQUIRE(erased != std::string::npos);
    CHECK(shown.find("đang", erased) == std::string::npos);
    // It never breaks into a second line.
    const std::size_t first = shown.find("\rđang");
    CHECK(shown.substr(first, erased - first).find('\n') == std::string::npos);
}

TEST_CASE("none with --quiet, none in a pipe", "[cli][progress]") {
    CHECK(run_on_terminal(check_with("-q")).find("đang ghi") == std::string::npos);
    const ScratchFolder folder;
    const Ran piped = run_shell(folder.path,
                                "\"$HOAGIAI\" check \"$EXAMPLES/bac-lieu-2023\" --profile bac-lieu-2023 --show all "
                                "--format json | (sleep 1.3; cat >/dev/null)");
    CHECK(piped.err.find('\r') == std::string::npos);
    CHECK(piped.err.find("\x1b") == std::string::npos);
}

TEST_CASE("reading tells each file, checking each rule", "[cli][progress]") {
    std::vector<std::string> told;
    const Progress progress = [&](const ProgressStep& step) {
        std::string one = std::string(step.work == ProgressStep::Work::reading ? "read " : "check ") + std::string(step.name);
        if (told.empty() || told.back() != one) told.push_back(std::move(one));
    };
    const Records records = load_records_watched(example, builtin_schema(), Strictness::strict, progress);
    REQUIRE_FALSE(records.diagnostics.has_errors());
    REQUIRE(told.size() == 1 + records.files.size());
    CHECK(told.front() == "read bac-lieu-2023");
    CHECK(std::count(told.begin(), told.end(), "read mediators.csv") == 1);

    SmallCheck check = small_check("rules:\n" + small_rule("one", "team", "true") + small_rule("two", "team", "true"),
                                   "communes: [{id: C1, name: A, teams: [{id: T1}]}]\n");
    told.clear();
    const CheckResult again = run_check_watched(check.result.request, *check.records, progress);
    CHECK(told == std::vector<std::string>{"check t/one", "check t/two"});
    CHECK(again.findings.size() == check.result.findings.size());
}
