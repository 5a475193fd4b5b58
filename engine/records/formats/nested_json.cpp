// The only file of this room that sees nlohmann. Its events are used, since its tree silently keeps the last of two equal keys.
// They carry no places; but they come in the order of the file, and only white space, commas and colons stand between two of
// them, so walking beside them over the bytes tells where each one stands.
#include "engine/records/formats/nested_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "engine/records/blanks.h"
#include "engine/records/kinds.h"

namespace hoagiai {

namespace {

using Json = nlohmann::json;

constexpr std::string_view between_tokens = " \t\r\n,:";
constexpr std::size_t few_entries = 16;  ///< looked through one by one; more get an index
constexpr std::size_t most_characters_said = 20;

/// The length of a character that no text should hold at i, or 0: JSON's parser takes a zero byte for the end of the file, and
/// what cannot be seen makes two words that look alike differ.
std::size_t invisible_at(std::string_view text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text.compare(i, 3, "\xEF\xBB\xBF") == 0) return 3;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return 2;
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F ? 1 : 0;
}

void refuse_character(std::string_view character, Place place, Diagnostics& diagnostics) {
    const std::string name = character.size() == 3
                                 ? "U+FEFF"
                                 : fmt::format("0x{:02X}", static_cast<unsigned>(static_cast<unsigned char>(character.back())));
    diagnostics.add(json_character, std::move(place),
                    {fmt::format("có ký tự vô hình {}, không được phép trong hồ sơ", name),
                     fmt::format("the invisible character {} cannot stand in records", name)},
                    {"xóa ký tự này", "remove it"});
}

bool refuse_invisible_characters(const Source& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    std::size_t said = 0;
    for (std::size_t i = 0; i < text.size() && said < most_characters_said; ++i) {
        const std::size_t length = invisible_at(text, i);
        if (length == 0) continue;
        refuse_character(text.substr(i, length), source.place(i, i + length), diagnostics);
        i += length - 1;
        ++said;
    }
    return said > 0;
}

class TreeBuilder : public nlohmann::json_sax<Json> {
public:
    TreeBuilder(const SourcePtr& source, Diagnostics& diagnostics, const JsonLimits& limits)
        : source_(source), bytes_(source->text()), diagnostics_(diagnostics), limits_(limits) {}

    std::optional<YamlNode> root;

    bool null() override { return add(YamlNode::Kind::null, word()); }
    bool boolean(bool) override { return add(YamlNode::Kind::scalar, word()); }
    bool number_integer(number_integer_t) override { return add(YamlNode::Kind::scalar, word()); }
    bool number_unsigned(number_unsigned_t) override { return add(YamlNode::Kind::scalar, word()); }
    bool number_float(number_float_t, const string_t&) override { return add(YamlNode::Kind::scalar, word()); }
    bool string(string_t& value) override { return add(YamlNode::Kind::scalar, quoted(value)); }
    bool binary(binary_t&) override { return false; }  // no JSON text holds one

    bool start_object(std::size_t) override { return open(YamlNode::Kind::mapping); }
    bool start_array(std::size_t) override { return open(YamlNode::Kind::sequence); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        Open& object = open_.back();
        object.key = quoted(value);
        object.key_is_new = true;
        const Text* first = nullptr;
        const std::vector<YamlEntry>& entries = object.node.entries;
        if (object.keys.empty() && entries.size() > few_entries)
            for (std::size_t i = 0; i < entries.size(); ++i) object.keys.emplace(entries[i].key.value, i);
        if (!object.keys.empty()) {
            const auto [known, fresh] = object.keys.emplace(object.key.value, entries.size());
            if (!fresh) first = &entries[known->second].key;
        } else {
            for (const YamlEntry& entry : entries)
                if (entry.key.value == object.key.value) first = &entry.key;
        }
        if (!first) return true;
        object.key_is_new = false;
        const std::string see = shown(object.key.value);
        Diagnostic& said =
            diagnostics_.add(json_key_twice, object.key.place(),
                             {fmt::format("khóa `{}` có hai lần", see), fmt::format("the key `{}` is there twice", see)},
                             {"bỏ một trong hai", "remove one of the two"});
        said.cell = Cell{said.place.line, object.key.value, ""};
        said.related.push_back({first->place(), {"lần đầu ở đây", "first given here"}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception& problem) override {
        const std::size_t at = std::min(position > 0 ? position - 1 : 0, bytes_.size());
        const std::size_t token = std::min(next_token(), at);
        Diagnostic& said = report_broken_json(*source_, problem.what(), end_, token, at, diagnostics_);
        if (!open_.empty() && !closes(said.place))
            said.related.push_back({open_.back().node.place(), {"phần này mở ở đây", "this part was opened here"}});
        return false;
    }

private:
    struct Open {
        YamlNode node;
        Text key;
        bool key_is_new = true;
        std::unordered_map<std::string, std::size_t> keys;  ///< of an object with more than a few entries
    };

    /// Nothing more helpful to say than the place itself.
    bool closes(const Place& place) const { return open_.back().node.place().line == place.line; }

    std::size_t next_token() const { return std::min(bytes_.find_first_not_of(between_tokens, end_), bytes_.size()); }

    Text token(std::size_t end_of_token) {
        Text text;
        text.source = source_;
        text.begin = static_cast<std::uint32_t>(next_token());
        text.end = static_cast<std::uint32_t>(end_of_token);
        end_ = end_of_token;
        return text;
    }

    /// A number, true, false or null, as it is written.
    Text word() {
        const std::size_t begin = next_token();
        std::size_t end = begin;
        const auto pass = [&](std::string_view characters) {
            end = std::min(bytes_.find_first_not_of(characters, end), bytes_.size());
        };
        const char first = bytes_[begin];
        if (first == 't' || first == 'f' || first == 'n') {
            end += first == 'f' ? 5 : 4;
        } else {
            if (first == '-') ++end;
            // A digit behind a leading zero is no longer of this number.
            if (end < bytes_.size() && bytes_[end] == '0')
                ++end;
            else
                pass("0123456789");
            if (end < bytes_.size() && bytes_[end] == '.') ++end, pass("0123456789");
            if (end < bytes_.size() && (bytes_[end] == 'e' || bytes_[end] == 'E')) ++end, pass("+-"), pass("0123456789");
        }
        Text text = token(end);
        text.value = bytes_.substr(begin, end - begin);
        text.plain = true;
        return text;
    }

    Text quoted(string_t& value) {
        std::size_t end = next_token() + 1;
        for (; end < bytes_.size() && bytes_[end] != '"'; ++end)
            if (bytes_[end] == '\\') ++end;
        Text text = token(std::min(end + 1, bytes_.size()));
        // Escapes could smuggle in what the file itself may not hold.
        bool said = false;
        for (std::size_t i = 0; i < value.size();) {
            const std::size_t length = invisible_at(value, i);
            if (length > 0 && !said) refuse_character(std::string_view(value).substr(i, length), text.place(), diagnostics_);
            said = said || length > 0;
            if (length > 0)
                value.erase(i, length);
            else
                ++i;
        }
        text.value = std::move(value);
        return text;
    }

    bool refuse_size(const Text& here, Words message, Words help) {
        diagnostics_.add(json_too_large, here.place(), std::move(message), std::move(help));
        return false;
    }

    bool count(const Text& here) {
        if (++values_ <= limits_.values) return true;
        return refuse_size(here,
                           {fmt::format("tệp có hơn {} giá trị, phần còn lại không được đọc", limits_.values),
                            fmt::format("more than {} values, the rest of the file was not read", limits_.values)},
                           {"chia thành nhiều tệp nhỏ hơn, hoặc dùng một thư mục CSV",
                            "split it into smaller files, or use a folder of CSV files"});
    }

    bool open(YamlNode::Kind kind) {
        Open opened;
        opened.node.kind = kind;
        opened.node.text = token(next_token() + 1);
        if (!count(opened.node.text)) return false;
        if (open_.size() >= limits_.depth)
            return refuse_size(opened.node.text,
                               {fmt::format("lồng nhau quá sâu: tối đa {} mức", limits_.depth),
                                fmt::format("nested too deep: at most {} levels", limits_.depth)},
                               {"bớt số mức lồng nhau", "nest less deep"});
        open_.push_back(std::move(opened));
        return true;
    }

    bool close() {
        token(next_token() + 1);
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        return take(std::move(node));
    }

    bool add(YamlNode::Kind kind, Text text) {
        if (!count(text)) return false;
        YamlNode node;
        node.kind = kind;
        node.text = std::move(text);
        if (kind == YamlNode::Kind::null) node.text.value.clear();
        return take(std::move(node));
    }

    bool take(YamlNode node) {
        if (open_.empty()) {
            root = std::move(node);
        } else if (Open& parent = open_.back(); parent.node.is_sequence()) {
            parent.node.items.push_back(std::move(node));
        } else if (parent.key_is_new) {
            parent.node.entries.push_back({std::move(parent.key), std::move(node)});
        }
        return true;
    }

    const SourcePtr& source_;
    std::string_view bytes_;
    Diagnostics& diagnostics_;
    const JsonLimits limits_;
    std::size_t end_ = 0;  ///< of the last token
    std::size_t values_ = 0;
    std::vector<Open> open_;
};

}  // namespace

std::optional<YamlNode> read_json(const SourcePtr& source, Diagnostics& diagnostics, const JsonLimits& limits) {
    if (refuse_invisible_characters(*source, diagnostics)) return std::nullopt;
    TreeBuilder builder(source, diagnostics, limits);
    const std::string_view text = source->text();
    if (!Json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
    return std::move(builder.root);
}

}  // namespace hoagiai
