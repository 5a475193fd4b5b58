// The different texts of the records, each once, end to end in one piece of memory: a national file holds a million ids and
// names, and a string object for each would be larger than what it holds.
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
    void reserve(std::size_t texts, std::size_t bytes) {
        ends_.reserve(texts + 1);
        bytes_.reserve(bytes);
    }

private:
    std::string bytes_;
    std::vector<std::uint64_t> ends_{0};
};

}  // namespace hoagiai
