#include "engine/authoring/fix.h"

#include <algorithm>

#include "engine/authoring/lint.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

constexpr int most_rounds = 50;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

FixResult fix_rule_files(const std::vector<std::string>& paths, const std::shared_ptr<const Schema>& schema) {
    FixResult result;
    for (int round = 0; round < most_rounds; ++round) {
        std::map<std::string, std::vector<const Diagnostic*>> by_file;
        const LintResult found = lint(paths, schema);
        for (const Diagnostic& diagnostic : found.diagnostics.all())
            if (!diagnostic.fix.empty()) by_file[diagnostic.place.file].push_back(&diagnostic);
        bool any = false;
        for (auto& [file, slips] : by_file) {
            std::string bytes;
            if (!read_bytes(file, bytes, result.problems)) continue;
            const bool marked = std::string_view(bytes).substr(0, byte_order_mark.size()) == byte_order_mark;
            const std::string text = marked ? bytes.substr(byte_order_mark.size()) : bytes;
            std::vector<Edit> edits;
            for (const Diagnostic* slip : slips) edits.insert(edits.end(), slip->fix.begin(), slip->fix.end());
            std::size_t made = 0;
            const std::string mended = edited(text, std::move(edits), &made);
            if (made == 0 || mended == text) continue;
            if (!write_file(file, (marked ? std::string(byte_order_mark) : std::string()) + mended, result.problems)) continue;
            result.fixed[file] += std::min(slips.size(), made);
            any = true;
        }
        if (!any || result.problems.has_errors()) break;
    }
    return result;
}

}  // namespace hoagiai
