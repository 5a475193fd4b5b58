// A rulebook as it was written: every key read, every expression parsed, nothing typed and no name looked up. What it
// means is found out by checking.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/parser.h"
#include "engine/text/diagnostic.h"
#include "engine/text/yaml.h"
#include "engine/values/date.h"

namespace hoagiai {

enum class RuleKind { requirement, target, data, question, selection };
enum class RuleSeverity { critical, major, minor, info };
std::string_view word(RuleKind kind);
std::string_view word(RuleSeverity severity);

/// A span of days, both ends included; open where empty.
struct InForce {
    std::optional<Day> from, to;
    bool contains(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

struct Basis {
    std::string instrument;  ///< empty: the book's source
    std::string article, clause, point, passage, url;
};

struct ParameterValue {
    InForce span;
    std::vector<Text> values;  ///< one, or several for a list
    bool list = false;
    bool undetermined = false;
    std::vector<Basis> basis;
    Place place;
    std::string set_by;  ///< the rulebook whose `override` put it here; empty: the parameter's own book
    std::string reason;  ///< as that override gives it
};

struct ParameterChoice {
    Text name;
    Words title;  ///< empty where none is given
};

struct ParameterDecl {
    Text name;
    Text type;
    Words title;  ///< empty where none is given
    Words measure;
    std::vector<ParameterChoice> choices;
    std::vector<ParameterValue> values;
    std::string imported_from;  ///< the extended rulebook that it was copied from; empty: this book's own
};

struct DefinitionDecl {
    Text entity, name;
    ExprId expr = no_expr;      ///< no_expr if it could not be read
    std::string imported_from;  ///< as of a parameter
};

struct RecommendDecl {
    Text to;
    std::optional<Text> within;  ///< a parameter's name
    ExprId when = no_expr;
    Template vi, en;
};

/// One of the things that units are ranked by.
struct RankKeyDecl {
    ExprId expr = no_expr;
    bool descending = true;
};

/// What a rule of kind selection says in the place of `require`.
struct SelectionDecl {
    ExprId choose = no_expr;
    std::vector<RankKeyDecl> rank_by;
    bool has_limit = false;
    ExprId limit = no_expr;  ///< a number, or a share of the units of the group
    bool has_per = false;
    ExprId per = no_expr;  ///< a path: what the units of one group have in common; all units are one group without it
};

struct RuleDecl {
    Text id;
    RuleKind kind = RuleKind::requirement;
    RuleSeverity severity = RuleSeverity::major;
    Words title;
    std::vector<Basis> basis;
    std::vector<std::string> criteria;
    Text entity;  ///< `for`
    bool has_when = false, has_require = false;
    ExprId when = no_expr, require = no_expr;  ///< no_expr with has_…: it could not be read
    Template finding_vi, finding_en;
    std::vector<RecommendDecl> recommend;
    std::optional<InForce> in_force;
    std::vector<ExprId> on;                  ///< the dates that decide which version holds
    std::optional<SelectionDecl> selection;  ///< of kind selection, which has neither when nor require
};

/// An item of `override`: a value that holds in the place of an extended book's own.
struct OverrideDecl {
    Text parameter;  ///< as written: `name`, or `book/name`
    ParameterValue value;
};

/// An item of `off`.
struct OffDecl {
    Text rule;  ///< as written: `id`, or `book/id`
    std::string reason;
    std::vector<Basis> basis;
};

/// A rule that another book switched off: it does not run, and reports say so.
struct SwitchedOff {
    RuleDecl rule;
    std::string by;  ///< the rulebook that did it
    Words by_title;
    Place place;
    std::string reason;
    std::vector<Basis> basis;  ///< its instruments are written out
};

/// Why a clause or a criterion has no rule.
enum class NoRuleReason {
    right,      ///< a right, a principle, a definition: nobody can fail it
    no_field,   ///< the records have no field for it; `field` names what would be needed
    no_record,  ///< nothing that is written down could show it
    not_read,   ///< the text was not read
    other_law   ///< another instrument says it, or it binds somebody of whom there are no records
};
std::string_view word(NoRuleReason reason);

/// An item of `no_rule`: of an article (or one clause of it), or of a criterion.
struct NoRuleDecl {
    std::string article, clause, criterion;  ///< clause empty: the whole article
    NoRuleReason reason = NoRuleReason::right;
    std::string field;  ///< entity.field
    Words note;
    Place place;
};

struct OutlineArticle {
    std::string article;
    unsigned clauses = 0;  ///< 0: it has no numbered clauses, and counts as one
};

struct InstrumentDecl {
    std::string number, issuer, url;
    std::optional<Day> issued;
};

struct Rulebook {
    SourcePtr source;
    std::string sha256;
    Text name;
    Words title;
    InstrumentDecl instrument;  ///< `source`
    InForce in_force;
    bool draft = false;
    std::vector<ParameterDecl> parameters;
    std::vector<DefinitionDecl> definitions;
    std::vector<RuleDecl> rules;
    std::vector<Text> extends;  ///< paths, seen from the book's own folder
    std::vector<OverrideDecl> overrides;
    std::vector<OffDecl> off;
    std::vector<SwitchedOff> switched_off;                  ///< by the books that extend this one (checking/layers)
    std::vector<std::shared_ptr<const Rulebook>> extended;  ///< all that it extends, through others too (checking/layers)
    std::vector<OutlineArticle> outline;                    ///< of the instrument: its articles, as the book gives them
    std::vector<NoRuleDecl> no_rule;
    std::vector<std::string> criteria;  ///< of the catalogue, those that the book answers for
    Ast ast;
};

/// Reads a rulebook; null only if it is no rulebook at all. With errors, what could be read is still there, so that
/// checking can report the rest in the same run.
std::shared_ptr<Rulebook> read_rulebook(const SourcePtr& source, Diagnostics& diagnostics);
/// The same from a tree that was read already.
std::shared_ptr<Rulebook> read_rulebook(const SourcePtr& source, const YamlNode& root, Diagnostics& diagnostics);

/// What a YAML file is, by its first key.
enum class FileKind { rulebook, profile, tests, catalogue, other };
FileKind file_kind(const YamlNode& root);

}  // namespace hoagiai
