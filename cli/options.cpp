// The command line: the only file that sees CLI11. Commands describe their options in tables of our own.
#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// --lang is needed before everything else, since help and errors speak it. An en… locale gives English, any other Vietnamese.
Language language_of(int argc, char** argv) {
    std::string chosen;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--lang") == 0 && i + 1 < argc) chosen = argv[i + 1];
        if (std::strncmp(argv[i], "--lang=", 7) == 0) chosen = argv[i] + 7;
    }
    if (chosen.empty())
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
            if (const char* value = std::getenv(name); value && *value && chosen.empty()) chosen = value;
    return chosen.rfind("en", 0) == 0 ? Language::en : Language::vi;
}

}  // namespace

int run_command_line(int argc, char** argv) {
    const Language language = language_of(argc, argv);
    const bool vietnamese = language == Language::vi;
    CLI::App app(vietnamese ? "hoagiai: kiểm tra hồ sơ hòa giải ở cơ sở theo quy định của pháp luật"
                            : "hoagiai: checks records of grassroots mediation against the law",
                 "hoagiai");
    app.require_subcommand(1);
    app.set_help_flag("-h,--help", vietnamese ? "Hướng dẫn" : "Help");

    struct Parsed {
        const Command* command;
        CLI::App* app;
        std::map<std::string, std::vector<std::string>> lists;
        std::map<std::string, bool> flags;
    };
    std::vector<std::unique_ptr<Parsed>> all;
    std::string given_language;
    for (const Command* command : all_commands()) {
        auto parsed = std::make_unique<Parsed>();
        parsed->command = command;
        parsed->app = app.add_subcommand(std::string(command->name), say(command->summary, language));
        parsed->app->set_help_flag("-h,--help", vietnamese ? "Hướng dẫn" : "Help");
        parsed->app->add_option("--lang", given_language, vietnamese ? "Ngôn ngữ: vi hoặc en" : "Language: vi or en")
            ->type_name("vi|en");
        for (const OptionSpec& option : command->options) {
            const std::string name(option.name),
                key = name.substr(name.find_last_of(',') == std::string::npos ? 0 : name.find_last_of(',') + 1);
            if (option.value.empty() && name.front() == '-') {
                parsed->app->add_flag(name, parsed->flags[key], say(option.help, language));
                continue;
            }
            CLI::Option* made = parsed->app->add_option(name, parsed->lists[key], say(option.help, language));
            made->type_name(name.front() == '-' ? std::string(option.value) : std::string());
            if (!option.repeatable) made->expected(1);
            // What stands behind an option and its value is an argument of its own: `--keywords vi RULES`.
            if (name.front() == '-') made->allow_extra_args(false);
            if (option.repeatable && name.front() == '-')
                made->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        }
        all.push_back(std::move(parsed));
    }
    const auto refuse = [&](Words what, Words help) {
        return refuse_usage(unknown_argument, std::move(what), std::move(help), language);
    };
    if (argc > 1 && argv[1][0] != '-') {
        std::vector<std::string> names;
        for (const Command* command : all_commands()) names.emplace_back(command->name);
        if (std::find(names.begin(), names.end(), argv[1]) == names.end())
            return refuse({"không có lệnh " + visible(argv[1]), "there is no command " + visible(argv[1])},
                          did_you_mean(argv[1], names));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return when_printed(app.exit(help), language);
    } catch (const CLI::ParseError& error) {
        return refuse({error.what(), error.what()}, {"xem hoagiai LỆNH --help", "see hoagiai COMMAND --help"});
    }
    for (const auto& parsed : all) {
        if (!parsed->app->parsed()) continue;
        if (!given_language.empty() && given_language != "vi" && given_language != "en")
            return refuse_usage(bad_option_value, {"--lang " + visible(given_language), "--lang " + visible(given_language)},
                                {"viết vi hoặc en", "write vi or en"}, language);
        std::string missing;
        for (const OptionSpec& option : parsed->command->options)
            if (option.required && parsed->lists[std::string(option.name)].empty())
                missing += (missing.empty() ? "" : ", ") + std::string(option.name);
        if (!missing.empty())
            return refuse({"còn thiếu " + missing, "missing: " + missing},
                          {fmt::format("xem hoagiai {} --help", parsed->command->name),
                           fmt::format("see hoagiai {} --help", parsed->command->name)});
        Arguments arguments;
        arguments.language = language;
        arguments.language_asked = !given_language.empty();
        for (const auto& [name, values] : parsed->lists)
            if (!values.empty()) arguments.values[name] = values;
        for (const auto& [name, given] : parsed->flags)
            if (given) arguments.values[name] = {"true"};
        arguments.quiet = arguments.has("--quiet");
        arguments.verbose = arguments.has("--verbose");
        return when_printed(parsed->command->run(arguments), language);
    }
    return exit_input;
}

}  // namespace hoagiai
