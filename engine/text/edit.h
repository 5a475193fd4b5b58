// Changes to a text that keep the rest of it byte for byte: what a formatter and a fix do to a file. YAML is never written
// anew, since comments and everything that this program does not know would be lost.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

/// The bytes [begin, end) of a text become `text`. Empty range: something is put in.
struct Edit {
    std::size_t begin = 0, end = 0;
    std::string text;
    friend bool operator==(const Edit&, const Edit&) = default;
};

/// The text with all edits made, in whatever order they are given; two that put something in at one place keep their order.
/// One that overlaps an earlier of the list, or leaves the text, is left out; `made` then tells how many were taken.
std::string edited(std::string_view text, std::vector<Edit> edits, std::size_t* made = nullptr);

}  // namespace hoagiai
