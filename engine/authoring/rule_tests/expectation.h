// What a case expects of one unit under one rule: its status, and where the author cares, the cells that are missing, how far
// it is from the target, and pieces of what is said. `t: pass` is short for `t: {status: pass}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/findings/message.h"
#include "engine/text/yaml.h"

namespace hoagiai {

inline constexpr DiagnosticKind bad_expectation{"B101", "bad-expectation"};

struct Expectation {
    Place place;
    std::string status;                               ///< also not_in_force
    std::optional<std::vector<std::string>> missing;  ///< cells as cell_text gives them, in order; exactly these
    Place missing_place;
    std::optional<std::vector<std::int64_t>> gaps;  ///< short_by of each
    Place gaps_place;
    std::vector<Text> says;  ///< each is part of the sentence in one of the languages
};

/// Empty if it cannot be used; everything that is wrong with it is reported.
std::optional<Expectation> read_expectation(const YamlNode& node, const Schema& schema, Diagnostics& diagnostics);

/// The same where the status is said elsewhere: `missing` and `says` only.
std::optional<Expectation> read_details(const YamlNode& node, const Schema& schema, Diagnostics& diagnostics);

/// A cell as tests write it: "team t1 size"; a column "team size", a table "team", a silent roster "team of commune c1".
std::string cell_text(const MissingText& cell);

/// What did not come true.
struct Difference {
    Place place;
    std::string of;  ///< status, missing, gap, says
    std::string expected, actual;
};
/// Beside the status: what a finding of the expected status says otherwise than it should.
std::vector<Difference> compare(const Expectation& expected, const FindingText& actual);

}  // namespace hoagiai
