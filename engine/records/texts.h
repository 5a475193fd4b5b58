// The texts of the records, end to end in one piece of memory: a national file holds a million ids and names, and a string
// object for each would be larger than what it holds. Equal texts may be here more than once: finding that out for a million
// names would take longer than reading them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

class Texts {
public:
    Texts() = default;
    Texts(std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts) add(text);
    }
    std::size_t size() const { return ends_.size() - 1; }
    std::string_view operator[](std::size_t index) const {
        return std::string_view(bytes_).substr(ends_[index], ends_[index + 1] - ends_[index]);
    }
    /// The index of the new text, whether or not there is an equal one.
    std::uint32_t add(std::string_view text) {
        bytes_ += text;
        ends_.push_back(bytes_.size());
        return static_cast<std::uint32_t>(size() - 1);
    }
    /// All texts of `other`, in their order; the index of the first.
    std::uint32_t append(const Texts& other) {
        const auto first = static_cast<std::uint32_t>(size());
        const std::uint64_t before = bytes_.size();
        bytes_ += other.bytes_;
        for (std::size_t i = 1; i < other.ends_.size(); ++i) ends_.push_back(before + other.ends_[i]);
        return first;
    }
    std::size_t bytes() const { return bytes_.size(); }
    void clear() { shorten(0); }
    /// Keeps the first `texts`.
    void shorten(std::size_t texts) {
        ends_.resize(texts + 1);
        bytes_.resize(ends_[texts]);
    }
    void reserve(std::size_t texts, std::size_t bytes) {
        ends_.reserve(texts + 1);
        bytes_.reserve(bytes);
    }

private:
    std::string bytes_;
    std::vector<std::uint64_t> ends_{0};
};

}  // namespace hoagiai
