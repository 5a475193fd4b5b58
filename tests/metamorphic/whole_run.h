// A whole run, from records and rulebooks to the JSON report, in a form that two runs can be compared in.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "engine/checking/load_profile.h"
#include "engine/findings/finding.h"
#include "tests/metamorphic/sheets.h"

namespace hoagiai::metamorphic {

using Json = nlohmann::ordered_json;

struct Rules {
    std::string name;
    std::shared_ptr<const Profile> profile;
    std::vector<std::shared_ptr<const CheckedRulebook>> books;
};
/// The shipped profile of Bạc Liêu and all shipped rulebooks without a profile.
const std::vector<Rules>& shipped_rules();
/// All shipped rulebooks and plain_rules.yaml.
const Rules& all_rules();
/// A rulebook as text under the name of a file.
std::shared_ptr<const CheckedRulebook> rulebook(const std::string& file, const std::string& text);

struct WholeRun {
    std::shared_ptr<Records> records;
    CheckResult result;
};
/// As of the last day of 2023, for 2023; every status is kept.
WholeRun run(const Rules& rules, const Sheets& sheets, std::set<std::string> units = {});

/// One judgement: book, rule, entity, id.
using Judgement = std::tuple<std::size_t, std::size_t, EntityId, std::string>;
std::map<Judgement, Status> statuses(const WholeRun& run);
std::string name_of(const WholeRun& run, const Judgement& judgement);

/// The JSON report without the hashes and sizes of files.
Json report(const WholeRun& run);
/// Fails and shows the first differences.
void check_same(const Json& before, const Json& after);

}  // namespace hoagiai::metamorphic
