// Records as sheets of texts, as a person would see them: what the metamorphic tests turn about (other ids, another order, a
// cell more or less) before the engine reads them through the same door as any other CSV folder.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/records/load.h"

namespace hoagiai::metamorphic {

struct Sheet {
    std::string name;                            ///< the entity's plural
    std::vector<std::string> columns;            ///< fields and links, by their own names
    std::vector<std::vector<std::string>> rows;  ///< blank: missing
    /// The column's number; columns.size() if it was not supplied.
    std::size_t column(const std::string& title) const;
};
using Sheets = std::vector<Sheet>;

/// All that a dataset holds; what is derived is left out.
Sheets sheets_of(const Dataset& data);
/// Written as a CSV folder, in the order of the sheets, and read again. Stops the test at an error.
std::shared_ptr<Records> load(const Sheets& sheets);
/// A shipped example.
Sheets example(const std::string& name);

/// Every id, every mention of it (links; the unit of a report) and every derived unit under another name.
Sheets renamed(Sheets sheets, const std::function<std::string(const std::string&)>& name);
/// All ids, bytewise, each once.
std::vector<std::string> ids(const Sheets& sheets);
/// These, and the names of derived units, unless one of them is spelt in two ways.
std::vector<std::string> names_of_units(const Sheets& sheets);

}  // namespace hoagiai::metamorphic
