// hoagiai rules: what holds on a day when all layers are put together, before any record is looked at.
#include <fmt/format.h>

#include <cstdio>

#include "cli/check_input.h"
#include "engine/output/rule_list/rule_list.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

int run(const Arguments& arguments) {
    const Language language = arguments.language;
    const std::string format = arguments.one("--format", "text");
    if (format != "text" && format != "json")
        return refuse_usage(bad_option_value, {"--format " + visible(format), "--format " + visible(format)},
                            {"viết text hoặc json", "write text or json"}, language);
    Diagnostics said;
    const CheckInput input = read_rule_input(arguments, said);
    if (said.has_errors()) return refuse_input(said, arguments);
    said.sort();
    print_diagnostics(said, arguments);
    const RuleList list = list_rules(input.request);
    const bool needs = arguments.has("--needs");
    const std::string text =
        format == "json" ? rule_list_json(list, needs) : rule_list_text(list, language, needs, wants_colour(1));
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? exit_nothing : exit_input;
}

}  // namespace

extern const Command command_rules;
const Command command_rules = {
    "rules",
    {"Liệt kê các quy tắc và tham số áp dụng vào một ngày, và nguồn của chúng",
     "List the rules and parameters that hold on a day, and where they come from"},
    with_rule_options(
        {{"--needs", {"Cho biết mỗi quy tắc đọc những cột nào của hồ sơ", "Say which columns of the records each rule reads"}},
         {"--format", {"Dạng kết quả: text, json", "Output format: text, json"}, "FORMAT"}}),
    run};

}  // namespace hoagiai
