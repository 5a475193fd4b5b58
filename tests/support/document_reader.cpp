// The blocks: rules and records are taken by the engine as from a file.
#include "tests/support/document_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <set>

#include "engine/authoring/lint.h"
#include "engine/authoring/rule_tests/rule_test.h"
#include "engine/checking/load_profile.h"
#include "engine/text/yaml.h"

namespace hoagiai::support {

namespace {

constexpr const char* head_of_a_part =
    "rulebook: example\ntitle: {vi: \"Ví dụ\", en: \"An example\"}\n"
    "source: {number: 35/2013/QH13, issuer: \"Quốc hội\", issued: 2013-06-20}\n";

SourcePtr source(const std::string& name, const std::string& text) { return std::make_shared<const Source>(name, text); }

bool is_code(const std::string& word) {
    return word.size() == 4 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= '0' && word[1] <= '9';
}

}  // namespace

DocumentReader::DocumentReader(std::filesystem::path folder)
    : folder_(std::move(folder)), preface_(head_of_a_part), as_of_(*parse_iso_date("2023-12-31")) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    period_ = parse_period("2023");
}

void DocumentReader::expect(const std::string& what, const std::string& expected, const std::string& actual) {
    ++answers_;
    if (expected != actual) problems_.push_back(fmt::format("line {}: {}: `{}`, not `{}`", line_, what, actual, expected));
}

void DocumentReader::read(const std::vector<DocumentPart>& parts) {
    for (const DocumentPart& part : parts) {
        line_ = part.line;
        if (part.table)
            read_table(part);
        else
            read_block(part);
    }
}

void DocumentReader::read_block(const DocumentPart& part) {
    ++blocks_;
    std::set<std::string> expected, codes;
    bool records = false;
    for (const std::string& label : part.labels) {
        records = records || label == "records";
        if (is_code(label)) expected.insert(label);
    }
    Diagnostics said;
    if (records)
        read_records(part.text, said);
    else
        read_rules(part.text, said);
    for (const Diagnostic& diagnostic : said.all()) {
        codes.insert(diagnostic.code);
        if (!expected.count(diagnostic.code)) problems_.push_back(render(diagnostic, Language::en, false));
    }
    if (codes != expected) problems_.push_back(fmt::format("line {}: said {}, not {}", line_, codes, expected));
}

void DocumentReader::read_records(const std::string& text, Diagnostics& said) {
    const auto root = read_yaml(source("records.yaml", text), said);
    if (!root) return;
    records_ = std::make_shared<Records>(records_from_yaml(*root, builtin_schema()));
    said.append(records_->diagnostics);
}

void DocumentReader::read_rules(const std::string& text, Diagnostics& said) {
    const std::string first = text.substr(0, text.find(':'));
    const bool part = first != "rulebook" && first != "profile" && first != "tests";
    std::string name = part ? "example" : text.substr(first.size() + 1, text.find('\n') - first.size() - 1);
    name.erase(0, name.find_first_not_of(' '));
    if (first == "tests") name = name.substr(0, name.find('.')) + ".test";
    const std::filesystem::path path = folder_ / (name + ".yaml");
    std::ofstream(path, std::ios::binary) << (part ? head_of_a_part : "") << text;
    if (first == "tests") return run_tests(path, said);
    said = lint({path.string()}, builtin_schema()).diagnostics;
    Diagnostics again;
    const RuleFiles found = find_rule_files({path.string()}, again);
    if (said.has_errors() || found.files.size() != 1) return;
    incomplete_.clear();
    profile_ = nullptr;
    as_of_ = *parse_iso_date("2023-12-31");
    period_ = parse_period("2023");
    if (first == "profile") {
        const auto loaded = load_profile(found.files.front(), builtin_schema(), again);
        books_ = loaded->books;
        profile_ = loaded->profile;
        incomplete_ = loaded->incomplete;
        period_ = loaded->profile->period;
        as_of_ = loaded->profile->as_of.value_or(period_ ? period_->last : as_of_);
        return;
    }
    books_ = load_rulebooks({path.string()}, builtin_schema(), again);  // with what it extends
    if (part && ("\n" + text).find("\nrules:") == std::string::npos) preface_ = head_of_a_part + text;
}

void DocumentReader::run_tests(const std::filesystem::path& path, Diagnostics& said) {
    for (const RuleFile& file : find_rule_files({path.string()}, said).files)
        for (const TestCase& one : run_rule_tests(file, builtin_schema(), "", said)) {
            expect("test " + one.name, "passed", one.passed() ? "passed" : "failed");
            for (const TestFailure& failure : one.failures)
                problems_.push_back(fmt::format("line {}: {} {}: {}, not {}", line_, failure.rule, failure.unit, failure.actual,
                                                failure.expected));
        }
}

}  // namespace hoagiai::support
