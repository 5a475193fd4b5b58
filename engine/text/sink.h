// Where a text goes piece by piece, so that a report need not be held whole before its first byte is written. What went wrong
// is remembered: a writer appends as to a string and asks once, at its end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hoagiai {

class Sink {
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;

    /// After an error nothing more is taken.
    void write(std::string_view bytes) {
        if (error_ == 0 && !bytes.empty()) error_ = put(bytes);
    }
    Sink& operator+=(std::string_view bytes) {
        write(bytes);
        return *this;
    }
    Sink& operator+=(char byte) { return *this += std::string_view(&byte, 1); }
    /// The system's number of the first error; 0 so far.
    int error() const { return error_; }

protected:
    /// 0, or the system's number of what went wrong.
    virtual int put(std::string_view bytes) = 0;
    void remember(int error) {
        if (error_ == 0) error_ = error;
    }

private:
    int error_ = 0;
};

class StringSink final : public Sink {
public:
    std::string text;

private:
    int put(std::string_view bytes) override {
        text += bytes;
        return 0;
    }
};

/// An open file, a pipe or a terminal; it stays open. Nothing is sure to be there before finish().
class DescriptorSink final : public Sink {
public:
    explicit DescriptorSink(int descriptor) : descriptor_(descriptor) {}
    /// Sends what is still held; the first error of all.
    int finish();

private:
    int put(std::string_view bytes) override;
    int send(std::string_view bytes) const;
    /// A file goes to the disk while it is written, so that nobody waits for all of it at the end.
    void begin_writing_back();

    int descriptor_;
    std::uint64_t sent_ = 0, written_back_ = 0;
    std::string held_;
};

}  // namespace hoagiai
