#include "engine/text/file_refusals.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind cannot_read{"F001", "cannot-read"};
inline constexpr DiagnosticKind not_a_file{"F002", "not-a-file"};
inline constexpr DiagnosticKind too_big{"F003", "file-too-large"};
inline constexpr DiagnosticKind cannot_write{"F005", "cannot-write"};

Place whole(std::string file) {
    Place place;
    place.file = std::move(file);
    return place;
}

}  // namespace

Words system_words(int error) {
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
    const Words why = system_words(error);
    diagnostics.add(cannot_read, whole(file),
                    error == ENOENT ? Words{"không có tệp này", "there is no such file"}
                                    : Words{"không đọc được tệp: " + why.vi, "cannot read the file: " + why.en});
    return false;
}

bool refuse_write(const std::string& file, int error, Diagnostics& diagnostics) {
    const Words why = system_words(error);
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

bool refuse_target(const std::string& file, Diagnostics& diagnostics) {
    diagnostics.add(not_a_file, whole(file),
                    {"đây không phải là tệp thông thường, không ghi được", "this is no ordinary file and is not written"},
                    {"ghi vào một tệp, hoặc bỏ -o để in ra màn hình", "name a file, or leave -o out to print"});
    return false;
}

bool refuse_size(const std::string& file, std::uint64_t size, std::size_t limit, Diagnostics& diagnostics) {
    diagnostics.add(too_big, whole(file),
                    {fmt::format("tệp quá lớn: {} byte, tối đa {}", size, limit),
                     fmt::format("the file is too large: {} bytes, at most {}", size, limit)},
                    {"chia thành nhiều tệp nhỏ hơn", "split it into smaller files"});
    return false;
}

}  // namespace hoagiai
