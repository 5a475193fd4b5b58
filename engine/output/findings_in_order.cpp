#include "engine/output/findings_in_order.h"

#include <algorithm>

#include "engine/text/parallel.h"

namespace hoagiai {

void write_findings(const CheckResult& result, Sink& out, const std::function<void(const Finding&, std::string&)>& one,
                    const std::function<void(const Finding&)>& ahead) {
    constexpr std::size_t in_a_piece = 64;
    const std::size_t count = result.findings.size();
    in_order((count + in_a_piece - 1) / in_a_piece, thread_count(result.request.threads),
             [&](std::size_t piece, std::string& text) {
                 const std::size_t end = std::min(count, (piece + 1) * in_a_piece);
                 for (std::size_t i = piece * in_a_piece; ahead && i < end; ++i) ahead(result.findings[i]);
                 for (std::size_t i = piece * in_a_piece; i < end; ++i) one(result.findings[i], text);
             },
             [&](const std::string& text) { out += text; });
}

}  // namespace hoagiai
