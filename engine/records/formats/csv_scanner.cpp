#include "engine/records/formats/csv_scanner.h"

namespace hoagiai {

bool CsvScanner::next(CsvRecord& record) {
    record.fields.clear();
    record.text_behind_quote = record.open_quote = record.blank = false;
    unescaped_.clear();
    if (at_ >= bytes_.size()) return false;
    record.line = line_;
    const std::size_t start = at_;
    while (true) {
        if (at_ < bytes_.size() && bytes_[at_] == '"') {
            record.fields.push_back(quoted(record));
        } else {
            const std::size_t from = at_;
            while (at_ < bytes_.size() && bytes_[at_] != delimiter_ && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
            record.fields.push_back(bytes_.substr(from, at_ - from));
        }
        if (record.open_quote || at_ >= bytes_.size()) break;
        if (bytes_[at_] == delimiter_) {
            ++at_;
            // A delimiter at the end of the file has one more, empty, field behind it.
            if (at_ >= bytes_.size()) record.fields.push_back({});
            continue;
        }
        record.blank = record.fields.size() == 1 && at_ == start;
        if (bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
        break;
    }
    return true;
}

std::string_view CsvScanner::quoted(CsvRecord& record) {
    const std::size_t from = ++at_;
    std::string* copy = nullptr;
    std::size_t run = from;
    std::string_view value;
    while (true) {
        const std::size_t quote = bytes_.find('"', at_);
        const std::size_t to = quote == std::string_view::npos ? bytes_.size() : quote;
        for (std::size_t i = at_; i < to; ++i) line_ += bytes_[i] == '\n' ? 1 : 0;
        at_ = to;
        if (quote == std::string_view::npos) {
            record.open_quote = true;
            return bytes_.substr(from);
        }
        if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"') {
            if (!copy) copy = &unescaped_.emplace_back();
            copy->append(bytes_.substr(run, at_ + 1 - run));
            at_ += 2;
            run = at_;
            continue;
        }
        if (copy) {
            copy->append(bytes_.substr(run, at_ - run));
            value = *copy;
        } else {
            value = bytes_.substr(from, at_ - from);
        }
        ++at_;
        break;
    }
    // Only a delimiter or a line end may follow; what else stands there is skipped and said.
    while (at_ < bytes_.size() && bytes_[at_] != delimiter_ && bytes_[at_] != '\n' && bytes_[at_] != '\r') {
        record.text_behind_quote = record.text_behind_quote || (bytes_[at_] != ' ' && bytes_[at_] != '\t');
        ++at_;
    }
    return value;
}

char CsvScanner::guess_delimiter(std::string_view bytes) {
    bool inside = false;
    char other = ',';
    for (const char byte : bytes) {
        if (byte == '"') inside = !inside;
        if (inside) continue;
        if (byte == ',') return ',';
        if (other == ',' && (byte == ';' || byte == '\t')) other = byte;
        if (byte == '\n') break;
    }
    return other;
}

}  // namespace hoagiai
