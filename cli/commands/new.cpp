// hoagiai new THING: makes something to start from. What can be made stands in one table.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "cli/command.h"
#include "engine/authoring/record_template/record_template.h"
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

/// Records come in other forms too, but templates are written in these two only.
bool is_another_form(const std::filesystem::path& path) {
    static constexpr std::string_view others[] = {".csv", ".ods", ".xls", ".xlsb", ".xlsm", ".json", ".yaml", ".yml"};
    return std::find(std::begin(others), std::end(others), fold(path.extension().string())) != std::end(others);
}

std::string plurals(const std::vector<EntityId>& entities, const Schema& schema) {
    std::vector<std::string> names;
    for (const EntityId entity : entities) names.push_back(schema[entity].plural);
    return fmt::format("{}", fmt::join(names, ", "));
}

int new_records(const Arguments& arguments) {
    const std::string target = arguments.one("-o");
    if (is_another_form(target))
        return refuse_usage(bad_option_value, {"-o " + visible(target), "-o " + visible(target)},
                            {"đặt tên tệp .xlsx, hoặc tên một thư mục mới nếu cần các tệp CSV",
                             "name an .xlsx file, or a new folder for CSV files"},
                            arguments.language);
    const auto schema = builtin_schema();
    Diagnostics diagnostics;
    TemplateRequest request;
    request.language = arguments.language;
    const auto chosen = read_table_choice(*schema, arguments.all("--entities"), diagnostics);
    std::vector<TemplateTable> tables;
    if (chosen) {
        request.entities = *chosen;
        tables = write_record_template(request, target, *schema, diagnostics);
    }
    print_diagnostics(diagnostics, arguments);
    if (tables.empty()) return exit_input;
    std::size_t width = 0;
    for (const TemplateTable& table : tables) width = std::max(width, display_width(table.name));
    std::string text;
    for (const TemplateTable& table : tables)
        text += fmt::format("{}{} {:>4} {}\n", table.name, std::string(width - display_width(table.name), ' '), table.columns,
                            say({"cột", "columns"}, arguments.language));
    if (const auto needed = tables_still_needed(request, *schema); !needed.empty()) {
        const std::string list = plurals(needed, *schema);
        text += say({fmt::format("Khi kiểm tra cần có thêm: {}, vì các bảng trên dẫn đến đó.\n", list),
                     fmt::format("A check needs these too, since rows lead to them: {}.\n", list)},
                    arguments.language);
    }
    text += say({"Dòng ví dụ trong mỗi bảng là giả định; khi kiểm tra sẽ được bỏ qua.\n",
                 "The example row in each table is invented; a check passes over it.\n"},
                arguments.language);
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? exit_nothing : exit_input;
}

struct Thing {
    std::string_view name;
    int (*make)(const Arguments& arguments);
    std::vector<std::string_view> options;  ///< its own; those of the others are refused
};

const Thing things[] = {
    {"records", new_records, {"--entities"}},
    {"sample", new_sample, {"--communes", "--seed", "--year", "--defects"}},
};

bool has_foreign_option(const Thing& thing, const Arguments& arguments) {
    for (const Thing& other : things)
        for (const std::string_view option : other.options) {
            if (other.name == thing.name || !arguments.has(option)) continue;
            refuse_usage(
                unknown_argument,
                {fmt::format("{} không dùng cho {}", option, thing.name), fmt::format("{} is not for {}", option, thing.name)},
                {fmt::format("{} dùng cho {}", option, other.name), fmt::format("{} is for {}", option, other.name)},
                arguments.language);
            return true;
        }
    return false;
}

int run(const Arguments& arguments) {
    const std::string wanted = arguments.one("THING");
    std::vector<std::string> names;
    for (const Thing& thing : things) {
        if (thing.name == wanted) return has_foreign_option(thing, arguments) ? exit_input : thing.make(arguments);
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
    {"Tạo mẫu hồ sơ để điền, hoặc hồ sơ giả định để làm thử", "Make a template of records, or invented records to try"},
    {{"THING",
      {"Thứ cần tạo: records (mẫu hồ sơ để điền) hoặc sample (bộ hồ sơ giả định)",
       "What to make: records (a template to fill in) or sample (invented records)"},
      "THING",
      false,
      true},
     {"--entities",
      {"records: các bảng trong mẫu, cách nhau bằng dấu phẩy; mặc định mọi bảng",
       "records: the tables of the template, with commas between them; all without it"},
      "LIST",
      true},
     {"--communes", {"sample: số xã; mặc định 10", "sample: how many communes; 10 without it"}, "N"},
     {"--seed",
      {"sample: mầm ngẫu nhiên, cùng mầm thì cùng hồ sơ; mặc định 1",
       "sample: the seed of chance, same seed, same bytes; 1 without it"},
      "S"},
     {"--year", {"sample: năm của hồ sơ; mặc định 2026", "sample: the year of the records; 2026 without it"}, "YEAR"},
     {"--defects",
      {"sample: cài lỗi vào hồ sơ và liệt kê trong defects.csv", "sample: put defects in, and list them in defects.csv"}},
     {"-o",
      {"Tệp .xlsx (records), hoặc thư mục mới hay rỗng để ghi CSV",
       "An .xlsx file (records), or a new or empty folder for CSV files"},
      "PATH",
      false,
      true}},
    run};

}  // namespace hoagiai
