// A document cut into what its test reads: the yaml blocks and the tables, each with its line.
#pragma once

#include <string>
#include <vector>

namespace hoagiai::support {

struct DocumentPart {
    std::size_t line = 0;  ///< of the block's fence, or of the table's head
    bool table = false;
    std::vector<std::string> labels;             ///< of a block: the words behind ```yaml
    std::string text;                            ///< of a block
    std::vector<std::vector<std::string>> rows;  ///< of a table: its cells without the back quotes around them; the head first
};

/// In their order. Blocks of other languages are left out.
std::vector<DocumentPart> document_parts(const std::string& markdown);

}  // namespace hoagiai::support
