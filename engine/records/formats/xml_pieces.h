// A large XML part, cut into pieces as its bytes come: of elements that are asked for the whole text, of others the start or
// the end. A sheet of half a million rows is never in memory as a tree; its rows are given to a parser one by one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/records/formats/archive.h"

namespace hoagiai {

/// The name without its prefix: `x:row` is `row`.
std::string_view local_name(std::string_view name);

struct XmlPiece {
    enum class Kind { whole, start, end };
    Kind kind = Kind::whole;
    std::string_view name;  ///< without prefix
    /// The element, or its start tag closed in itself so that a parser takes it; valid until the next piece.
    char* text = nullptr;
    std::size_t size = 0;
    bool empty = false;  ///< a start that is its own end
};

class XmlPieces {
public:
    /// `whole`: elements given whole, which must not stand inside each other; `marks`: elements whose start and end are given.
    XmlPieces(Archive::Part& part, std::vector<std::string_view> whole, std::vector<std::string_view> marks)
        : part_(part), whole_(std::move(whole)), marks_(std::move(marks)) {}
    bool next(XmlPiece& piece);
    /// An element that never ends, or is too long; then next() gives no more.
    bool is_broken() const { return broken_; }

private:
    bool fill();
    std::size_t find(std::string_view what, std::size_t from);
    std::size_t tag_end(std::size_t from);
    bool is_in(const std::vector<std::string_view>& names, std::string_view name) const;
    bool starts(std::string_view what);

    Archive::Part& part_;
    std::vector<std::string_view> whole_, marks_;
    std::string buffer_, tag_;
    std::size_t at_ = 0;
    bool over_ = false, broken_ = false;
};

inline constexpr std::size_t longest_piece = 32u << 20;  ///< bytes of one row

}  // namespace hoagiai
