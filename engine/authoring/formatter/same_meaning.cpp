#include "engine/authoring/formatter/same_meaning.h"

#include <algorithm>
#include <map>
#include <string>

#include "engine/language/parser.h"
#include "engine/rulebook/selection_words.h"

namespace hoagiai {

namespace {

/// Where the texts of `rank_by` and `limit` begin; true: a limit.
std::map<std::size_t, bool> selection_texts(const Rulebook& book) {
    std::map<std::size_t, bool> texts;
    const auto add = [&](ExprId id, bool limit) {
        if (id != no_expr) texts.emplace(book.ast.texts[book.ast[id].text].begin, limit);
    };
    for (const RuleDecl& rule : book.rules) {
        if (!rule.selection) continue;
        for (const RankKeyDecl& key : rule.selection->rank_by) add(key.expr, false);
        add(rule.selection->limit, true);
    }
    return texts;
}

/// A stretch of such a text with its words in English: in either spelling they say the same.
std::string in_english(const Text& text, Range range, const std::vector<SelectionWord>& words) {
    std::string result;
    std::size_t at = range.begin;
    for (const SelectionWord& word : words) {
        if (word.range.begin < range.begin || word.range.end > range.end) continue;
        result += text.value.substr(at, word.range.begin - at) + std::string(word.en);
        at = word.range.end;
    }
    return result + text.value.substr(at, range.end - at);
}

/// By where they begin in the file: the texts that hold expressions, with a mark in the place of each expression.
std::map<std::size_t, std::string> texts_around(const Rulebook* book) {
    std::map<std::size_t, std::string> around;
    if (!book) return around;
    const auto add_entity = [&](const Text& name) {
        if (name.source == book->source) around[name.begin] = "an entity";
    };
    for (const DefinitionDecl& definition : book->definitions) add_entity(definition.entity);
    for (const RuleDecl& rule : book->rules) add_entity(rule.entity);
    const std::vector<Window> windows = find_windows(book->ast, book->source);
    const auto selections = selection_texts(*book);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const Text& text = book->ast.texts[windows[i].text];
        const auto begins_at = [&](std::size_t window) { return book->ast.texts[windows[window].text].begin; };
        const bool first = i == 0 || begins_at(i - 1) != text.begin;
        const bool last = i + 1 == windows.size() || begins_at(i + 1) != text.begin;
        std::string& kept = around[text.begin];
        const auto selection = selections.find(text.begin);
        const auto words =
            selection == selections.end() ? std::vector<SelectionWord>() : selection_words(text.value, selection->second);
        if (first) kept = in_english(text, {0, windows[i].range.begin}, words);
        kept += '\0';
        const std::size_t end = last ? text.value.size() : windows[i + 1].range.begin;
        kept += in_english(text, {windows[i].range.end, static_cast<std::uint32_t>(end)}, words);
    }
    return around;
}

bool same_scalar(const Text& one, const Text& other, const std::map<std::size_t, std::string>& one_around,
                 const std::map<std::size_t, std::string>& other_around) {
    const auto mine = one_around.find(one.begin), theirs = other_around.find(other.begin);
    if ((mine == one_around.end()) != (theirs == other_around.end())) return false;
    return mine == one_around.end() ? one.value == other.value : mine->second == theirs->second;
}

bool same_nodes(const YamlNode& one, const YamlNode& other, const std::map<std::size_t, std::string>& one_around,
                const std::map<std::size_t, std::string>& other_around) {
    if (one.kind != other.kind || one.items.size() != other.items.size() || one.entries.size() != other.entries.size())
        return false;
    if (one.is_scalar() && !same_scalar(one.text, other.text, one_around, other_around)) return false;
    for (std::size_t i = 0; i < one.items.size(); ++i)
        if (!same_nodes(one.items[i], other.items[i], one_around, other_around)) return false;
    for (std::size_t i = 0; i < one.entries.size(); ++i)
        if (!same_scalar(one.entries[i].key, other.entries[i].key, one_around, other_around) ||
            !same_nodes(one.entries[i].value, other.entries[i].value, one_around, other_around))
            return false;
    return true;
}

/// The trees without their names: all that is left to compare word by word.
Ast without_names(Ast ast) {
    for (Expr& expr : ast.nodes) {
        if (auto* path = std::get_if<Path>(&expr.node))
            for (Name& name : path->names) name.word = "x";
        if (auto* call = std::get_if<Call>(&expr.node)) call->function.word = "f";
    }
    return ast;
}

bool same_path(const PathMeaning& one, const PathMeaning& other) {
    const auto same_step = [](const PathStep& a, const PathStep& b) {
        return a.up == b.up && a.entity == b.entity && a.link == b.link;
    };
    return one.end == other.end && one.from == other.from && one.entity == other.entity && one.index == other.index &&
           std::equal(one.steps.begin(), one.steps.end(), other.steps.begin(), other.steps.end(), same_step);
}

}  // namespace

bool same_around(const YamlNode& one, const YamlNode& other, const Rulebook* one_book, const Rulebook* other_book) {
    return same_nodes(one, other, texts_around(one_book), texts_around(other_book));
}

bool same_trees(const Ast& one, const Ast& other) {
    if (one.nodes.size() != other.nodes.size()) return false;
    for (ExprId id = 0; id < one.nodes.size(); ++id)
        if (one[id].node.index() != other[id].node.index() || print_expression(one, id) != print_expression(other, id))
            return false;
    return true;
}

bool same_meanings(const CheckedRulebook& one, const CheckedRulebook& other) {
    const Ast &mine = one.book->ast, &theirs = other.book->ast;
    if (mine.nodes.size() != theirs.nodes.size() || one.rules.size() != other.rules.size() ||
        one.definitions.size() != other.definitions.size() || !same_trees(without_names(mine), without_names(theirs)))
        return false;
    for (std::size_t i = 0; i < one.rules.size(); ++i)
        if (one.rules[i].entity != other.rules[i].entity) return false;
    for (std::size_t i = 0; i < one.definitions.size(); ++i)
        if (one.definitions[i].entity != other.definitions[i].entity) return false;
    for (ExprId id = 0; id < mine.nodes.size(); ++id) {
        const Fact &fact = one.facts[id], &its = other.facts[id];
        if (mine[id].node.index() != theirs[id].node.index() || fact.function != its.function || fact.rows != its.rows ||
            fact.operand != its.operand || fact.type.kind != its.type.kind || (fact.path == none_id) != (its.path == none_id))
            return false;
        if (fact.path != none_id && !same_path(one.paths[fact.path], other.paths[its.path])) return false;
    }
    return true;
}

}  // namespace hoagiai
