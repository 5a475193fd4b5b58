// How people are told what one rulebook did to another.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/layer_effects.h"

namespace hoagiai {

/// "theo Hướng dẫn … (province). Lý do: … Căn cứ: …": by whose word, and why.
Words why_layered(const std::string& by, const Words& by_title, const std::string& reason, const std::vector<Basis>& basis);
/// "từ ngày 18/04/2023", "2023-04-18 to 2023-12-31"; empty where it is every day.
Words span_in_words(const InForce& span);
/// A value that takes the place of another: what, how much, from when, by whom, why.
Words overridden(const OverriddenParameter& one);

}  // namespace hoagiai
