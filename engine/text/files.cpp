// Files: opened without waiting, read whole, written whole or not at all.
#include "engine/text/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind cannot_read{"F001", "cannot-read"};
inline constexpr DiagnosticKind not_a_file{"F002", "not-a-file"};
inline constexpr DiagnosticKind too_big{"F003", "file-too-large"};
inline constexpr DiagnosticKind invalid_utf8{"F004", "invalid-utf-8"};
inline constexpr DiagnosticKind cannot_write{"F005", "cannot-write"};

Place whole(const std::filesystem::path& path) {
    Place place;
    place.file = path.string();
    return place;
}

std::string reason(int error) { return std::generic_category().message(error); }

/// Closes on every way out.
struct Handle {
    int descriptor = -1;
    ~Handle() {
        if (descriptor >= 0) ::close(descriptor);
    }
};

}  // namespace

bool read_bytes(const std::filesystem::path& path, std::string& bytes, Diagnostics& diagnostics, std::size_t limit_bytes) {
    const Handle handle{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
    if (handle.descriptor < 0) {
        const int error = errno;
        diagnostics.add(cannot_read, whole(path),
                        error == ENOENT
                            ? Words{"không có tệp này", "there is no such file"}
                            : Words{"không mở được tệp: " + reason(error), "cannot open the file: " + reason(error)});
        return false;
    }
    struct stat status{};
    if (::fstat(handle.descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        const bool folder = S_ISDIR(status.st_mode);
        diagnostics.add(not_a_file, whole(path),
                        folder ? Words{"đây là một thư mục, cần một tệp", "this is a folder, a file is needed"}
                               : Words{"đây không phải là tệp thông thường (đường ống, thiết bị hoặc socket)",
                                       "this is no ordinary file (a pipe, a device or a socket)"});
        return false;
    }
    const auto refuse_size = [&](std::uint64_t size) {
        diagnostics.add(too_big, whole(path),
                        {fmt::format("tệp quá lớn: {} byte, tối đa {}", size, limit_bytes),
                         fmt::format("the file is too large: {} bytes, at most {}", size, limit_bytes)});
        return false;
    };
    if (static_cast<std::uint64_t>(status.st_size) > limit_bytes)
        return refuse_size(static_cast<std::uint64_t>(status.st_size));
    bytes.clear();
    bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
    std::size_t used = 0;
    while (true) {
        const ssize_t got = ::read(handle.descriptor, bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            diagnostics.add(cannot_read, whole(path),
                            {"không đọc được tệp: " + reason(errno), "cannot read the file: " + reason(errno)});
            return false;
        }
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
        if (used > limit_bytes) return refuse_size(used);
        if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(used);
    return true;
}

SourcePtr read_source(const std::filesystem::path& path, Diagnostics& diagnostics, std::size_t limit_bytes) {
    std::string bytes;
    if (!read_bytes(path, bytes, diagnostics, limit_bytes)) return nullptr;
    if (bytes.rfind("\xEF\xBB\xBF", 0) == 0) bytes.erase(0, 3);
    auto source = std::make_shared<const Source>(path.string(), std::move(bytes));
    if (const std::size_t bad = find_invalid_utf8(source->text()); bad != std::string_view::npos) {
        Place place = source->place(bad, bad + 1);
        place.excerpt.clear();
        const auto byte = static_cast<unsigned>(static_cast<unsigned char>(source->text()[bad]));
        diagnostics.add(
            invalid_utf8, std::move(place),
            {fmt::format("byte 0x{:02X} không thuộc bảng mã UTF-8", byte), fmt::format("the byte 0x{:02X} is no UTF-8", byte)},
            {"lưu lại tệp với bảng mã UTF-8", "save the file as UTF-8"});
        return nullptr;
    }
    return source;
}

bool write_file(const std::filesystem::path& path, std::string_view bytes, Diagnostics& diagnostics) {
    const auto refuse = [&](int error) {
        diagnostics.add(cannot_write, whole(path),
                        {"không ghi được tệp: " + reason(error), "cannot write the file: " + reason(error)});
        return false;
    };
    struct stat status{};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
        diagnostics.add(not_a_file, whole(path), {"chỉ ghi vào tệp thông thường", "only an ordinary file can be written"});
        return false;
    }
    std::string pattern = path.string() + ".XXXXXX";
    Handle handle{::mkstemp(pattern.data())};
    if (handle.descriptor < 0) return refuse(errno);
    const auto give_up = [&](int error) {
        ::unlink(pattern.c_str());
        return refuse(error);
    };
    std::size_t written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(handle.descriptor, bytes.data() + written, bytes.size() - written);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return give_up(errno);
        written += static_cast<std::size_t>(count);
    }
    // mkstemp makes a file for its owner only; a report is read by others as the user's own files are.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(handle.descriptor, static_cast<mode_t>(0666 & ~mask)) != 0 || ::fsync(handle.descriptor) != 0)
        return give_up(errno);
    if (::rename(pattern.c_str(), path.c_str()) != 0) return give_up(errno);
    return true;
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    std::string hex;
    for (unsigned i = 0; i < length; ++i) hex += fmt::format("{:02x}", digest[i]);
    return hex;
}

}  // namespace hoagiai
