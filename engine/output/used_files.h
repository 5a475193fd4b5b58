// The files that a report rests on, each with its hash: rules and records. With them and this version anybody gets the same.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/finding.h"

namespace hoagiai {

struct UsedFile {
    std::string name;
    Words what;  ///< "bộ quy tắc law-35-2013"
    std::string sha256;
};

/// The profile, the rulebooks, the records, in this order.
std::vector<UsedFile> used_files(const CheckResult& result);
/// The sentence below them.
Words made_by(const std::string& version);
/// A rule's title by its id; empty for one that there is not.
Words title_of(const CheckResult& result, const std::string& rule);

}  // namespace hoagiai
