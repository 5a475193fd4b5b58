// What can be wrong with the writing of an expression. Each stage of reading stops at its first error and says it in words;
// parser.cpp alone turns it into a diagnostic with places, so the stages know nothing of files.
#pragma once

#include <optional>

#include "engine/language/ast.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

// A namespace of their own: another room may use the same word for a kind of its own.
inline namespace syntax_kinds {
inline constexpr DiagnosticKind empty_expression{"X001", "empty-expression"};
inline constexpr DiagnosticKind long_expression{"X002", "long-expression"};
inline constexpr DiagnosticKind deep_expression{"X003", "deep-expression"};
inline constexpr DiagnosticKind foreign_sign{"X004", "foreign-sign"};
inline constexpr DiagnosticKind bad_number{"X005", "bad-number"};
inline constexpr DiagnosticKind bad_date{"X006", "bad-date"};
inline constexpr DiagnosticKind bad_text{"X007", "bad-text"};
inline constexpr DiagnosticKind value_expected{"X008", "value-expected"};
inline constexpr DiagnosticKind unexpected_part{"X009", "unexpected-part"};
inline constexpr DiagnosticKind unclosed_bracket{"X010", "unclosed-bracket"};
inline constexpr DiagnosticKind stray_bracket{"X011", "stray-bracket"};
inline constexpr DiagnosticKind bad_chain{"X012", "bad-chain"};
inline constexpr DiagnosticKind path_expected{"X013", "path-expected"};
inline constexpr DiagnosticKind incomplete_if{"X014", "incomplete-if"};
inline constexpr DiagnosticKind template_brace{"X015", "template-brace"};
}  // namespace syntax_kinds

struct SyntaxError {
    DiagnosticKind kind;
    Range range;
    Words message, help{};
    /// Another place that belongs to it: the bracket that is to be closed.
    struct Related {
        Range range;
        Words message;
    };
    std::optional<Related> related{};
};

}  // namespace hoagiai
