// Reading one rulebook: the book (reader.cpp), its parameters (parameter_reader.cpp), its rules (rule_reader.cpp).
#pragma once

#include "engine/rulebook/kinds.h"
#include "engine/rulebook/mapping.h"
#include "engine/rulebook/rulebook.h"

namespace hoagiai {

class RulebookReader {
public:
    RulebookReader(Rulebook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}
    void read(const YamlNode& root);

private:
    void read_parameters(const YamlNode& node);
    void read_parameter(const Text& name, const YamlNode& node);
    ParameterValue read_value(Mapping& keys);
    void check_values(const ParameterDecl& parameter);
    void read_definitions(const YamlNode& node);
    void read_rules(const YamlNode& node);
    void read_rule(const YamlNode& node);
    void read_recommend(const YamlNode& node, RuleDecl& rule);
    void check_versions();
    std::vector<Basis> read_basis(const YamlNode* node);
    ExprId expression(const YamlNode* node);
    Template message(const YamlNode* node, std::string_view language, bool is_required);
    void refuse_for_now(Mapping& keys, std::initializer_list<std::string_view> names);
    bool is_word(const Text& text, const Words& what);

    Rulebook& book_;
    Diagnostics& diagnostics_;
};

}  // namespace hoagiai
