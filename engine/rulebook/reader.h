// Reading one rulebook: the book (reader.cpp), the names it gives (names.cpp), its parameters (parameter_reader.cpp), its
// rules (rule_reader.cpp).
#pragma once

#include <map>

#include "engine/rulebook/kinds.h"
#include "engine/rulebook/mapping.h"
#include "engine/rulebook/rulebook.h"

namespace hoagiai {

/// Names by what fold() makes of them.
using SeenNames = std::map<std::string, Text>;

class RulebookReader {
public:
    RulebookReader(Rulebook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}
    void read(const YamlNode& root);

private:
    void read_source(const YamlNode& node);
    /// `readable`: whether its days are to be trusted.
    std::optional<InForce> read_in_force(Mapping& keys, bool* readable = nullptr);
    void read_outline(const YamlNode& node);
    void read_no_rule(const YamlNode& node);
    /// What cites or excuses a clause against the outline.
    void check_outline();
    void check_basis(const std::vector<Basis>& all, const Place& place);
    void check_excuse(const NoRuleDecl& excuse);
    void read_parameters(const YamlNode& node);
    void read_parameter(const Text& name, const YamlNode& node);
    void read_choices(const YamlNode& node, ParameterDecl& parameter);
    void read_values(Mapping& keys, ParameterDecl& parameter);
    /// `dated` gets the value's index if its days are to be trusted.
    void read_value(Mapping& keys, ParameterDecl& parameter, std::vector<std::size_t>& dated);
    void read_undetermined(Mapping& keys, ParameterValue& value);
    void check_values(const ParameterDecl& parameter, std::vector<std::size_t> dated);
    void read_definitions(const YamlNode& node);
    void read_rules(const YamlNode& node);
    void read_rule(const YamlNode& node);
    void read_kind(Mapping& keys, RuleDecl& rule);
    void read_requirement(Mapping& keys, RuleDecl& rule);
    std::vector<std::string> read_criteria(const YamlNode& node);
    void read_recommend(const YamlNode& node, RuleDecl& rule);
    void read_on(Mapping& keys, const YamlNode& node, RuleDecl& rule);
    void check_versions();
    std::vector<Basis> read_basis(const YamlNode* node);
    ExprId expression(const YamlNode* node);
    /// The keys vi and en of a message.
    void read_message(Mapping& keys, Template& vi, Template& en);
    /// Whether expressions can call it by this name; reported if not.
    bool is_name(const Text& text, const Words& what);
    /// Reports a name that expressions cannot tell from an earlier one.
    void refuse_twin(SeenNames& seen, const Text& name);

    Rulebook& book_;
    Diagnostics& diagnostics_;
    std::vector<bool> trusted_spans_;  ///< for each rule: its in_force could be read
};

}  // namespace hoagiai
