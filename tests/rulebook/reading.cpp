#include "tests/rulebook/reading.h"

namespace hoagiai::support {

namespace {

std::vector<std::string> lines_of(const Diagnostics& diagnostics, bool with_message) {
    Diagnostics sorted = diagnostics;
    sorted.sort();
    std::vector<std::string> lines;
    for (const Diagnostic& d : sorted.all()) {
        std::string line = d.code + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column);
        if (with_message) line += " " + d.message.en;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

std::vector<std::string> ReadBook::said() const { return lines_of(diagnostics, true); }
std::vector<std::string> ReadBook::places() const { return lines_of(diagnostics, false); }

ReadBook read_document(const std::string& text) {
    ReadBook read;
    read.book = read_rulebook(std::make_shared<const Source>("t.yaml", text), read.diagnostics);
    return read;
}

ReadBook read_body(const std::string& text) { return read_document("rulebook: b\ntitle: {vi: B, en: B}\n" + text); }

ReadBook read_rule_with(const std::string& keys) {
    return read_body("rules:\n  - " + keys +
                     "\n    id: a\n    kind: data\n    for: team\n    require: active\n    finding: {vi: v, en: e}\n");
}

}  // namespace hoagiai::support
