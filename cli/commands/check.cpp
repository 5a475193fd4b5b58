// hoagiai check: records against rules; findings on standard output or into files.
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "cli/check_input.h"
#include "cli/progress_line.h"
#include "engine/findings/check_watched.h"
#include "engine/output/format.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        if (comma > at) parts.push_back(text.substr(at, comma - at));
        at = comma + 1;
    }
    return parts;
}

const std::vector<std::pair<std::string, std::vector<Status>>> shown = {
    {"all", {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived}},
    {"fail", {Status::fail}},
    {"unknown", {Status::unknown}},
    {"waived", {Status::waived}},
    {"pass", {Status::pass}},
    {"not_applicable", {Status::not_applicable}},
    {"recommended", {}},
    {"possible", {}}};

/// Of selections.
std::set<SelectionStatus> selected_by(const std::string& word) {
    if (word == "all") return {SelectionStatus::recommended, SelectionStatus::possible};
    if (word == "recommended") return {SelectionStatus::recommended};
    if (word == "possible") return {SelectionStatus::possible};
    return {};
}

struct FailOn {
    bool never = false, unknown = false;
    RuleSeverity least = RuleSeverity::major;
};

class CheckCommand {
public:
    explicit CheckCommand(const Arguments& arguments) : arguments_(arguments), language_(arguments.language) {}

    int run() {
        if (arguments_.verbose) {
            spdlog::set_level(spdlog::level::info);
            spdlog::set_pattern("hoagiai: %v [%i µs]");  // since the line before
        }
        read_options();
        if (said_.has_errors()) return refuse(said_);
        spdlog::info("options read");
        const Progress progress = arguments_.verbose ? logged() : line_.told();
        ReadOptions reading;
        reading.hash = names_files();
        CheckInput input = read_check_input(arguments_, said_, progress, reading);
        line_.erase();
        lenient_would_go_on_ = lenient_would_go_on(input, said_);
        if (said_.has_errors()) return refuse(said_);
        lenient_would_go_on_ = false;
        input.request.keep = keep_;
        input.request.keep_selected = keep_selected_;
        for (const std::string& unit : arguments_.all("--unit")) input.request.units.insert(unit);
        const CheckResult result = run_check_watched(std::move(input.request), *input.records, progress);
        line_.erase();
        said_.append(result.diagnostics);
        if (said_.has_errors()) return refuse(said_);
        spdlog::info("{} findings", result.findings.size());
        spdlog::info("a plan of {} steps; judged by the reference evaluator: {}", result.plan_steps,
                     result.by_reference.empty() ? "no rule" : fmt::format("{}", fmt::join(result.by_reference, ", ")));
        print_diagnostics(said_, arguments_);
        const int code = write(result);
        spdlog::info("outputs written");
        return code;
    }

private:
    /// A line of the log at the end of each step.
    static Progress logged() {
        return [last = ProgressStep::Work::reading](const ProgressStep& step) mutable {
            if (step.work == last) return;
            if (last == ProgressStep::Work::planning) spdlog::info("plan made");
            if (last == ProgressStep::Work::judging) spdlog::info("plan run");
            last = step.work;
        };
    }

    void usage(Words what, Words help = {}) { said_.add(bad_option_value, {}, std::move(what), std::move(help)); }

    void read_options() {
        if (arguments_.has("--show")) {
            keep_.clear();
            keep_selected_.clear();
            for (const std::string& given : arguments_.all("--show"))
                for (const std::string& word : split(given)) show(word);
        }
        for (const std::string& word : split(arguments_.one("--fail-on", "major"))) read_fail_on(word);
        outputs_ = arguments_.all("--output");
        const std::string format = arguments_.one("--format");
        if (!format.empty()) format_ = find_output_format(format);
        if (!format.empty() && !format_) {
            std::vector<std::string_view> names;
            for (const OutputFormat* known : output_formats()) names.push_back(known->name);
            usage({fmt::format("--format {}: không có dạng này", format),
                   fmt::format("--format {}: there is no such format", format)},
                  {fmt::format("các dạng: {}", fmt::join(names, ", ")),
                   fmt::format("the formats are: {}", fmt::join(names, ", "))});
        }
        if (!format.empty() && outputs_.size() > 1) usage({"--format chỉ dùng với một -o", "--format goes with a single -o"});
        for (const std::string& output : outputs_)
            if (format.empty() && !output_format_for(output))
                usage({fmt::format("-o {}: không rõ dạng tệp theo đuôi tên", output),
                       fmt::format("-o {}: the name's ending says no known format", output)},
                      {"thêm --format, hoặc dùng đuôi .html, .txt, .md, .json, .jsonl, .csv",
                       "add --format, or end the name in .html, .txt, .md, .json, .jsonl, .csv"});
    }

    /// Whether some report says which files were read.
    bool names_files() const {
        if (outputs_.empty()) return !format_ || format_->names_files;
        return std::any_of(outputs_.begin(), outputs_.end(), [&](const std::string& output) {
            return (format_ ? format_ : output_format_for(output))->names_files;
        });
    }

    void show(const std::string& word) {
        const auto found = std::find_if(shown.begin(), shown.end(), [&](const auto& one) { return one.first == word; });
        if (found == shown.end()) {
            std::vector<std::string> words;
            for (const auto& one : shown) words.push_back(one.first);
            usage(
                {fmt::format("--show {}: không có giá trị này", word), fmt::format("--show {}: there is no such value", word)},
                {fmt::format("các giá trị: {}", fmt::join(words, ", ")),
                 fmt::format("the values are: {}", fmt::join(words, ", "))});
            return;
        }
        keep_.insert(found->second.begin(), found->second.end());
        keep_selected_.merge(selected_by(word));
    }

    void read_fail_on(const std::string& given) {
        if (given == "never") return void(fail_on_.never = true);
        if (given == "unknown") return void(fail_on_.unknown = true);
        for (const RuleSeverity severity :
             {RuleSeverity::critical, RuleSeverity::major, RuleSeverity::minor, RuleSeverity::info})
            if (word(severity) == given) return void(fail_on_.least = severity);
        usage(
            {fmt::format("--fail-on {}: không có mức này", given), fmt::format("--fail-on {}: there is no such level", given)},
            {"các mức: critical, major, minor, info, never; thêm ,unknown nếu cần",
             "the levels are critical, major, minor, info, never; with ,unknown if wanted"});
    }

    int refuse(Diagnostics& problems) {
        problems.sort();
        if (format_ && outputs_.empty() && format_->name == "json")
            std::fputs(problems_json(problems, language_).c_str(), stdout);
        if (format_ && outputs_.empty() && format_->name == "jsonl")
            std::fputs(problems_json_lines(problems, language_).c_str(), stdout);
        return refuse_input(problems, arguments_, lenient_would_go_on_);
    }

    int write(const CheckResult& result) {
        Report report{&result, HOAGIAI_VERSION, language_, false};
        if (const int code = write_files(report); code != exit_nothing) return code;
        if (outputs_.empty()) {
            const OutputFormat* format = format_ ? format_ : find_output_format("text");
            report.colour = format->name == "text" && wants_colour(1);
            DescriptorSink out(1);
            if (isatty(1))
                format->write(report, out);  // the line would stand in its midst
            else
                write_watched(*format, report, out);
            if (const int error = out.finish()) return refuse_output(error, language_);
        }
        return something_to_report(result) ? exit_findings : exit_nothing;
    }

    void write_watched(const OutputFormat& format, const Report& report, Sink& out) {
        WatchedSink watched(out, line_, "");
        format.write(report, watched);
        line_.erase();
    }

    /// One that cannot be written leaves the others alone: each is written whole, or stays what it was.
    int write_files(const Report& report) {
        Diagnostics problems;
        std::size_t written = 0;
        for (const std::string& output : outputs_) {
            const OutputFormat* format = format_ ? format_ : output_format_for(output);
            const auto content = [&](Sink& out) {
                WatchedSink watched(out, line_, output);
                watched += format->file_mark;
                format->write(report, watched);
            };
            if (write_file(output, content, problems)) ++written;
            line_.erase();
        }
        if (!problems.has_errors()) return exit_nothing;
        print_diagnostics(problems, arguments_);
        const std::size_t failed = outputs_.size() - written;
        std::fprintf(stderr, "%s\n",
                     language_ == Language::vi
                         ? fmt::format("Không ghi được {} tệp kết quả; đã ghi trọn vẹn {} tệp.", failed, written).c_str()
                         : fmt::format("Not written: {} of the outputs; written whole: {}.", failed, written).c_str());
        return exit_input;
    }

    bool something_to_report(const CheckResult& result) const {
        if (fail_on_.never) return false;
        return std::any_of(result.rules.begin(), result.rules.end(), [&](const RuleCounts& counts) {
            return result.rule(counts).decl->severity <= fail_on_.least &&
                   (counts.fail > 0 || (fail_on_.unknown && counts.unknown > 0));
        });
    }

    const Arguments& arguments_;
    Language language_;
    std::set<Status> keep_ = CheckRequest{}.keep;
    std::set<SelectionStatus> keep_selected_ = CheckRequest{}.keep_selected;
    Diagnostics said_;
    FailOn fail_on_;
    std::vector<std::string> outputs_;
    const OutputFormat* format_ = nullptr;
    ProgressLine line_{arguments_};
    bool lenient_would_go_on_ = false;
};

int run(const Arguments& arguments) { return CheckCommand(arguments).run(); }

}  // namespace

extern const Command command_check;
const Command command_check = {
    "check",
    {"Kiểm tra hồ sơ theo các bộ quy tắc", "Check records against rulebooks"},
    with_input_options(
        {{"--unit",
          {"Chỉ xét đơn vị này và các đơn vị bên dưới (dùng được nhiều lần)", "Only this unit and those below it (repeatable)"},
          "ID",
          true},
         {"--show",
          {"Kết quả cần hiện: all hoặc fail,unknown,waived,pass,not_applicable,recommended,possible",
           "What to show: all, or fail,unknown,waived,pass,not_applicable,recommended,possible"},
          "LIST",
          true},
         {"--fail-on",
          {"Mức khiến lệnh kết thúc bằng 1: critical|major|minor|info|never, thêm ,unknown",
           "What makes the exit code 1: critical|major|minor|info|never, with ,unknown"},
          "LEVEL"},
         {"--format",
          {"Dạng kết quả: text, html, markdown, json, jsonl, csv", "Output format: text, html, markdown, json, jsonl, csv"},
          "FORMAT"},
         {"-o,--output",
          {"Ghi vào tệp (dùng được nhiều lần); dạng theo đuôi tên",
           "Write into a file (repeatable); its ending says the format"},
          "FILE",
          true},
         {"-q,--quiet", {"Không hiện ghi chú", "No notes"}},
         {"-v,--verbose", {"Ghi nhật ký từng bước", "Log each step"}}}),
    run};

}  // namespace hoagiai
