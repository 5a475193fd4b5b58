// Reads a document of the rule language as its test does: what stands in yaml blocks is taken by the engine, what stands in
// tables is asked of it. How the blocks and tables are written: docs/language.md, at its end.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/findings/message.h"
#include "tests/support/document_parts.h"

namespace hoagiai::support {

class DocumentReader {
public:
    /// `folder`: where rule files are written, so that profiles and tests find them; emptied first.
    explicit DocumentReader(std::filesystem::path folder);
    void read(const std::vector<DocumentPart>& parts);

    /// One line each, with its place in the document.
    const std::vector<std::string>& problems() const { return problems_; }
    std::size_t blocks() const { return blocks_; }
    std::size_t answers() const { return answers_; }  ///< rows of tables that were asked

private:
    void read_block(const DocumentPart& part);
    void read_records(const std::string& text, Diagnostics& said);
    void read_rules(const std::string& text, Diagnostics& said);
    void run_tests(const std::filesystem::path& path, Diagnostics& said);
    void read_table(const DocumentPart& part);
    std::string status_of(const CheckResult& result, const std::string& rule, const Finding* decided) const;
    std::string column_of(const std::string& head, const FindingText& text) const;
    void ask_status(const std::vector<std::string>& head, const std::vector<std::string>& row);
    void ask_value(const std::string& unit, const std::vector<std::string>& row);
    void ask_refused(const std::string& entity, const std::vector<std::string>& row);
    /// A rule about `entity` whose message is the expression, beside what `preface_` gives.
    std::shared_ptr<const CheckedRulebook> asking(const std::string& entity, const std::string& expression,
                                                  Diagnostics& said) const;
    CheckResult check(const std::vector<std::shared_ptr<const CheckedRulebook>>& books, Day as_of) const;
    void expect(const std::string& what, const std::string& expected, const std::string& actual);

    std::filesystem::path folder_;
    std::string preface_;  ///< the head of a rulebook, with the parameters and definitions of the last block without rules
    std::vector<std::shared_ptr<const CheckedRulebook>> books_;
    std::shared_ptr<const Profile> profile_;  ///< the last block, if it is one
    std::vector<EntityId> incomplete_;
    std::optional<Period> period_;
    Day as_of_ = 0;
    bool vietnamese_ = false;  ///< the table is: so are statuses, values and texts
    std::shared_ptr<Records> records_;
    std::size_t line_ = 0, blocks_ = 0, answers_ = 0;
    std::vector<std::string> problems_;
};

}  // namespace hoagiai::support
