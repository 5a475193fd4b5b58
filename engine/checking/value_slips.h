// Values that YAML readers take for something else, or people write otherwise than this language does: each is told by its own
// name, with the value as it should be, and where nothing else can be meant as a fix.
#pragma once

#include <optional>
#include <string>

#include "engine/text/diagnostic.h"
#include "engine/values/type.h"

namespace hoagiai {

struct ValueSlip {
    DiagnosticKind kind;
    Words message;
    std::string mended;  ///< how it should be written; empty: nobody can say
    Words help;          ///< where it is empty
    bool sure = false;   ///< nothing else can be meant
};

/// What is wrong with a value of a parameter of this kind, if it is one of the well-known slips.
std::optional<ValueSlip> value_slip(const std::string& written, Kind kind);

/// How a value is written that has its unit as documents have it (`88 %`, `87,5%`, `300.000 đồng`), or counts working days;
/// empty words for any other.
Words nearly_right(const std::string& written, Kind kind);

}  // namespace hoagiai
