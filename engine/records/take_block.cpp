// Taking rows that were typed elsewhere, many at a time.
#include "engine/records/table_builder.h"

namespace hoagiai {

void TableBuilder::reserve(Row rows, std::size_t texts, std::size_t bytes) {
    const Row all = size_ + rows;
    for (Column& column : table_.columns)
        if (column.supplied) column.reserve(all);
    for (LinkId link = 0; link < table_.links.size(); ++link)
        if (table_.links[link].supplied) {
            table_.links[link].targets.reserve(all);
            references_[link].ids.reserve(all);
        }
    fates_.reserve(all);
    Texts& all_texts = records_.dataset.texts;
    all_texts.reserve(all_texts.size() + texts, all_texts.bytes() + bytes);
}

const IdRows* TableBuilder::ids_for_links(unsigned threads) {
    if (!table_.supplied || unread_ || !table_.columns[kind().key].supplied) return nullptr;
    ids_.prepare(threads);
    return &ids_;
}

void TableBuilder::take_texts(RowBlock& block) {
    block.own_from = records_.dataset.texts.append(block.own);
    block.shared_at.clear();
    for (std::size_t text = 0; text < block.shared.size(); ++text) block.shared_at.push_back(texts_.add(block.shared[text]));
}

void TableBuilder::take(const RowBlock& block, Row from, Row to) {
    if (from == to) return;
    const Row first = size_;
    size_ += to - from;
    fates_.start(to - from);
    if (progress_) (*progress_)({ProgressStep::Work::reading, called_, size_, 0});
    std::vector<std::int32_t> texts;
    const auto placed = [&](std::int32_t text) {
        return static_cast<std::int32_t>(text >= 0 ? block.own_from + static_cast<std::uint32_t>(text)
                                                   : block.shared_at[static_cast<std::uint32_t>(~text)]);
    };
    for (const BlockColumn& column : block.columns) {
        switch (column.kind) {
            case BlockCells::none:
                break;
            case BlockCells::narrow:
                table_.columns[column.name.field].append(column.narrow.data() + from, column.narrow.data() + to);
                break;
            case BlockCells::middle:
                table_.columns[column.name.field].append(column.middle.data() + from, column.middle.data() + to);
                break;
            case BlockCells::wide:
                table_.columns[column.name.field].append(column.wide.data() + from, column.wide.data() + to);
                break;
            case BlockCells::texts:
                texts.resize(to - from);
                for (Row row = from; row < to; ++row) {
                    const std::int32_t text = column.middle[row];
                    texts[row - from] = text == Column::missing<std::int32_t> ? text : placed(text);
                }
                table_.columns[column.name.field].append(texts.data(), texts.data() + texts.size());
                break;
            case BlockCells::rows: {
                std::vector<Row>& targets = table_.links[column.name.link].targets;
                targets.insert(targets.end(), column.targets.begin() + from, column.targets.begin() + to);
                references_[column.name.link].ids.resize(size_, none_id);
                break;
            }
            case BlockCells::ids: {
                table_.links[column.name.link].targets.resize(size_, no_row);
                std::vector<std::uint32_t>& ids = references_[column.name.link].ids;
                for (Row row = from; row < to; ++row) {
                    const std::int32_t text = column.middle[row];
                    ids.push_back(text == Column::missing<std::int32_t> ? none_id : static_cast<std::uint32_t>(placed(text)));
                }
                break;
            }
        }
    }
    const Column& key = table_.columns[kind().key];
    const auto id = [&](Row row) { return texts_[static_cast<std::uint32_t>(key.value(row))]; };
    if (block.ascending && ids_.is_next(id(first))) return ids_.add_ascending(first, size_, id(size_ - 1));
    for (Row row = first; row < size_; ++row)
        if (const Row known = ids_.add(row); known != no_row) repeats(row, known);
}

}  // namespace hoagiai
