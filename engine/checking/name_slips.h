// Words that mean nothing where they stand, but have a reason that can be told: `có` for true, a field of the rows below, a
// table two steps down, the unit's own name in front of its field, a choice in quotation marks.
#pragma once

#include "engine/schema/schema.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

/// What to write instead of a word that begins a path in a rule for `entity`; empty words if there is no such reason.
Words name_slip(const Schema& schema, EntityId entity, const std::string& word);

/// Of names, those that hold the word between `_`, or that the word holds (`huyện` for `huyện_quận`); at most three, the
/// shortest first.
std::vector<std::string> names_around(const std::string& word, const std::vector<std::string>& names);

/// The way out for an addressee that is none: by its title, or with the title beside each word, since the words are English.
Words addressee_help(const Schema& schema, const std::string& word, const std::vector<std::string>& names);

/// How a text in quotation marks beside a choice is written.
Words quoted_choice(const ChoiceSet& choices, const std::string& text);

}  // namespace hoagiai
