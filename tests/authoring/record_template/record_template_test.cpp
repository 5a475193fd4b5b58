// Templates go back in as they are: nothing in them is read as a record, nothing of them is misunderstood, and what is filled
// in is read.
#include "engine/authoring/record_template/record_template.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "engine/authoring/record_template/example_value.h"
#include "engine/authoring/record_template/plan.h"
#include "engine/records/cell.h"
#include "engine/records/load.h"
#include "engine/records/names.h"
#include "engine/records/template_marks.h"
#include "tests/support/program.h"
#include "tests/support/read_file.h"

using namespace hoagiai;

namespace {

namespace fs = std::filesystem;
using support::read_file;

using Scratch = support::ScratchFolder;

const Schema& schema() { return *builtin_schema(); }

TemplateRequest request_of(Language language, const std::vector<std::string>& lists = {}) {
    Diagnostics diagnostics;
    const auto chosen = read_table_choice(schema(), lists, diagnostics);
    REQUIRE(chosen);
    CHECK(diagnostics.empty());
    return {*chosen, language};
}

void write(const TemplateRequest& request, const fs::path& path) {
    Diagnostics diagnostics;
    const auto tables = write_record_template(request, path, schema(), diagnostics);
    for (const Diagnostic& problem : diagnostics.all()) UNSCOPED_INFO(render(problem, Language::en, false));
    REQUIRE(tables.size() == request.entities.size());
}

std::string codes_of(const Records& records) {
    std::string codes;
    for (const Diagnostic& problem : records.diagnostics.all()) codes += problem.code + " ";
    return codes;
}

std::string code_of_refusal(const fs::path& path) {
    Diagnostics diagnostics;
    CHECK(write_record_template(request_of(Language::vi, {"teams"}), path, schema(), diagnostics).empty());
    REQUIRE(diagnostics.errors() == 1);
    return diagnostics.all()[0].code;
}

std::vector<std::string> plurals(const std::vector<std::string>& lists) {
    std::vector<std::string> names;
    for (const EntityId entity : request_of(Language::vi, lists).entities) names.push_back(schema()[entity].plural);
    return names;
}

/// A folder with one table, whose rows are given below the template's headers.
Records filled_in(const std::string& plural, const std::string& rows, bool keep_example = false) {
    const Scratch scratch;
    write(request_of(Language::vi, {plural}), scratch.path / "csv");
    const fs::path file = scratch.path / "csv" / (plural + ".csv");
    std::string text = read_file(file);
    if (!keep_example) text.resize(text.find('\n') + 1);
    std::ofstream(file, std::ios::binary) << text + rows;
    return load_records(scratch.path / "csv", builtin_schema());
}

const Table& communes(const Records& records) { return records.dataset[schema().find_entity("commune")]; }

}  // namespace

TEST_CASE("a template goes back in: its examples are said, nothing else is, and no table was supplied", "[template]") {
    const Scratch scratch;
    int number = 0;
    for (const Language language : {Language::vi, Language::en})
        for (const std::vector<std::string>& lists :
             {std::vector<std::string>{}, {"teams,mediators"}, {"Danh sách vụ, việc,Mediators", "xã"}})
            for (const std::string form : {".xlsx", ""}) {
                const TemplateRequest request = request_of(language, lists);
                const fs::path path = scratch.path / (std::to_string(++number) + form);
                write(request, path);
                const Records records = load_records(path, builtin_schema());
                for (const Diagnostic& problem : records.diagnostics.all()) UNSCOPED_INFO(render(problem, Language::en, false));
                std::string expected;
                for (std::size_t i = 0; i < request.entities.size(); ++i) expected += "R080 ";
                CHECK(codes_of(records) == expected);
                for (const Table& table : records.dataset.tables) {
                    CHECK(table.size == 0);
                    CHECK_FALSE(table.supplied);
                }
            }
}

TEST_CASE("the same template is the same bytes", "[template]") {
    const Scratch scratch;
    for (const std::string name : {"a.xlsx", "b.xlsx"}) write(request_of(Language::vi), scratch.path / name);
    CHECK(read_file(scratch.path / "a.xlsx") == read_file(scratch.path / "b.xlsx"));
}

TEST_CASE("each example shows a value that its column takes, and each header means its column", "[template]") {
    Dataset data;
    TextPool texts(data);
    for (const Language language : {Language::vi, Language::en}) {
        const record_template::Plan plan = record_template::make_plan(request_of(language), schema());
        std::set<std::string> names;
        for (const record_template::Sheet& sheet : plan.sheets) {
            CHECK(names.insert(sheet.name).second);
            const Entity& entity = schema()[sheet.entity];
            CHECK(sheet.columns.size() == entity.fields.size() + entity.links.size());
            for (const record_template::Column& column : sheet.columns) {
                const std::string text = record_template::example_value(column, language).text;
                INFO(sheet.name << ": " << column.header << ": " << text);
                const auto found = ColumnNames(entity).find(column.header);
                REQUIRE(found);
                CHECK((column.field ? found->field != none_id && &entity.fields[found->field] == column.field
                                    : found->link != none_id && &entity.links[found->link] == column.link));
                CHECK((column.header.find("(*)") != std::string::npos) == column.required);
                // What could be taken for somebody's or something's name says that it is none.
                CHECK(is_example(text) == (column.kind() == Kind::text));
                if (!column.field) continue;
                CellValue value;
                CellProblem problem;
                CHECK(CellReader(*column.field, texts).read(text, value, problem));
                CHECK(value.state == CellState::known);
            }
        }
    }
}

TEST_CASE("the words of every list are read as their choices", "[template]") {
    Dataset data;
    TextPool texts(data);
    for (const Language language : {Language::vi, Language::en}) {
        const record_template::Plan plan = record_template::make_plan(request_of(language), schema());
        std::size_t tried = 0;
        std::set<std::string> titles;
        for (const record_template::ChoiceList& list : plan.lists) CHECK(titles.insert(list.title).second);
        for (const Entity& entity : schema().entities)
            for (const Field& field : entity.fields)
                for (const record_template::ChoiceList& list : plan.lists) {
                    const bool own = list.set ? field.type.choices.get() == list.set : field.type.kind == Kind::boolean;
                    for (std::size_t word = 0; own && word < list.words.size(); ++word, ++tried) {
                        CellValue value;
                        CellProblem problem;
                        INFO(field.name << ": " << list.words[word]);
                        CHECK(CellReader(field, texts).read(list.words[word], value, problem));
                        CHECK(value.value == static_cast<std::int64_t>(list.set ? word : 1 - word));
                    }
                }
        CHECK(tried > 100);
    }
}

TEST_CASE("tables are chosen by any of their names", "[template]") {
    const std::vector<std::string> two{"teams", "mediators"};
    for (const char* list : {"teams,mediators", "mediators, teams", "Tổ hòa giải,Danh sách hòa giải viên",
                             "team,Mediators,teams", "tổ_hòa_giải,HÒA GIẢI VIÊN", "Mediation teams,Mediator,"})
        CHECK(plurals({list}) == two);
    CHECK(plurals({"teams", "mediators"}) == two);
    // Titles have commas of their own.
    CHECK(plurals({"Xã, phường, thị trấn, đặc khu,Hoạt động tập huấn, bồi dưỡng,báo cáo"}) ==
          std::vector<std::string>{"communes", "trainings", "reports"});
    CHECK(plurals({}).size() == 10);
    for (const auto& [list, way_out] : {std::pair<std::string, std::string>{"teams,mediatorz", "`mediators`"},
                                        {"to hoa giai", "`Tổ hòa giải`"},
                                        {"provinces", "tables are: communes, teams"},
                                        {"", "tables are: communes, teams"},
                                        {" ,", "tables are: communes, teams"}}) {
        Diagnostics diagnostics;
        INFO(list);
        CHECK_FALSE(read_table_choice(schema(), {list}, diagnostics));
        REQUIRE(diagnostics.errors() == 1);
        CHECK(diagnostics.all()[0].code == "U050");
        CHECK(diagnostics.all()[0].help.en.find(way_out) != std::string::npos);
    }
}

TEST_CASE("a template is never written over something", "[template]") {
    const Scratch scratch;
    write(request_of(Language::vi, {"teams"}), scratch.path / "a.xlsx");
    const std::string before = read_file(scratch.path / "a.xlsx");
    CHECK(code_of_refusal(scratch.path / "a.xlsx") == "U051");
    CHECK(read_file(scratch.path / "a.xlsx") == before);
    CHECK(code_of_refusal(scratch.path) == "U040");
    CHECK(code_of_refusal(scratch.path / "no" / "such.xlsx") == "F005");
    CHECK(code_of_refusal(scratch.path / "no" / "such") == "U042");
    std::error_code ignored;
    fs::create_symlink("nowhere", scratch.path / "b.xlsx", ignored);
    CHECK(code_of_refusal(scratch.path / "b.xlsx") == "U051");
}

TEST_CASE("a CSV template begins with a byte order mark, for Excel", "[template]") {
    const Scratch scratch;
    write(request_of(Language::en, {"trainings"}), scratch.path / "csv");
    CHECK(read_file(scratch.path / "csv" / "trainings.csv") ==
          "\xEF\xBB\xBF"
          "Training id (*),Commune of the training (*),Held on,Form,Hours,Attendees\n"
          "\"[example, this row is skipped]\",[example],2000-01-31,Conference,12,12\n");
}

TEST_CASE("a blank table says that there is none, a template that nobody filled in says nothing", "[template]") {
    const Records blank = filled_in("communes", "");
    CHECK(codes_of(blank).empty());
    CHECK(communes(blank).supplied);
    const Records untouched = filled_in("communes", "", true);
    CHECK(codes_of(untouched) == "R080 ");
    CHECK_FALSE(communes(untouched).supplied);
}

namespace {

/// A row of a template: two cells, and blank ones up to the last header.
std::string row_of(const std::string& entity, const std::string& two_cells) {
    const Entity& kind = schema()[schema().find_entity(entity)];
    return two_cells + std::string(kind.fields.size() + kind.links.size() - 2, ',') + "\n";
}

}  // namespace

TEST_CASE("what is written below the example, or in its place, is read", "[template]") {
    for (const bool keep : {true, false}) {
        const Records records = filled_in("communes", row_of("commune", "c1,Xã A"), keep);
        CHECK(codes_of(records) == (keep ? "R080 " : ""));
        CHECK(communes(records).supplied);
        CHECK(communes(records).size == 1);
        CHECK(records.rows[schema().find_entity("commune")].read == 1);
    }
}

TEST_CASE("a row that was written over by half is refused", "[template]") {
    // The id was replaced, the name was not; then the name was, and the id was not.
    CHECK(codes_of(filled_in("communes", row_of("commune", "c1,[ví dụ] tên đơn vị cấp xã"))) == "R081 ");
    CHECK(codes_of(filled_in("communes", row_of("commune", "\"[ví dụ, bỏ qua dòng này]\",Xã A"))) == "R082 ");
    // A team that is said to belong to the example.
    CHECK(codes_of(filled_in("teams", row_of("team", "t1,\"[example, this row is skipped]\""))) == "R081 ");
}

TEST_CASE("which cells are marks of examples", "[template]") {
    for (const char* mark : {"[ví dụ]", "[Ví dụ, bỏ qua dòng này]", " [example] A", "[Example: this]", "[ví dụ 2] Nguyễn Văn A",
                             "[vi\u0301 du\u0323]"})
        CHECK(is_example(mark));
    for (const char* other :
         {"", "ví dụ", "Xã Ví Dụ", "example", "[1]", "[ví dụng] A", "[ví] dụ", "[examples]", "[ví dụ", "(ví dụ)", "A [ví dụ]"})
        CHECK_FALSE(is_example(other));
}
