// JSON written straight into a string, value after value. Of findings there may be millions, and a tree of each, of which only
// the text is wanted, costs several times what the text does (docs/decisions/0009-json-written-directly.md). The text is the
// one that json_text.h makes of such a tree, to the byte.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace hoagiai {

class JsonWriter {
public:
    enum class Layout { one_line, lines };

    /// Of several lines all but the first stand `indent` blanks further in. `out` is appended to.
    explicit JsonWriter(std::string& out, Layout layout, std::size_t indent = 0)
        : out_(out), layout_(layout), indent_(indent) {}

    /// Of an object that is open; its value comes next.
    JsonWriter& key(std::string_view name);
    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    /// Bytes that are no UTF-8 become U+FFFD; what a terminal would obey is escaped.
    void text(std::string_view value);
    template <std::integral Integer>
        requires(!std::same_as<Integer, bool>)
    void number(Integer value) {
        literal(std::to_string(value));
    }
    void truth(bool value) { literal(value ? "true" : "false"); }
    void null() { literal("null"); }

private:
    void begin(char bracket);
    void end(char bracket);
    void literal(std::string_view value);
    void before_value();
    void new_line();

    std::string& out_;
    Layout layout_;
    std::size_t indent_;
    std::size_t depth_ = 0;
    bool empty_ = true;       ///< whether the innermost of what is open has nothing in it yet
    bool after_key_ = false;  ///< the next value belongs to the key just written
};

}  // namespace hoagiai
