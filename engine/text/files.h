// Reading a file whole, and writing one whole or not at all. A FIFO, a device or a folder in the place of a file is refused
// at once: opening it could wait for ever.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "engine/text/diagnostic.h"
#include "engine/text/sink.h"

namespace hoagiai {

/// The file as a Source (byte order mark removed, UTF-8 checked). Null with a diagnostic if it cannot be taken.
SourcePtr read_source(const std::filesystem::path& path, Diagnostics& diagnostics, std::size_t limit_bytes = 64u << 20);
/// The same for bytes that were read elsewhere (standard input, a part of an archive); `name` is how messages call them.
SourcePtr source_of(std::string name, std::string bytes, Diagnostics& diagnostics);
/// The file's bytes, unchecked. False with a diagnostic if it cannot be read.
bool read_bytes(const std::filesystem::path& path, std::string& bytes, Diagnostics& diagnostics,
                std::size_t limit_bytes = 4ull << 30);
/// Writes beside the target and renames, so that the target is old or new, never half. A symbolic link stays one: its
/// target is written. Only ordinary files are written, never what stands under /dev or /proc. False with a diagnostic.
bool write_file(const std::filesystem::path& path, std::string_view bytes, Diagnostics& diagnostics);
/// The same, a piece at a time; nothing of it is seen before `content` is done.
bool write_file(const std::filesystem::path& path, const std::function<void(Sink&)>& content, Diagnostics& diagnostics);
/// For a program that a signal ends: removes what is being written, if it has a name. Safe in a signal's handler.
void remove_unfinished_file() noexcept;
/// SHA-256 in lower-case hex (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace hoagiai
