// From the ids that rows name to the rows they mean, when all tables are there.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "engine/records/blanks.h"
#include "engine/records/table_builder.h"
#include "engine/text/fold.h"
#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

/// An id without what spreadsheets and typists change: case and leading zeros.
std::string loose(std::string_view id) {
    const std::string folded = fold(id);
    const std::size_t start = folded.find_first_not_of('0');
    return start == std::string::npos ? "0" : folded.substr(start);
}

}  // namespace

void TableBuilder::find_targets(const std::vector<std::unique_ptr<TableBuilder>>& all) {
    if (is_lenient() && !ids_.noted().empty()) {
        ids_.prepare();
        for (const std::string& id : ids_.noted())
            if (const Row row = ids_.find(id); row != no_row) fates_.claim_twice(row);
    }
    for (LinkId link = 0; link < references_.size(); ++link)
        if (table_.links[link].supplied) find_targets(link, *all[kind().links[link].target]);
}

void TableBuilder::find_targets(LinkId link, TableBuilder& target) {
    if (!target.table_.supplied) return target_is_absent(link);
    // Without a column of ids every row would be blamed for what the other file's header lacks.
    const bool has_ids = !target.unread_ && (target.table_.columns[target.kind().key].supplied || target.size_ == 0);
    LinkColumn& column = table_.links[link];
    const std::vector<std::uint32_t>& ids = references_[link].ids;
    if (std::all_of(ids.begin(), ids.end(), [](std::uint32_t id) { return id == none_id; })) return;
    target.ids_.prepare();
    for (Row row = 0; row < size_; ++row) {
        const std::uint32_t id = ids[row];
        if (id == none_id) continue;
        const Row found = target.ids_.find(texts_[id]);
        const bool is_row = found != no_row;
        if (column.targets[row] != no_row) {
            // It stands inside one row and names one, too.
            if (is_row && found == column.targets[row]) continue;
            const std::string see = shown(texts_[id]);
            report(parent_contradicted, row, {none_id, link}, std::string(texts_[id]),
                   {fmt::format("dòng này nằm trong một dòng khác của bảng {}, nhưng ghi `{}`", target.kind().plural, see),
                    fmt::format("this row stands inside another row of {}, but names `{}`", target.kind().plural, see)},
                   {"bỏ khóa này, hoặc chuyển dòng đến đúng chỗ", "remove this key, or move the row to where it belongs"});
            fates_.unplace(row);
        } else if (is_row) {
            column.targets[row] = found;
        } else if (has_ids && !target.ids_.was_noted(texts_[id])) {
            dangling(link, row, target, texts_[id]);
        }
    }
}

void TableBuilder::target_is_absent(LinkId link) {
    const Link& declared = kind().links[link];
    const Entity& target = (*records_.dataset.schema)[declared.target];
    const std::vector<std::uint32_t>& ids = references_[link].ids;
    const auto named = std::find_if(ids.begin(), ids.end(), [](std::uint32_t id) { return id != none_id; });
    if (named == ids.end()) return;
    const Row first = static_cast<Row>(named - ids.begin());
    if (!declared.required) {
        // Not blank, and yet no row to lead to: whatever it leads to is not known.
        table_.links[link].supplied = false;
        report_of_table(target_table_absent, first, {none_id, link}, std::string(texts_[*named]),
                        {fmt::format("cột `{}` không được sử dụng vì không có bảng {}", declared.name, target.plural),
                         fmt::format("`{}` is not used, since the table {} is not there", declared.name, target.plural)},
                        {fmt::format("bổ sung bảng {} nếu có", target.plural),
                         fmt::format("add the table {} if you have it", target.plural)});
        return;
    }
    report_of_table(target_table_missing, first, {none_id, link}, std::string(texts_[*named]),
                    {fmt::format("`{}` dẫn đến bảng {}, nhưng không có bảng này", declared.name, target.plural),
                     fmt::format("`{}` leads to the table {}, which is not there", declared.name, target.plural)},
                    {fmt::format("bổ sung bảng {}", target.plural), fmt::format("add the table {}", target.plural)});
    for (Row row = 0; row < size_; ++row)
        if (ids[row] != none_id) fates_.unplace(row);
}

void TableBuilder::dangling(LinkId link, Row row, const TableBuilder& target, std::string_view id) {
    const std::string see = shown(id), plural = target.kind().plural;
    const std::string_view near = target.alike(id);
    Words help{fmt::format("sửa mã, hoặc thêm dòng `{}` vào bảng {}", see, plural),
               fmt::format("mend the id, or add the row `{}` to {}", see, plural)};
    if (!near.empty() && fold(near) == fold(id))
        help = {fmt::format("có phải là `{}`? Trong mã, chữ hoa khác chữ thường", shown(near)),
                fmt::format("did you mean `{}`? In ids capital and small letters differ", shown(near))};
    else if (!near.empty())
        help = {fmt::format("có phải là `{}`? Bảng tính hay làm mất các số 0 ở đầu", shown(near)),
                fmt::format("did you mean `{}`? Spreadsheets like to drop leading zeros", shown(near))};
    report(dangling_link, row, {none_id, link}, std::string(id),
           {fmt::format("`{}` ({}): bảng {} không có mã này", see, kind().links[link].title.vi, plural),
            fmt::format("`{}` as `{}`: {} has no such id", see, kind().links[link].name, plural)},
           std::move(help));
    // The row itself is known where it is no parent that is lost.
    if (is_lenient() && !kind().links[link].parent)
        fates_.make_hole(row, {none_id, link});
    else
        fates_.unplace(row);
}

std::string_view TableBuilder::alike(std::string_view id) const {
    if (loose_ids_.empty()) {
        const Column& key = table_.columns[kind().key];
        for (Row row = 0; row < key.size(); ++row) {
            if (key.state(row) != CellState::known) continue;
            const std::string_view known = texts_[static_cast<std::uint32_t>(key.value(row))];
            loose_ids_.emplace(loose(known), known);
        }
        for (const std::string& noted : ids_.noted()) loose_ids_.emplace(loose(noted), noted);
    }
    const auto found = loose_ids_.find(loose(id));
    return found == loose_ids_.end() ? std::string_view() : found->second;
}

void TableBuilder::check_parents(const std::vector<std::unique_ptr<TableBuilder>>& all, unsigned threads) {
    const LinkId parent = records_.dataset.schema->parent_link(entity_);
    for (LinkId link = 0; link < references_.size() && parent != none_id; ++link) {
        const Link& declared = kind().links[link];
        const LinkId their_parent = records_.dataset.schema->parent_link(declared.target);
        if (!declared.same_parent || their_parent == none_id || !table_.links[link].supplied || !table_.links[parent].supplied)
            continue;
        const TableBuilder& target = *all[declared.target];
        const LinkColumn& theirs = target.table_.links[their_parent];
        if (!theirs.supplied) continue;
        const auto differs = [&](Row row) {
            const Row to = table_.links[link].targets[row], mine = table_.links[parent].targets[row];
            return to != no_row && mine != no_row && theirs.targets[to] != no_row && theirs.targets[to] != mine;
        };
        // Nearly always there is none.
        std::atomic<bool> any{false};
        in_ranges(size_, threads, [&](std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row)
                if (differs(static_cast<Row>(row))) any = true;
        });
        for (Row row = 0; any && row < size_; ++row) {
            if (!differs(row)) continue;
            const Row to = table_.links[link].targets[row], mine = table_.links[parent].targets[row];
            const TableBuilder& above = *all[target.kind().links[their_parent].target];
            const std::string_view id = texts_[static_cast<std::uint32_t>(target.table_.columns[target.kind().key].value(to))];
            const auto id_above = [&](Row of) {
                return shown(texts_[static_cast<std::uint32_t>(above.table_.columns[above.kind().key].value(of))]);
            };
            const std::string own = id_above(mine), other = id_above(theirs.targets[to]);
            report(other_parent, row, {none_id, link}, std::string(id),
                   {fmt::format("`{}` thuộc `{}`, không thuộc `{}` của dòng này", shown(id), other, own),
                    fmt::format("`{}` belongs to `{}`, not to this row's `{}`", shown(id), other, own)},
                   {fmt::format("sửa `{}` hoặc `{}`", declared.name, kind().links[parent].name),
                    fmt::format("mend `{}` or `{}`", declared.name, kind().links[parent].name)});
            fates_.unplace(row);
        }
    }
}

}  // namespace hoagiai
