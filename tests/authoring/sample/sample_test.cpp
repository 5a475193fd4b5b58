// Invented records: the same bytes for the same request, read back without a word, lawful where they should be, and with
// defects that the check finds one for one.
#include "engine/authoring/sample/sample.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "engine/authoring/new_folder.h"
#include "engine/authoring/sample/defects.h"
#include "engine/checking/load_profile.h"
#include "engine/findings/message.h"
#include "engine/text/files.h"
#include "tests/support/program.h"
#include "tests/support/read_file.h"

using namespace hoagiai;

namespace {

namespace fs = std::filesystem;
using support::read_file;

const fs::path root = HOAGIAI_SOURCE_DIR;

using Scratch = support::ScratchFolder;

SampleRequest request_of(int communes, std::uint64_t seed, bool defects, Language language = Language::en, int year = 2026) {
    SampleRequest request;
    request.communes = communes;
    request.seed = seed;
    request.defects = defects;
    request.language = language;
    request.year = year;
    return request;
}

std::vector<SampleFile> written(const SampleRequest& request, const fs::path& folder) {
    Diagnostics diagnostics;
    auto files = write_sample(request, folder, *builtin_schema(), diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE_FALSE(files.empty());
    return files;
}

/// All files of a folder as one text, by name.
std::string bytes_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) files[entry.path().filename().string()] = read_file(entry.path());
    std::string all;
    for (const auto& [name, text] : files) all += name + "\n" + text;
    return all;
}

std::string code_of_refusal(const fs::path& folder) {
    Diagnostics diagnostics;
    CHECK(write_sample(request_of(1, 1, true), folder, *builtin_schema(), diagnostics).empty());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK_FALSE(diagnostics.all()[0].message.vi.empty());
    CHECK_FALSE(diagnostics.all()[0].message.en.empty());
    return diagnostics.all()[0].code;
}

/// "rule status unit" of all that fails or is unknown under the profile of a province.
std::multiset<std::string> found_in(const fs::path& folder, int year) {
    Diagnostics diagnostics;
    const RuleFiles files = find_rule_files({(root / "rules/profiles/province-2026.yaml").string()}, diagnostics);
    REQUIRE(files.files.size() == 1);
    const auto profile = load_profile(files.files[0], builtin_schema(), diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    const Records records = load_records(folder, builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    CheckRequest request;
    request.books = profile->books;
    request.period = parse_period(std::to_string(year));
    request.as_of = request.period->last;
    request.keep = {Status::fail, Status::unknown};
    const CheckResult result = run_check(std::move(request), records);
    REQUIRE_FALSE(result.diagnostics.has_errors());
    std::multiset<std::string> found;
    for (const Finding& finding : result.findings) {
        const auto& rule = result.rule(finding);
        found.insert(fmt::format("{}/{} {} {}", result.request.books[finding.book]->book->name.value, rule.decl->id.value,
                                 word(finding.outcome.status), records.dataset.id(rule.entity, finding.row)));
    }
    return found;
}

/// The lines of defects.csv, cut at the commas.
std::vector<std::vector<std::string>> listed_in(const fs::path& folder) {
    std::istringstream lines(read_file(folder / "defects.csv"));
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        auto& row = rows.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
        REQUIRE(row.size() == 5);
    }
    return rows;
}

}  // namespace

TEST_CASE("a sample is the same to the byte, whatever the machine", "[sample]") {
    Scratch scratch;
    written(request_of(3, 7, true), scratch.path / "a");
    written(request_of(3, 7, true), scratch.path / "b");
    const std::string bytes = bytes_of(scratch.path / "a");
    CHECK(bytes == bytes_of(scratch.path / "b"));
    // Of one machine; on another it has to be the same. It changes only with the generator and the titles of choices.
    CHECK(sha256(bytes) == "7a9da56ffd50ba138d8ec144eaf3c24a712ef138c5e5795b402ecae448d4adbd");
    written(request_of(3, 8, true), scratch.path / "c");
    CHECK(bytes != bytes_of(scratch.path / "c"));
}

TEST_CASE("a sample of more communes begins with the same ones", "[sample]") {
    Scratch scratch;
    written(request_of(2, 7, true), scratch.path / "few");
    written(request_of(9, 7, true), scratch.path / "many");
    for (const char* name : {"communes.csv", "teams.csv", "mediators.csv", "cases.csv", "reports.csv", "defects.csv"})
        CHECK(read_file(scratch.path / "many" / name).rfind(read_file(scratch.path / "few" / name), 0) == 0);
}

TEST_CASE("samples are read back without a problem, and alike in both languages", "[sample]") {
    Scratch scratch;
    for (const int year : {2020, 2026}) {
        Records records[2];
        for (const Language language : {Language::vi, Language::en}) {
            const fs::path folder = scratch.path / fmt::format("{}{}", year, language == Language::vi ? "vi" : "en");
            const auto files = written(request_of(25, 3, true, language, year), folder);
            Records& read = records[language == Language::vi];
            read = load_records(folder, builtin_schema());
            for (const Diagnostic& note : read.diagnostics.all()) {
                INFO(note.message.en);
                CHECK((note.place.file == "README.md" || note.place.file == "defects.csv"));
            }
            for (const SampleFile& file : files) {
                const EntityId entity = builtin_schema()->find_plural(file.name.substr(0, file.name.find('.')));
                if (entity == none_id) continue;
                CHECK(read.dataset[entity].size == file.rows);
                CHECK(file.rows > 0);
            }
        }
        const Schema& schema = *builtin_schema();
        for (EntityId entity = 0; entity < schema.entities.size(); ++entity) {
            INFO(schema[entity].name);
            const Table &one = records[0].dataset[entity], &other = records[1].dataset[entity];
            REQUIRE(one.size == other.size);
            REQUIRE(one.columns.size() == other.columns.size());
            for (FieldId field = 0; field < one.columns.size(); ++field) {
                INFO(schema[entity].fields[field].name);
                CHECK(one.columns[field].supplied == other.columns[field].supplied);
                if (schema[entity].fields[field].type.kind != Kind::text) CHECK(one.columns[field] == other.columns[field]);
            }
            for (LinkId link = 0; link < one.links.size(); ++link) CHECK(one.links[link].targets == other.links[link].targets);
        }
        const Table& districts = records[0].dataset[schema.find_entity("district")];
        CHECK((districts.size > 0) == (year == 2020));
    }
}

TEST_CASE("every name in a sample says that it is invented", "[sample]") {
    Scratch scratch;
    written(request_of(20, 5, true), scratch.path / "s");
    const Records records = load_records(scratch.path / "s", builtin_schema());
    for (const char* entity : {"commune", "team", "mediator", "expert"}) {
        const EntityId id = builtin_schema()->find_entity(entity);
        for (Row row = 0; row < records.dataset[id].size; ++row) {
            const std::string name(records.dataset.name(id, row));
            INFO(name);
            CHECK((name.find("Giả định") != std::string::npos || name.find("giả định") != std::string::npos));
        }
    }
}

TEST_CASE("without defects a sample meets all that the national rules ask, and nothing is unknown", "[sample]") {
    Scratch scratch;
    for (const int year : {first_sample_year, 2024, 2026}) {
        const fs::path folder = scratch.path / std::to_string(year);
        written(request_of(60, 11, false, Language::vi, year), folder);
        CHECK(found_in(folder, year).empty());
        CHECK_FALSE(fs::exists(folder / "defects.csv"));
    }
}

TEST_CASE("every planted defect is found by its rule at its unit, and nothing else fails", "[sample]") {
    Scratch scratch;
    std::map<std::string, int> kinds;
    for (const int year : {first_sample_year, 2024, 2025, 2026}) {
        const fs::path folder = scratch.path / std::to_string(year);
        const auto files = written(request_of(250, 100 + static_cast<std::uint64_t>(year), true, Language::vi, year), folder);
        std::multiset<std::string> planted;
        for (const auto& row : listed_in(folder)) {
            ++kinds[row[0]];
            if (!row[1].empty()) planted.insert(fmt::format("{} {} {}", row[1], row[2], row[4]));
        }
        CHECK(files.back().rows == listed_in(folder).size());
        CHECK(found_in(folder, year) == planted);
    }
    for (const sample::DefectKind& kind : sample::defect_kinds()) {
        INFO(kind.name);
        CHECK(kinds[std::string(kind.name)] > 0);
    }
    CHECK(kinds.size() == sample::defect_kinds().size());
}

TEST_CASE("a relapse stands in the records", "[sample]") {
    Scratch scratch;
    written(request_of(100, 2, true), scratch.path / "s");
    const Records records = load_records(scratch.path / "s", builtin_schema());
    const EntityId cases = builtin_schema()->find_entity("case");
    const FieldId relapsed = (*builtin_schema())[cases].find_field("relapsed");
    std::set<std::string> planted, found;
    for (const auto& row : listed_in(scratch.path / "s"))
        if (row[0] == "relapsed") planted.insert(row[4]);
    for (Row row = 0; row < records.dataset[cases].size; ++row)
        if (records.dataset.state(cases, relapsed, row) == CellState::known &&
            records.dataset[cases].columns[relapsed].value(row) == 1)
            found.insert(std::string(records.dataset.id(cases, row)));
    CHECK_FALSE(planted.empty());
    CHECK(found == planted);
}

TEST_CASE("samples of no commune and of one are whole", "[sample]") {
    Scratch scratch;
    for (const int communes : {0, 1}) {
        const fs::path folder = scratch.path / std::to_string(communes);
        const auto files = written(request_of(communes, 1, true), folder);
        CHECK(files.front().rows == static_cast<std::uint64_t>(communes));
        const Records records = load_records(folder, builtin_schema());
        CHECK_FALSE(records.diagnostics.has_errors());
        CHECK(records.dataset[builtin_schema()->find_entity("commune")].size == static_cast<Row>(communes));
        CHECK(read_file(folder / "README.md").find(sample_command(request_of(communes, 1, true))) != std::string::npos);
    }
}

TEST_CASE("a sample is written into a new or an empty folder only, and leaves everything else alone", "[sample]") {
    Scratch scratch;
    fs::create_directory(scratch.path / "empty");
    written(request_of(1, 1, false), scratch.path / "empty");
    const std::string before = bytes_of(scratch.path / "empty");
    CHECK(code_of_refusal(scratch.path / "empty") == folder_not_empty.code);
    CHECK(bytes_of(scratch.path / "empty") == before);
    std::ofstream(scratch.path / "file") << "mine";
    CHECK(code_of_refusal(scratch.path / "file") == not_a_folder.code);
    CHECK(read_file(scratch.path / "file") == "mine");
    CHECK(code_of_refusal(scratch.path / "no" / "such" / "parent") == cannot_make_folder.code);
    CHECK_FALSE(fs::exists(scratch.path / "no"));
    CHECK(code_of_refusal("/proc/hoagiai-sample") == cannot_make_folder.code);
}
