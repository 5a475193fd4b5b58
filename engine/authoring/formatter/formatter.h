// hoagiai fmt: lays out the expressions of a rule file, or turns them into the other spelling, by edits of its text. What is no
// expression keeps every byte, but for blanks at the ends of lines and the end of the file.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/checking/load_rules.h"
#include "engine/language/parser.h"

namespace hoagiai {

/// The whole text of the file, laid out. Empty with diagnostics if it cannot be read, or if (a bug) the result would mean
/// something else.
std::optional<std::string> laid_out(const RuleFile& file, Diagnostics& diagnostics);

/// The whole text with the language's words, and the names and choices of the schema, in one spelling. The book's own names
/// stay, and so does the layout. Only a book without errors has a meaning that can be kept.
std::optional<std::string> respelled(const RuleFile& file, Spelling spelling, const std::shared_ptr<const Schema>& schema,
                                     Diagnostics& diagnostics);

}  // namespace hoagiai
