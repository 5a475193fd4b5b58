#include "engine/checking/layers/book_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>

#include "engine/checking/settle_parameters.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

namespace fs = std::filesystem;

inline constexpr DiagnosticKind book_twice{"B022", "rulebook-twice"};
inline constexpr DiagnosticKind no_base{"B040", "extends-file"};
inline constexpr DiagnosticKind circle{"B041", "extends-circle"};

std::string canonical(const std::string& path) {
    std::error_code failed;
    const fs::path found = fs::weakly_canonical(path, failed);
    return failed ? fs::path(path).lexically_normal().string() : found.string();
}

}  // namespace

KnownFiles known_files(const RuleFiles& files) {
    KnownFiles known;
    for (const RuleFile& file : files.files) known.emplace(canonical(file.source->name()), file);
    return known;
}

const RuleFile* BookSet::known(const std::string& path) const {
    if (!known_) return nullptr;
    const auto found = known_->find(canonical(path));
    return found == known_->end() ? nullptr : &found->second;
}

void BookSet::add(const RuleFile& file, bool by_name) {
    const std::size_t index = visit(file);
    added_.push_back(index);
    LayeredBook& book = books_[index];
    book.listed = book.listed || by_name || (book.book && !book.book->draft);
}

std::size_t BookSet::visit(const RuleFile& file) {
    const auto [known, is_new] = by_path_.emplace(canonical(file.source->name()), books_.size());
    const std::size_t index = known->second;
    if (!is_new) return index;
    books_.emplace_back();
    books_[index].source = file.source;
    if (file.root) books_[index].book = read_rulebook(file.source, *file.root, books_[index].said);
    if (books_[index].book) read_bases(index);
    order_.push_back(index);
    return index;
}

void BookSet::read_bases(std::size_t index) {
    const auto book = books_[index].book;
    for (const Text& written : book->extends) {
        inside_.emplace_back(index, &written);
        read_base(index, written);
        inside_.pop_back();
    }
    LayeredBook& here = books_[index];
    for (const LayeredBook::Base& base : here.bases) {
        const LayeredBook& other = books_[base.book];
        for (const std::size_t lower : other.below_order)
            if (here.below.insert(lower).second) here.below_order.push_back(lower);
        if (here.below.insert(base.book).second) here.below_order.push_back(base.book);
        here.whole = here.whole && other.whole && other.book;
    }
}

void BookSet::read_base(std::size_t index, const Text& written) {
    const fs::path path = (fs::path(books_[index].source->name()).parent_path() / written.value).lexically_normal();
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        report_no_book(no_base, written, path, books_[index].said);
        books_[index].whole = false;
        return;
    }
    RuleFile file;
    const std::string key = canonical(path.string());
    if (const auto there = by_path_.find(key); there != by_path_.end()) {
        const std::size_t target = there->second;
        const bool round =
            std::any_of(inside_.begin(), inside_.end(), [&](const auto& on_way) { return on_way.first == target; });
        if (round) return report_circle(index, written, target);
        books_[index].bases.push_back({target, written});
        return;
    }
    if (const RuleFile* there = known(path.string())) {
        file = *there;
    } else {
        Diagnostics said;
        const RuleFiles found = find_rule_files({path.string()}, said);
        books_[index].said.append(said);
        if (!found.files.empty()) file = found.files.front();
    }
    if (!file.root || file.kind != FileKind::rulebook) {
        books_[index].whole = false;
        if (file.root)
            books_[index].said.add(no_base, written.place(),
                                   {fmt::format("tệp {} không phải là bộ quy tắc", visible(path.generic_string())),
                                    fmt::format("the file {} is no rulebook", visible(path.generic_string()))},
                                   {"`extends` nêu các bộ quy tắc, tức tệp bắt đầu bằng `rulebook: tên`",
                                    "`extends` names rulebooks: files that begin with `rulebook: name`"});
        return;
    }
    const std::size_t target = visit(file);
    books_[index].bases.push_back({target, written});
}

void BookSet::report_circle(std::size_t index, const Text& written, std::size_t target) {
    books_[index].whole = false;
    auto step = std::find_if(inside_.begin(), inside_.end(), [&](const auto& on_way) { return on_way.first == target; });
    std::string way;
    std::vector<Diagnostic::Related> others;
    for (; step != inside_.end(); ++step) {
        way += books_[step->first].book->name.value + " → ";
        if (step->second != &written)
            others.push_back({step->second->place(), {"đường vòng đi qua đây", "the way round passes here"}});
    }
    way += books_[target].book->name.value;
    Diagnostic& said =
        books_[index].said.add(circle, written.place(),
                               {fmt::format("các bộ quy tắc kế thừa nhau thành vòng: {}", way),
                                fmt::format("rulebooks extend each other in a circle: {}", way)},
                               {"bỏ một trong các `extends` này: bộ của trung ương không kế thừa bộ của địa phương",
                                "leave out one of these `extends`: a national book does not extend a local one"});
    said.related = std::move(others);
}

void BookSet::find_running() {
    for (const std::size_t index : order_) {
        const LayeredBook& book = books_[index];
        if (!book.listed || !book.book) continue;
        books_[index].runs = true;
        // A draft that nobody listed lends its names and nothing else.
        for (const std::size_t base : book.below)
            if (books_[base].book && (books_[base].listed || !books_[base].book->draft)) books_[base].runs = true;
    }
}

void BookSet::refuse_twins() {
    std::map<std::string, std::size_t> by_name;
    for (const std::size_t index : order_) {
        if (!books_[index].book) continue;
        const Text& name = books_[index].book->name;
        const auto [first, is_new] = by_name.emplace(name.value, index);
        if (is_new || name.value.empty()) continue;
        Diagnostic& said = books_[index].said.add(book_twice, name.place(),
                                                  {fmt::format("hai bộ quy tắc cùng tên `{}`", visible(name.value)),
                                                   fmt::format("two rulebooks are called `{}`", visible(name.value))});
        said.related.push_back({books_[first->second].book->name.place(), {"bộ quy tắc kia ở đây", "the other one is here"}});
    }
}

void BookSet::check(Diagnostics& diagnostics, ParameterSettler* settler) {
    find_running();
    refuse_twins();
    apply_layers(books_, order_);
    if (settler)
        for (const std::size_t index : order_)
            if (books_[index].book) settler->settle(*books_[index].book);
    import_names(books_, order_);
    std::set<std::tuple<std::string, std::string, std::uint32_t, std::uint32_t, std::string>> once;
    for (const std::size_t index : order_) {
        LayeredBook& here = books_[index];
        // Without what it extends every name of that would seem to be mistyped.
        if (here.book && here.whole) {
            Diagnostics found;
            here.checked = check_rulebook(here.book, schema_, found);
            // What is wrong with a copy is said of the original.
            for (const Diagnostic& one : found.all())
                if (here.below.empty() || one.place.file == here.source->name()) here.said.add(one);
        }
        explain_book_names(books_, index);
        here.broken = !here.checked || here.said.has_errors();
        for (const std::size_t base : here.below) here.broken = here.broken || books_[base].broken;
        for (const Diagnostic& one : here.said.all())
            if (once.emplace(one.code, one.place.file, one.place.line, one.place.column, one.message.en).second)
                diagnostics.add(one);
    }
}

std::vector<std::shared_ptr<const CheckedRulebook>> BookSet::running() const {
    std::vector<std::shared_ptr<const CheckedRulebook>> all;
    for (const std::size_t index : order_)
        if (books_[index].runs && !books_[index].broken) all.push_back(books_[index].checked);
    return all;
}

std::shared_ptr<const CheckedRulebook> BookSet::added(std::size_t n) const {
    const LayeredBook& book = books_[added_[n]];
    return book.broken ? nullptr : book.checked;
}

}  // namespace hoagiai
