// Versions: several entries of one id, each in force in its own days. They are one rule to whoever reads a report, so that a
// unit gets one outcome from them; what would make two rules of them is refused.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "engine/checking/checker.h"
#include "engine/language/parser.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind versions_differ{"B051", "versions-differ"};

std::string deciding_days(const Ast& ast, const RuleDecl& decl) {
    std::string text;
    for (const ExprId on : decl.on) text += print_expression(ast, on) + "\n";
    return text;
}

/// The key in which two entries differ that versions must share; empty if there is none.
std::string_view differs_in(const Ast& ast, const CheckedRule& a, const CheckedRule& b) {
    if (a.entity != b.entity) return "for";
    if (a.decl->kind != b.decl->kind) return "kind";
    if (a.decl->severity != b.decl->severity) return "severity";
    return deciding_days(ast, *a.decl) != deciding_days(ast, *b.decl) ? "on" : "";
}

}  // namespace

void Checker::join_versions() {
    std::map<std::string_view, std::vector<std::uint32_t>> by_id;
    for (std::uint32_t i = 0; i < result_->rules.size(); ++i) by_id[result_->rules[i].id].push_back(i);
    for (auto& [id, versions] : by_id) {
        const CheckedRule& first = result_->rules[versions.front()];
        for (const std::uint32_t other : versions) {
            const CheckedRule& rule = result_->rules[other];
            const std::string_view key = differs_in(ast(), first, rule);
            if (key.empty()) continue;
            Diagnostic& said =
                diagnostics_.add(versions_differ, rule.decl->id.place(),
                                 {fmt::format("hai phiên bản của quy tắc `{}` khác nhau ở `{}`", rule.decl->id.value, key),
                                  fmt::format("two versions of the rule `{}` differ in `{}`", rule.decl->id.value, key)},
                                 {"ghi giống nhau, hoặc đặt mã khác: đó là hai quy tắc",
                                  "write the same in both, or choose another id: these are two rules"});
            said.related.push_back({first.decl->id.place(), {"phiên bản kia ở đây", "the other version is here"}});
        }
        std::stable_sort(versions.begin(), versions.end(), [&](std::uint32_t a, std::uint32_t b) {
            constexpr Day always = std::numeric_limits<Day>::min();
            return result_->rules[a].in_force.from.value_or(always) < result_->rules[b].in_force.from.value_or(always);
        });
        for (const std::uint32_t version : versions) result_->rules[version].versions = versions;
    }
}

}  // namespace hoagiai
