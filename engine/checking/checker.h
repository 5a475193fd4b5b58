// The work of checking one rulebook: names (names.cpp), types (types.cpp), parameters (parameters.cpp), rules (rules.cpp,
// selections.cpp).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/checking/kinds.h"

namespace hoagiai {

class Checker {
public:
    Checker(std::shared_ptr<const Rulebook> book, std::shared_ptr<const Schema> schema, Diagnostics& diagnostics);
    std::shared_ptr<const CheckedRulebook> run();

private:
    // parameters.cpp
    void check_parameters();
    void check_parameter(const ParameterDecl& decl);
    /// `first`: no value was read before, so this one decides between days and months.
    bool read_value(const Text& text, bool first, Type& type, CheckedValue& value);
    void find_readings(const ParameterDecl& decl, CheckedParameter& parameter);

    // rules.cpp
    void declare_definitions();
    void check_definition(std::uint32_t index);
    void check_rule(const RuleDecl& decl);
    void check_condition(ExprId id, EntityId entity, std::string_view what);
    void check_template(const Template& text, EntityId entity);
    void find_what_is_read(CheckedRule& rule);
    void check_expanded_size(ExprId id, std::string_view what);
    // selections.cpp
    void check_selection(const SelectionDecl& selection, EntityId entity);
    void check_rank_key(ExprId key, EntityId entity);
    void check_limit(ExprId limit, EntityId entity);
    void check_group(ExprId group, EntityId entity);
    void check_readings(const CheckedRule& rule);
    /// Rules of one id are versions of one rule, which gives each unit one outcome.
    void join_versions();
    std::size_t expanded_size(ExprId id);
    EntityId entity_named(const Text& name);

    // names.cpp
    /// Looks a path up from an entity; says what is wrong. `expected`: a bare word is first one of its choices.
    PathMeaning look_up(ExprId id, const Path& path, EntityId entity, const ChoiceSetPtr& expected, Type& type);
    bool look_up_first(const Name& name, EntityId entity, PathMeaning& meaning, Type& type);
    void report_unknown(ExprId id, const Name& name, EntityId entity, const ChoiceSetPtr& expected, bool first);
    /// The choice set that an expression has without any help from its neighbour, if any; says nothing.
    ChoiceSetPtr own_choices(ExprId id, EntityId entity);

    // types.cpp
    Type check(ExprId id, EntityId entity, const ChoiceSetPtr& expected = nullptr);
    Type type_of(ExprId id, const Expr& expr, EntityId entity, const ChoiceSetPtr& expected);
    Type check_comparison(const Comparison& node, EntityId entity);
    void check_pair(ExprId left_id, const Type& left, ExprId right_id, const Type& right, CompareOp op, ExprId at);
    Type check_arithmetic(ExprId id, const Arithmetic& node, EntityId entity);
    Type check_membership(const Membership& node, EntityId entity);
    Type check_call(ExprId id, const Call& node, EntityId entity);
    Type check_row_call(ExprId id, const Call& node, EntityId entity, const Function& function);
    Type check_else(ExprId id, const Else& node, EntityId entity, const ChoiceSetPtr& expected);
    Type check_if(ExprId id, const If& node, EntityId entity, const ChoiceSetPtr& expected);
    void expect_boolean(ExprId id, EntityId entity, const Words& where);
    bool is_whole_literal(ExprId id) const;
    void report_ratio(ExprId ratio_side, ExprId number_side, CompareOp op, bool ratio_left);

    void report(const DiagnosticKind& kind, ExprId at, Words message, Words help = {}) {
        diagnostics_.add(kind, ast().place(at), std::move(message), std::move(help));
    }
    const Ast& ast() const { return book_->ast; }
    const Schema& schema() const { return *schema_; }

    enum class Visit { not_yet, inside, done };
    std::shared_ptr<const Rulebook> book_;
    std::shared_ptr<const Schema> schema_;
    Diagnostics& diagnostics_;
    std::shared_ptr<CheckedRulebook> result_;
    std::vector<Visit> definition_visits_;
};

/// Whether two types may be compared, joined by an if, or stand for one another.
bool agree(const Type& a, const Type& b);

}  // namespace hoagiai
