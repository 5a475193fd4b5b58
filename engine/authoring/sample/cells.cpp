#include "engine/authoring/sample/cells.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <iterator>

namespace hoagiai::sample {

namespace {

constexpr std::size_t enough = 256u << 10;  // bytes that are written at a time

}  // namespace

OutFile::OutFile(const std::filesystem::path& path) {
    // Never what is there already, nor through a link.
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        error = errno;
        return;
    }
    made = true;
    file_ = ::fdopen(descriptor, "wb");
    if (file_) return;
    error = errno;
    ::close(descriptor);
}

OutFile::~OutFile() {
    if (file_) std::fclose(file_);
}

void OutFile::flush() {
    if (file_ && error == 0 && std::fwrite(text_.data(), 1, text_.size(), file_) != text_.size()) error = errno ? errno : EIO;
    text_.clear();
}

void OutFile::flush_if_full() {
    if (text_.size() >= enough) flush();
}

int OutFile::close() {
    flush();
    if (file_ && std::fclose(file_) != 0 && error == 0) error = errno ? errno : EIO;
    file_ = nullptr;
    return error;
}

void append_cell(std::string& row, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        row += text;
        return;
    }
    row += '"';
    for (const char byte : text) {
        if (byte == '"') row += '"';
        row += byte;
    }
    row += '"';
}

void Cells::yes(Yes value) {
    if (value == Yes::yes) row_ += vietnamese_ ? "có" : "yes";
    if (value == Yes::no) row_ += vietnamese_ ? "không" : "no";
}

void Cells::day(Day value) {
    if (value == blank_day) return;
    if (value == never_day)
        row_ += vietnamese_ ? "chưa" : "never";
    else
        row_ += vietnamese_ ? vietnamese_date(value) : iso_date(value);
}

void Cells::number(std::int64_t value) {
    if (value != blank_number) fmt::format_to(std::back_inserter(row_), "{}", value);
}

void Cells::money(std::int64_t value) {
    if (value == blank_number) return;
    const std::string digits = fmt::format("{}", value);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        // 1,250 would read as one and a quarter here, so English money has no groups.
        if (vietnamese_ && i > 0 && (digits.size() - i) % 3 == 0) row_ += '.';
        row_ += digits[i];
    }
}

void Cells::ratio(std::int64_t tenths) {
    if (tenths == blank_number) return;
    append_cell(row_, fmt::format("{}{}{}%", tenths / 10, vietnamese_ ? ',' : '.', tenths % 10));
}

void Cells::choice(std::string_view name) {
    const int index = !name.empty() && field_ && field_->type.choices ? field_->type.choices->index_of(name) : -1;
    if (index < 0) return append_cell(row_, name);
    const Words& title = field_->type.choices->choices[static_cast<std::size_t>(index)].title;
    append_cell(row_, vietnamese_ ? title.vi : title.en);
}

}  // namespace hoagiai::sample
