#include "cli/check_input.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

#include "cli/shipped_rules.h"
#include "engine/checking/load_profile.h"
#include "engine/records/load_watched.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

Day today() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const std::tm local = fmt::localtime(now);
    return day_from(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(0);
}

std::string shipped_names() {
    std::vector<std::string> names;
    for (const ShippedProfile& profile : shipped_profiles()) names.push_back(profile.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

class InputReader {
public:
    InputReader(const Arguments& arguments, Diagnostics& diagnostics, const Progress& progress, ReadOptions options)
        : arguments_(arguments), diagnostics_(diagnostics), progress_(progress), options_(options) {}

    CheckInput read(bool with_records) {
        read_rules();
        read_dates();
        if (input_.request.books.empty() && !diagnostics_.has_errors())
            usage({"không có bộ quy tắc nào để kiểm tra", "there is no rulebook to check against"});
        spdlog::info("{} rulebooks", input_.request.books.size());
        if (!with_records) return std::move(input_);
        input_.records =
            load_records_watched(arguments_.one("RECORDS"), builtin_schema(),
                                 arguments_.has("--lenient") ? Strictness::lenient : Strictness::strict, progress_, options_);
        if (!incomplete_.empty()) resolve(input_.records->dataset, incomplete_);
        diagnostics_.append(input_.records->diagnostics);
        spdlog::info("records read");
        return std::move(input_);
    }

private:
    void usage(Words what, Words help = {}) { diagnostics_.add(bad_option_value, {}, std::move(what), std::move(help)); }

    void read_rules() {
        const bool by_profile = arguments_.has("--profile"), by_rules = arguments_.has("--rules");
        if (by_profile && by_rules)
            return usage({"--profile và --rules không dùng cùng nhau", "--profile and --rules do not go together"},
                         {"một cấu hình đã ghi sẵn các bộ quy tắc; bỏ một trong hai",
                          "a profile names its rulebooks; leave one of the two out"});
        if (!by_profile && !by_rules) {
            const std::string names = shipped_names();
            return usage({"chưa cho biết kiểm tra theo quy tắc nào", "no rules to check by were named"},
                         {"thêm --profile TÊN (có sẵn: " + names + ") hoặc --rules TỆP",
                          "add --profile NAME (shipped: " + names + ") or --rules FILE"});
        }
        if (by_rules)
            input_.request.books = load_rulebooks(arguments_.all("--rules"), builtin_schema(), diagnostics_);
        else
            read_profile_option(arguments_.one("--profile"));
    }

    /// By path, or by the name of a shipped one.
    void read_profile_option(const std::string& given) {
        std::string path = given;
        std::error_code ignored;
        if (!std::filesystem::exists(given, ignored)) {
            std::vector<std::string> names;
            path.clear();
            for (const ShippedProfile& shipped : shipped_profiles()) {
                names.push_back(shipped.name);
                if (shipped.name == given) path = shipped.path.string();
            }
            if (path.empty())
                return usage(
                    {fmt::format("--profile {}: không có tệp này và cũng không có cấu hình có sẵn nào tên như vậy",
                                 visible(given)),
                     fmt::format("--profile {}: there is no such file, and no shipped profile of that name", visible(given))},
                    names.empty() ? Words{"viết đường dẫn của tệp cấu hình", "write the path of a profile file"}
                                  : did_you_mean(given, names));
        }
        if (std::filesystem::is_directory(path, ignored))
            return usage({fmt::format("--profile {}: đây là một thư mục", visible(path)),
                          fmt::format("--profile {}: this is a folder", visible(path))},
                         {"viết đường dẫn của tệp cấu hình (.yaml)", "write the path of a profile file (.yaml)"});
        for (const RuleFile& file : find_rule_files({path}, diagnostics_).files)
            if (auto loaded = load_profile(file, builtin_schema(), diagnostics_)) {
                input_.request.profile = loaded->profile;
                input_.request.books = std::move(loaded->books);
                input_.request.period = loaded->profile->period;
                incomplete_ = std::move(loaded->incomplete);
            }
    }

    void read_dates() {
        CheckRequest& request = input_.request;
        if (const std::string period = arguments_.one("--period"); !period.empty()) {
            request.period = parse_period(period);
            if (!request.period)
                usage({fmt::format("--period {}: không phải là kỳ", period),
                       fmt::format("--period {}: this is no period", period)},
                      {"viết 2023, 2023-H1, 2023-Q2, 2023-05 hoặc 2023-01-01..2023-03-31",
                       "write 2023, 2023-H1, 2023-Q2, 2023-05 or 2023-01-01..2023-03-31"});
        }
        const std::optional<Day> of_profile = request.profile ? request.profile->as_of : std::nullopt;
        request.as_of = of_profile ? *of_profile : request.period ? request.period->last : today();
        if (const std::string as_of = arguments_.one("--as-of"); !as_of.empty()) {
            const auto day = parse_iso_date(as_of);
            if (!day)
                usage({fmt::format("--as-of {}: không phải là một ngày có thật", as_of),
                       fmt::format("--as-of {}: there is no such day", as_of)},
                      {"viết năm-tháng-ngày, ví dụ 2023-12-31", "write year-month-day, such as 2023-12-31"});
            request.as_of = day.value_or(0);
        }
    }

    const Arguments& arguments_;
    Diagnostics& diagnostics_;
    const Progress& progress_;
    ReadOptions options_;
    CheckInput input_;
    std::vector<EntityId> incomplete_;
};

}  // namespace

namespace {

/// A function: the tables of commands are made before main, in any order.
std::vector<OptionSpec> which_rules() {
    return {{"--profile",
             {"Cấu hình kiểm tra: tên cấu hình có sẵn hoặc đường dẫn", "A profile: the name of a shipped one, or a path"},
             "NAME"},
            {"--rules",
             {"Bộ quy tắc: tệp hoặc thư mục (dùng được nhiều lần)", "A rulebook: a file or a folder (repeatable)"},
             "PATH",
             true},
            {"--as-of",
             {"Ngày xét; mặc định theo cấu hình, hoặc ngày cuối kỳ, hoặc hôm nay",
              "The day of the check; by default the profile's, the period's last, or today"},
             "DATE"}};
}

std::vector<OptionSpec> joined(std::initializer_list<std::vector<OptionSpec>> lists) {
    std::vector<OptionSpec> all;
    for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
    return all;
}

}  // namespace

std::vector<OptionSpec> with_rule_options(std::vector<OptionSpec> own) { return joined({which_rules(), own}); }

std::vector<OptionSpec> with_input_options(std::vector<OptionSpec> own) {
    const OptionSpec records = {"RECORDS",
                                {"Thư mục các tệp CSV, bảng tính .xlsx hay .ods, hoặc tệp YAML hay JSON",
                                 "A folder of CSV files, a workbook (.xlsx, .ods), or a YAML or JSON file"},
                                "RECORDS",
                                false,
                                true};
    const OptionSpec period = {
        "--period",
        {"Kỳ kiểm tra: 2023, 2023-H1, 2023-Q2, 2023-05, NGÀY..NGÀY", "The period: 2023, 2023-H1, 2023-Q2, 2023-05, DATE..DATE"},
        "PERIOD"};
    const OptionSpec lenient = {
        "--lenient",
        {"Đọc nới lỏng: ô không đọc được coi là chưa rõ, dòng không xếp được thì để riêng; đều nêu rõ trong kết quả",
         "Read leniently: an unreadable cell is not known, a row that cannot be placed is set apart; every report says so"}};
    return joined({{records}, which_rules(), {period, lenient}, own});
}

CheckInput read_check_input(const Arguments& arguments, Diagnostics& diagnostics, const Progress& progress,
                            ReadOptions options) {
    return InputReader(arguments, diagnostics, progress, options).read(true);
}

CheckInput read_rule_input(const Arguments& arguments, Diagnostics& diagnostics) {
    return InputReader(arguments, diagnostics, {}, {}).read(false);
}

bool lenient_would_go_on(const CheckInput& input, const Diagnostics& problems) {
    return input.records && problems.errors() > 0 && input.records->problems.errors() == problems.errors();
}

int refuse_input(Diagnostics& problems, const Arguments& arguments, bool lenient_would_go_on) {
    problems.sort();
    print_diagnostics(problems, arguments);
    std::fprintf(stderr, "%s\n",
                 arguments.language == Language::vi
                     ? fmt::format("Dừng: {} lỗi trong dữ liệu đầu vào; chưa kết luận gì.", problems.errors()).c_str()
                     : fmt::format("Stopped: {} problem{} in the input; nothing was concluded.", problems.errors(),
                                   problems.errors() == 1 ? "" : "s")
                           .c_str());
    if (lenient_would_go_on)
        std::fprintf(
            stderr, "%s\n",
            arguments.language == Language::vi
                ? "Thêm --lenient để vẫn kiểm tra: các ô này được coi là chưa rõ, các dòng không xếp được thì để riêng và "
                  "nêu trong kết quả."
                : "With --lenient the check goes on: these cells are taken as not known, rows that cannot be placed are "
                  "set apart, and every report says so.");
    return exit_input;
}

}  // namespace hoagiai
