// A strict reader of markup for tests: what it takes, every XML parser takes.
#pragma once

#include <string>
#include <string_view>

namespace hoagiai::support {

/// What is wrong with a page as XML: tags that do not match, attributes without quotes or given twice, a bare & or <, an id
/// that two elements have, a control character. Empty if it is well formed.
std::string markup_problem(std::string_view page);

}  // namespace hoagiai::support
