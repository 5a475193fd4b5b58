// Findings into a sink, in their order, made on several threads: what is said of a finding takes longer than judging it did.
#pragma once

#include <functional>

#include "engine/findings/finding.h"
#include "engine/text/sink.h"

namespace hoagiai {

/// `one` adds a finding to a text, on several threads; a few hundred findings are held at a time.
/// `ahead` is called for each of the next few first: where it lies scattered in memory, that is one wait and not many.
void write_findings(const CheckResult& result, Sink& out, const std::function<void(const Finding&, std::string&)>& one,
                    const std::function<void(const Finding&)>& ahead = {});

}  // namespace hoagiai
