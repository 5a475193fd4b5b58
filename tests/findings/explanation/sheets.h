// Records as tables of texts, so that a test can fill one cell and have them read again.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/records/load.h"

namespace hoagiai::support {

struct Sheet {
    std::vector<std::string> columns;
    std::vector<std::map<std::string, std::string>> rows;  ///< blank cells are not there
};

class Sheets {
public:
    std::map<std::string, Sheet> tables;  ///< by plural

    static Sheets read_csv(const std::filesystem::path& folder);
    /// The cell of the row with this id; a column that is not there is added.
    void fill(const std::string& table, const std::string& id, const std::string& field, const std::string& value);
    /// Writes CSV files into a fresh folder and reads them.
    Records load() const;
};

}  // namespace hoagiai::support
