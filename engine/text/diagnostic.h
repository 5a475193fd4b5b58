// What can be wrong with a file, said to its author: a stable code, the place, what was found and what to write instead,
// in both languages. A Diagnostic is about a file; a Finding (engine/findings) is about a unit; they never mix.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/edit.h"
#include "engine/text/source.h"

namespace hoagiai {

/// One sentence in both languages.
struct Words {
    std::string vi, en;
    const std::string& in(bool vietnamese) const { return vietnamese ? vi : en; }
    friend bool operator==(const Words&, const Words&) = default;
};

enum class Language { vi, en };
inline const std::string& say(const Words& words, Language language) { return words.in(language == Language::vi); }

enum class Severity { error, warning, note };

/// A kind of diagnostic. Codes: one letter for the stage and three digits, never reused: F files, Y YAML, S schema,
/// B rulebooks and tests as documents, X expression syntax, N names and types, L lints, R records, E evaluation, U usage.
/// A kind is defined beside the code that raises it, as `inline constexpr DiagnosticKind`.
struct DiagnosticKind {
    std::string_view code, name;
    Severity severity = Severity::error;
};

/// For records: which row and column, and the refused value as it stood there.
struct Cell {
    std::uint32_t row = 0;  ///< line of the file, the header is 1
    std::string column, value;
};

struct Diagnostic {
    std::string code, name;
    Severity severity = Severity::error;
    Place place;
    Words message;  ///< what was found and what was expected
    Words help;     ///< what to write instead; may be empty
    std::optional<Cell> cell;
    struct Related {
        Place place;
        Words message;
    };
    std::vector<Related> related;  ///< other places that belong to it ("first given here")
    std::vector<Edit> fix;         ///< of the file at `place`, where one way out is surely what was meant; else empty

    Diagnostic() = default;
    Diagnostic(const DiagnosticKind& kind, Place where, Words what, Words way_out = {})
        : code(kind.code),
          name(kind.name),
          severity(kind.severity),
          place(std::move(where)),
          message(std::move(what)),
          help(std::move(way_out)) {}
};

/// Collects what is wrong; every stage adds to it and goes on as far as it can.
class Diagnostics {
public:
    Diagnostic& add(Diagnostic diagnostic);
    Diagnostic& add(const DiagnosticKind& kind, Place where, Words what, Words way_out = {});
    bool has_errors() const { return errors_ > 0; }
    bool empty() const { return all_.empty(); }
    std::size_t errors() const { return errors_; }
    const std::vector<Diagnostic>& all() const { return all_; }
    /// By file, line, column, code; equal ones once.
    void sort();
    void append(const Diagnostics& other);

private:
    std::vector<Diagnostic> all_;
    std::size_t errors_ = 0;
};

/// A diagnostic for a terminal: `file:line:column: error[Y003]: …`, the line, a caret under the place, the help.
/// Control characters and terminal escapes in values are shown, not sent. `colour` uses ANSI colours.
std::string render(const Diagnostic& diagnostic, Language language, bool colour);

}  // namespace hoagiai
