// The report of rule tests for a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "engine/authoring/file_language.h"
#include "engine/authoring/rule_tests/report.h"
#include "engine/output/explanation/explanation_text.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

std::string indented(const std::string& text, std::string_view by) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find('\n', i), text.size());
        if (end > i) result += std::string(by) + text.substr(i, end - i);
        result += '\n';
        i = end + 1;
    }
    return result;
}

std::string place_text(const Place& place) { return fmt::format("{}:{}:{}", visible(place.file), place.line, place.column); }

}  // namespace

std::size_t TestReport::passed() const {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(), [](const TestCase& one) { return one.passed(); }));
}

std::size_t TestReport::broken() const {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(), [](const TestCase& one) { return one.broken(); }));
}

bool TestReport::good() const { return passed() == cases.size() && !diagnostics.has_errors() && enough_coverage(); }

Words failure_words(const TestFailure& failure) {
    const std::string of = failure.of == "status" ? "" : failure.of + ": ";
    return {fmt::format("{}cần {}, nhận được {}", of, visible(failure.expected), visible(failure.actual)),
            fmt::format("{}expected {}, found {}", of, visible(failure.expected), visible(failure.actual))};
}

Words too_little_words(const TestReport& report) {
    const unsigned percent = report.coverage ? report.coverage->percent() : 0;
    return {fmt::format("Độ phủ {} %, thấp hơn mức yêu cầu {} %.", percent, report.required_percent),
            fmt::format("Coverage is {} %, below the {} % that are required.", percent, report.required_percent)};
}

std::string test_report_text(const TestReport& report) {
    const Language language = report.language;
    const bool vi = language == Language::vi;
    std::string text;
    Diagnostics all = report.diagnostics;
    for (const TestCase& one : report.cases) all.append(one.problems);
    all.sort();
    DiagnosticLanguages languages(language, report.language_asked);
    for (const Diagnostic& diagnostic : all.all()) text += render(diagnostic, languages.of(diagnostic), report.colour);
    std::string file;
    for (const TestCase& one : report.cases) {
        if (one.passed() && report.quiet) continue;
        if (one.file != file) text += visible(one.file) + "\n";
        file = one.file;
        text += fmt::format("  {} {}\n", one.passed() ? "ok  " : "FAIL", visible(one.name));
        // Expectations of one unit share their explanation.
        for (std::size_t i = 0; i < one.failures.size(); ++i) {
            const TestFailure& failure = one.failures[i];
            text += fmt::format("    {}: {} {}: {}\n", place_text(failure.place), visible(failure.rule), visible(failure.unit),
                                say(failure_words(failure), language));
            const bool last_of_unit = i + 1 == one.failures.size() || one.failures[i + 1].rule != failure.rule ||
                                      one.failures[i + 1].unit != failure.unit;
            if (!last_of_unit) continue;
            if (failure.explanation)
                text += indented(explanation_text(*failure.explanation, language, report.colour), "      ");
            else if (!failure.why.en.empty())
                text += "      " + visible(say(failure.why, language)) + "\n";
        }
    }
    if (report.cases.empty())
        text += vi ? "Không tìm thấy trường hợp kiểm thử nào (tệp TÊN.test.yaml).\n"
                   : "No test case was found (files NAME.test.yaml).\n";
    if (report.coverage) text += coverage_text(*report.coverage, language);
    if (!report.enough_coverage()) text += say(too_little_words(report), language) + "\n";
    const std::size_t failed = report.cases.size() - report.passed() - report.broken();
    text += vi ? fmt::format("{} trường hợp đạt, {} không đạt", report.passed(), failed)
               : fmt::format("{} passed, {} failed", report.passed(), failed);
    if (report.broken() > 0)
        text +=
            vi ? fmt::format(", {} không chạy được", report.broken()) : fmt::format(", {} could not be run", report.broken());
    return text + "\n";
}

}  // namespace hoagiai
