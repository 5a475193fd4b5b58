// Files are looked at before they are opened, opened without waiting, and read whole.
#include "engine/text/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "engine/text/file_refusals.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind invalid_utf8{"F004", "invalid-utf-8"};

/// Closes on every way out.
struct Handle {
    int descriptor = -1;
    explicit Handle(int opened) : descriptor(opened) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (descriptor >= 0) ::close(descriptor);
    }
};

}  // namespace

bool read_bytes(const std::filesystem::path& path, std::string& bytes, Diagnostics& diagnostics, std::size_t limit_bytes) {
    const std::string file = path.string();
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) return refuse_read(file, errno, diagnostics);
    if (!S_ISREG(status.st_mode)) return refuse_kind(file, status.st_mode, diagnostics);
    const Handle handle(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (handle.descriptor < 0 || ::fstat(handle.descriptor, &status) != 0) return refuse_read(file, errno, diagnostics);
    if (!S_ISREG(status.st_mode)) return refuse_kind(file, status.st_mode, diagnostics);  // it was changed in between
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit_bytes) return refuse_size(file, size, limit_bytes, diagnostics);
    bytes.clear();
    bytes.resize(static_cast<std::size_t>(size) + 1);
    std::size_t used = 0;
    while (true) {
        const ssize_t got = ::read(handle.descriptor, bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return refuse_read(file, errno, diagnostics);
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
        if (used > limit_bytes) return refuse_size(file, used, limit_bytes, diagnostics);
        if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(used);
    return true;
}

SourcePtr source_of(std::string name, std::string bytes, Diagnostics& diagnostics) {
    if (bytes.rfind("\xEF\xBB\xBF", 0) == 0) bytes.erase(0, 3);
    auto source = std::make_shared<const Source>(std::move(name), std::move(bytes));
    const std::string_view text = source->text();
    const std::size_t bad = find_invalid_utf8(text);
    if (bad == std::string_view::npos) return source;
    Place place = source->place(bad, bad + 1);
    place.excerpt.clear();
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(text[bad]));
    const bool utf16 = bad == 0 && (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF");
    diagnostics.add(invalid_utf8, std::move(place),
                    utf16 ? Words{"tệp dùng bảng mã UTF-16, cần UTF-8", "the file is UTF-16, it should be UTF-8"}
                          : Words{fmt::format("byte 0x{:02X} không thuộc bảng mã UTF-8", byte),
                                  fmt::format("the byte 0x{:02X} is no UTF-8", byte)},
                    {"lưu lại tệp với bảng mã UTF-8", "save the file as UTF-8"});
    return nullptr;
}

SourcePtr read_source(const std::filesystem::path& path, Diagnostics& diagnostics, std::size_t limit_bytes) {
    std::string bytes;
    if (!read_bytes(path, bytes, diagnostics, limit_bytes)) return nullptr;
    return source_of(path.string(), std::move(bytes), diagnostics);
}

std::string sha256(std::string_view bytes) {
    // Left to the end of the program: what EVP_sha256() gives is looked up anew for every digest, at several times its cost.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, algorithm != nullptr ? algorithm : EVP_sha256(), nullptr);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < length; ++i) (hex += digits[digest[i] >> 4]) += digits[digest[i] & 0xF];
    return hex;
}

}  // namespace hoagiai
