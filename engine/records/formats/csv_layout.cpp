// Telling records from what stands around them, by what people write there.
#include "engine/records/formats/csv_layout.h"

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::size_t first_lines = 20;       ///< a title is no longer than this
constexpr std::size_t longest_name = 400;     ///< bytes of a header; what is longer names no column
constexpr std::size_t enough_to_be_sure = 2;  ///< a single word can stand in any title

std::size_t named_columns(const CsvRecord& record, const ColumnNames& names) {
    std::vector<ColumnName> found;
    for (const std::string_view cell : record.cells) {
        const std::string_view name = trimmed(cell);
        if (name.empty() || name.size() > longest_name || find_invalid_utf8(name) != std::string_view::npos) continue;
        if (const auto column = names.find(name); column && std::find(found.begin(), found.end(), *column) == found.end())
            found.push_back(*column);
    }
    return found.size();
}

HeaderSearch look(std::string_view bytes, char delimiter, const ColumnNames& names) {
    CsvScanner scanner(bytes, delimiter);
    CsvRecord record;
    HeaderSearch search(names);
    while (!search.is_over() && scanner.next(record)) {
        if (record.open_quote != no_cell) break;
        if (!is_blank(record)) search.add(record);
    }
    return search;
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

}  // namespace

bool HeaderSearch::is_over() const { return seen_ >= first_lines; }

void HeaderSearch::add(const CsvRecord& record) {
    const auto filled =
        std::count_if(record.cells.begin(), record.cells.end(), [](std::string_view cell) { return !trimmed(cell).empty(); });
    if (!two_ && filled >= 2) {
        first_of_two_ = seen_;
        two_ = true;
    }
    // To look for a name takes long, and no line names more columns than it has cells.
    if (static_cast<std::size_t>(filled) > std::max(columns_, enough_to_be_sure - 1))
        if (const std::size_t named = named_columns(record, *names_); named > columns_) {
            columns_ = named;
            best_ = seen_;
        }
    ++seen_;
}

std::size_t HeaderSearch::header() const { return is_sure() ? best_ : first_of_two_; }
bool HeaderSearch::is_sure() const { return columns_ >= enough_to_be_sure; }

CsvLayout find_layout(std::string_view bytes, const ColumnNames& names) {
    const char guess = CsvScanner::guess_delimiter(bytes);
    const HeaderSearch plain = look(bytes, guess, names);
    CsvLayout layout{guess, plain.header()};
    std::size_t most = plain.columns();
    for (const char delimiter : {',', ';', '\t'}) {
        if (delimiter == guess) continue;
        const HeaderSearch other = look(bytes, delimiter, names);
        if (!other.is_sure() || other.columns() <= most) continue;
        layout = {delimiter, other.header()};
        most = other.columns();
    }
    return layout;
}

bool is_blank(const CsvRecord& record) {
    return std::all_of(record.cells.begin(), record.cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

bool numbers_the_columns(const CsvRecord& record) {
    int next = 1, letters = 0, filled = 0;
    for (const std::string_view cell : record.cells) {
        std::string_view text = trimmed(cell);
        if (text.empty()) continue;
        ++filled;
        if (text.size() > 2 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
        if (next == 1 && text.size() == 1 && text[0] == 'A' + letters) {
            ++letters;
        } else if (text == std::to_string(next)) {
            ++next;
        } else {
            return false;
        }
    }
    return filled > 2 && next > 2;
}

bool adds_up(const CsvRecord& record, std::size_t& cell) {
    const auto first =
        std::find_if(record.cells.begin(), record.cells.end(), [](std::string_view text) { return !trimmed(text).empty(); });
    if (first == record.cells.end() || first->size() > 100) return false;
    cell = static_cast<std::size_t>(first - record.cells.begin());
    // Most first cells are ids, and folding each would take its time.
    const std::string_view text = trimmed(*first);
    const bool may_be = std::string_view("cCtTsS").find(text[0]) != std::string_view::npos &&
                        std::none_of(text.begin(), text.begin() + std::min<std::ptrdiff_t>(3, std::ssize(text)),
                                     [](char byte) { return byte >= '0' && byte <= '9'; });
    if (!may_be) return false;
    const std::string words = fold_identifier(text);
    static constexpr std::string_view sums[] = {"cộng", "tổng", "tổng_cộng", "tổng_số", "cộng_chung", "total", "sum"};
    return std::find(std::begin(sums), std::end(sums), words) != std::end(sums) || words.rfind("tổng_cộng_", 0) == 0;
}

bool has_lost_letters(std::string_view text) {
    for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1))
        if (at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1])) return true;
    if (text.find("\uFFFD") != std::string_view::npos) return true;
    // Letters in UTF-8 that were read as Windows-1252 and saved once more: all begin with the same byte.
    for (std::size_t at = text.find('\xC3'); at != std::string_view::npos; at = text.find('\xC3', at + 1))
        for (const std::string_view sign : {"á»", "áº", "Ã¡", "Ãª", "Ã´", "Æ°", "Ä‘"})
            if (text.substr(at, sign.size()) == sign) return true;
    return false;
}

BadLines lines_without_utf8(std::string_view bytes, std::size_t most) {
    BadLines bad;
    std::size_t from = 0;
    std::uint32_t line = 1;
    while (bad.count < most) {
        const std::size_t next = find_invalid_utf8(bytes.substr(from));
        if (next == std::string_view::npos) break;
        const std::string_view before = bytes.substr(from, next);
        line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
        const std::size_t at = from + next, begin = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1,
                          end = std::min(bytes.find('\n', at), bytes.size());
        if (++bad.count == 1) {
            bad.first = line;
            bad.line = bytes.substr(begin, end - begin);
        }
        from = end;
    }
    return bad;
}

std::size_t lines_with_utf8(std::string_view bytes, std::size_t most) {
    std::size_t count = 0;
    while (!bytes.empty() && count < most) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(0, end);
        if (!is_plain_ascii(line) && find_invalid_utf8(line) == std::string_view::npos) ++count;
        bytes.remove_prefix(end);
    }
    return count;
}

}  // namespace hoagiai
