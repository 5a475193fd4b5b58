// hoagiai new THING: makes something to start from. What can be made stands in one table.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>

#include "cli/command.h"
#include "engine/authoring/sample/sample.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// A whole number between two bounds; false once it has been refused.
template <typename Number>
bool whole_number(const Arguments& arguments, std::string_view option, Number least, Number most, Number& number) {
    if (!arguments.has(option)) return true;
    const std::string text = arguments.one(option);
    Number read{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (problem == std::errc() && end == text.data() + text.size() && read >= least && read <= most) {
        number = read;
        return true;
    }
    const std::string said = fmt::format("{} {}", option, visible(text));
    refuse_usage(bad_option_value, {said, said},
                 {fmt::format("viết một số nguyên từ {} đến {}", least, most),
                  fmt::format("write a whole number from {} to {}", least, most)},
                 arguments.language);
    return false;
}

int new_sample(const Arguments& arguments) {
    SampleRequest request;
    request.language = arguments.language;
    request.defects = arguments.has("--defects");
    if (!whole_number(arguments, "--communes", 0, most_sample_communes, request.communes) ||
        !whole_number<std::uint64_t>(arguments, "--seed", 0, UINT64_MAX, request.seed) ||
        !whole_number(arguments, "--year", first_sample_year, last_sample_year, request.year))
        return exit_input;
    const std::string folder = arguments.one("-o");
    Diagnostics diagnostics;
    const auto files = write_sample(request, folder, *builtin_schema(), diagnostics);
    print_diagnostics(diagnostics, arguments);
    if (files.empty()) return exit_input;
    std::string text;
    for (const SampleFile& file : files) text += fmt::format("{:<16}{:>10}\n", file.name, file.rows);
    text += say({"Toàn bộ là số liệu giả định; xem README.md trong thư mục.\n",
                 "All of it is invented; see README.md in the folder.\n"},
                arguments.language);
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    return written ? exit_nothing : exit_input;
}

struct Thing {
    std::string_view name;
    int (*make)(const Arguments& arguments);
};

constexpr Thing things[] = {
    {"sample", new_sample},
};

int run(const Arguments& arguments) {
    const std::string wanted = arguments.one("THING");
    std::vector<std::string> names;
    for (const Thing& thing : things) {
        if (thing.name == wanted) return thing.make(arguments);
        names.emplace_back(thing.name);
    }
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    return refuse_usage(unknown_argument, {"không tạo được " + visible(wanted), "cannot make " + visible(wanted)},
                        {"những thứ tạo được: " + list, "what can be made: " + list}, arguments.language);
}

}  // namespace

extern const Command command_new;
const Command command_new = {
    "new",
    {"Tạo hồ sơ giả định để làm thử", "Make invented records to try things on"},
    {{"THING", {"Thứ cần tạo: sample (bộ hồ sơ giả định)", "What to make: sample (invented records)"}, "THING", false, true},
     {"--communes", {"Số xã; mặc định 10", "How many communes; 10 without it"}, "N"},
     {"--seed",
      {"Mầm ngẫu nhiên: cùng mầm thì cùng hồ sơ; mặc định 1", "The seed of chance: same seed, same bytes; 1 without it"},
      "S"},
     {"--year", {"Năm của hồ sơ; mặc định 2026", "The year of the records; 2026 without it"}, "YEAR"},
     {"--defects", {"Cài lỗi vào hồ sơ và liệt kê trong defects.csv", "Put defects in, and list them in defects.csv"}},
     {"-o", {"Thư mục mới hoặc rỗng để ghi", "A new or empty folder to write"}, "FOLDER", false, true}},
    run};

}  // namespace hoagiai
