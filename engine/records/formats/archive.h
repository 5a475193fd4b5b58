// A zip archive, as workbooks are: parts by name, read whole or block by block, and never more of them than a workbook of
// records can need. An archive that unpacks to a thousand times its size is made to fill a memory, and is left.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// Why a part could not be read.
enum class ArchiveFault { none, missing, broken, too_large, encrypted };

class Archive {
public:
    /// `bytes` stay in use. Null if they are no archive that can be opened.
    static std::unique_ptr<Archive> open(std::string_view bytes);
    virtual ~Archive() = default;
    virtual bool has(const std::string& part) const = 0;
    /// A part of a few megabytes at most.
    virtual std::optional<std::string> read(const std::string& part, std::size_t limit) = 0;

    class Part {
    public:
        virtual ~Part() = default;
        /// Appends the next block; false at the end or at a fault.
        virtual bool more(std::string& bytes) = 0;
    };
    /// Null with a fault.
    virtual std::unique_ptr<Part> stream(const std::string& part) = 0;
    /// The first fault that was met.
    ArchiveFault fault() const { return fault_; }
    const std::string& faulty_part() const { return faulty_part_; }

protected:
    void set_fault(ArchiveFault fault, const std::string& part) {
        if (fault_ != ArchiveFault::none) return;
        fault_ = fault;
        faulty_part_ = part;
    }

private:
    ArchiveFault fault_ = ArchiveFault::none;
    std::string faulty_part_;
};

inline constexpr std::uint64_t largest_part = 6ull << 30;      ///< bytes unpacked
inline constexpr std::uint64_t largest_archive = 16ull << 30;  ///< all parts together
inline constexpr std::uint64_t free_of_ratio = 32ull << 20;    ///< so much may come of anything
inline constexpr std::uint64_t highest_ratio = 300;            ///< deflate can reach 1032; sheets stay below 100

}  // namespace hoagiai
