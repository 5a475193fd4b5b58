// Rule files in, checked rulebooks out: from files or folders as people name them.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "engine/checking/checked.h"

namespace hoagiai {

/// One YAML file of rules/, whatever it is.
struct RuleFile {
    SourcePtr source;
    std::shared_ptr<const YamlNode> root;  ///< null if it is no YAML
    FileKind kind = FileKind::other;
};

struct RuleFiles {
    std::vector<RuleFile> files;  ///< by path, each once
    bool unreadable = false;      ///< a path could not be read at all
};

/// Files are taken as they are; of folders every .yaml and .yml below, in the order of their paths.
RuleFiles find_rule_files(const std::vector<std::string>& paths, Diagnostics& diagnostics);

class ParameterSettler;
/// Reads and checks one rulebook with all that it extends; null if it is none or has errors. `settler`: values in the place of
/// the books' own.
std::shared_ptr<const CheckedRulebook> load_rulebook(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                                     Diagnostics& diagnostics, ParameterSettler* settler = nullptr);

/// Reports a path in a rule file behind which there is no file, with those that are near.
void report_no_book(const DiagnosticKind& kind, const Text& written, const std::filesystem::path& path,
                    Diagnostics& diagnostics);

/// All rulebooks among the files and all that they extend, each before those that extend it. A draft runs only where it is
/// named itself, not where its folder is.
std::vector<std::shared_ptr<const CheckedRulebook>> load_rulebooks(const std::vector<std::string>& paths,
                                                                   const std::shared_ptr<const Schema>& schema,
                                                                   Diagnostics& diagnostics);

}  // namespace hoagiai
