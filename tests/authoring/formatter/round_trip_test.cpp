// Every shipped rulebook in Vietnamese: turned and turned back it is the same file, and in either spelling it says the same of
// records.
#include <catch2/catch.hpp>

#include <fstream>

#include "engine/authoring/formatter/formatter.h"
#include "engine/text/fold.h"
#include "tests/support/read_file.h"
#include "tests/support/respelled_book.h"

using namespace hoagiai;
using support::rule_file;
using support::turned;

namespace {

namespace fs = std::filesystem;

std::string laid(const RuleFile& file) {
    Diagnostics diagnostics;
    const auto text = laid_out(file, diagnostics);
    for (const Diagnostic& d : diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE(text);
    return *text;
}

std::string with_head(const std::string& rest) {
    return "rulebook: b\ntitle: {vi: B, en: B}\nparameters:\n  least: {type: integer, value: 3}\n" + rest;
}

}  // namespace

TEST_CASE("every shipped rulebook turned into Vietnamese and back is the same file", "[formatter]") {
    std::size_t books = 0;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(HOAGIAI_SOURCE_DIR) / "rules")) {
        if (entry.path().extension() != ".yaml") continue;
        const std::string text = support::read_file(entry.path());
        const RuleFile english = rule_file(entry.path().string(), text);
        INFO(entry.path().string());
        CHECK(laid(english) == text);
        if (english.kind != FileKind::rulebook) continue;
        ++books;
        const std::string vietnamese_text = turned(english, Spelling::vi);
        const RuleFile vietnamese = rule_file(entry.path().string(), vietnamese_text);
        CHECK(vietnamese_text != text);
        for (const char* word :
             {" and ", " where ", "count(", " is missing", "else ", "for: team", "female", "mediators where"})
            CHECK(vietnamese_text.find(std::string("require: size") + word) == std::string::npos);
        CHECK(turned(vietnamese, Spelling::vi) == vietnamese_text);
        CHECK(turned(vietnamese, Spelling::en) == text);
        CHECK(turned(english, Spelling::en) == text);
        // Longer words make longer lines: laid out once more it still says the same, and then stays.
        const std::string broken = laid(vietnamese);
        CHECK(laid(rule_file("v.yaml", broken)) == broken);
    }
    CHECK(books >= 4);
}

TEST_CASE("comments, line ends, quotes and decomposed letters outside of expressions stay", "[formatter]") {
    // "Tổ" decomposed, and CRLF line ends, in a title; tabs behind a key.
    const std::string decomposed = "To\xCC\x82\xCC\x89";
    const std::string before =
        with_head("rules:   # rules\r\n  - id: one\r\n    kind:\tdata\r\n    for: team\r\n    title: {vi: '" + decomposed +
                  "', en: \"T\"}\r\n    require: 'count( mediators where head)>=least'   # why\r\n"
                  "    finding: {vi: \"" +
                  decomposed + "  { least+1 }.\", en: 'B'}\r\n");
    std::string crlf;
    for (const char byte : before)
        if (byte == '\n' && (crlf.empty() || crlf.back() != '\r'))
            crlf += "\r\n";
        else
            crlf += byte;
    std::string wanted = crlf;
    const auto replace = [&](const std::string& from, const std::string& to) {
        const std::size_t at = wanted.find(from);
        REQUIRE(at != std::string::npos);
        wanted.replace(at, from.size(), to);
    };
    replace("count( mediators where head)>=least", "count(mediators where head) >= least");
    replace("{ least+1 }", "{least + 1}");
    CHECK(laid(rule_file("r.yaml", crlf)) == wanted);
    CHECK(laid(rule_file("r.yaml", wanted)) == wanted);
    const std::string vietnamese = turned(rule_file("r.yaml", wanted), Spelling::vi);
    CHECK(vietnamese.find("for: tổ_hòa_giải\r\n") != std::string::npos);
    CHECK(vietnamese.find("'đếm(hòa_giải_viên mà là_tổ_trưởng) >= least'   # why\r\n") != std::string::npos);
    CHECK(vietnamese.find(decomposed + "  {least + 1}.") != std::string::npos);
    CHECK(turned(rule_file("r.yaml", vietnamese), Spelling::en) == wanted);
}

TEST_CASE("what does not stand in the file letter for letter is left alone", "[formatter]") {
    // A plain value over two lines, an escape in double quotes, a message in a block with blanks at its ends.
    const std::string text = with_head(
        "rules:\n  - id: one\n    kind: data\n    for: team\n    when: active\n      and   logbook\n"
        "    require: \"village!=\\\"a\\x20b\\\"\"\n"
        "    finding:\n      vi: |\n        A  {least}   \n\n      en: B\n");
    std::string wanted = text;
    const std::size_t at = wanted.find("and   logbook");
    wanted.replace(at, 13, "and logbook");
    const std::size_t sign = wanted.find("village!=");
    wanted.replace(sign, 9, "village != ");
    CHECK(laid(rule_file("r.yaml", text)) == wanted);
}

TEST_CASE("decomposed words and old tone marks in expressions are the same names", "[formatter]") {
    const auto decomposed = [](const std::string& word) {
        // hòa_giải_viên, giới_tính, nữ by hand
        std::string result = word;
        const std::pair<const char*, const char*> letters[] = {{"ò", "o\xCC\x80"}, {"ả", "a\xCC\x89"},
                                                               {"ê", "e\xCC\x82"}, {"ớ", "o\xCC\x9B\xCC\x81"},
                                                               {"í", "i\xCC\x81"}, {"ữ", "u\xCC\x9B\xCC\x83"}};
        for (const auto& [from, to] : letters)
            for (std::size_t at = 0; (at = result.find(from, at)) != std::string::npos; at += std::string(to).size())
                result.replace(at, std::string(from).size(), to);
        return result;
    };
    const std::string expression = "đếm(hòa_giải_viên mà giới_tính = nữ) >= least";
    const auto book = [&](const std::string& require) {
        return with_head("rules:\n  - id: one\n    kind: data\n    for: team\n    require: " + require +
                         "\n    finding: {vi: A, en: B}\n");
    };
    const std::string english = book("count(mediators where gender = female) >= least");
    REQUIRE(decomposed(expression) != expression);
    CHECK(turned(rule_file("r.yaml", book(decomposed(expression))), Spelling::en) == english);
    CHECK(turned(rule_file("r.yaml", book("đếm(hoà_giải_viên mà giới_tính = female) >= least")), Spelling::en) == english);
    std::string turned_book = book(expression);
    turned_book.replace(turned_book.find("for: team"), 9, "for: tổ_hòa_giải");
    CHECK(turned(rule_file("r.yaml", english), Spelling::vi) == turned_book);
}

TEST_CASE("own names fold like all others and are never renamed", "[formatter]") {
    const std::string text = with_head(
        "definitions:\n  team:\n    hoà: count(mediators)\nrules:\n  - id: one\n    kind: data\n    for: team\n"
        "    require: hòa >= least and hoà >= 0\n    finding: {vi: \"{hòa}\", en: B}\n");
    const std::string vietnamese = turned(rule_file("r.yaml", text), Spelling::vi);
    CHECK(vietnamese.find("require: hòa >= least và hoà >= 0") != std::string::npos);
    CHECK(turned(rule_file("r.yaml", vietnamese), Spelling::en) == text);
    Diagnostics diagnostics;
    const std::string taken = with_head("definitions:\n  team:\n    đang_hoạt_động: count(mediators) > 0\n");
    CHECK_FALSE(respelled(rule_file("r.yaml", taken), Spelling::vi, builtin_schema(), diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().code == "N005");
}

TEST_CASE("each `else` gets the word that it is", "[formatter]") {
    const auto book = [&](const std::string& require) {
        return with_head("rules:\n  - id: one\n    kind: data\n    for: team\n    require: " + require +
                         "\n    finding: {vi: A, en: B}\n");
    };
    const std::pair<const char*, const char*> pairs[] = {
        {"if (active else true) then logbook else if logbook then true else (logbook else false)",
         "nếu (đang_hoạt_động lấy đúng) thì sổ_theo_dõi còn_không nếu sổ_theo_dõi thì đúng còn_không (sổ_theo_dõi lấy sai)"},
        {"village is missing or village is not missing", "thôn_tổ_dân_phố bị_thiếu hoặc thôn_tổ_dân_phố không bị_thiếu"},
        {"last_review_on in previous period or last_review_on + 1 day < as_of",
         "ngày_rà_soát_gần_nhất trong kỳ_trước hoặc ngày_rà_soát_gần_nhất + 1 ngày < ngày_xét"},
        {"last_review_on + 11 days < period_end", "ngày_rà_soát_gần_nhất + 11 ngày < cuối_kỳ"}};
    for (const auto& [en, vi] : pairs) {
        std::string vietnamese = vi;
        const auto field = [&](const char* name) {
            const Schema& schema = *builtin_schema();
            const Entity& team = schema[schema.find_entity("team")];
            return team.fields[team.find_field(name)].name_vi;
        };
        for (std::size_t at = 0; (at = vietnamese.find("sổ_theo_dõi", at)) != std::string::npos; at += field("logbook").size())
            vietnamese.replace(at, std::string("sổ_theo_dõi").size(), field("logbook"));
        std::string turned_book = book(vietnamese);
        turned_book.replace(turned_book.find("for: team"), 9, "for: tổ_hòa_giải");
        CHECK(turned(rule_file("r.yaml", book(en)), Spelling::vi) == turned_book);
        CHECK(turned(rule_file("r.yaml", turned_book), Spelling::en) == book(en));
        CHECK(laid(rule_file("r.yaml", turned_book)) == turned_book);
    }
}

TEST_CASE("what is too long is broken before its loosest words, level by level", "[formatter]") {
    const std::string long_word(30, 'x');
    const auto book = [&](const std::string& value) {
        return "rulebook: b\ntitle: {vi: B, en: B}\nparameters:\n  " + long_word +
               ": {type: integer, value: 3}\nrules:\n  - id: one\n    kind: data\n    for: team\n    require: " + value +
               "\n    finding: {vi: A, en: B}\n";
    };
    const std::string x = long_word;
    const std::string one_line = x + " > 0 and (" + x + " > 1 or " + x + " > 2 or " + x + " > 3 and " + x + " > 4) or active";
    const std::string result = laid(rule_file("r.yaml", book(one_line + "   # why")));
    CHECK(result.find("require: |   # why\n      " + x + " > 0\n      and (" + x + " > 1\n") != std::string::npos);
    CHECK(laid(rule_file("r.yaml", result)) == result);
    for (std::size_t at = 0; at < result.size();) {
        const std::size_t end = result.find('\n', at);
        CHECK(end - at <= 100);
        at = end + 1;
    }
}
