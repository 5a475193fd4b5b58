// A file read in pieces, from any thread, and the SHA-256 of bytes that come one after another.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace hoagiai {

/// An ordinary file, opened without waiting; nothing else is opened (see files.h, which says what is wrong).
class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& path);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    std::uint64_t size() const { return size_; }  ///< when it was opened
    /// False unless all bytes were there.
    bool read(std::uint64_t from, char* to, std::size_t count) const;

private:
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    std::string hex();  ///< of all bytes; once, at the end

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hoagiai
