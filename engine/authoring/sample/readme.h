// The README that a sample carries: that it is invented, how to get it again, what is in it and what is wrong with it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/sample/sample.h"

namespace hoagiai::sample {

/// `planted`: how many of each kind of defect there are.
std::string readme_text(const SampleRequest& request, const std::vector<SampleFile>& files,
                        const std::map<std::string_view, std::uint64_t>& planted, const Schema& schema);

}  // namespace hoagiai::sample
