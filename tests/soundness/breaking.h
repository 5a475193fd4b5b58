// Record files as cells, and the ways in which such files come broken.
#pragma once

#include <string>
#include <vector>

#include "engine/records/dataset.h"
#include "tests/metamorphic/sheets.h"
#include "tests/support/random_case.h"

namespace hoagiai::support {

struct File {
    std::string name;  ///< the entity's plural
    std::vector<std::string> columns;
    /// Cells as they will stand between commas: quoted where they must be, or broken on purpose.
    std::vector<std::vector<std::string>> rows;
};
using Files = std::vector<File>;

Files files_of(const metamorphic::Sheets& sheets);
Files files_of(const Dataset& data);
std::string text_of(const File& file);

inline constexpr std::size_t breaking_kinds = 17;

class Breaker {
public:
    Breaker(Files files, const Schema& schema, Random& random) : files_(std::move(files)), schema_(schema), random_(random) {}
    const Files& files() const { return files_; }
    /// Breaks one thing; what it was, or empty if the records had nothing of the kind.
    std::string break_something();

private:
    std::size_t below(std::size_t count) { return random_() % count; }
    struct Spot {
        std::size_t file = 0, row = 0, column = 0;
    };
    enum class What { date, choice, boolean, number, text, key, parent, other_link };
    bool is(const File& file, std::size_t column, What what) const;
    /// A cell of such a column.
    bool find(What what, Spot& spot);
    std::string link_elsewhere();
    std::string& at(const Spot& spot) { return files_[spot.file].rows[spot.row][spot.column]; }

    Files files_;
    const Schema& schema_;
    Random& random_;
};

}  // namespace hoagiai::support
