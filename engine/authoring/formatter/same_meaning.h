// The proof behind every change of a rule file: read again, it says the same.
#pragma once

#include "engine/authoring/formatter/windows.h"
#include "engine/checking/checked.h"

namespace hoagiai {

/// Whether two files differ in nothing but their expressions (and, in rulebooks, the names of entities): every other key and
/// value is the same, and so is each message around its expressions.
bool same_around(const YamlNode& one, const YamlNode& other, const Rulebook* one_book, const Rulebook* other_book);
/// Whether all expressions are the same trees, word by word.
bool same_trees(const Ast& one, const Ast& other);
/// Whether all expressions are the same trees of names that mean the same.
bool same_meanings(const CheckedRulebook& one, const CheckedRulebook& other);

}  // namespace hoagiai
