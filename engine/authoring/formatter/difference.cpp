#include "engine/authoring/formatter/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::size_t around = 3;
constexpr std::size_t most_cells = 16u << 20;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

struct Change {
    char sign = ' ';  ///< ' ', '-' or '+'
    std::string_view line;
};

/// The longest common subsequence of what is left between equal beginnings and ends; of very long ones, all out and all in.
void compare(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b, std::vector<Change>& changes) {
    const std::size_t n = a.size(), m = b.size();
    std::vector<std::vector<std::uint32_t>> common;
    if (n * m <= most_cells) {
        common.assign(n + 1, std::vector<std::uint32_t>(m + 1, 0));
        for (std::size_t i = n; i-- > 0;)
            for (std::size_t j = m; j-- > 0;)
                common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
    std::size_t i = 0, j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && a[i] == b[j] && !common.empty()) {
            changes.push_back({' ', a[i++]});
            ++j;
        } else if (i < n && (j == m || common.empty() || common[i + 1][j] >= common[i][j + 1])) {
            changes.push_back({'-', a[i++]});
        } else {
            changes.push_back({'+', b[j++]});
        }
    }
}

/// A line end of Windows is shown: that it goes may be all that changes.
void print_line(const Change& change, std::string& out) {
    std::string_view line = change.line;
    const bool ends = !line.empty() && line.back() == '\n';
    if (ends) line.remove_suffix(1);
    const bool carriage_return = !line.empty() && line.back() == '\r';
    if (carriage_return) line.remove_suffix(1);
    out += change.sign;
    out += visible(line);
    out += '\n';
    if (!ends) out += "\\ No newline at end of file\n";
}

}  // namespace

std::string unified_difference(std::string_view name, std::string_view before, std::string_view after) {
    if (before == after) return {};
    std::vector<std::string_view> a = lines_of(before), b = lines_of(after);
    std::size_t front = 0, back = 0;
    while (front < a.size() && front < b.size() && a[front] == b[front]) ++front;
    while (back < a.size() - front && back < b.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
    std::vector<Change> changes;
    for (std::size_t i = 0; i < front; ++i) changes.push_back({' ', a[i]});
    const auto middle = [&](const std::vector<std::string_view>& lines) {
        return std::vector<std::string_view>(lines.begin() + static_cast<std::ptrdiff_t>(front),
                                             lines.end() - static_cast<std::ptrdiff_t>(back));
    };
    compare(middle(a), middle(b), changes);
    for (std::size_t i = a.size() - back; i < a.size(); ++i) changes.push_back({' ', a[i]});

    std::string out = fmt::format("--- {}\n+++ {}\n", name, name);
    std::size_t old_line = 1, new_line = 1, at = 0;
    const auto pass = [&](std::size_t to) {
        for (; at < to; ++at) {
            old_line += changes[at].sign != '+';
            new_line += changes[at].sign != '-';
        }
    };
    while (at < changes.size()) {
        std::size_t first = at;
        while (first < changes.size() && changes[first].sign == ' ') ++first;
        if (first == changes.size()) break;
        // A hunk goes on while the next change is near.
        std::size_t last = first;
        for (std::size_t i = first; i < changes.size() && i <= last + 2 * around + 1; ++i)
            if (changes[i].sign != ' ') last = i;
        const std::size_t begin = std::max(at, first - std::min(first, around));
        const std::size_t end = std::min(changes.size(), last + 1 + around);
        pass(begin);
        std::size_t old_count = 0, new_count = 0;
        std::string body;
        for (std::size_t i = begin; i < end; ++i) {
            old_count += changes[i].sign != '+';
            new_count += changes[i].sign != '-';
            print_line(changes[i], body);
        }
        out += fmt::format("@@ -{},{} +{},{} @@\n", old_line - (old_count == 0), old_count, new_line - (new_count == 0),
                           new_count);
        out += body;
        pass(end);
    }
    return out;
}

}  // namespace hoagiai
