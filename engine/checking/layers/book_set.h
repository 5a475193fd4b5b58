// The rulebooks of one run with all that they extend: each file once, whoever names it. Overrides and switched-off rules are
// put into the books that they are about (layering.cpp), the names of extended books into those that extend them
// (imports.cpp); then each is checked like a book that stands alone.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/checking/load_rules.h"

namespace hoagiai {

/// One rulebook file among the others.
struct LayeredBook {
    struct Base {
        std::size_t book = 0;
        Text written;  ///< the path under `extends`
    };
    SourcePtr source;
    std::shared_ptr<Rulebook> book;  ///< null if it could not be read
    std::vector<Base> bases;
    std::set<std::size_t> below;           ///< all that it extends, through others too
    std::vector<std::size_t> below_order;  ///< the same, each behind what it extends itself: as `extends` names them
    bool listed = false;                   ///< named itself, and not merely extended
    bool runs = false;                     ///< its rules, overrides and `off` count
    bool whole = true;                     ///< all that it extends could be read
    bool broken = false;                   ///< it, or what it extends, has errors
    Diagnostics said;
    std::shared_ptr<const CheckedRulebook> checked;
};

using LayeredBooks = std::vector<LayeredBook>;

/// Files that were read already, by their canonical path.
using KnownFiles = std::map<std::string, RuleFile>;
KnownFiles known_files(const RuleFiles& files);

class BookSet {
public:
    explicit BookSet(std::shared_ptr<const Schema> schema, const KnownFiles* known = nullptr)
        : schema_(std::move(schema)), known_(known) {}

    /// One more book, with those that it extends. `by_name`: a draft runs only then.
    void add(const RuleFile& file, bool by_name = true);
    /// The file of that path, if it was read already.
    const RuleFile* known(const std::string& path) const;
    /// Layers and checks all; to be called once. `settler`: values in the place of the books' own.
    void check(Diagnostics& diagnostics, ParameterSettler* settler = nullptr);

    /// The books whose rules run, a book before those that extend it; none that has errors.
    std::vector<std::shared_ptr<const CheckedRulebook>> running() const;
    /// The book of the n-th add(); null if it has errors, or extends one that has.
    std::shared_ptr<const CheckedRulebook> added(std::size_t n) const;

private:
    std::size_t visit(const RuleFile& file);
    void read_bases(std::size_t index);
    void read_base(std::size_t index, const Text& written);
    void report_circle(std::size_t index, const Text& written, std::size_t target);
    void find_running();
    void refuse_twins();

    std::shared_ptr<const Schema> schema_;
    const KnownFiles* known_;
    LayeredBooks books_;
    std::map<std::string, std::size_t> by_path_;
    std::vector<std::size_t> order_;                           // a book behind all that it extends
    std::vector<std::size_t> added_;                           // by add()
    std::vector<std::pair<std::size_t, const Text*>> inside_;  // the way down to the file that is read now
};

// layering.cpp
/// Puts the overrides and `off` of the books that run into the books that they are about.
void apply_layers(LayeredBooks& books, const std::vector<std::size_t>& order);

// imports.cpp
/// Copies the definitions and parameters of all that a book extends into it; reports names that two of them have.
void import_names(LayeredBooks& books, const std::vector<std::size_t>& order);

// book_names.cpp
/// Says in words what is wrong where an expression of the book names a rulebook.
void explain_book_names(LayeredBooks& books, std::size_t index);

}  // namespace hoagiai
