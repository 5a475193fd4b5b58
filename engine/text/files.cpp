// Files are looked at before they are opened, opened without waiting, read whole, and written whole or not at all.
#include "engine/text/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind cannot_read{"F001", "cannot-read"};
inline constexpr DiagnosticKind not_a_file{"F002", "not-a-file"};
inline constexpr DiagnosticKind too_big{"F003", "file-too-large"};
inline constexpr DiagnosticKind invalid_utf8{"F004", "invalid-utf-8"};
inline constexpr DiagnosticKind cannot_write{"F005", "cannot-write"};

constexpr int most_links = 40;  // as Linux follows them
constexpr int most_temporary_names = 100;

Place whole(std::string file) {
    Place place;
    place.file = std::move(file);
    return place;
}

/// Why the system refused; in English its own words.
Words reason(int error) {
    const auto vietnamese = [error]() -> std::string {
        switch (error) {
            case ENOENT:
                return "không có tệp hoặc thư mục này";
            case EACCES:
            case EPERM:
                return "không có quyền truy cập";
            case ENOTDIR:
                return "một phần của đường dẫn không phải là thư mục";
            case EISDIR:
                return "đây là một thư mục";
            case ELOOP:
                return "các liên kết tượng trưng trỏ vòng quanh";
            case ENAMETOOLONG:
                return "tên tệp quá dài";
            case ENOSPC:
            case EDQUOT:
                return "hết dung lượng đĩa";
            case EROFS:
                return "ổ đĩa chỉ cho phép đọc";
            case EMFILE:
            case ENFILE:
                return "có quá nhiều tệp đang mở";
            case EIO:
                return "lỗi thiết bị khi đọc hoặc ghi";
            default:
                return fmt::format("lỗi hệ thống số {}", error);
        }
    };
    return {vietnamese(), std::generic_category().message(error)};
}

bool refuse_read(const std::string& file, int error, Diagnostics& diagnostics) {
    const Words why = reason(error);
    diagnostics.add(cannot_read, whole(file),
                    error == ENOENT ? Words{"không có tệp này", "there is no such file"}
                                    : Words{"không đọc được tệp: " + why.vi, "cannot read the file: " + why.en});
    return false;
}

bool refuse_write(const std::string& file, int error, Diagnostics& diagnostics) {
    const Words why = reason(error);
    diagnostics.add(cannot_write, whole(file), {"không ghi được tệp: " + why.vi, "cannot write the file: " + why.en});
    return false;
}

bool refuse_kind(const std::string& file, mode_t mode, Diagnostics& diagnostics) {
    const Words what = S_ISDIR(mode)    ? Words{"đây là một thư mục", "this is a folder"}
                       : S_ISFIFO(mode) ? Words{"đây là một đường ống (FIFO)", "this is a pipe (FIFO)"}
                       : S_ISSOCK(mode) ? Words{"đây là một socket", "this is a socket"}
                                        : Words{"đây là một thiết bị", "this is a device"};
    diagnostics.add(not_a_file, whole(file),
                    {what.vi + ", cần một tệp thông thường", what.en + ", an ordinary file is needed"});
    return false;
}

bool refuse_size(const std::string& file, std::uint64_t size, std::size_t limit, Diagnostics& diagnostics) {
    diagnostics.add(too_big, whole(file),
                    {fmt::format("tệp quá lớn: {} byte, tối đa {}", size, limit),
                     fmt::format("the file is too large: {} bytes, at most {}", size, limit)},
                    {"chia thành nhiều tệp nhỏ hơn", "split it into smaller files"});
    return false;
}

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

bool under(const std::filesystem::path& path, std::string_view folder) { return path.native().rfind(folder, 0) == 0; }

/// Where a path leads when its symbolic links are followed; it need not exist. Empty if it must not be written: what is a
/// link out of /dev or /proc (/dev/stdout) may lead to an ordinary file, which is somebody's redirection and not a target.
std::filesystem::path written_target(std::filesystem::path path) {
    std::error_code error;
    for (int links = 0; links < most_links; ++links) {
        // The folder's own links first, so that what is compared is where the file really stands.
        const std::filesystem::path folder =
            std::filesystem::weakly_canonical(path.has_parent_path() ? path.parent_path() : ".", error);
        if (!error) path = folder / path.filename();
        if (under(path, "/dev/") || under(path, "/proc/")) return {};
        const std::filesystem::path next = std::filesystem::read_symlink(path, error);
        if (error) return path;  // no link
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

bool write_whole(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

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

bool write_file(const std::filesystem::path& path, std::string_view bytes, Diagnostics& diagnostics) {
    const std::string file = path.string();
    const std::filesystem::path target = written_target(path);
    struct stat status{};
    const bool there = !target.empty() && ::stat(target.c_str(), &status) == 0;
    if (target.empty() || (!there && !target.has_filename())) {
        diagnostics.add(not_a_file, whole(file),
                        {"đây không phải là tệp thông thường, không ghi được", "this is no ordinary file and is not written"},
                        {"ghi vào một tệp, hoặc bỏ -o để in ra màn hình", "name a file, or leave -o out to print"});
        return false;
    }
    if (there && !S_ISREG(status.st_mode)) return refuse_kind(file, status.st_mode, diagnostics);
    // A rename would pass over a file that somebody has protected.
    if (there && ::access(target.c_str(), W_OK) != 0) return refuse_write(file, errno, diagnostics);

    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    std::string temporary;
    int opened = -1;
    for (int i = 0; i < most_temporary_names && opened < 0; ++i) {
        temporary = (folder / fmt::format(".hoagiai-{}-{}.tmp", ::getpid(), i)).string();
        opened = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);  // less the user's umask
        if (opened < 0 && errno != EEXIST) break;
    }
    if (opened < 0) return refuse_write(file, errno, diagnostics);
    const Handle handle(opened);
    const bool written = (!there || ::fchmod(opened, status.st_mode & 07777) == 0) && write_whole(opened, bytes) &&
                         ::fsync(opened) == 0 && ::rename(temporary.c_str(), target.c_str()) == 0;
    if (!written) {
        const int error = errno;
        ::unlink(temporary.c_str());
        return refuse_write(file, error, diagnostics);
    }
    // The new name lasts only when the folder is on the disk too; not every file system can say so.
    const Handle folder_handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder_handle.descriptor >= 0) ::fsync(folder_handle.descriptor);
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
