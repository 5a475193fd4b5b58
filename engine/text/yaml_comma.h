// Inside {…} a comma begins a new key, so that `vi: Tổ này, chưa có sổ` loses half of its sentence to a key without a value.
// What was meant is nearly always one text, or a number with its digits in groups.
#pragma once

#include <optional>
#include <string>

#include "engine/text/diagnostic.h"
#include "engine/text/source.h"

namespace hoagiai {

struct CommaSlip {
    Diagnostic said;
    std::optional<std::string>
        text;  ///< what the value in front is, read on as it should have been; none: the key stands alone
    bool number = false;
};

/// `key`: the first key without a value; [begin, end): the bytes of the text that it goes on, from the value in front; begin is
/// the key's own where no value stands in front. `first_in_group`: nothing stands in front of it at all.
CommaSlip comma_slip(const SourcePtr& source, const Text& key, std::uint32_t begin, std::uint32_t end, bool first_in_group);

}  // namespace hoagiai
