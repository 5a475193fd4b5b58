// Where a CSV file can be cut: the places of delimiters, quotes and line ends, found 64 bytes at a time. A byte between two of
// them is part of a cell and need not be looked at for its sake.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hoagiai {

class Marks {
public:
    /// Bytes that must be readable behind those that are looked at; what stands there makes no mark.
    static constexpr std::size_t padding = 64;

    void clear() { count_ = 0; }
    /// Adds the marks of bytes[from .. size), ascending. Places are counted from the beginning of `bytes`.
    void find(std::string_view bytes, std::size_t from, char delimiter);
    const std::uint32_t* data() const { return places_.data(); }
    std::size_t size() const { return count_; }
    void push_back(std::uint32_t place);

private:
    void make_room(std::size_t more) {
        if (places_.size() < count_ + more) places_.resize((count_ + more) * 2);
    }
    std::vector<std::uint32_t> places_;
    std::size_t count_ = 0;
};

}  // namespace hoagiai
