// Texts by what comparison sees of them: texts that differ in case, spaces or tone place only are one number, so that no
// kernel looks into a text.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/records/dataset.h"

namespace hoagiai {

class TextClasses {
public:
    explicit TextClasses(const Dataset& data) : data_(data) {}
    /// Numbers all texts of a column; before a step reads it.
    void add(const Column& column);
    /// Numbers a text that stands in a rule.
    std::int64_t add(const TextOptions::Option& option);

    std::int64_t of_text(std::int64_t text) const {
        const auto at = static_cast<std::size_t>(text);
        return (*of_text_[at / page])[at % page];
    }
    /// -1: no text of the records or rules that was numbered.
    std::int64_t of_key(const std::string& key) const;
    const Known& known(std::int64_t number) const { return known_[static_cast<std::size_t>(number)]; }

private:
    /// Few of all texts are compared with anything, and they stand together: only their pages are there.
    static constexpr std::size_t page = 4096;
    const Dataset& data_;
    std::vector<std::unique_ptr<std::array<std::int32_t, page>>> of_text_;  ///< by text; -1: not numbered
    std::unordered_map<std::string, std::int64_t> of_key_;
    std::vector<Known> known_;
};

}  // namespace hoagiai
