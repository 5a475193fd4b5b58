// The only file that sees yaml-cpp. Its event interface is used, since its node tree silently takes duplicate keys, merge keys
// and whatever stands behind the first document, and resolves aliases into trees without bound.
#include "engine/text/yaml_parser.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_set>

#include "engine/text/fold.h"
#include "engine/text/scalar_map.h"
#include "engine/text/yaml_comma.h"
#include "engine/text/yaml_guard.h"
#include "engine/text/yaml_kinds.h"
#include "engine/text/yaml_mend.h"
#include "engine/text/yaml_message.h"

namespace hoagiai {

namespace {

/// Ends the parse from inside a handler; never leaves this file.
struct Stop {};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_diagnostics = 1000;
constexpr std::size_t few_entries = 16;  ///< looked through one by one; more get an index

/// yaml-cpp swallows a byte order mark and counts from behind it.
std::size_t offset_of(const YAML::Mark& mark, const Source& source) {
    const std::size_t swallowed =
        source.text().substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
    return swallowed + static_cast<std::size_t>(std::max(mark.pos, 0));
}

/// A stream over bytes that are already in memory.
class Bytes : public std::streambuf {
public:
    explicit Bytes(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // streambuf's interface; it is only read
        setg(begin, begin, begin + text.size());
    }
};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const SourcePtr& source, Diagnostics& diagnostics, const YamlLimits& limits)
        : source_(source), diagnostics_(diagnostics), limits_(limits), said_before_(diagnostics.all().size()) {}

    std::optional<YamlNode> root;
    Text last_scalar;  ///< only where it stands
    std::size_t document_start = 0;

    void OnDocumentStart(const YAML::Mark& mark) override { document_start = offset_of(mark, *source_); }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        YamlNode node;
        node.text = spot(mark);
        node.text.plain = true;
        const bool key_has_no_value = !open_.empty() && open_.back().has_key;
        if (const std::size_t length = written_null(node.text.begin);
            length > 0 && !(key_has_no_value && on_a_later_line(node.text.begin))) {
            node.text.end = node.text.begin + static_cast<std::uint32_t>(length);
        } else if (key_has_no_value) {
            // An empty value has no place of its own: its key says where it is missing.
            Open& open = open_.back();
            const Text key = open.key;
            if (open.braces && !followed_by_colon(key)) {
                if (key.end > key.begin) take_lonely_key(open, key);
                open.has_key = false;  // said; nobody need hear of an unknown key as well
                return;
            }
            node.text = key;
            node.text.value.clear();
            node.text.segments.clear();
            node.text.plain = true;
        } else if (!open_.empty() && open_.back().node.is_sequence()) {
            node.text = in_front_of(node.text.begin);
        }
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        say(anchor_used, place(mark), {"không dùng bí danh (*tên) trong tệp này", "aliases (*name) are not taken here"},
            {"viết lại đầy đủ giá trị", "write the value out"});
        YamlNode node;
        node.text = spot(mark);
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        YamlNode node;
        node.kind = YamlNode::Kind::scalar;
        const auto at = offset_of(mark, *source_);
        if (value.size() > limits_.scalar_bytes) {
            say(scalar_too_long, place(mark),
                {fmt::format("đoạn văn bản quá dài: {} byte, tối đa {}", value.size(), limits_.scalar_bytes),
                 fmt::format("the text is too long: {} bytes, at most {}", value.size(), limits_.scalar_bytes)});
            node.text = spot(mark);
        } else {
            bool fits = false;
            node.text = placed_scalar(value, source_, at, tag == "?" || tag.empty(), fits);
            // yaml-cpp takes a quote that the end of the file closes.
            const char first = at < source_->text().size() ? source_->text()[at] : ' ';
            if (!fits && !node.text.plain && (first == '"' || first == '\'')) {
                Diagnostic& said =
                    say(broken_yaml, place(mark),
                        {"thiếu dấu ngoặc đóng của câu bắt đầu ở đây", "the quote that closes this text is missing"},
                        {"thêm dấu ngoặc ở cuối câu", "add the quote at the end of the text"});
                if (const auto closed = close_quote(bytes(), at)) said.fix = {*closed};
            }
            // The text behind a tag is what was meant with it.
            if (first == '!' && value.empty()) node.text.value = std::string(written_tag(at));
        }
        refuse_escaped_characters(node.text);
        last_scalar.source = source_;
        last_scalar.begin = node.text.begin;
        last_scalar.end = node.text.end;
        last_scalar.plain = node.text.plain;
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        start(mark, tag, anchor, style, YamlNode::Kind::sequence);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        start(mark, tag, anchor, style, YamlNode::Kind::mapping);
    }
    void OnMapEnd() override { close(); }

    /// Where the outermost open node begins.
    Place place_of_start() const { return open_.empty() ? source_->place(0, 0) : open_.front().node.place(); }

private:
    struct Open {
        YamlNode node;
        Text key;
        bool has_key = false;
        bool braces = false;                       ///< written {…}
        Text cut;                                  ///< the first key without a value, where a comma cut a text
        std::uint32_t cut_begin = 0, cut_end = 0;  ///< that text; no end: there is none
        std::unordered_set<std::string> keys;      ///< of a mapping with more than a few entries
    };

    Diagnostic& say(const DiagnosticKind& kind, Place where, Words what, Words way_out = {}) {
        return say(Diagnostic(kind, std::move(where), std::move(what), std::move(way_out)));
    }
    Diagnostic& say(Diagnostic diagnostic) {
        if (diagnostics_.all().size() - said_before_ >= most_diagnostics) {
            diagnostics_.add(too_many_slips, std::move(diagnostic.place),
                             {fmt::format("tệp có hơn {} lỗi, phần còn lại không được đọc", most_diagnostics),
                              fmt::format("more than {} slips, the rest of the file was not read", most_diagnostics)},
                             {"sửa các lỗi trên rồi chạy lại", "mend these and run again"});
            throw Stop{};
        }
        return diagnostics_.add(std::move(diagnostic));
    }

    Text spot(const YAML::Mark& mark) const {
        Text text;
        text.source = source_;
        text.begin = static_cast<std::uint32_t>(offset_of(mark, *source_));
        text.end = text.begin + 1;
        return text;
    }
    Place place(const YAML::Mark& mark) const { return spot(mark).place(); }

    std::string_view bytes() const { return source_->text(); }

    bool followed_by_colon(const Text& key) const {
        const std::size_t next = bytes().find_first_not_of(" \t\r\n", key.end);
        return next != std::string_view::npos && bytes()[next] == ':';
    }

    /// `!word` to the end of the line.
    std::string_view written_tag(std::size_t at) const {
        std::string_view tag = bytes().substr(at, std::min(bytes().find('\n', at), bytes().size()) - at);
        return tag.substr(0, std::min(tag.find_first_of(" \t\r,]}"), tag.size()));
    }

    /// The length of a null that somebody wrote at `at`, or 0.
    std::size_t written_null(std::size_t at) const {
        for (const std::string_view word : {"~", "null", "Null", "NULL"})
            if (bytes().substr(std::min(at, bytes().size()), word.size()) == word && !goes_on(at + word.size()))
                return word.size();
        return 0;
    }

    bool goes_on(std::size_t at) const {
        return at < bytes().size() && std::string_view(" \t\r\n,]}:").find(bytes()[at]) == std::string_view::npos;
    }

    /// An empty value's mark is at whatever comes next, perhaps a key on a later line.
    bool on_a_later_line(std::size_t at) const {
        const std::size_t from = open_.back().key.end;
        return at > from && bytes().substr(from, at - from).find('\n') != std::string_view::npos;
    }

    /// An empty item: the sign that it should follow.
    Text in_front_of(std::size_t at) const {
        const std::size_t before = at == 0 ? std::string_view::npos : bytes().find_last_not_of(" \t\r\n", at - 1);
        Text text;
        text.source = source_;
        text.plain = true;
        text.begin = static_cast<std::uint32_t>(before == std::string_view::npos ? 0 : before);
        text.end = text.begin + (before == std::string_view::npos ? 0 : 1);
        return text;
    }

    /// A comma inside {…} began a key that has no value: it goes on with the text in front of it. Several of them are one slip,
    /// said when the text is whole; read on as if it had been in quotes.
    void take_lonely_key(Open& open, const Text& key) {
        std::vector<YamlEntry>& entries = open.node.entries;
        if (open.cut_end == 0) {
            open.cut = key;
            const bool goes_on = !entries.empty() && entries.back().value.is_scalar() && entries.back().value.text.plain;
            open.cut_begin = goes_on ? entries.back().value.text.begin : key.begin;
        }
        open.cut_end = key.end;
    }

    void refuse_lonely_key(Open& open) {
        if (open.cut_end == 0) return;
        CommaSlip slip = comma_slip(source_, open.cut, open.cut_begin, open.cut_end, open.node.entries.empty());
        say(std::move(slip.said));
        if (slip.text) {
            Text& text = open.node.entries.back().value.text;
            text.value = *slip.text;
            text.segments.clear();
            text.end = open.cut_end;
            text.plain = slip.number;
        } else {
            open.node.left_out = true;
        }
        open.cut_end = 0;
    }

    /// Escapes could smuggle in what the file itself may not hold.
    void refuse_escaped_characters(Text& text) {
        if (text.plain) return;
        for (std::size_t i = 0; i < text.value.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text.value[i]);
            if ((byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n' || byte == '\r') continue;
            say(control_character, text.place(i, i + 1),
                {fmt::format("ký tự thoát cho ký tự điều khiển 0x{:02X} không được phép", static_cast<unsigned>(byte)),
                 fmt::format("an escape for the control character 0x{:02X} is not taken", static_cast<unsigned>(byte))},
                {"xóa ký tự này", "remove it"});
            text.value[i] = ' ';
        }
        for (std::size_t bad = find_invalid_utf8(text.value); bad != std::string::npos; bad = find_invalid_utf8(text.value)) {
            say(broken_yaml, text.place(bad, bad + 1),
                {"ký tự thoát này không được dùng ở đây", "this escape is not taken here"},
                {"viết thẳng ký tự đó, hoặc dùng \\u và bốn chữ số", "write the character itself, or \\u and four digits"});
            text.value[bad] = ' ';
        }
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0)
            say(anchor_used, place(mark), {"không dùng neo (&tên) trong tệp này", "anchors (&name) are not taken here"},
                {"viết giá trị ra ở từng chỗ", "write the value out in each place"});
    }
    void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        // Quoted texts carry the tag "!" without anybody having written one.
        const auto at = offset_of(mark, *source_);
        const bool written = at < bytes().size() && bytes()[at] == '!';
        if (tag.empty() || tag == "?" || (tag == "!" && !written)) return;
        say(tag_used, place(mark),
            {fmt::format("không dùng nhãn kiểu `{}`", visible(tag)),
             fmt::format("the tag `{}` is not taken here", visible(tag))},
            {"bỏ nhãn; phủ định viết là `not` hoặc `không`; câu bắt đầu bằng ! thì đặt trong ngoặc kép",
             "leave it out; a negation is written `not`; put a text that begins with ! in double quotes"});
    }

    void start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style,
               YamlNode::Kind kind) {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (open_.size() >= limits_.depth) {
            say_too_deep(place(mark), diagnostics_, limits_);
            throw Stop{};
        }
        Open open;
        open.node.kind = kind;
        open.node.text = spot(mark);
        // A pair inside [ … ] is a flow mapping too, without braces.
        open.braces =
            style == YAML::EmitterStyle::Flow && open.node.text.begin < bytes().size() && bytes()[open.node.text.begin] == '{';
        open_.push_back(std::move(open));
    }

    void close() {
        refuse_lonely_key(open_.back());
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(node));
    }

    void add(YamlNode node) {
        if (open_.empty()) {
            root = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.is_sequence()) {
            parent.node.items.push_back(std::move(node));
            return;
        }
        if (!parent.has_key) {
            parent.has_key = true;
            parent.key = node.text;
            if (!node.is_scalar()) {
                const bool left_out = node.is_null() && written_null(node.text.begin) == 0;
                say(key_is_no_word, node.place(),
                    left_out ? Words{"thiếu khóa ở đây", "a key is missing here"}
                             : Words{"khóa phải là một từ", "a key must be a word"},
                    {"viết `khóa: giá trị`; từ như null hoặc ~ thì đặt trong ngoặc kép",
                     "write `key: value`; put a word like null or ~ in double quotes"});
                parent.key.value.clear();
                parent.key.end = parent.key.begin;
            }
            return;
        }
        parent.has_key = false;
        refuse_lonely_key(parent);
        add_entry(parent, std::move(parent.key), std::move(node));
    }

    void add_entry(Open& mapping, Text key, YamlNode value) {
        key.value = nfc(key.value);
        if (key.value == "<<" && key.plain) {
            say(merge_key, key.place(), {"không dùng khóa gộp `<<`", "merge keys `<<` are not taken here"},
                {"viết các khóa ra đầy đủ", "write the keys out"});
            mapping.node.left_out = true;
            return;
        }
        if (key.source && key.begin == key.end) return;  // no word: said already
        std::vector<YamlEntry>& entries = mapping.node.entries;
        if (is_there(mapping, key.value)) {
            const auto first = std::find_if(entries.begin(), entries.end(),
                                            [&](const YamlEntry& entry) { return entry.key.value == key.value; });
            Diagnostic& said = say(duplicate_key, key.place(),
                                   {fmt::format("khóa `{}` đã có rồi", visible(key.value)),
                                    fmt::format("the key `{}` is there already", visible(key.value))},
                                   {"bỏ một trong hai, hoặc gộp chúng lại", "remove one of the two, or join them"});
            said.related.push_back({first->key.place(), {"lần đầu ở đây", "first given here"}});
            return;
        }
        entries.push_back({std::move(key), std::move(value)});
    }

    static bool is_there(Open& mapping, const std::string& key) {
        const std::vector<YamlEntry>& entries = mapping.node.entries;
        if (entries.size() <= few_entries)
            return std::any_of(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key.value == key; });
        if (mapping.keys.empty())
            for (const YamlEntry& entry : entries) mapping.keys.insert(entry.key.value);
        return !mapping.keys.insert(key).second;
    }

    const SourcePtr& source_;
    Diagnostics& diagnostics_;
    const YamlLimits& limits_;
    const std::size_t said_before_;
    std::vector<Open> open_;
};

}  // namespace

std::optional<YamlNode> read_yaml_once(const SourcePtr& source, Diagnostics& diagnostics, const YamlLimits& limits, bool mend) {
    TreeBuilder builder(source, diagnostics, limits);
    Diagnostics unread;
    TreeBuilder rest(source, unread, limits);
    const auto refuse_rest = [&](Place place) {
        diagnostics.add(second_document, std::move(place),
                        {"sau phần cuối của tài liệu còn có nội dung khác", "something stands behind the end of the document"},
                        {"mỗi tệp chỉ chứa một tài liệu; kiểm tra số dấu cách đầu dòng, và dấu cách sau dấu hai chấm",
                         "a file holds one document; check the spaces at the front of the line, and the space after a colon"});
    };
    bool first_is_whole = false;
    try {
        Bytes bytes(source->text());
        std::istream stream(&bytes);
        YAML::Parser parser(stream);
        const bool found = parser.HandleNextDocument(builder);
        first_is_whole = true;
        // Whatever comes now stands behind the document: yaml-cpp would leave it unread.
        // A token that no document can begin with it would offer again and again.
        std::size_t seen = builder.document_start;
        while (found && parser.HandleNextDocument(rest)) {
            if (rest.root && !rest.root->is_null()) break;
            if (rest.document_start == seen) {
                if (builder.root && !builder.root->is_null()) {
                    refuse_rest(source->place(seen, seen + 1));
                    return std::move(builder.root);
                }
                report_broken_yaml(*source, "unknown token", seen, {}, mend, diagnostics);
                return std::nullopt;
            }
            seen = rest.document_start;
        }
    } catch (const YAML::Exception& problem) {
        const auto at = offset_of(problem.mark, *source);
        if (first_is_whole)
            refuse_rest(source->place(at, at + 1));
        else
            report_broken_yaml(*source, problem.msg, at, builder.last_scalar, mend, diagnostics);
    } catch (const Stop&) {
        if (!first_is_whole) return std::nullopt;
        refuse_rest(rest.place_of_start());
    }
    if (rest.root && !rest.root->is_null()) refuse_rest(rest.root->place());
    if (first_is_whole && (!builder.root || builder.root->is_null())) {
        Place place;
        place.file = source->name();
        if (!rest.root || rest.root->is_null())
            diagnostics.add(empty_file, std::move(place), {"tệp trống", "the file is empty"});
        return std::nullopt;
    }
    return std::move(builder.root);
}

}  // namespace hoagiai
