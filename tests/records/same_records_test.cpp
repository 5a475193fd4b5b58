// Whatever form records come in, the same are the same: the examples are written anew as CSV, workbooks, YAML and JSON, in
// English and in Vietnamese, in other orders, and what a check says of them is the same to the byte but for the names and
// hashes of the files.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/checking/load_rules.h"
#include "engine/output/format.h"
#include "tests/support/records_writer.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

namespace fs = std::filesystem;

const fs::path root = HOAGIAI_SOURCE_DIR,
               scratch = fs::path(HOAGIAI_BINARY_DIR) / ("same-records-" + std::to_string(::getpid()));

/// Folders under examples/ that hold records.
std::vector<fs::path> examples() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::recursive_directory_iterator(root / "examples"))
        if (entry.path().extension() == ".csv" &&
            std::find(folders.begin(), folders.end(), entry.path().parent_path()) == folders.end() &&
            !load_records(entry.path().parent_path(), builtin_schema()).diagnostics.has_errors())
            folders.push_back(entry.path().parent_path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// What `check --format json --show all` prints, without the files.
std::string check_output(const Records& records) {
    static const auto books = [] {
        Diagnostics diagnostics;
        auto loaded = load_rulebooks({(root / "rules/national").string()}, builtin_schema(), diagnostics);
        REQUIRE_FALSE(diagnostics.has_errors());
        return loaded;
    }();
    CheckRequest request;
    request.books = books;
    request.as_of = *parse_iso_date("2023-12-31");
    request.period = parse_period("2023");
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived};
    const CheckResult result = run_check(request, records);
    for (const Diagnostic& problem : result.diagnostics.all()) UNSCOPED_INFO(problem.message.en);
    REQUIRE_FALSE(result.diagnostics.has_errors());
    Report report;
    report.result = &result;
    auto document = nlohmann::ordered_json::parse(written(*find_output_format("json"), report));
    REQUIRE(document.erase("records") == 1);
    return document.dump(1);
}

/// The first lines in which they differ.
std::string difference(const std::string& was, const std::string& is) {
    std::istringstream left(was), right(is);
    std::string a, b;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(left, a)), more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) return "";
        if (more_left != more_right || a != b) return "line " + std::to_string(line) + "\n" + a + "\n" + b;
    }
}

void check_same(const fs::path& written, const std::string& expected) {
    INFO(written.string());
    const Records records = load_records(written, builtin_schema());
    for (const Diagnostic& problem : records.diagnostics.all()) UNSCOPED_INFO(render(problem, Language::en, false));
    REQUIRE_FALSE(records.diagnostics.has_errors());
    CHECK(difference(expected, check_output(records)) == "");
}

}  // namespace

TEST_CASE("the same records in any form give the same findings", "[records]") {
    const std::vector<fs::path> folders = examples();
    REQUIRE_FALSE(folders.empty());
    const support::Spelling spellings[] = {{false, false, false}, {true, false, false}, {true, true, false},
                                           {false, false, true},  {true, false, true},  {true, true, true}};
    for (const fs::path& folder : folders) {
        const Records records = load_records(folder, builtin_schema());
        const std::string expected = check_output(records);
        CHECK(expected.size() > 1000);
        for (const support::Spelling& spelling : spellings) {
            INFO("vietnamese " << spelling.vietnamese << ", decomposed " << spelling.decomposed << ", mixed "
                               << spelling.mixed);
            fs::remove_all(scratch);
            fs::create_directories(scratch / "csv");
            write_csv_folder(records.dataset, scratch / "csv", spelling);
            std::ofstream(scratch / "records.json", std::ios::binary) << nested_json(records.dataset, spelling);
            std::ofstream(scratch / "records.yaml", std::ios::binary) << nested_yaml(records.dataset, spelling);
            std::ofstream(scratch / "records.xlsx", std::ios::binary) << xlsx_workbook(records.dataset, spelling);
            std::ofstream(scratch / "records.ods", std::ios::binary) << ods_workbook(records.dataset, spelling);
            check_same(scratch / "records.xlsx", expected);
            check_same(scratch / "records.ods", expected);
            check_same(scratch / "csv", expected);
            check_same(scratch / "records.json", expected);
            check_same(scratch / "records.yaml", expected);
        }
    }
    fs::remove_all(scratch);
}

TEST_CASE("one cell that differs is seen", "[records]") {
    fs::remove_all(scratch);
    fs::create_directories(scratch);
    const Records records = load_records(root / "examples/first-look", builtin_schema());
    std::string text = nested_json(records.dataset, {});
    const std::size_t cell = text.find("\"logbook\": false");
    REQUIRE(cell != std::string::npos);
    text.replace(cell, 16, "\"logbook\": true ");
    std::ofstream(scratch / "records.json", std::ios::binary) << text;
    const Records changed = load_records(scratch / "records.json", builtin_schema());
    REQUIRE_FALSE(changed.diagnostics.has_errors());
    CHECK(difference(check_output(records), check_output(changed)) != "");
    fs::remove_all(scratch);
}

TEST_CASE("letters taken apart are the same word", "[records]") {
    CHECK(decomposed("Tổ") == "To\u0302\u0309");
    CHECK(decomposed("NỮ đất") == "NU\u031B\u0303 đa\u0302\u0301t");
}
