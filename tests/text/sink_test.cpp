// A sink gets all that is written, in order, and remembers the first thing that went wrong.
#include "engine/text/sink.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>

using namespace hoagiai;

namespace {

class Counting final : public Sink {
public:
    std::size_t left = 0, asked = 0;

private:
    int put(std::string_view bytes) override {
        ++asked;
        if (bytes.size() > left) return ENOSPC;
        left -= bytes.size();
        return 0;
    }
};

}  // namespace

TEST_CASE("what is appended arrives", "[sink]") {
    StringSink sink;
    sink += "một ";
    sink += std::string("hai");
    sink += '\n';
    sink.write("");
    CHECK(sink.text == "một hai\n");
    CHECK(sink.error() == 0);
}

TEST_CASE("after an error nothing more is tried", "[sink]") {
    Counting sink;
    sink.left = 3;
    sink += "abc";
    sink += "d";
    CHECK(sink.error() == ENOSPC);
    sink.left = 100;
    sink += "e";
    CHECK(sink.asked == 2);
    CHECK(sink.error() == ENOSPC);
}

TEST_CASE("a pipe gets small and large pieces in order", "[sink]") {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    REQUIRE(::fcntl(ends[1], F_SETPIPE_SZ, 1 << 20) >= 1 << 20);
    DescriptorSink sink(ends[1]);
    std::string expected;
    for (int i = 0; i < 30; ++i) {
        const std::string piece(static_cast<std::size_t>(i % 3 == 0 ? 9000 : 7), static_cast<char>('a' + i % 26));
        sink += piece;
        expected += piece;
    }
    const std::string large(100'000, 'z');
    sink += large;
    expected += large;
    sink += "end";
    expected += "end";
    CHECK(sink.finish() == 0);
    std::string got(expected.size() + 1, '\0');
    std::size_t used = 0;
    ::close(ends[1]);
    for (ssize_t count = 0; (count = ::read(ends[0], got.data() + used, got.size() - used)) > 0;)
        used += static_cast<std::size_t>(count);
    ::close(ends[0]);
    got.resize(used);
    CHECK(got == expected);
}

TEST_CASE("a full device is said at the end", "[sink]") {
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0) return;
    DescriptorSink sink(full);
    sink += "x";
    CHECK(sink.error() == 0);
    CHECK(sink.finish() == ENOSPC);
    CHECK(sink.finish() == ENOSPC);
    ::close(full);
}
