#include "engine/output/layer_words.h"

#include <fmt/format.h>

#include "engine/output/report_words.h"

namespace hoagiai {

namespace {

/// A sentence ends once.
std::string stopped(const std::string& text) { return text.empty() || text.back() == '.' ? text : text + "."; }

}  // namespace

Words why_layered(const std::string& by, const Words& by_title, const std::string& reason, const std::vector<Basis>& basis) {
    Words words{fmt::format("theo {} ({}). Lý do: {}", by_title.vi, by, stopped(reason)),
                fmt::format("by {} ({}). Reason: {}", by_title.en, by, stopped(reason))};
    if (basis.empty()) return words;
    const Words bases = bases_text(basis);
    words.vi += " Căn cứ: " + bases.vi + ".";
    words.en += " Basis: " + bases.en + ".";
    return words;
}

Words span_in_words(const InForce& span) {
    Words words;
    if (span.from) words = {"từ ngày " + vietnamese_date(*span.from), "from " + iso_date(*span.from)};
    if (!span.to) return words;
    const std::string between = words.en.empty() ? "" : " ";
    words.vi += between + "đến hết ngày " + vietnamese_date(*span.to);
    words.en += between + "to " + iso_date(*span.to);
    return words;
}

Words overridden(const OverriddenParameter& one) {
    const Words why = why_layered(one.by, one.by_title, one.reason, one.basis), span = span_in_words(one.span);
    const std::string between = span.en.empty() ? "" : " ";
    return {fmt::format("{}: {}{}{}, {}", one.title.vi, one.value.vi, between, span.vi, why.vi),
            fmt::format("{}: {}{}{}, {}", one.title.en, one.value.en, between, span.en, why.en)};
}

}  // namespace hoagiai
