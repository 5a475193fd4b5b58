// Cutting bytes into records and cells.
#include "engine/records/formats/csv_scanner.h"

namespace hoagiai {

bool CsvScanner::next(CsvRecord& record) {
    record.cells.clear();
    record.stray_quote = record.open_quote = no_cell;
    unescaped_.clear();
    if (at_ >= bytes_.size()) return false;
    record.line = line_;
    while (true) {
        record.cells.push_back(at_ < bytes_.size() && bytes_[at_] == '"' ? quoted(record) : plain(record));
        if (record.open_quote != no_cell || at_ >= bytes_.size()) return true;
        const char byte = bytes_[at_++];
        if (byte == delimiter_) continue;
        // A line ends with LF, CRLF, or (old Macs) CR.
        if (byte == '\r' && at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
        ++line_;
        return true;
    }
}

void CsvScanner::mark_stray(CsvRecord& record, std::uint32_t line) const {
    if (record.stray_quote != no_cell) return;
    record.stray_quote = static_cast<std::uint32_t>(record.cells.size());
    record.quote_line = line;
}

std::string_view CsvScanner::plain(CsvRecord& record) {
    const std::size_t from = at_;
    for (; at_ < bytes_.size(); ++at_) {
        const char byte = bytes_[at_];
        if (byte == delimiter_ || byte == '\n' || byte == '\r') break;
        if (byte == '"') mark_stray(record, line_);
    }
    return bytes_.substr(from, at_ - from);
}

std::string_view CsvScanner::quoted(CsvRecord& record) {
    const std::size_t from = ++at_;
    const std::uint32_t opened = line_;
    std::string* copy = nullptr;
    std::size_t run = from;
    std::string_view value;
    while (true) {
        const std::size_t quote = bytes_.find('"', at_);
        const std::size_t to = quote == std::string_view::npos ? bytes_.size() : quote;
        for (std::size_t i = at_; i < to; ++i)
            if (bytes_[i] == '\n' || (bytes_[i] == '\r' && (i + 1 == to || bytes_[i + 1] != '\n'))) ++line_;
        at_ = to;
        if (quote == std::string_view::npos) {
            record.open_quote = static_cast<std::uint32_t>(record.cells.size());
            record.quote_line = opened;
            record.quote_offset = from;
            return bytes_.substr(from);
        }
        ++at_;
        const bool doubled = at_ < bytes_.size() && bytes_[at_] == '"';
        if (doubled && !copy) copy = &unescaped_.emplace_back();
        if (copy) copy->append(bytes_.substr(run, (doubled ? at_ : to) - run));
        if (!doubled) {
            value = copy ? std::string_view(*copy) : bytes_.substr(from, to - from);
            break;
        }
        run = ++at_;
    }
    // Only a delimiter or a line end may follow; spaces do no harm, what else stands there is marked.
    for (; at_ < bytes_.size() && bytes_[at_] != delimiter_ && !at_line_end(); ++at_)
        if (bytes_[at_] != ' ' && bytes_[at_] != '\t') mark_stray(record, opened);
    return value;
}

char CsvScanner::guess_delimiter(std::string_view bytes) {
    bool inside = false, anything = false;
    char other = ',';
    for (const char byte : bytes) {
        if (byte == '"') inside = !inside;
        if (inside) continue;
        if (byte == ',') return ',';
        if (other == ',' && (byte == ';' || byte == '\t')) other = byte;
        if (byte == '\n' || byte == '\r') {
            if (anything) break;
        } else {
            anything = true;
        }
    }
    return other;
}

}  // namespace hoagiai
