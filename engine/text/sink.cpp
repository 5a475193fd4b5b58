#include "engine/text/sink.h"

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

int DescriptorSink::put(std::string_view bytes) {
    if (held_.size() + bytes.size() < most_held) {
        held_ += bytes;
        return 0;
    }
    if (const int error = send(held_)) return error;
    held_.clear();
    return send(bytes);
}

int DescriptorSink::finish() {
    if (error() == 0) remember(send(held_));
    held_.clear();
    return error();
}

}  // namespace hoagiai
