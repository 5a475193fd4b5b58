// Many scalars in every style, made at random from few letters: the n-th letter of the value must map to the n-th letter of
// the source, whatever was folded, indented, doubled or escaped on the way.
#include <catch2/catch.hpp>
#include <random>

#include "engine/text/yaml.h"

using namespace hoagiai;

namespace {

enum class Style { plain, single_quoted, double_quoted, literal, folded };

bool white(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

class Writer {
public:
    explicit Writer(unsigned seed) : random_(seed) {}

    /// A document whose key `k` has a scalar of this style.
    std::string document(Style style) {
        static const std::pair<const char*, std::size_t> outer[] = {{"", 0}, {"a:\n  ", 2}, {"- ", 2}, {"- - ", 4}};
        const auto& [front, indent] = outer[below(4)];
        line_end_ = below(4) > 0 ? "\n" : "\r\n";
        indent_ = indent;
        std::string text = std::string(front) + "k: ";
        text += style == Style::literal || style == Style::folded ? block(style) : flow(style);
        if (text.back() == '\n' && below(2) == 0) text += spaces(indent_) + "l: z" + line_end_;
        return text;
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    static std::string spaces(std::size_t n) { return std::string(n, ' '); }

    std::string word(Style style) {
        static const char* const letters[] = {"a", "b", "aa", "ê", "x", "|", "-", "#", "😀"};
        static const char* const escapes[] = {"\\n",   "\\t",         "\\\"", "\\\\", "\\u00e9",
                                              "\\x41", "\\U0001F600", "\\ ",  "\\/",  "\\L"};
        std::string text;
        for (std::size_t i = 1 + below(4); i > 0; --i) {
            const bool special = below(4) == 0;
            if (special && style == Style::single_quoted)
                text += "''";
            else if (special && style == Style::double_quoted)
                text += escapes[below(std::size(escapes))];
            else
                text += letters[below(std::size(letters))];
        }
        if (style == Style::plain && (text[0] == '#' || text[0] == '|' || text[0] == '-')) text = "y" + text;
        return text;
    }

    std::string words(Style style) {
        std::string text = word(style);
        for (std::size_t i = below(3); i > 0; --i) text += (below(8) == 0 ? "\t" : spaces(1 + below(2))) + word(style);
        if (below(5) == 0) text += spaces(below(3));
        return text;
    }

    std::string flow(Style style) {
        const std::string quote = style == Style::single_quoted ? "'" : style == Style::double_quoted ? "\"" : "";
        std::string text = quote + words(style);
        for (std::size_t lines = below(4); lines > 0; --lines) {
            if (style == Style::double_quoted && below(6) == 0) text += "\\";
            text += line_end_;
            if (below(5) == 0) text += spaces(below(3)) + line_end_;
            text += spaces(indent_ + 1 + below(3)) + words(style);
        }
        return text + quote + (below(5) == 0 ? " # c" : "") + line_end_;
    }

    std::string block(Style style) {
        const std::size_t inner = 1 + below(3);
        const bool told = below(3) == 0;  // the indentation, by a digit
        const std::string digit = told ? std::to_string(inner) : "", chomping = std::string("\0-+", 3).substr(below(3), 1);
        std::string text = (style == Style::literal ? "|" : ">") + digit + (chomping[0] == '\0' ? "" : chomping) + line_end_;
        const std::size_t lines = below(6);
        for (std::size_t i = 0; i < lines; ++i) {
            text += spaces(indent_ + inner + (told || i > 0 ? below(3) * below(2) : 0)) + words(style);
            if (i + 1 < lines || below(4) > 0) text += line_end_;
            if (i + 1 < lines && below(4) == 0) text += spaces(below(indent_ + inner + 3)) + line_end_;
        }
        if (text.back() == '\n' && below(4) == 0) text += spaces(below(indent_ + 1)) + line_end_;
        return text;
    }

    std::mt19937 random_;
    std::string line_end_;
    std::size_t indent_ = 0;
};

const YamlNode* scalar_of(const YamlNode& root) {
    const YamlNode* node = &root;
    while (node && !node->find("k")) node = node->is_sequence() ? &node->items.at(0) : node->find("a");
    return node ? node->find("k") : nullptr;
}

/// Where the letters of the scalar's content stand, in their order; not for escapes.
std::vector<std::size_t> letters_of(std::string_view source, const Text& text, Style style) {
    const bool quoted = style == Style::single_quoted;
    std::size_t from = text.begin + (quoted ? 1 : 0);
    const std::size_t to = text.end - (quoted ? 1 : 0);
    if (style == Style::literal || style == Style::folded) from = source.find('\n', text.begin) + 1;
    std::vector<std::size_t> letters;
    for (std::size_t i = from; i < to; ++i) {
        if (white(source[i])) continue;
        letters.push_back(i);
        if (quoted && source[i] == '\'') ++i;
    }
    return letters;
}

}  // namespace

TEST_CASE("the n-th letter of a value is the n-th letter of its source", "[yaml]") {
    const auto style = GENERATE(Style::plain, Style::single_quoted, Style::literal, Style::folded);
    Writer writer(static_cast<unsigned>(style) + 1);
    for (int round = 0; round < 1500; ++round) {
        const auto source = std::make_shared<const Source>("t.yaml", writer.document(style));
        Diagnostics said;
        const auto root = read_yaml(source, said);
        INFO(source->text());
        REQUIRE(root);
        REQUIRE(said.empty());
        const YamlNode* node = scalar_of(*root);
        REQUIRE(node);
        const Text& text = node->text;
        REQUIRE(text.plain == (style == Style::plain));
        std::vector<std::size_t> mapped;
        for (std::size_t i = 0; i < text.value.size(); ++i)
            if (!white(text.value[i])) mapped.push_back(text.source_offset(i));
        REQUIRE(mapped == letters_of(source->text(), text, style));
    }
}

TEST_CASE("escapes map to where they begin, all else to itself", "[yaml]") {
    Writer writer(7);
    for (int round = 0; round < 1500; ++round) {
        const auto source = std::make_shared<const Source>("t.yaml", writer.document(Style::double_quoted));
        const std::string_view bytes = source->text();
        Diagnostics said;
        const auto root = read_yaml(source, said);
        INFO(bytes);
        REQUIRE(root);
        REQUIRE(said.empty());
        const Text& text = scalar_of(*root)->text;
        REQUIRE(bytes[text.begin] == '"');
        REQUIRE(bytes[text.end - 1] == '"');
        std::vector<bool> reached(bytes.size());
        std::size_t before = text.begin;
        for (std::size_t i = 0; i < text.value.size(); ++i) {
            const std::size_t at = text.source_offset(i);
            REQUIRE(at >= before);
            REQUIRE(at < text.end);
            if (!white(text.value[i])) REQUIRE((bytes[at] == '\\' || bytes[at] == text.value[i]));
            reached[at] = true;
            before = at;
        }
        for (std::size_t i = text.begin + 1; i + 1 < text.end; ++i) {
            if (bytes[i] == '\\') {
                const char kind = bytes[i + 1];
                if (kind != '\n' && kind != '\r') REQUIRE(reached[i]);
                i += 1 + (kind == 'x' ? 2u : kind == 'u' ? 4u : kind == 'U' ? 8u : 0u);
            } else if (!white(bytes[i])) {
                REQUIRE(reached[i]);
            }
        }
    }
}
