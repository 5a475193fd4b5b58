// The language of a rule file is that of its expressions' words, whatever its texts and names are.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "engine/authoring/file_language.h"

using namespace hoagiai;

namespace {

bool vietnamese(const std::string& text) {
    Diagnostics diagnostics;
    const auto root = read_yaml(std::make_shared<const Source>("t.yaml", text), diagnostics);
    REQUIRE(root);
    return writes_vietnamese(*root);
}

}  // namespace

TEST_CASE("keywords, functions and units of expressions say the language of a file", "[authoring]") {
    CHECK(vietnamese("rules: [{require: đếm(mediators mà head) >= 1}]"));
    CHECK(vietnamese("rules: [{when: active và logbook}]"));
    CHECK(vietnamese("definitions: {team: {size: đếm(mediators)}}"));
    CHECK(vietnamese("rules: [{choose: pilot, rank_by: population giảm_dần, limit: 3 mỗi district}]"));
    CHECK(vietnamese("rules: [{require: started_on <= assigned_on + 3 ngày}]"));
    CHECK_FALSE(vietnamese("rules: [{require: count(hòa_giải_viên where giới_tính = nữ) >= 1}]"));
    CHECK_FALSE(vietnamese("rules: [{choose: pilot, rank_by: dân_số descending}]"));
    // Texts, names and what stands in quotation marks say nothing.
    CHECK_FALSE(vietnamese("title: {vi: và hoặc nếu}\nrules: [{require: giới_tính = nữ, finding: {vi: \"{đếm(a mà b)}\"}}]"));
    CHECK_FALSE(vietnamese("rules: [{require: 'name = \"và hoặc nếu\" and active'}]"));
    // Most words decide; as many of each are not most.
    CHECK(vietnamese("rules: [{when: a và b và c or d}]"));
    CHECK_FALSE(vietnamese("rules: [{when: a và b or c}]"));
    // With errors too.
    CHECK(vietnamese("rules: [{require: đếm(hòa giải viên mà ≥ 1, when: }]"));
}

TEST_CASE("a diagnostic speaks its file's language unless one was asked for", "[authoring]") {
    const auto folder = std::filesystem::temp_directory_path() / "hoagiai-file-language";
    std::filesystem::create_directories(folder);
    const std::string vi = (folder / "vi.yaml").string(), en = (folder / "en.yaml").string();
    std::ofstream(vi) << "rulebook: v\nrules: [{require: a và b}]\n";
    std::ofstream(en) << "rulebook: e\nrules: [{require: a and b}]\n";
    Diagnostic in_vi, in_en, nowhere;
    in_vi.place.file = vi;
    in_en.place.file = en;
    DiagnosticLanguages free_choice(Language::en, false), asked(Language::en, true), vietnamese_program(Language::vi, false);
    CHECK(free_choice.of(in_vi) == Language::vi);
    CHECK(free_choice.of(in_en) == Language::en);
    CHECK(free_choice.of(nowhere) == Language::en);
    CHECK(asked.of(in_vi) == Language::en);
    CHECK(vietnamese_program.of(in_en) == Language::vi);
    std::filesystem::remove_all(folder);
}
