#include "tests/support/read_file.h"

#include <fstream>
#include <sstream>

namespace hoagiai::support {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace hoagiai::support
