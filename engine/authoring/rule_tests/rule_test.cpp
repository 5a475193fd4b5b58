#include "engine/authoring/rule_tests/rule_test.h"

#include <fmt/format.h>

#include "engine/authoring/rule_tests/case_runner.h"
#include "engine/rulebook/mapping.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind no_such_book{"B102", "no-such-rulebook"};
inline constexpr DiagnosticKind no_cases{"B104", "no-cases"};

class TestFile {
public:
    TestFile(const RuleFile& file, const std::shared_ptr<const Schema>& schema, const std::string& filter,
             Diagnostics& diagnostics, Coverage* coverage)
        : file_(file), filter_(filter), diagnostics_(diagnostics), coverage_(coverage) {
        tested_.folder = std::filesystem::path(file.source->name()).parent_path();
        tested_.schema = schema;
    }

    std::vector<TestCase> run() {
        Mapping keys(*file_.root, {"tệp kiểm thử", "test file"}, diagnostics_);
        if (const YamlNode* books = keys.required("tests"))
            for (const YamlNode* item : one_or_several(*books))
                if (const auto name = scalar(*item, diagnostics_)) load_book(*name);
        const YamlNode* cases = keys.required("cases");
        keys.finish();
        std::vector<TestCase> results;
        if (!cases || tested_.books.empty()) return results;
        if (!cases->is_sequence() || cases->items.empty()) {
            diagnostics_.add(no_cases, cases->place(),
                             {"`cases` là một danh sách các trường hợp", "`cases` is a list of cases"});
            return results;
        }
        for (const YamlNode& item : cases->items) {
            TestCase result;
            result.file = file_.source->name();
            if (run_case(item, tested_, filter_, coverage_, result)) results.push_back(std::move(result));
        }
        return results;
    }

private:
    void load_book(const Text& name) {
        Diagnostics own;
        const RuleFiles found = find_rule_files({(tested_.folder / name.value).lexically_normal().string()}, own);
        const auto book = found.files.size() == 1 ? load_rulebook(found.files.front(), tested_.schema, own) : nullptr;
        if (book) {
            const std::size_t before = tested_.books.size();
            add_rulebook(tested_.books, book, diagnostics_);
            if (tested_.books.size() > before) tested_.files.push_back(found.files.front());
            if (coverage_) coverage_->add(*book);
            return;
        }
        Diagnostic& said = diagnostics_.add(no_such_book, name.place(),
                                            {fmt::format("không dùng được bộ quy tắc `{}`", visible(name.value)),
                                             fmt::format("the rulebook `{}` cannot be used", visible(name.value))},
                                            {"kiểm tra tệp đó bằng hoagiai lint", "look at that file with hoagiai lint"});
        if (!own.all().empty()) said.related.push_back({own.all().front().place, own.all().front().message});
    }

    const RuleFile& file_;
    const std::string& filter_;
    Diagnostics& diagnostics_;
    Coverage* coverage_;
    TestedBooks tested_;
};

}  // namespace

std::vector<TestCase> run_rule_tests(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                     const std::string& filter, Diagnostics& diagnostics, Coverage* coverage) {
    return TestFile(file, schema, filter, diagnostics, coverage).run();
}

}  // namespace hoagiai
