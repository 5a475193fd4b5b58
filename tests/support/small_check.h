// A rulebook and records written in a test, and what the engine says of them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/findings/finding.h"
#include "engine/findings/message.h"

namespace hoagiai::support {

struct SmallCheck {
    std::shared_ptr<Records> records;
    CheckResult result;
    Diagnostics diagnostics;

    /// The finding of a rule (its id without the book) for a unit; null if there is none.
    const Finding* find(const std::string& rule, const std::string& unit) const;
    Status status(const std::string& rule, const std::string& unit) const;
    FindingText text(const std::string& rule, const std::string& unit) const;
};

/// `rules`: the YAML below `rulebook: t` (parameters, definitions, rules). All statuses are kept.
SmallCheck small_check(const std::string& rules, const std::string& records, const std::string& as_of = "2023-12-31",
                       const std::string& period = "2023");

/// A rule of kind data over `entity`, as YAML, to be put below `rules:`.
std::string small_rule(const std::string& id, const std::string& entity, const std::string& require,
                       const std::string& when = "true");

/// Every text of the records that is `from` becomes `to`, which no reader would have let in.
void replace_text(Dataset& data, std::string_view from, std::string_view to);

}  // namespace hoagiai::support
