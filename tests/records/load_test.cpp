// The same records from CSV and from YAML, where the columns stand, and what cannot be opened.
#include "engine/records/load.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/text/files.h"

using namespace hoagiai;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::path(HOAGIAI_BINARY_DIR) / ("records-load-" + std::to_string(::getpid()));
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const std::string& name, std::string_view text) const { std::ofstream(path / name, std::ios::binary) << text; }
};

/// Every cell of every table as text, by id.
std::string cells_of(const Dataset& data) {
    std::string all;
    const Schema& schema = *data.schema;
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity) {
        const Table& table = data[entity];
        if (!table.supplied) continue;
        all += schema[entity].plural + "\n";
        std::vector<std::pair<std::string, Row>> rows;
        for (Row row = 0; row < table.size; ++row) rows.emplace_back(data.id(entity, row), row);
        std::sort(rows.begin(), rows.end());
        for (const auto& [id, row] : rows) {
            all += "  " + id + " " + std::string(data.name(entity, row)) + ":";
            for (FieldId field = 0; field < schema[entity].fields.size(); ++field) {
                const CellState state = data.state(entity, field, row);
                if (state == CellState::missing) continue;
                const std::int64_t value = data[entity].columns[field].value(row);
                all += " " + schema[entity].fields[field].name + "=";
                all += state == CellState::never ? "never"
                       : schema[entity].fields[field].type.is(Kind::text)
                           ? std::string(data.texts[static_cast<std::size_t>(value)])
                           : std::to_string(value);
            }
            for (LinkId link = 0; link < schema[entity].links.size(); ++link)
                if (table.links[link].supplied && table.links[link].targets[row] != no_row)
                    all += " " + schema[entity].links[link].name + ">" +
                           std::string(data.id(schema[entity].links[link].target, table.links[link].targets[row]));
            all += "\n";
        }
    }
    return all;
}

std::string first_code(const Records& records) {
    REQUIRE(records.diagnostics.all().size() == 1);
    return records.diagnostics.all()[0].code;
}

const std::string yaml = R"(
communes:
  - id: c1
    name: An Bình
    province: Bạc Liêu
    villages: 1.250
    teams:
      - id: t1
        head_vote_share: 88,5%
        last_review_on: chưa
        mediators:
          - {id: m1, gender: Nữ, born_on: 17/04/1980, active: x}
          - {id: m2, gender: male}
        cases:
          - {id: k1, mediator: m1, received_on: 2023-01-05, pay: 200.000}
  - {id: c2, name: Đông Sơn, province: bạc liêu}
)";

}  // namespace

TEST_CASE("CSV and nested YAML give the same records", "[records]") {
    const Folder folder;
    folder.write("records.yaml", yaml);
    folder.write("communes.csv", "id,name,province,villages\nc2,Đông Sơn,bạc liêu,\nc1,An Bình,Bạc Liêu,1250\n");
    folder.write("teams.csv", "head_vote_share,id,commune,last_review_on\n88.5 %,t1,c1,never\n");
    folder.write("mediators.csv", "id,team,gender,born_on,active\nm2,t1,Nam,,\nm1,t1,female,1980-04-17,true\n");
    folder.write("cases.csv", "id,team,mediator,received_on,pay\nk1,t1,m1,05/01/2023,200000\n");
    const Records csv = load_records(folder.path, builtin_schema()),
                  nested = load_records(folder.path / "records.yaml", builtin_schema());
    REQUIRE(csv.diagnostics.errors() == 0);
    REQUIRE(nested.diagnostics.empty());
    const std::string cells = cells_of(nested.dataset);
    CHECK(cells == cells_of(csv.dataset));
    CHECK(cells.find("  t1 t1: id=t1 head_vote_share=88500000000 last_review_on=never commune>c1\n") != std::string::npos);
    CHECK(cells.find("  k1 k1: id=k1 received_on=19362 pay=200000 team>t1 mediator>m1\n") != std::string::npos);
    CHECK(cells.find("provinces\n  Bạc Liêu Bạc Liêu: id=Bạc Liêu\n") != std::string::npos);
}

TEST_CASE("files are known by their bytes", "[records]") {
    const Folder folder;
    const std::string teams = "\xEF\xBB\xBFid,commune\n", communes = "id,name\n";
    folder.write("teams.csv", teams);
    folder.write("communes.csv", communes);
    folder.write("notes.txt", "x");
    const Records records = load_records(folder.path, builtin_schema());
    REQUIRE(records.files.size() == 2);
    CHECK(records.files[0].name == "communes.csv");
    CHECK(records.files[1].name == "teams.csv");
    CHECK(records.files[1].bytes == teams.size());
    CHECK(records.files[1].sha256 == sha256(teams));
    CHECK_FALSE(records.diagnostics.has_errors());
}

TEST_CASE("a table, a column, was there or not", "[records]") {
    const Folder folder;
    folder.write("communes.csv", "id,name,pilot\n");
    folder.write("teams.csv", "id,commune\n");
    const Records csv = load_records(folder.path, builtin_schema());
    const Schema& schema = *csv.dataset.schema;
    const EntityId commune = schema.find_entity("commune"), team = schema.find_entity("team"),
                   mediator = schema.find_entity("mediator");
    CHECK(csv.dataset[commune].supplied);
    CHECK(csv.dataset[commune].columns[schema[commune].find_field("pilot")].supplied);
    CHECK_FALSE(csv.dataset[commune].columns[schema[commune].find_field("kind")].supplied);
    CHECK(csv.dataset[team].supplied);
    CHECK(csv.dataset[team].links[schema[team].find_link("commune")].supplied);
    CHECK_FALSE(csv.dataset[mediator].supplied);

    folder.write("r.yaml", "communes: [{id: c, name: C}, {id: d, name: D, pilot: , teams: }]\n");
    const Records nested = load_records(folder.path / "r.yaml", builtin_schema());
    REQUIRE_FALSE(nested.diagnostics.has_errors());
    CHECK(nested.dataset[team].supplied);
    CHECK(nested.dataset[team].size == 0);
    CHECK_FALSE(nested.dataset[mediator].supplied);
    CHECK(nested.dataset[commune].columns[schema[commune].find_field("pilot")].supplied);
    CHECK_FALSE(nested.dataset[commune].columns[schema[commune].find_field("kind")].supplied);
    CHECK(nested.dataset.state(commune, schema[commune].find_field("pilot"), 1) == CellState::missing);
}

TEST_CASE("what cannot be opened", "[records]") {
    const Folder folder;
    CHECK(first_code(load_records(folder.path / "none", builtin_schema())) == "F001");
    CHECK(first_code(load_records(folder.path, builtin_schema())) == "R001");
    folder.write("teams.csv", "id,commune\n");
    const Records single = load_records(folder.path / "teams.csv", builtin_schema());
    CHECK(first_code(single) == "R005");
    CHECK(single.diagnostics.all()[0].help.en == "give the folder that holds it: " + folder.path.string());
    folder.write("book.xlsx", "PK");
    CHECK(first_code(load_records(folder.path / "book.xlsx", builtin_schema())) == "R005");
    folder.write("broken.yaml", "communes: [");
    CHECK(load_records(folder.path / "broken.yaml", builtin_schema()).diagnostics.has_errors());
    REQUIRE(::mkfifo((folder.path / "communes.csv").c_str(), 0600) == 0);
    const Records pipe = load_records(folder.path, builtin_schema());
    bool said = false;
    for (const Diagnostic& problem : pipe.diagnostics.all())
        said = said || (problem.code == "F002" && problem.place.file == "communes.csv");
    CHECK(said);
}

TEST_CASE("many bad rows are all listed, in order", "[records]") {
    const Folder folder;
    std::string text = "id,name,villages\n";
    for (int i = 0; i < 3000; ++i) text += "c" + std::to_string(i) + ",A,x\n";
    folder.write("communes.csv", text);
    const Records records = load_records(folder.path, builtin_schema());
    REQUIRE(records.diagnostics.errors() == 3000);
    CHECK(records.diagnostics.all().front().cell->row == 2);
    CHECK(records.diagnostics.all().back().cell->row == 3001);
    CHECK(records.rows[records.dataset.schema->find_entity("commune")].refused == 3000);
}
