#include "cli/command.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "engine/authoring/file_language.h"
#include "engine/text/file_refusals.h"

namespace hoagiai {

const std::vector<const Command*>& registered_command();

std::vector<const Command*> all_commands() {
    std::vector<const Command*> all = registered_command();
    std::sort(all.begin(), all.end(), [](const Command* a, const Command* b) { return a->name < b->name; });
    return all;
}

const std::vector<std::string>& Arguments::all(std::string_view option) const {
    static const std::vector<std::string> nothing;
    const auto found = values.find(option);
    return found == values.end() ? nothing : found->second;
}

std::string Arguments::one(std::string_view option, std::string_view otherwise) const {
    const auto& given = all(option);
    return given.empty() ? std::string(otherwise) : given.back();
}

bool wants_colour(int stream) {
    const char* no = std::getenv("NO_COLOR");
    if (no && *no) return false;
    const char* force = std::getenv("CLICOLOR_FORCE");
    if (force && *force && std::string_view(force) != "0") return true;
    return isatty(stream) != 0;
}

int refuse_usage(const DiagnosticKind& kind, Words what, Words help, Language language) {
    std::fputs(render(Diagnostic(kind, {}, std::move(what), std::move(help)), language, wants_colour(2)).c_str(), stderr);
    return exit_input;
}

int refuse_output(int error, Language language) {
    const Words why = system_words(error);
    return refuse_usage(
        output_not_printed, {"không in được hết kết quả: " + why.vi, "the output could not be printed whole: " + why.en},
        {"kiểm tra nơi nhận kết quả, hoặc ghi vào tệp", "see where the output goes, or write it into a file"}, language);
}

int when_printed(int code, Language language) {
    if (std::fflush(stdout) != 0) return refuse_output(errno, language);
    if (!std::ferror(stdout)) return code;
    // What went wrong earlier is known no more; another byte meets the same.
    return refuse_output(::write(1, "\n", 1) < 0 ? errno : EIO, language);
}

void print_diagnostics(const Diagnostics& diagnostics, const Arguments& arguments) {
    DiagnosticLanguages languages(arguments.language, arguments.language_asked);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (arguments.quiet && diagnostic.severity == Severity::note) continue;
        std::fputs(render(diagnostic, languages.of(diagnostic), wants_colour(2)).c_str(), stderr);
    }
}

}  // namespace hoagiai
