#include "engine/text/sink.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace hoagiai {

namespace {

constexpr std::size_t most_held = 64u << 10;

}  // namespace

int DescriptorSink::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

void DescriptorSink::begin_writing_back() {
#if defined(SYNC_FILE_RANGE_WRITE)
    constexpr std::uint64_t step = 2u << 20;
    if (sent_ - written_back_ < step) return;
    ::sync_file_range(descriptor_, static_cast<off64_t>(written_back_), static_cast<off64_t>(sent_ - written_back_),
                      SYNC_FILE_RANGE_WRITE);
    written_back_ = sent_;
#endif
}

int DescriptorSink::put(std::string_view bytes) {
    if (held_.size() + bytes.size() < most_held) {
        held_ += bytes;
        return 0;
    }
    if (const int error = send(held_)) return error;
    sent_ += held_.size() + bytes.size();
    held_.clear();
    const int error = send(bytes);
    begin_writing_back();
    return error;
}

int DescriptorSink::finish() {
    if (error() == 0) remember(send(held_));
    held_.clear();
    return error();
}

}  // namespace hoagiai
