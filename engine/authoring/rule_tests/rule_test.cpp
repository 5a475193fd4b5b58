#include "engine/authoring/rule_tests/rule_test.h"

#include <fmt/format.h>

#include "engine/authoring/rule_tests/case_runner.h"
#include "engine/checking/layers/book_set.h"
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
                if (const auto name = scalar(*item, diagnostics_)) find_book(*name);
        load_books();
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
    void find_book(const Text& name) {
        Diagnostics own;
        const RuleFiles found = find_rule_files({(tested_.folder / name.value).lexically_normal().string()}, own);
        if (found.files.size() == 1 && found.files.front().root) {
            tested_.files.push_back(found.files.front());
            names_.push_back(name);
        } else {
            refuse(name, own);
        }
    }

    /// All of them, with what they extend.
    void load_books() {
        BookSet books(tested_.schema);
        for (const RuleFile& file : tested_.files) books.add(file);
        Diagnostics own;
        books.check(own);
        bool all = true;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const auto book = books.added(i);
            all = all && book;
            if (!book) refuse(names_[i], own);
            if (book && coverage_) coverage_->add(*book);
        }
        if (all) tested_.books = books.running();
    }

    void refuse(const Text& name, const Diagnostics& own) {
        Diagnostic& said = diagnostics_.add(no_such_book, name.place(),
                                            {fmt::format("không dùng được bộ quy tắc `{}`", visible(name.value)),
                                             fmt::format("the rulebook `{}` cannot be used", visible(name.value))},
                                            {"kiểm tra tệp đó bằng hoagiai lint", "look at that file with hoagiai lint"});
        for (const Diagnostic& problem : own.all())
            if (problem.severity == Severity::error) {
                said.related.push_back({problem.place, problem.message});
                break;
            }
    }

    const RuleFile& file_;
    const std::string& filter_;
    Diagnostics& diagnostics_;
    Coverage* coverage_;
    TestedBooks tested_;
    std::vector<Text> names_;  // of the books, as the file names them
};

}  // namespace

std::vector<TestCase> run_rule_tests(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                     const std::string& filter, Diagnostics& diagnostics, Coverage* coverage) {
    return TestFile(file, schema, filter, diagnostics, coverage).run();
}

}  // namespace hoagiai
