// What a step makes for a batch of rows. A value that is known exactly is a plain number, so that the loops over it are the
// machine's own; everything else that can be known of one (a range, several words, never) stands aside, and the number is its
// place there.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/evaluation/kernels/text_classes.h"
#include "engine/evaluation/plan/step.h"

namespace hoagiai {

/// Where a vector is written or read; it owns nothing.
struct Vector {
    Content content = Content::number;
    /// truth: Truth::bits; status: Status; all else: 1 if the value is known exactly.
    std::uint8_t* bits = nullptr;
    std::int64_t* values = nullptr;       ///< not of truth and status
    std::vector<Known>* aside = nullptr;  ///< what is not known exactly
    Row size = 0;

    void put_aside(Row row, Known known) const {
        bits[row] = 0;
        values[row] = static_cast<std::int64_t>(aside->size());
        aside->push_back(std::move(known));
    }
};

constexpr bool has_values(Content content) { return content != Content::truth && content != Content::status; }

/// What an exactly known value stands for; not of truths and texts.
Known exact_value(Content content, std::int64_t value);
/// One value of a vector, as what is known of it.
Known known_at(const Vector& vector, Row row, const TextClasses& texts);
/// Writes what is known of a value; exactly, if it can be.
void put(const Vector& vector, Row row, Known known, const TextClasses& texts);
/// The number that stands for an exactly known value; nothing if it must stand aside.
std::optional<std::int64_t> exact_number(Content content, const Known& known, const TextClasses& texts);

}  // namespace hoagiai
