// A run that somebody stops (Ctrl-C, a system that shuts down) leaves nothing half-written behind, and ends as the signal wants
// it, so that the shell sees 130 or 143 and a script stops too.
#pragma once

namespace hoagiai {

void clean_up_on_signals();

}  // namespace hoagiai
