#include "tests/support/respelled_book.h"

#include <catch2/catch.hpp>

#include "engine/text/yaml.h"

namespace hoagiai::support {

RuleFile rule_file(const std::string& name, std::string text) {
    RuleFile file{std::make_shared<const Source>(name, std::move(text)), nullptr, FileKind::other};
    Diagnostics diagnostics;
    auto root = read_yaml(file.source, diagnostics);
    REQUIRE(root);
    file.kind = file_kind(*root);
    file.root = std::make_shared<const YamlNode>(std::move(*root));
    return file;
}

std::string turned(const RuleFile& file, Spelling spelling) {
    Diagnostics diagnostics;
    const auto text = respelled(file, spelling, builtin_schema(), diagnostics);
    for (const Diagnostic& d : diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE(text);
    return *text;
}

}  // namespace hoagiai::support
