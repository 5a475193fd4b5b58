// How a sheet of a template looks, before any library writes it: formats, widths, heights, and where lists take their words
// from.
#pragma once

#include <cstdint>
#include <string>

#include "engine/authoring/record_template/plan.h"

namespace hoagiai::record_template {

// Rows as a library counts them, from 0.
inline constexpr std::uint32_t header_row = 0, example_row = 1;
/// As far as drop-down lists reach; what is written below is read all the same.
inline constexpr std::uint32_t last_row = 9999;

const char* number_format(Kind kind);

/// Characters that a column shows, its header on several lines if it is long.
std::size_t text_width(const Column& column, const Plan& plan);
/// Of a header in a column of that width.
std::size_t header_lines(const Column& column, std::size_t width);
/// Of a text in a note's box.
std::size_t note_lines(std::string_view text);

/// The list of a column of choices, or of yes and no.
std::size_t list_of(const Column& column, const Plan& plan);
/// `$C$15:$C$17` of the guide, whose lists have their titles in the row before `first_row` (from 0).
std::string words_formula(const Plan& plan, std::size_t list, std::uint32_t first_row);
/// The ids of a sheet, as many as there are.
std::string ids_formula(const Sheet& target);

}  // namespace hoagiai::record_template
