// A letter for the kind, a count, a colon; behind it so many bytes (s, and p for a text without quotes), items (q), or keys
// with their values (m). Null is n.
#include "engine/schema/packed.h"

#include <charconv>

namespace hoagiai {

namespace {

void put(std::string& out, char kind, std::size_t count) {
    out += kind;
    out += std::to_string(count);
    out += ':';
}

void put(std::string& out, const Text& text) {
    put(out, text.plain ? 'p' : 's', text.value.size());
    out += text.value;
}

void put(std::string& out, const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::null:
            return put(out, 'n', 0);
        case YamlNode::Kind::scalar:
            return put(out, node.text);
        case YamlNode::Kind::sequence:
            put(out, 'q', node.items.size());
            for (const YamlNode& item : node.items) put(out, item);
            return;
        case YamlNode::Kind::mapping:
            put(out, 'm', node.entries.size());
            for (const YamlEntry& entry : node.entries) {
                put(out, entry.key);
                put(out, entry.value);
            }
            return;
    }
}

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    YamlNode node() {
        YamlNode node;
        const auto [kind, count] = head();
        if (kind == 's' || kind == 'p') {
            node.kind = YamlNode::Kind::scalar;
            node.text = text(kind, count);
        } else if (kind == 'q') {
            node.kind = YamlNode::Kind::sequence;
            node.items.reserve(count);
            for (std::size_t i = 0; i < count; ++i) node.items.push_back(this->node());
        } else if (kind == 'm') {
            node.kind = YamlNode::Kind::mapping;
            node.entries.reserve(count);
            for (std::size_t i = 0; i < count; ++i) {
                const auto [key_kind, size] = head();
                Text key = text(key_kind, size);
                node.entries.push_back({std::move(key), this->node()});
            }
        }
        return node;
    }

private:
    std::pair<char, std::size_t> head() {
        const char kind = rest_.front();
        std::size_t count = 0;
        const char* end = std::from_chars(rest_.data() + 1, rest_.data() + rest_.size(), count).ptr;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()) + 1);
        return {kind, count};
    }
    Text text(char kind, std::size_t size) {
        Text text = Text::unplaced(std::string(rest_.substr(0, size)));
        text.plain = kind == 'p';
        rest_.remove_prefix(size);
        return text;
    }

    std::string_view rest_;
};

}  // namespace

std::string packed(const YamlNode& node) {
    std::string out;
    put(out, node);
    return out;
}

YamlNode unpacked(std::string_view bytes) { return Unpacker(bytes).node(); }

}  // namespace hoagiai
