// libzip, with the bytes in memory: what was hashed is what is read.
#include "engine/records/formats/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>

namespace hoagiai {

namespace {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ClosePart {
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

class ZipArchive : public Archive {
public:
    explicit ZipArchive(zip_t* archive) : archive_(archive) {}

    bool has(const std::string& part) const override { return zip_name_locate(archive_.get(), part.c_str(), 0) >= 0; }

    std::optional<std::string> read(const std::string& part, std::size_t limit) override {
        const auto opened = stream(part);
        if (!opened) return std::nullopt;
        std::string bytes;
        while (opened->more(bytes))
            if (bytes.size() > limit) return set_fault(ArchiveFault::too_large, part), std::nullopt;
        if (fault() != ArchiveFault::none) return std::nullopt;
        return bytes;
    }

    std::unique_ptr<Part> stream(const std::string& part) override;

private:
    friend class ZipPart;
    std::unique_ptr<zip_t, CloseArchive> archive_;
    std::uint64_t unpacked_ = 0;
};

class ZipPart : public Archive::Part {
public:
    ZipPart(ZipArchive& archive, zip_file_t* file, std::string name, std::uint64_t packed)
        : archive_(archive), file_(file), name_(std::move(name)), packed_(packed) {}

    bool more(std::string& bytes) override {
        if (archive_.fault() != ArchiveFault::none) return false;
        const zip_int64_t got = zip_fread(file_.get(), block_.data(), block_.size());
        if (got < 0) return archive_.set_fault(ArchiveFault::broken, name_), false;
        if (got == 0) return false;
        const auto size = static_cast<std::size_t>(got);
        unpacked_ += size;
        archive_.unpacked_ += size;
        if (unpacked_ > largest_part || archive_.unpacked_ > largest_archive ||
            (unpacked_ > free_of_ratio && unpacked_ / std::max<std::uint64_t>(packed_, 1) > highest_ratio))
            return archive_.set_fault(ArchiveFault::too_large, name_), false;
        bytes.append(block_.data(), size);
        return true;
    }

private:
    ZipArchive& archive_;
    std::unique_ptr<zip_file_t, ClosePart> file_;
    std::string name_;
    std::uint64_t packed_, unpacked_ = 0;
    std::array<char, 1 << 16> block_;
};

std::unique_ptr<Archive::Part> ZipArchive::stream(const std::string& part) {
    const zip_int64_t at = zip_name_locate(archive_.get(), part.c_str(), 0);
    if (at < 0) return set_fault(ArchiveFault::missing, part), nullptr;
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(at), 0, &about) != 0)
        return set_fault(ArchiveFault::broken, part), nullptr;
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
        return set_fault(ArchiveFault::encrypted, part), nullptr;
    zip_file_t* const file = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(at), 0);
    if (!file) return set_fault(ArchiveFault::broken, part), nullptr;
    return std::make_unique<ZipPart>(*this, file, part, (about.valid & ZIP_STAT_COMP_SIZE) ? about.comp_size : 1);
}

}  // namespace

std::unique_ptr<Archive> Archive::open(std::string_view bytes) {
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
    zip_t* const archive = source ? zip_open_from_source(source, ZIP_RDONLY, &problem) : nullptr;
    if (source && !archive) zip_source_free(source);
    zip_error_fini(&problem);
    return archive ? std::make_unique<ZipArchive>(archive) : nullptr;
}

}  // namespace hoagiai
