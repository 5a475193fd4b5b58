// Run while hoagiai is built: a YAML file into a C++ file with its packed tree.
//
//     hoagiai_pack FILE SYMBOL OUT
#include <cstdio>
#include <fstream>

#include "engine/schema/packed.h"
#include "engine/text/files.h"

int main(int argc, char** argv) {
    using namespace hoagiai;
    if (argc != 4) return 2;
    Diagnostics diagnostics;
    const SourcePtr source = read_source(argv[1], diagnostics);
    const auto root = source ? read_yaml(source, diagnostics) : std::nullopt;
    if (!root || diagnostics.has_errors()) {
        for (const Diagnostic& one : diagnostics.all()) std::fputs(render(one, Language::en, false).c_str(), stderr);
        return 2;
    }
    std::ofstream out(argv[3]);
    out << "#include <string_view>\nnamespace hoagiai {\nextern const std::string_view " << argv[2]
        << ";\nconst std::string_view " << argv[2] << " =\n";
    const std::string bytes = packed(*root);
    for (std::size_t from = 0; from < bytes.size(); from += 100) {
        out << '"';
        for (const char byte : bytes.substr(from, 100)) {
            char octal[5];
            std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(byte)));
            if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte == ':' || byte == ' ')
                out << byte;
            else
                out << octal;
        }
        out << "\"\n";
    }
    out << ";\n}\n";
    return out.flush() ? 0 : 2;
}
