#include "tests/support/markup.h"

#include <array>
#include <regex>
#include <set>
#include <vector>

namespace hoagiai::support {

namespace {

class MarkupReader {
public:
    explicit MarkupReader(std::string_view page) : page_(page) {}

    std::string problem() {
        if (starts("<!DOCTYPE html>")) at_ = page_.find('>') + 1;
        while (at_ < page_.size() && problem_.empty()) {
            if (starts("<![CDATA["))
                skip_to("]]>");
            else if (starts("</"))
                close();
            else if (page_[at_] == '<')
                open();
            else
                text();
        }
        if (problem_.empty() && !open_.empty()) problem_ = "never closed: " + open_.back();
        return problem_;
    }

private:
    bool starts(std::string_view with) const { return page_.substr(at_, with.size()) == with; }

    void skip_to(std::string_view end) {
        const std::size_t found = page_.find(end, at_);
        if (found == std::string_view::npos)
            problem_ = "no end of it: " + std::string(end);
        else
            at_ = found + end.size();
    }

    void close() {
        const std::size_t end = page_.find('>', at_);
        const std::string name(page_.substr(at_ + 2, end - at_ - 2));
        if (end == std::string_view::npos || open_.empty() || open_.back() != name)
            problem_ = "closes what is not open: " + name;
        else
            open_.pop_back();
        at_ = end + 1;
    }

    void open() {
        const std::size_t end = page_.find('>', at_);
        if (end == std::string_view::npos) return void(problem_ = "a tag without end");
        std::string tag(page_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        const bool empty = !tag.empty() && tag.back() == '/';
        if (empty) tag.pop_back();
        static const std::regex whole("[a-zA-Z0-9]+( [a-zA-Z:-]+=\"[^\"<]*\")*"), one(" ([a-zA-Z:-]+)=\"([^\"<]*)\"");
        if (!std::regex_match(tag, whole)) return void(problem_ = "not a tag: " + tag.substr(0, 80));
        std::set<std::string> names;
        for (std::sregex_iterator i(tag.begin(), tag.end(), one), last; i != last; ++i) {
            if (!names.insert((*i)[1]).second) problem_ = "given twice: " + tag;
            if ((*i)[1] == "id" && !ids_.insert((*i)[2]).second) problem_ = "an id of two: " + tag;
            references((*i)[2]);
        }
        if (!empty) open_.push_back(tag.substr(0, tag.find(' ')));
    }

    void text() {
        const std::size_t end = std::min(page_.find('<', at_), page_.size());
        references(std::string(page_.substr(at_, end - at_)));
        at_ = end;
    }

    void references(const std::string& text) {
        static constexpr std::array<std::string_view, 5> known = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte < 0x20 && byte != '\n' && byte != '\t') problem_ = "a control character";
            if (byte != '&') continue;
            bool found = false;
            for (const std::string_view reference : known) found = found || text.compare(i, reference.size(), reference) == 0;
            if (!found) problem_ = "a bare &: " + text.substr(i, 40);
        }
    }

    std::string_view page_;
    std::size_t at_ = 0;
    std::vector<std::string> open_;
    std::set<std::string> ids_;
    std::string problem_;
};

}  // namespace

std::string markup_problem(std::string_view page) { return MarkupReader(page).problem(); }

}  // namespace hoagiai::support
