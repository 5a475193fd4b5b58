// The table rows of a Markdown file, for tests that hold a README to its word.
#pragma once

#include <string>
#include <vector>

namespace hoagiai::support {

/// The cells of each line that begins with `| `: heads are among them, rulers are not.
std::vector<std::vector<std::string>> table_rows(const std::string& markdown);

}  // namespace hoagiai::support
