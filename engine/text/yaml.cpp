// The only file that sees yaml-cpp. Its event interface is used, since its node tree silently takes duplicate keys, merge keys
// and whatever stands behind the first document, and resolves aliases into trees without bound.
#include "engine/text/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

#include "engine/text/fold.h"
#include "engine/text/scalar_map.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind broken_yaml{"Y001", "broken-yaml"};
inline constexpr DiagnosticKind duplicate_key{"Y002", "duplicate-key"};
inline constexpr DiagnosticKind anchor_used{"Y003", "anchor"};
inline constexpr DiagnosticKind merge_key{"Y004", "merge-key"};
inline constexpr DiagnosticKind tag_used{"Y005", "tag"};
inline constexpr DiagnosticKind second_document{"Y006", "second-document"};
inline constexpr DiagnosticKind too_deep{"Y007", "too-deep"};
inline constexpr DiagnosticKind scalar_too_long{"Y008", "text-too-long"};
inline constexpr DiagnosticKind empty_file{"Y009", "empty-file"};
inline constexpr DiagnosticKind key_is_no_word{"Y010", "key-is-no-word"};
inline constexpr DiagnosticKind comma_starts_key{"Y011", "comma-starts-key"};
inline constexpr DiagnosticKind control_character{"Y012", "control-character"};
inline constexpr DiagnosticKind file_too_large{"Y013", "file-too-large"};

struct TooDeep {};

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
        : source_(source), diagnostics_(diagnostics), limits_(limits) {}

    std::optional<YamlNode> root;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        YamlNode node;
        node.text = spot(mark);
        node.text.end = node.text.begin;
        if (!open_.empty() && open_.back().has_key) {
            // An empty value has no place of its own: its key says where it is missing.
            const Text& key = open_.back().key;
            if (open_.back().flow && !followed_by_colon(key)) {
                diagnostics_.add(
                    comma_starts_key, key.place(),
                    {fmt::format("bên trong {{…}} dấu phẩy bắt đầu một khóa mới, và `{}` không có giá trị", visible(key.value)),
                     fmt::format("inside {{…}} a comma starts a new key, and `{}` has no value", visible(key.value))},
                    {"đặt cả câu trong ngoặc kép", "put the whole text in double quotes"});
                open_.back().has_key = false;  // said; nobody need hear of an unknown key as well
                return;
            }
            node.text = key;
            node.text.value.clear();
            node.text.plain = true;
        }
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        diagnostics_.add(anchor_used, place(mark),
                         {"không dùng bí danh (*tên) trong tệp này", "aliases (*name) are not taken here"},
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
        const auto at = static_cast<std::size_t>(mark.pos < 0 ? 0 : mark.pos);
        if (value.size() > limits_.scalar_bytes) {
            diagnostics_.add(scalar_too_long, place(mark),
                             {fmt::format("đoạn văn bản quá dài: {} byte, tối đa {}", value.size(), limits_.scalar_bytes),
                              fmt::format("the text is too long: {} bytes, at most {}", value.size(), limits_.scalar_bytes)});
            node.text = spot(mark);
        } else {
            bool fits = false;
            node.text = placed_scalar(value, source_, at, tag == "?" || tag.empty(), fits);
            // yaml-cpp takes a quote that the end of the file closes.
            const char first = at < source_->text().size() ? source_->text()[at] : ' ';
            if (!fits && !node.text.plain && (first == '"' || first == '\''))
                diagnostics_.add(broken_yaml, place(mark),
                                 {"thiếu dấu ngoặc đóng của câu bắt đầu ở đây", "the quote that closes this text is missing"},
                                 {"thêm dấu ngoặc ở cuối câu", "add the quote at the end of the text"});
        }
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

private:
    struct Open {
        YamlNode node;
        Text key;
        bool has_key = false;
        bool flow = false;
    };

    Text spot(const YAML::Mark& mark) const {
        Text text;
        text.source = source_;
        text.begin = static_cast<std::uint32_t>(mark.pos < 0 ? 0 : mark.pos);
        text.end = text.begin + 1;
        return text;
    }
    Place place(const YAML::Mark& mark) const { return spot(mark).place(); }

    bool followed_by_colon(const Text& key) const {
        const std::size_t next = source_->text().find_first_not_of(" \t\r\n", key.end);
        return next != std::string_view::npos && source_->text()[next] == ':';
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0)
            diagnostics_.add(anchor_used, place(mark),
                             {"không dùng neo (&tên) trong tệp này", "anchors (&name) are not taken here"},
                             {"viết giá trị ra ở từng chỗ", "write the value out in each place"});
    }
    void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        // Quoted texts carry the tag "!" without anybody having written one.
        const bool written = mark.pos >= 0 && static_cast<std::size_t>(mark.pos) < source_->text().size() &&
                             source_->text()[static_cast<std::size_t>(mark.pos)] == '!';
        if (tag.empty() || tag == "?" || (tag == "!" && !written)) return;
        diagnostics_.add(tag_used, place(mark),
                         {fmt::format("không dùng nhãn kiểu `{}`", visible(tag)),
                          fmt::format("the tag `{}` is not taken here", visible(tag))},
                         {"bỏ nhãn; kiểu của giá trị đã được biết", "leave it out: the type of the value is known"});
    }

    void start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style,
               YamlNode::Kind kind) {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (open_.size() >= limits_.depth) {
            diagnostics_.add(too_deep, place(mark),
                             {fmt::format("lồng nhau quá sâu: tối đa {} mức", limits_.depth),
                              fmt::format("nested too deep: at most {} levels", limits_.depth)});
            throw TooDeep{};
        }
        Open open;
        open.node.kind = kind;
        open.node.text = spot(mark);
        open.flow = style == YAML::EmitterStyle::Flow;
        open_.push_back(std::move(open));
    }

    void close() {
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
                diagnostics_.add(key_is_no_word, node.place(), {"khóa phải là một từ", "a key must be a word"},
                                 {"viết khóa: giá trị", "write key: value"});
                parent.key.value.clear();
            }
            return;
        }
        parent.has_key = false;
        add_entry(parent.node, std::move(parent.key), std::move(node));
    }

    void add_entry(YamlNode& mapping, Text key, YamlNode value) {
        key.value = nfc(key.value);
        if (key.value == "<<" && key.plain) {
            diagnostics_.add(merge_key, key.place(), {"không dùng khóa gộp `<<`", "merge keys `<<` are not taken here"},
                             {"viết các khóa ra đầy đủ", "write the keys out"});
            return;
        }
        if (key.value.empty() && value.is_null() && !key.plain) return;
        for (const YamlEntry& entry : mapping.entries) {
            if (entry.key.value != key.value) continue;
            Diagnostic& said =
                diagnostics_.add(duplicate_key, key.place(),
                                 {fmt::format("khóa `{}` đã có rồi", visible(key.value)),
                                  fmt::format("the key `{}` is there already", visible(key.value))},
                                 {"bỏ một trong hai, hoặc gộp chúng lại", "remove one of the two, or join them"});
            said.related.push_back({entry.key.place(), {"lần đầu ở đây", "first given here"}});
            return;
        }
        mapping.entries.push_back({std::move(key), std::move(value)});
    }

    const SourcePtr& source_;
    Diagnostics& diagnostics_;
    const YamlLimits& limits_;
    std::vector<Open> open_;
};

struct Translation {
    std::string_view yaml_cpp;
    Words message, help;
};

const Translation translations[] = {
    {"illegal tab",
     {"có ký tự tab ở chỗ thụt dòng", "there is a tab where the line is indented"},
     {"thụt dòng bằng dấu cách", "indent with spaces"}},
    {"illegal tabs when looking for indentation",
     {"có ký tự tab ở đầu dòng", "there is a tab where the line is indented"},
     {"thụt dòng bằng dấu cách", "indent with spaces"}},
    {"end of map flow not found",
     {"thiếu dấu `}` đóng lại `{`", "the `}` that closes `{` is missing"},
     {"thêm `}`; câu có dấu phẩy hoặc hai chấm thì đặt trong ngoặc kép",
      "add `}`; put texts with commas or colons in double quotes"}},
    {"end of sequence flow not found",
     {"thiếu dấu `]` đóng lại `[`", "the `]` that closes `[` is missing"},
     {"thêm `]`", "add `]`"}},
    {"illegal map value",
     {"dấu hai chấm ở chỗ không thể có khóa mới", "a colon where no new key can stand"},
     {"câu có dấu hai chấm thì đặt trong ngoặc kép, hoặc xuống dòng sau |",
      "put a text that holds a colon in double quotes, or on lines of its own after |"}},
    {"end of map not found",
     {"dòng này không thẳng hàng với các khóa phía trên", "this line does not stand in line with the keys above"},
     {"kiểm tra số dấu cách đầu dòng; câu có dấu hai chấm thì đặt trong ngoặc kép",
      "check the spaces at the front of the line; put a text that holds a colon in double quotes"}},
    {"end of sequence not found",
     {"dòng này không thẳng hàng với các mục `-` phía trên", "this line does not stand in line with the `-` items above"},
     {"kiểm tra số dấu cách đầu dòng", "check the spaces at the front of the line"}},
    {"illegal block entry",
     {"dấu `-` ở chỗ không thể có danh sách", "a `-` where no list can stand"},
     {"xuống dòng trước `-`", "start a new line before `-`"}},
    {"illegal EOF in scalar",
     {"thiếu dấu ngoặc kép đóng", "the closing quote is missing"},
     {"thêm dấu ngoặc kép ở cuối câu", "add the quote at the end of the text"}},
    {"illegal document indicator in scalar",
     {"dòng `---` hoặc `...` nằm trong một câu chưa đóng ngoặc", "a line `---` or `...` stands inside a quoted text"},
     {"đóng ngoặc kép", "close the quote"}},
    {"bad escape",
     {"dấu `\\` trong ngoặc kép phải đứng trước một ký tự thoát", "in double quotes a `\\` must begin an escape"},
     {"viết `\\\\` cho một dấu gạch chéo ngược, hoặc dùng ngoặc đơn", "write `\\\\` for a backslash, or use single quotes"}},
    {"unknown escape character",
     {"ký tự thoát không tồn tại sau `\\`", "there is no such escape after `\\`"},
     {"viết `\\\\` cho một dấu gạch chéo ngược, hoặc dùng ngoặc đơn", "write `\\\\` for a backslash, or use single quotes"}},
    {"unknown token",
     {"câu không thể bắt đầu bằng ký tự này", "a text cannot begin with this character"},
     {"đặt câu trong ngoặc kép", "put the text in double quotes"}},
    {"illegal character in scalar",
     {"ký tự không được phép ở đây", "this character cannot stand here"},
     {"đặt câu trong ngoặc kép", "put the text in double quotes"}},
    {"end of file reached", {"tệp kết thúc quá sớm", "the file ends too early"}, {}},
};

void report_broken(const SourcePtr& source, const YAML::ParserException& problem, Diagnostics& diagnostics) {
    const auto at = static_cast<std::size_t>(problem.mark.pos < 0 ? 0 : problem.mark.pos);
    Place place = source->place(at, at + 1);
    for (const Translation& translation : translations) {
        if (problem.msg.rfind(translation.yaml_cpp, 0) != 0) continue;
        diagnostics.add(broken_yaml, std::move(place), translation.message, translation.help);
        return;
    }
    if (problem.msg.find("anchor") != std::string::npos || problem.msg.find("alias") != std::string::npos) {
        diagnostics.add(anchor_used, std::move(place),
                        {"không dùng neo (&tên) và bí danh (*tên)", "anchors (&name) and aliases (*name) are not taken here"},
                        {"viết giá trị ra; câu bắt đầu bằng & hoặc * thì đặt trong ngoặc kép",
                         "write the value out; put a text that begins with & or * in double quotes"});
        return;
    }
    diagnostics.add(broken_yaml, std::move(place), {"YAML không đọc được: " + problem.msg, "this is no YAML: " + problem.msg});
}

/// Bytes that YAML does not allow and that yaml-cpp would stop at without a word.
bool refuse_control_characters(const SourcePtr& source, Diagnostics& diagnostics) {
    const std::string_view text = source->text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n' || byte == '\r') continue;
        diagnostics.add(control_character, source->place(i, i + 1),
                        {fmt::format("ký tự điều khiển 0x{:02X} không được phép trong tệp", static_cast<unsigned>(byte)),
                         fmt::format("the control character 0x{:02X} cannot stand in this file", static_cast<unsigned>(byte))},
                        {"xóa ký tự này", "remove it"});
        return true;
    }
    return false;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (const YamlEntry& entry : entries)
        if (entry.key.value == key) return &entry.value;
    return nullptr;
}

std::optional<YamlNode> read_yaml(const SourcePtr& source, Diagnostics& diagnostics, const YamlLimits& limits) {
    if (source->text().size() > limits.bytes) {
        diagnostics.add(file_too_large, source->place(0, 0),
                        {fmt::format("tệp quá lớn: {} byte, tối đa {}", source->text().size(), limits.bytes),
                         fmt::format("the file is too large: {} bytes, at most {}", source->text().size(), limits.bytes)});
        return std::nullopt;
    }
    if (refuse_control_characters(source, diagnostics)) return std::nullopt;
    TreeBuilder builder(source, diagnostics, limits);
    try {
        Bytes bytes(source->text());
        std::istream stream(&bytes);
        YAML::Parser parser(stream);
        const bool found = parser.HandleNextDocument(builder);
        if (!found || !builder.root || builder.root->is_null()) {
            Place place;
            place.file = source->name();
            diagnostics.add(empty_file, std::move(place), {"tệp trống", "the file is empty"});
            return std::nullopt;
        }
        // Whatever comes now stands behind the document: yaml-cpp would leave it unread.
        Diagnostics unread;
        TreeBuilder rest(source, unread, limits);
        if (parser.HandleNextDocument(rest) && rest.root)
            diagnostics.add(
                second_document, rest.root->place(),
                {"sau phần cuối của tài liệu còn có nội dung khác", "something stands behind the end of the document"},
                {"mỗi tệp chỉ chứa một tài liệu; kiểm tra số dấu cách đầu dòng",
                 "a file holds one document; check the spaces at the front of the line"});
    } catch (const YAML::ParserException& problem) {
        report_broken(source, problem, diagnostics);
        return std::move(builder.root);
    } catch (const TooDeep&) {
        if (!diagnostics.has_errors()) diagnostics.add(too_deep, source->place(0, 0), {"lồng nhau quá sâu", "nested too deep"});
        return std::nullopt;
    }
    return std::move(builder.root);
}

}  // namespace hoagiai
