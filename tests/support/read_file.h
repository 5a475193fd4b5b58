// A file's bytes, for tests that read documents of this checkout.
#pragma once

#include <filesystem>
#include <string>

namespace hoagiai::support {

std::string read_file(const std::filesystem::path& path);

}  // namespace hoagiai::support
