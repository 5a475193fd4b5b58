#include "engine/records/formats/quick/quick_csv.h"

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"
#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

constexpr std::size_t least_look = 512, first_look = 64u << 10, longest_look = 4u << 20;
constexpr std::size_t lines_of_a_layout = 20;  ///< as many as HeaderSearch looks at
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

QuickCsv::QuickCsv(std::string name, std::filesystem::path path, EntityId entity, RecordsBuilder& builder, PiecePool& pool)
    : CsvTable(name, "", builder.table(entity), builder.diagnostics()),
      name_(std::move(name)),
      path_(std::move(path)),
      entity_(entity),
      builder_(builder),
      input_(path_),
      pool_(pool) {}

bool QuickCsv::read() {
    if (!input_.is_open() || !read_head()) return false;
    plan();
    sha_.add(std::string_view(head_).substr(0, body_));
    if (!read_pieces()) return false;
    builder_.records().files.push_back({name_, builder_.options().hash ? sha_.hex() : "", input_.size()});
    end();
    return true;
}

/// Whether nothing behind the head could change how the sheet is laid out: with each delimiter there are lines enough in it.
bool QuickCsv::head_is_enough(std::string_view head) const {
    if (head_.size() == input_.size()) return true;
    // A guess that a comma further on could change.
    const std::size_t line = std::min(head.find_first_not_of("\r\n"), head.size());
    if (CsvScanner::guess_delimiter(head) != ',' &&
        head.substr(line, head.find_first_of("\r\n", line) - line).find('"') != std::string_view::npos)
        return false;
    for (const char delimiter : {',', ';', '\t'}) {
        CsvScanner scanner(head, delimiter);
        CsvRecord record;
        std::size_t lines = 0;
        while (lines <= lines_of_a_layout && scanner.next(record)) {
            if (record.open_quote != no_cell) return false;
            if (!is_blank(record)) ++lines;
        }
        if (lines <= lines_of_a_layout || scanner.offset() >= head.size()) return false;
    }
    return true;
}

bool QuickCsv::read_head() {
    std::string_view head;
    for (std::size_t size = std::clamp<std::size_t>(builder_.options().piece, least_look, first_look);; size *= 8) {
        if (size > longest_look) return false;
        head_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(size, input_.size())));
        if (!input_.read(0, head_.data(), head_.size())) return false;
        head = head_;
        if (head.substr(0, 3) == byte_order_mark) head.remove_prefix(3);
        if (head_is_enough(head)) break;
    }
    // A sheet in another encoding is no matter of single rows.
    if (find_invalid_utf8(head.substr(0, head.rfind('\n'))) != std::string_view::npos) return false;
    table_.supply();
    bytes_ = head;
    const CsvLayout layout = find_layout(head, table_.names());
    delimiter_ = layout.delimiter;
    CsvScanner scanner(head, delimiter_);
    if (!read_above(scanner, layout) || !header_is_sure()) return false;
    CsvRecord record;
    while (!rows_began()) {
        if (!scanner.next(record)) break;
        // What follows could belong to it.
        if (scanner.offset() >= head.size() && head_.size() < input_.size()) return false;
        add(record);
    }
    if (!rows_began() && head_.size() < input_.size()) return false;
    body_ = position_ = scanner.offset() + (head_.size() - head.size());
    line_ = scanner.line();
    const std::size_t id = places_->cell_of({table_.kind().key, none_id});
    return id < places_->columns.size() && table_.kind().fields[table_.kind().key].type.kind == Kind::text;
}

void QuickCsv::plan() {
    plan_.delimiter = delimiter_;
    plan_.id_header = places_->headers[places_->cell_of({table_.kind().key, none_id})];
    for (std::size_t cell = 0; cell < places_->columns.size(); ++cell) plan_.columns.push_back(column(cell));
}

QuickColumn QuickCsv::column(std::size_t cell) {
    using Way = QuickColumn::Way;
    constexpr std::size_t most_choices = 120;  // what a byte holds
    QuickColumn how;
    how.name = places_->columns[cell];
    const auto& required = table_.required();
    how.required = std::find(required.begin(), required.end(), how.name) != required.end();
    if (how.name == ColumnName{}) {
        how.way = places_->headers[cell].empty() ? Way::unnamed : Way::unused;
        return how;
    }
    if (how.name.link != none_id) {
        // Tables are read parents first; what is not there yet is found at the end.
        how.target = builder_.table(table_.kind().links[how.name.link].target).ids_for_links(builder_.options().threads);
        if (table_.kind().links[how.name.link].target == entity_) how.target = nullptr;
        how.way = how.target ? Way::link : Way::late_link;
        return how;
    }
    const Field& field = table_.kind().fields[how.name.field];
    how.reader = &table_.reader(how.name.field);
    how.bounds = quick_bounds(field);
    switch (field.type.kind) {
        case Kind::text:
            how.way = how.name.field == table_.kind().key ? Way::id : Way::text;
            break;
        case Kind::boolean:
            how.way = Way::boolean;
            break;
        case Kind::date:
            how.way = Way::date;
            break;
        case Kind::integer:
        case Kind::money:
            how.way = Way::whole;
            break;
        case Kind::choice:
            how.way = field.type.choices->choices.size() <= most_choices ? Way::choice : Way::other;
            break;
        default:
            how.way = Way::other;
            break;
    }
    return how;
}

/// False if the file must be read in the patient way.
bool QuickCsv::read_pieces() {
    constexpr std::uint64_t small = 64u << 10, pieces_each = 8;
    const unsigned threads = builder_.options().threads;
    const std::uint64_t bytes = input_.size() - body_;
    // A small file is work for all threads, too.
    piece_ = std::min<std::uint64_t>(builder_.options().piece, std::max(small, bytes / (threads * pieces_each)));
    pool_.set_file(plan_, input_);
    Handover handover(pool_, std::size_t{threads} * 2, [&](std::size_t number, QuickRows& rows) {
        if (!rows.is_good()) return false;
        if (builder_.options().hash) sha_.add(rows.bytes(begin_of(number), end_of(number)));
        return take(rows, end_of(number));
    });
    in_parallel(static_cast<std::size_t>((bytes + piece_ - 1) / piece_), threads, [&]() -> std::function<void(std::size_t)> {
        return [&](std::size_t number) { read_piece(handover, number); };
    });
    return !handover.was_called_off();
}

void QuickCsv::read_piece(Handover& handover, std::size_t number) {
    QuickRows* const rows = handover.begin(number);
    if (!rows) return;
    try {
        const std::uint64_t from = begin_of(number), to = end_of(number);
        // The byte in front of the piece tells whether a line begins with it.
        if (rows->load(from - (number > 0 ? 1 : 0), to)) rows->parse(number == 0 ? from : rows->guess_begin(from - 1, to), to);
    } catch (...) {
        // Nobody may wait for a piece that is never handed over.
        handover.call_off();
        throw;
    }
    handover.hand_over(number);
}

/// False if the file must be read in the patient way.
bool QuickCsv::take(QuickRows& rows, std::uint64_t to) {
    if (position_ >= to) return true;  // the piece before it holds a record that goes on to here
    if (rows.begin() != position_ && !rows.parse(position_, to)) return false;
    RowBlock& block = rows.block();
    if (!reserved_ && block.rows > 0) {
        // As many as there will be if the file goes on like this, and a few more.
        reserved_ = true;
        const double more = 1.03 * static_cast<double>(input_.size() - position_) / static_cast<double>(rows.end() - position_);
        const auto grown = [&](std::size_t count) { return static_cast<std::size_t>(more * static_cast<double>(count)) + 64; };
        table_.reserve(static_cast<Row>(grown(block.rows)), grown(block.own.size()), grown(block.own.bytes()));
        places_->lines.reserve(places_->lines.size() + grown(block.rows));
    }
    table_.take_texts(block);
    Row done = 0;
    std::uint32_t line = 0;
    for (const OddRow& odd : rows.odd()) {
        take(block, done, odd.before, line_ + line);
        if (!take_odd(odd)) return false;
        done = odd.before;
        line = odd.line + odd.lines;
    }
    take(block, done, block.rows, line_ + line);
    position_ = rows.end();
    line_ += rows.lines();
    return true;
}

void QuickCsv::take(RowBlock& block, Row from, Row to, std::uint32_t line) {
    for (Row row = from; row < to; ++row) places_->lines.push_back(line++);
    table_.take(block, from, to);
}

bool QuickCsv::take_odd(const OddRow& odd) {
    if (!encoding_is_known_ && find_invalid_utf8(odd.bytes) != std::string_view::npos) {
        encoding_is_known_ = true;
        std::string all;
        Diagnostics unsaid;
        BadLines bad;
        if (!read_bytes(path_, all, unsaid) || has_other_encoding(all, bad)) return false;
    }
    bytes_ = odd.bytes;
    CsvScanner scanner(odd.bytes, delimiter_, line_ + odd.line);
    CsvRecord record;
    if (scanner.next(record)) add(record);
    return true;
}

}  // namespace hoagiai
