// Written whole or not at all. Until it is whole the new file has no name, so that not even a run that is killed leaves
// anything behind; where the file system cannot do that, it has a name of its own beside the target, and a signal removes it.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "engine/text/file_refusals.h"
#include "engine/text/files.h"

namespace hoagiai {

namespace {

constexpr int most_links = 40;  // as Linux follows them
constexpr int most_temporary_names = 100;

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

/// The name of the one unfinished file that has a name, for a signal's handler: nothing but these bytes may be looked at there.
char unfinished_name[4096];
volatile std::sig_atomic_t has_unfinished = 0;

/// The new file before it takes its target's place; removed on every way out but that one.
class Unfinished {
public:
    explicit Unfinished(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished() {
        if (!name_.empty()) ::unlink(name_.c_str());
        has_unfinished = 0;
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    bool open() {
        descriptor_ = ::open(folder_.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);  // less the user's umask
        if (descriptor_ >= 0 && ::access(itself().c_str(), F_OK) == 0) return true;
        if (descriptor_ >= 0) ::close(descriptor_);
        return named(
            [this](const char* name) { return descriptor_ = ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); });
    }

    bool take_place_of(const std::filesystem::path& target) {
        if (::fsync(descriptor_) != 0) return false;
        // A name can only be given where there is none; the target may have one.
        if (name_.empty() && !named([this](const char* name) {
                return ::linkat(AT_FDCWD, itself().c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW);
            }))
            return false;
        if (::rename(name_.c_str(), target.c_str()) != 0) return false;
        name_.clear();
        return true;
    }

    int descriptor() const { return descriptor_; }

private:
    std::string itself() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

    /// The first name that is free; `make` gives a negative number where it is not.
    bool named(const auto& make) {
        for (int i = 0; i < most_temporary_names; ++i) {
            name_ = (folder_ / fmt::format(".hoagiai-{}-{}.tmp", ::getpid(), i)).string();
            if (make(name_.c_str()) >= 0) {
                if (name_.size() < sizeof unfinished_name) {
                    *std::copy(name_.begin(), name_.end(), unfinished_name) = '\0';
                    has_unfinished = 1;
                }
                return true;
            }
            if (errno != EEXIST) break;
        }
        name_.clear();
        return false;
    }

    std::filesystem::path folder_;
    std::string name_;  ///< empty while it has none
    int descriptor_ = -1;
};

/// The new name lasts only when the folder is on the disk too; not every file system can say so.
void settle(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

bool write_file(const std::filesystem::path& path, const std::function<void(Sink&)>& content, Diagnostics& diagnostics) {
    const std::string file = path.string();
    const std::filesystem::path target = written_target(path);
    struct stat status{};
    const bool there = !target.empty() && ::stat(target.c_str(), &status) == 0;
    if (target.empty() || (!there && !target.has_filename())) return refuse_target(file, diagnostics);
    if (there && !S_ISREG(status.st_mode)) return refuse_kind(file, status.st_mode, diagnostics);
    // A rename would pass over a file that somebody has protected.
    if (there && ::access(target.c_str(), W_OK) != 0) return refuse_write(file, errno, diagnostics);

    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    Unfinished made(folder);
    if (!made.open()) return refuse_write(file, errno, diagnostics);
    if (there && ::fchmod(made.descriptor(), status.st_mode & 07777) != 0) return refuse_write(file, errno, diagnostics);
    DescriptorSink sink(made.descriptor());
    content(sink);
    if (const int error = sink.finish()) return refuse_write(file, error, diagnostics);
    if (!made.take_place_of(target)) return refuse_write(file, errno, diagnostics);
    settle(folder);
    return true;
}

bool write_file(const std::filesystem::path& path, std::string_view bytes, Diagnostics& diagnostics) {
    return write_file(path, [bytes](Sink& sink) { sink.write(bytes); }, diagnostics);
}

void remove_unfinished_file() noexcept {
    if (has_unfinished) ::unlink(unfinished_name);
}

}  // namespace hoagiai
