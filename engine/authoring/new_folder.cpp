#include "engine/authoring/new_folder.h"

#include <fmt/format.h>

#include <cerrno>

namespace hoagiai {

namespace {

Place at(const std::filesystem::path& path) {
    Place place;
    place.file = path.string();
    return place;
}

}  // namespace

Words why_refused(const std::error_code& error) {
    const auto vietnamese = [&]() -> std::string {
        switch (error.value()) {
            case ENOENT:
                return "thư mục chứa nó chưa có";
            case EACCES:
            case EPERM:
                return "không có quyền ghi";
            case ENOTDIR:
                return "một phần của đường dẫn không phải là thư mục";
            case ENOSPC:
            case EDQUOT:
                return "hết dung lượng đĩa";
            case EROFS:
                return "ổ đĩa chỉ cho phép đọc";
            default:
                return fmt::format("lỗi hệ thống số {}", error.value());
        }
    };
    return {vietnamese(), error.message()};
}

bool take_new_folder(const std::filesystem::path& folder, bool& made, Diagnostics& diagnostics) {
    std::error_code error;
    const auto kind = std::filesystem::status(folder, error).type();
    if (kind == std::filesystem::file_type::not_found) {
        error.clear();
        made = std::filesystem::create_directory(folder, error);
        if (made) return true;
        diagnostics.add(
            cannot_make_folder, at(folder),
            {"không tạo được thư mục này: " + why_refused(error).vi, "cannot make this folder: " + why_refused(error).en},
            {"chọn một thư mục nằm trong thư mục đã có và được phép ghi",
             "choose a folder inside one that exists and may be written to"});
        return false;
    }
    if (kind != std::filesystem::file_type::directory) {
        diagnostics.add(not_a_folder, at(folder), {"đây không phải là thư mục", "this is no folder"},
                        {"chọn một thư mục mới", "choose a new folder"});
        return false;
    }
    const bool empty = std::filesystem::is_empty(folder, error);
    if (!error && empty) return true;
    if (error)
        diagnostics.add(
            cannot_make_folder, at(folder),
            {"không đọc được thư mục này: " + why_refused(error).vi, "cannot read this folder: " + why_refused(error).en});
    else
        diagnostics.add(
            folder_not_empty, at(folder),
            {"thư mục đã có tệp; không tệp nào bị ghi đè", "the folder holds files already; none is overwritten"},
            {"chọn một thư mục mới, hoặc tự xóa các tệp trong đó", "choose a new folder, or remove its files yourself"});
    return false;
}

}  // namespace hoagiai
