// hoagiai check: records against rules; findings on standard output or into files.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "cli/command.h"
#include "engine/checking/load_rules.h"
#include "engine/findings/finding.h"
#include "engine/output/format.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

Day today() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const std::tm local = fmt::localtime(now);
    return day_from(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(0);
}

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

/// The statuses that this version gives; selections have none of their own yet.
const std::vector<std::pair<std::string, std::vector<Status>>> shown = {
    {"all", {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived}},
    {"fail", {Status::fail}},
    {"unknown", {Status::unknown}},
    {"waived", {Status::waived}},
    {"pass", {Status::pass}},
    {"not_applicable", {Status::not_applicable}},
    {"recommended", {}},
    {"possible", {}}};

struct FailOn {
    bool never = false, unknown = false;
    RuleSeverity least = RuleSeverity::major;
};

class CheckCommand {
public:
    explicit CheckCommand(const Arguments& arguments) : arguments_(arguments), language_(arguments.language) {}

    int run() {
        if (arguments_.verbose) spdlog::set_level(spdlog::level::info);
        read_options();
        if (said_.has_errors()) return refuse(said_);
        request_.books = load_rulebooks(arguments_.all("--rules"), builtin_schema(), said_);
        if (request_.books.empty() && !said_.has_errors())
            said_.add(bad_option_value, {}, {"không có bộ quy tắc nào để kiểm tra", "there is no rulebook to check against"});
        spdlog::info("{} rulebooks", request_.books.size());
        const Records records = load_records(arguments_.one("RECORDS"), builtin_schema());
        said_.append(records.diagnostics);
        if (said_.has_errors()) return refuse(said_);
        spdlog::info("records read");
        const CheckResult result = run_check(std::move(request_), records);
        said_.append(result.diagnostics);
        if (said_.has_errors()) return refuse(said_);
        spdlog::info("{} findings", result.findings.size());
        print_diagnostics(said_, arguments_);
        return write(result);
    }

private:
    void usage(Words what, Words help = {}) { said_.add(bad_option_value, {}, std::move(what), std::move(help)); }

    void read_options() {
        if (const std::string period = arguments_.one("--period"); !period.empty()) {
            request_.period = parse_period(period);
            if (!request_.period)
                usage({fmt::format("--period {}: không phải là kỳ", period),
                       fmt::format("--period {}: this is no period", period)},
                      {"viết 2023, 2023-H1, 2023-Q2, 2023-05 hoặc 2023-01-01..2023-03-31",
                       "write 2023, 2023-H1, 2023-Q2, 2023-05 or 2023-01-01..2023-03-31"});
        }
        request_.as_of = request_.period ? request_.period->last : today();
        if (const std::string as_of = arguments_.one("--as-of"); !as_of.empty()) {
            const auto day = parse_iso_date(as_of);
            if (!day)
                usage({fmt::format("--as-of {}: không phải là một ngày có thật", as_of),
                       fmt::format("--as-of {}: there is no such day", as_of)},
                      {"viết năm-tháng-ngày, ví dụ 2023-12-31", "write year-month-day, such as 2023-12-31"});
            request_.as_of = day.value_or(0);
        }
        for (const std::string& unit : arguments_.all("--unit")) request_.units.insert(unit);
        if (arguments_.has("--show")) {
            request_.keep.clear();
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
                usage(
                    {fmt::format("-o {}: không rõ dạng tệp theo đuôi tên", output),
                     fmt::format("-o {}: the name's ending says no known format", output)},
                    {"thêm --format, hoặc dùng đuôi .json, .csv, .txt", "add --format, or end the name in .json, .csv, .txt"});
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
        request_.keep.insert(found->second.begin(), found->second.end());
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
        if (format_ && format_->name == "json" && outputs_.empty())
            std::fputs(problems_json(problems, language_).c_str(), stdout);
        print_diagnostics(problems, arguments_);
        std::fprintf(stderr, "%s\n",
                     language_ == Language::vi
                         ? fmt::format("Dừng: {} lỗi trong dữ liệu đầu vào; chưa kết luận gì.", problems.errors()).c_str()
                         : fmt::format("Stopped: {} problem{} in the input; nothing was concluded.", problems.errors(),
                                       problems.errors() == 1 ? "" : "s")
                               .c_str());
        return exit_input;
    }

    int write(const CheckResult& result) {
        Report report{&result, HOAGIAI_VERSION, language_, false};
        for (const std::string& output : outputs_) {
            const OutputFormat* format = format_ ? format_ : output_format_for(output);
            Diagnostics problems;
            if (!write_file(output, format->write(report), problems)) return refuse(problems);
        }
        if (outputs_.empty()) {
            const OutputFormat* format = format_ ? format_ : find_output_format("text");
            report.colour = format->name == "text" && wants_colour(1);
            const std::string text = format->write(report);
            if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) return exit_input;
        }
        return something_to_report(result) ? exit_findings : exit_nothing;
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
    CheckRequest request_;
    Diagnostics said_;
    FailOn fail_on_;
    std::vector<std::string> outputs_;
    const OutputFormat* format_ = nullptr;
};

int run(const Arguments& arguments) { return CheckCommand(arguments).run(); }

}  // namespace

extern const Command command_check;
const Command command_check = {
    "check",
    {"Kiểm tra hồ sơ theo các bộ quy tắc", "Check records against rulebooks"},
    {{"RECORDS", {"Thư mục các tệp CSV, hoặc một tệp YAML", "A folder of CSV files, or a YAML file"}, "RECORDS", false, true},
     {"--rules",
      {"Bộ quy tắc: tệp hoặc thư mục (dùng được nhiều lần)", "A rulebook: a file or a folder (repeatable)"},
      "PATH",
      true,
      true},
     {"--as-of",
      {"Ngày xét; mặc định là ngày cuối kỳ, hoặc hôm nay", "The day of the check; by default the period's last, or today"},
      "DATE"},
     {"--period",
      {"Kỳ kiểm tra: 2023, 2023-H1, 2023-Q2, 2023-05, NGÀY..NGÀY", "The period: 2023, 2023-H1, 2023-Q2, 2023-05, DATE..DATE"},
      "PERIOD"},
     {"--unit",
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
     {"--format", {"Dạng kết quả: text, json, csv", "Output format: text, json, csv"}, "FORMAT"},
     {"-o,--output",
      {"Ghi vào tệp (dùng được nhiều lần); dạng theo đuôi tên", "Write into a file (repeatable); its ending says the format"},
      "FILE",
      true},
     {"-q,--quiet", {"Không hiện ghi chú", "No notes"}},
     {"-v,--verbose", {"Ghi nhật ký từng bước", "Log each step"}}},
    run};

}  // namespace hoagiai
