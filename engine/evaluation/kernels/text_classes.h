// Texts by what comparison sees of them: texts that differ in case, spaces or tone place only are one number, so that no
// kernel looks into a text.
#pragma once

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

    std::int64_t of_text(std::int64_t text) const { return of_text_[static_cast<std::size_t>(text)]; }
    /// -1: no text of the records or rules that was numbered.
    std::int64_t of_key(const std::string& key) const;
    const Known& known(std::int64_t number) const { return known_[static_cast<std::size_t>(number)]; }

private:
    const Dataset& data_;
    std::vector<std::int64_t> of_text_;  ///< by text; -1: not numbered
    std::unordered_map<std::string, std::int64_t> of_key_;
    std::vector<Known> known_;
};

}  // namespace hoagiai
