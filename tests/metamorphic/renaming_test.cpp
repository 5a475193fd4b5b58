// Ids are names and nothing else: other names give the same findings under the new names. Where something stands in the order
// of ids (findings, the rows of an evidence), names of the same order give the same report to the letter.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/metamorphic/random_sheets.h"
#include "tests/metamorphic/whole_run.h"

using namespace hoagiai;
using namespace hoagiai::metamorphic;

namespace {

/// New names that occur nowhere else, and the way back. They begin with z: as the random ids do, they stand behind the names of
/// districts and provinces, which are no ids and stay.
class Names {
public:
    enum class Order { same, reversed };
    Names(const Sheets& sheets, Order order) : old_(names_of_units(sheets)), order_(order) {}

    std::string of(const std::string& id) const {
        const auto rank = static_cast<std::size_t>(std::lower_bound(old_.begin(), old_.end(), id) - old_.begin());
        return fmt::format("zQ{:05}Z", order_ == Order::same ? rank : old_.size() - 1 - rank);
    }
    /// A report with the old names in the place of the new ones.
    Json back(const Json& report) const {
        const std::string text = report.dump();
        std::string result;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text.compare(at, 2, "zQ") != 0) {
                result += text[at];
                continue;
            }
            const std::size_t rank = std::stoul(text.substr(at + 2, 5));
            result += old_[order_ == Order::same ? rank : old_.size() - 1 - rank];
            at += 7;
        }
        return Json::parse(result);
    }

private:
    std::vector<std::string> old_;
    Order order_;
};

/// A fingerprint is made of ids.
Json without_fingerprints(Json report) {
    for (Json& finding : report["findings"]) finding.erase("fingerprint");
    for (Json& selected : report["selections"]) selected.erase("fingerprint");
    return report;
}

void sort(Json& list) {
    std::sort(list.begin(), list.end(), [](const Json& a, const Json& b) { return a.dump() < b.dump(); });
}

/// What does not stand in the order of ids: lists are sorted, cut ones and a sentence that names the first few cells left out.
Json without_order(Json report) {
    for (Json& finding : report["findings"]) {
        if (finding["status"] == "unknown") finding.erase("message");
        if (finding.contains("more_missing")) finding.erase("missing");
        if (finding.contains("missing")) sort(finding["missing"]);
        for (Json& evidence : finding["evidence"]) {
            if (evidence.contains("more_rows")) evidence.erase("rows");
            if (evidence.contains("rows")) sort(evidence["rows"]);
        }
        if (finding.contains("readings"))
            for (Json& reading : finding["readings"]) sort(reading["values"]);
    }
    sort(report["findings"]);
    // Of units that are equal the ids decide who is chosen.
    report.erase("selections");
    report["summary"].erase("selections");
    return report;
}

void compare(const Rules& rules, const Sheets& sheets) {
    INFO(rules.name);
    const Json before = without_fingerprints(report(run(rules, sheets)));
    const auto renamed_by = [&](const Names& names) {
        const Sheets other = renamed(sheets, [&](const std::string& id) { return names.of(id); });
        return names.back(without_fingerprints(report(run(rules, other))));
    };
    check_same(before, renamed_by(Names(sheets, Names::Order::same)));
    check_same(without_order(before), without_order(renamed_by(Names(sheets, Names::Order::reversed))));
}

}  // namespace

TEST_CASE("other ids give the same findings under the new ids", "[metamorphic]") {
    for (const Rules& rules : shipped_rules()) {
        compare(rules, example("bac-lieu-2023"));
        compare(rules, example("first-look"));
    }
    for (std::uint32_t seed = 300; seed < 312; ++seed) {
        INFO("seed " << seed);
        Chance chance(seed);
        compare(all_rules(), random_sheets(chance));
    }
}
