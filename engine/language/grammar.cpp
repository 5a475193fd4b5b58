// The grammar of expressions (docs/language.md, expressions), in Boost.Spirit X3 over tokens: precedence is the order of the
// rules, the loosest first. Its actions call TreeBuilder. Every alternative is told by its first tokens, so nothing is read
// twice; the furthest token at which reading failed is the one a person has to look at.
#include "engine/language/grammar.h"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3.hpp>
#include <functional>

#include "engine/language/parser.h"

BOOST_FUSION_ADAPT_STRUCT(hoagiai::ChainLink, sign, operand)
BOOST_FUSION_ADAPT_STRUCT(hoagiai::Prefixed, word, operand)
BOOST_FUSION_ADAPT_STRUCT(hoagiai::IfParts, word, condition, then, otherwise)
BOOST_FUSION_ADAPT_STRUCT(hoagiai::GroupParts, open, inner, fallback, close)
BOOST_FUSION_ADAPT_STRUCT(hoagiai::ListParts, open, items, close)
BOOST_FUSION_ADAPT_STRUCT(hoagiai::CallArguments, first, rows, condition, more)
BOOST_FUSION_ADAPT_STRUCT(hoagiai::CallParts, name, arguments, close)

namespace hoagiai {

namespace {

namespace x3 = boost::spirit::x3;

struct State {
    TreeBuilder& builder;
    const Token* furthest;
    TokenSet expected{};
    std::size_t depth = 0;
    bool too_deep = false;

    bool stopped() const { return too_deep || builder.error(); }
    void missed(const Token* at, TokenSet wanted) {
        if (at < furthest) return;
        if (at > furthest) expected = {};
        furthest = at;
        expected |= wanted;
    }
};
struct state_tag;

template <typename Context>
State& state_of(const Context& context) {
    return x3::get<state_tag>(context).get();
}

/// One token of a set of kinds; its attribute is the token.
struct TokenParser : x3::parser<TokenParser> {
    using attribute_type = const Token*;
    static constexpr bool has_attribute = true;
    TokenSet kinds;
    constexpr explicit TokenParser(TokenSet set) : kinds(set) {}
    template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute& attribute) const {
        State& state = state_of(context);
        if (first == last || state.stopped()) return false;
        if (!kinds.has(first->kind)) {
            state.missed(first, kinds);
            return false;
        }
        const Token* token = first;
        x3::traits::move_to(token, attribute);
        ++first;
        return true;
    }
};

/// One level deeper, refused long before the stack would feel it.
template <typename Subject>
struct Deeper : x3::unary_parser<Subject, Deeper<Subject>> {
    using base = x3::unary_parser<Subject, Deeper<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    constexpr explicit Deeper(const Subject& inner) : base(inner) {}
    template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule_context,
               Attribute& attribute) const {
        State& state = state_of(context);
        if (state.stopped()) return false;
        if (state.depth > max_expression_depth) {
            state.too_deep = true;
            state.furthest = first;
            return false;
        }
        ++state.depth;
        const bool matched = this->subject.parse(first, last, context, rule_context, attribute);
        --state.depth;
        return matched;
    }
};
template <typename Subject>
constexpr auto deeper(const Subject& inner) {
    return Deeper<Subject>(inner);
}

constexpr TokenParser token(TokenSet kinds) { return TokenParser(kinds); }
constexpr auto sign(TokenKind kind) { return x3::omit[TokenParser(kind)]; }

/// Actions: keep what was read; build a node of it; build a node of what stands already and it.
const auto keep = [](auto& context) { x3::_val(context) = x3::_attr(context); };
template <auto Method>
constexpr auto build = [](auto& context) { x3::_val(context) = (state_of(context).builder.*Method)(x3::_attr(context)); };
template <auto Method>
constexpr auto extend =
    [](auto& context) { x3::_val(context) = (state_of(context).builder.*Method)(x3::_val(context), x3::_attr(context)); };

const x3::rule<struct expression_id, Part> expression = "expression";
const x3::rule<struct choice_id, Part> whole = "whole";
const x3::rule<struct if_id, IfParts> if_parts = "if";
const x3::rule<struct or_list_id, std::vector<Part>> or_list = "or list";
const x3::rule<struct or_id, Part> disjunction = "or";
const x3::rule<struct and_list_id, std::vector<Part>> and_list = "and list";
const x3::rule<struct and_id, Part> conjunction = "and";
const x3::rule<struct negated_id, Prefixed> negated = "negated";
const x3::rule<struct not_id, Part> negation = "not";
const x3::rule<struct relation_id, Part> relation = "relation";
const x3::rule<struct compared_id, ChainLink> compared = "compared";
const x3::rule<struct chain_id, std::vector<ChainLink>> chain = "chain";
const x3::rule<struct is_missing_id, const Token*> is_missing = "is missing";
const x3::rule<struct is_not_missing_id, const Token*> is_not_missing = "is not missing";
const x3::rule<struct list_id, ListParts> list_parts = "list";
const x3::rule<struct set_id, Part> set = "set";
const x3::rule<struct sum_step_id, ChainLink> sum_step = "sum step";
const x3::rule<struct sum_id, Part> sum = "sum";
const x3::rule<struct product_step_id, ChainLink> product_step = "product step";
const x3::rule<struct product_id, Part> product = "product";
const x3::rule<struct minus_id, Prefixed> minus = "minus";
const x3::rule<struct unary_id, Part> unary = "unary";
const x3::rule<struct words_id, std::vector<const Token*>> words = "words";
const x3::rule<struct fallback_id, Part> fallback = "fallback";
const x3::rule<struct group_id, GroupParts> group = "group";
const x3::rule<struct arguments_id, CallArguments> arguments = "arguments";
const x3::rule<struct call_id, CallParts> call = "call";
const x3::rule<struct primary_id, Part> primary = "primary";

const auto expression_def = deeper(whole);
const auto whole_def = if_parts[build<&TreeBuilder::conditional>] | disjunction[keep];
const auto if_parts_def = token(TokenKind::if_word) >> disjunction >> sign(TokenKind::then_word) >> expression >>
                          sign(TokenKind::else_word) >> expression;

const auto or_list_def = conjunction % sign(TokenKind::or_word);
const auto disjunction_def = or_list[build<&TreeBuilder::disjunction>];
const auto and_list_def = negation % sign(TokenKind::and_word);
const auto conjunction_def = and_list[build<&TreeBuilder::conjunction>];
const auto negated_def = token(TokenKind::not_word) >> deeper(negation);
const auto negation_def = negated[build<&TreeBuilder::negation>] | relation[keep];

const auto compared_def = token(comparing) >> sum;
const auto chain_def = +compared;
const auto in_set = sign(TokenKind::in_word) >> set;
const auto is_missing_def = (sign(TokenKind::is_word) >> token(TokenKind::missing_word)) | token(TokenKind::is_missing);
const auto is_not_missing_def = (sign(TokenKind::is_word) >> sign(TokenKind::not_word) >> token(TokenKind::missing_word)) |
                                token(TokenKind::is_not_missing);
const auto relation_def = sum[keep] >> -(chain[extend<&TreeBuilder::comparison>] | in_set[extend<&TreeBuilder::membership>] |
                                         is_missing[extend<&TreeBuilder::is_missing>] |
                                         is_not_missing[extend<&TreeBuilder::is_not_missing>]);
const auto list_parts_def = token(TokenKind::open_list) >> (unary % sign(TokenKind::comma)) >> token(TokenKind::close_list);
const auto set_def = list_parts[build<&TreeBuilder::list>] | words[build<&TreeBuilder::path>] |
                     token(TokenKind::period)[build<&TreeBuilder::literal>];

const auto sum_step_def = token(TokenKind::plus | TokenKind::minus) >> product;
const auto sum_def = product[keep] >> *(sum_step[extend<&TreeBuilder::arithmetic>]);
const auto product_step_def = token(TokenKind::times | TokenKind::divide) >> unary;
const auto product_def = unary[keep] >> *(product_step[extend<&TreeBuilder::arithmetic>]);
const auto minus_def = token(TokenKind::minus) >> deeper(unary);
const auto unary_def = minus[build<&TreeBuilder::negative>] | primary[keep];

const auto words_def = token(TokenKind::word) % sign(TokenKind::dot);
const auto fallback_def = (sign(TokenKind::else_word) >> expression) | x3::attr(Part{});
const auto group_def = token(TokenKind::open) >> expression >> fallback >> token(TokenKind::close);
const auto rows = (sign(TokenKind::of_word) >> expression) | x3::attr(Part{});
const auto condition = (sign(TokenKind::where_word) >> expression) | x3::attr(Part{});
const auto arguments_def =
    (expression >> rows >> condition >> *(sign(TokenKind::comma) >> expression)) | x3::attr(CallArguments{});
const auto call_def = token(TokenKind::word) >> sign(TokenKind::open) >> arguments >> token(TokenKind::close);
const auto primary_def = token(TokenKind::literal | TokenKind::reserved | TokenKind::period)[build<&TreeBuilder::literal>] |
                         call[build<&TreeBuilder::call>] | words[build<&TreeBuilder::path>] | group[build<&TreeBuilder::group>];

BOOST_SPIRIT_DEFINE(expression, whole, if_parts, or_list, disjunction, and_list, conjunction, negated, negation, relation,
                    compared, chain, is_missing, is_not_missing)
BOOST_SPIRIT_DEFINE(list_parts, set, sum_step, sum, product_step, product, minus, unary, words, fallback, group, arguments,
                    call, primary)

}  // namespace

Reading read_grammar(const std::vector<Token>& tokens, TreeBuilder& builder) {
    State state{builder, tokens.data()};
    const Token* first = tokens.data();
    const Token* const last = first + tokens.size();
    Part root;
    const auto grammar = x3::with<state_tag>(std::ref(state))[expression >> sign(TokenKind::end)];
    const bool read = x3::parse(first, last, grammar, root) && !state.stopped();
    Reading reading;
    if (read) reading.root = root.id;
    reading.stop = static_cast<std::size_t>(state.furthest - tokens.data());
    reading.expected = state.expected;
    reading.too_deep = state.too_deep;
    return reading;
}

}  // namespace hoagiai
