// A rulebook written in a test, read, and what was said of it on one line each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/rulebook/rulebook.h"

namespace hoagiai::support {

struct ReadBook {
    std::shared_ptr<Rulebook> book;
    Diagnostics diagnostics;

    /// `CODE line:column message`, in the order of the file.
    std::vector<std::string> said() const;
    /// Codes and places only.
    std::vector<std::string> places() const;
};

/// The document as it stands.
ReadBook read_document(const std::string& text);
/// Below a head of two lines, `rulebook: b` and a title: the text begins in line 3.
ReadBook read_body(const std::string& text);
/// One rule with these keys behind a good id (a), kind, for, require and finding: the keys begin in line 4, column 5.
ReadBook read_rule_with(const std::string& keys);

}  // namespace hoagiai::support
