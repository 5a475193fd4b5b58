// Why a file was not read or not written, in the words of people. Each gives false, as what its caller returns.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// Why the system refused; in English its own words.
Words system_words(int error);

bool refuse_read(const std::string& file, int error, Diagnostics& diagnostics);
bool refuse_write(const std::string& file, int error, Diagnostics& diagnostics);
/// A folder, a pipe, a device in the place of a file.
bool refuse_kind(const std::string& file, mode_t mode, Diagnostics& diagnostics);
/// A target that is no place for a file at all.
bool refuse_target(const std::string& file, Diagnostics& diagnostics);
bool refuse_size(const std::string& file, std::uint64_t size, std::size_t limit, Diagnostics& diagnostics);

}  // namespace hoagiai
