// Which language a rule file is written in, told by the words of its expressions and not by its texts, which are in both:
// whoever writes `mà` and `đếm` reads Vietnamese messages best.
#pragma once

#include <map>
#include <string>

#include "engine/text/diagnostic.h"
#include "engine/text/yaml.h"

namespace hoagiai {

/// Whether most keywords and function words of the file's expressions (under when, require, choose, rank_by, limit and
/// definitions) are in the Vietnamese spelling.
bool writes_vietnamese(const YamlNode& root);

/// The language of each diagnostic: the one that was asked for, or else that of the rule file, or else the program's.
class DiagnosticLanguages {
public:
    /// `asked`: nothing but `language`, whatever the files are.
    DiagnosticLanguages(Language language, bool asked) : language_(language), asked_(asked) {}
    Language of(const Diagnostic& diagnostic);

private:
    Language language_;
    bool asked_;
    std::map<std::string, bool> vietnamese_;  ///< the files seen so far
};

}  // namespace hoagiai
