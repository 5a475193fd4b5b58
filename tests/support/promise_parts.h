// What the promises are held by, piece by piece: which shapes of a rule are promised exactness, which cells can change what the
// fillings give, and whether a status says what they say.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/evaluation/judge.h"
#include "tests/support/plain_evaluator.h"
#include "tests/support/random_case.h"

namespace hoagiai::support {

/// For which unknown is promised only where two fillings differ, each hole being mentioned once.
bool promised_exact(const plain::Tree& tree);
bool asks_equality(const plain::Tree& tree);
/// An `if` between two amounts leaves a gap between them: there a cell too many may be named.
bool compares_choice(const plain::Tree& tree);
/// A share that may lack an answer below another function: there a cell too many may be named.
bool share_below_function(const plain::Tree& tree);
/// The cells that alone can change what a filling gives.
std::set<MissingCell> relevant_cells(const std::vector<plain::Filling>& fillings, const plain::World& world);
std::string text_of(const Schema& schema, const SmallRecords& records, const MissingCell& cell);
std::string text_of(const std::set<plain::Answer>& answers);
bool holds(Status status, const std::set<plain::Answer>& answers);
bool one_answer(const std::set<plain::Answer>& answers);

}  // namespace hoagiai::support
