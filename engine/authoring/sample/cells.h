// Values as people write them in either language, one CSV row after the other, into a file that is never held whole.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/authoring/sample/made.h"
#include "engine/schema/schema.h"

namespace hoagiai::sample {

/// A new file that is written piece by piece. `error`: why the system refused, as errno says it; 0 while all is well.
class OutFile {
public:
    explicit OutFile(const std::filesystem::path& path);
    ~OutFile();
    OutFile(const OutFile&) = delete;
    OutFile& operator=(const OutFile&) = delete;

    std::string& text() { return text_; }  ///< what is to be written next
    void flush_if_full();
    int close();

    int error = 0;
    bool made = false;  ///< the file is ours, and may be removed if all fails

private:
    void flush();
    std::FILE* file_ = nullptr;
    std::string text_;
};

/// Puts a text into a row, in quotes where it needs them.
void append_cell(std::string& row, std::string_view text);

/// The cells of one row, in the order of the columns.
class Cells {
public:
    Cells(std::string& row, Language language) : row_(row), vietnamese_(language == Language::vi) {}

    /// What the next value belongs to: a choice is written by its title.
    void begin(const Field* field) { field_ = field; }
    void text(std::string_view value) { append_cell(row_, value); }
    void yes(Yes value);
    void day(Day value);
    void number(std::int64_t value);
    void money(std::int64_t value);
    void ratio(std::int64_t tenths_of_percent);
    void choice(std::string_view name);

private:
    std::string& row_;
    bool vietnamese_;
    const Field* field_ = nullptr;
};

}  // namespace hoagiai::sample
