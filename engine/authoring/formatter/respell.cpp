// From one spelling into the other, word by word: keywords and units by their tokens, names by what checking found them to
// mean.
#include <fmt/format.h>

#include <set>

#include "engine/authoring/formatter/formatter.h"
#include "engine/authoring/formatter/kinds.h"
#include "engine/authoring/formatter/same_meaning.h"
#include "engine/checking/spelling.h"
#include "engine/language/keywords.h"
#include "engine/language/letters.h"
#include "engine/language/tokens.h"
#include "engine/rulebook/selection_words.h"
#include "engine/text/edit.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class Respeller {
public:
    Respeller(const CheckedRulebook& book, const SourcePtr& source, Spelling spelling)
        : book_(book), source_(source), vietnamese_(spelling == Spelling::vi) {}

    std::string run() {
        const Ast& ast = book_.book->ast;
        for (const Window& window : find_windows(ast, source_)) words(ast.texts[window.text], window);
        for (ExprId id = 0; id < ast.nodes.size(); ++id)
            if (ast.texts[ast[id].text].source == source_) names(id);
        for (const DefinitionDecl& definition : book_.book->definitions) entity(definition.entity);
        for (const RuleDecl& rule : book_.book->rules) {
            entity(rule.entity);
            if (rule.selection) selection(*rule.selection);
        }
        return edited(source_->text(), std::move(edits_));
    }

private:
    std::string_view pick(std::string_view en, std::string_view vi) const { return vietnamese_ ? vi : en; }

    void put(const Text& text, Range range, std::string_view word) {
        if (word.empty() || new_spelling(text.value.substr(range.begin, range.end - range.begin)) == word) return;
        if (const auto stretch = in_source(text, range)) edits_.push_back({stretch->begin, stretch->end, std::string(word)});
    }

    void entity(const Text& name) {
        if (name.source != source_ || !entities_.insert(name.begin).second) return;
        const EntityId id = book_.schema->entity_spelled(new_spelling(name.value));
        if (id == none_id) return;
        const Entity& meant = (*book_.schema)[id];
        put(name, {0, static_cast<std::uint32_t>(name.value.size())}, pick(meant.name, meant.name_vi));
    }

    /// `descending`, `per`: words of the key, which stand around the expressions.
    void selection(const SelectionDecl& decl) {
        std::set<std::size_t> done;  // several expressions of rank_by may stand in one text
        const auto words_of = [&](ExprId id, bool limit) {
            if (id == no_expr) return;
            const Text& text = book_.book->ast.texts[book_.book->ast[id].text];
            if (text.source != source_ || !done.insert(text.begin).second) return;
            for (const SelectionWord& word : selection_words(text.value, limit)) put(text, word.range, pick(word.en, word.vi));
        };
        for (const RankKeyDecl& key : decl.rank_by) words_of(key.expr, false);
        words_of(decl.limit, true);
    }

    void words(const Text& text, const Window& window) {
        const auto read = read_tokens(text.value, window.range);
        const auto* tokens = std::get_if<std::vector<Token>>(&read);
        if (!tokens) return;
        std::vector<int> open_ifs = {0};  // in each bracket: an `else` belongs to the `if` that still waits for one
        for (std::size_t i = 0; i < tokens->size(); ++i) {
            const Token& token = (*tokens)[i];
            switch (token.kind) {
                case TokenKind::open:
                case TokenKind::open_list:
                    open_ifs.push_back(0);
                    break;
                case TokenKind::close:
                case TokenKind::close_list:
                    if (open_ifs.size() > 1) open_ifs.pop_back();
                    break;
                case TokenKind::is_word: {
                    const bool negated = (*tokens)[i + 1].kind == TokenKind::not_word;
                    const Token& last = (*tokens)[i + (negated ? 2 : 1)];
                    if (vietnamese_ && last.kind == TokenKind::missing_word)
                        put(text, {token.range.begin, last.range.end}, negated ? "không bị_thiếu" : "bị_thiếu");
                    i += negated ? 2 : 1;
                    break;
                }
                case TokenKind::is_missing:
                    put(text, token.range, pick("is missing", "bị_thiếu"));
                    break;
                case TokenKind::is_not_missing:
                    put(text, token.range, pick("is not missing", "không bị_thiếu"));
                    break;
                case TokenKind::else_word: {
                    const bool of_if = open_ifs.back() > 0;
                    if (of_if) --open_ifs.back();
                    put(text, token.range, pick("else", of_if ? "còn_không" : "lấy"));
                    break;
                }
                case TokenKind::period:
                    if (std::get<ReservedWord>(token.literal).word == Reserved::previous_period) {
                        put(text, token.range, pick("previous period", "kỳ_trước"));
                        break;
                    }
                    put(text, token.range, pick("period", "kỳ"));
                    break;
                case TokenKind::literal:
                    if (std::holds_alternative<DurationLiteral>(token.literal)) {
                        unit(text, token.range);
                        break;
                    }
                    keyword(text, token);
                    break;
                default:
                    if (token.kind == TokenKind::if_word) ++open_ifs.back();
                    keyword(text, token);
            }
        }
    }

    void keyword(const Text& text, const Token& token) {
        const Keyword* meant = token.word.empty() || token.kind == TokenKind::word ? nullptr : find_keyword(token.word);
        if (meant && !meant->en.empty() && !meant->vi.empty()) put(text, token.range, pick(meant->en, meant->vi));
    }

    void unit(const Text& text, Range range) {
        std::uint32_t begin = range.begin;
        while (begin < range.end && letter_length(text.value, begin) == 0) ++begin;
        const std::string number = text.value.substr(range.begin, begin - range.begin);
        const Unit* meant = find_unit(new_spelling(text.value.substr(begin, range.end - begin)));
        const bool one = number.find_first_not_of("1 \t") == std::string::npos && number.find("11") == std::string::npos;
        if (meant) put(text, {begin, range.end}, vietnamese_ ? meant->vi : one ? meant->en : meant->plural);
    }

    void names(ExprId id) {
        const Expr& expr = book_.book->ast[id];
        const Text& text = book_.book->ast.texts[expr.text];
        const auto name = [&](Range range, std::size_t number) {
            put(text, range, name_in(book_, id, number, vietnamese_ ? Spelling::vi : Spelling::en));
        };
        if (const auto* call = std::get_if<Call>(&expr.node)) name(call->function.range, 0);
        if (const auto* path = std::get_if<Path>(&expr.node))
            for (std::size_t i = 0; i < path->names.size(); ++i) name(path->names[i].range, i);
    }

    const CheckedRulebook& book_;
    const SourcePtr& source_;
    bool vietnamese_;
    std::vector<Edit> edits_;
    std::set<std::size_t> entities_;
};

}  // namespace

std::optional<std::string> respelled(const RuleFile& file, Spelling spelling, const std::shared_ptr<const Schema>& schema,
                                     Diagnostics& diagnostics) {
    Diagnostics said;
    const auto book = load_rulebook(file, schema, said);
    if (!book) {
        for (const Diagnostic& diagnostic : said.all())
            if (diagnostic.severity == Severity::error) diagnostics.add(diagnostic);
        return std::nullopt;
    }
    std::string text = Respeller(*book, file.source, spelling).run();
    RuleFile again{std::make_shared<const Source>(file.source->name(), text), nullptr, file.kind};
    Diagnostics unsaid;
    if (auto root = read_yaml(again.source, unsaid)) again.root = std::make_shared<const YamlNode>(std::move(*root));
    const auto same = again.root ? load_rulebook(again, schema, unsaid) : nullptr;
    if (!same || !same_meanings(*book, *same) || !same_around(*file.root, *again.root, book->book.get(), same->book.get())) {
        report_changed_meaning(file.source, diagnostics);
        return std::nullopt;
    }
    return text;
}

}  // namespace hoagiai
