// What the machine can do: the rules of rules.yaml, written by hand for these columns in this order. It takes clean files for
// granted (valid cells, parents that exist, ids of at most 16 bytes, no line break inside quotes), checks nothing, explains
// nothing, and is no part of the program; run.py holds it against hoagiai. It reads the five tables that the rules look at and
// types every cell of them.
//
//     hoagiai_floor RECORDS OUT [THREADS]      writes OUT/counts.csv and OUT/fail.csv
#include <emmintrin.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using Bytes = std::string_view;
enum : std::uint8_t { no, yes, hole };
constexpr std::int32_t no_date = INT_MIN, never = INT_MAX;
constexpr std::int64_t no_number = -1;

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "hoagiai_floor: %s\n", why.c_str());
    std::exit(2);
}

// --- Rows and fields: where the commas and line ends stand, 64 bytes at a time.

struct Masks {
    std::uint64_t end, quote;
};
Masks masks(const char* at) {
    const auto equal = [at](char sign) {
        std::uint64_t bits = 0;
        for (int i = 0; i < 4; ++i)
            bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(
                        _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i)), _mm_set1_epi8(sign)))))
                    << (16 * i);
        return bits;
    };
    return {equal(',') | equal('\n'), equal('"')};
}

/// Calls each(fields) for every row; fields[i] to fields[i + 1] - 1 is field i.
template <std::size_t columns, typename Each>
void rows(Bytes text, Each&& each) {
    std::vector<std::uint32_t> at(4096 + 128);
    at[0] = 0;
    std::size_t count = 1;  // at[0]: where the row begins
    std::uint64_t inside = 0;
    const auto flush = [&] {
        std::size_t i = 0;
        for (; i + columns < count; i += columns) each(at.data() + i);
        std::copy(at.begin() + static_cast<std::ptrdiff_t>(i), at.begin() + static_cast<std::ptrdiff_t>(count), at.begin());
        count -= i;
    };
    for (std::size_t block = 0; block < text.size(); block += 64) {
        char tail[64] = {};
        const char* from = text.data() + block;
        if (block + 64 > text.size()) from = static_cast<const char*>(std::memcpy(tail, from, text.size() - block));
        Masks found = masks(from);
        if (found.quote | inside) {
            std::uint64_t in = found.quote;
            for (int shift = 1; shift < 64; shift *= 2) in ^= in << shift;
            in ^= inside;
            found.end &= ~in;
            inside = (in >> 63) ? ~std::uint64_t{0} : 0;
        }
        for (; found.end; found.end &= found.end - 1)
            at[count++] = static_cast<std::uint32_t>(block) + static_cast<std::uint32_t>(std::countr_zero(found.end)) + 1;
        if (count >= 4096) flush();
    }
    flush();
    if (count != 1) stop("a row has another number of fields");
}

// --- Cells.

std::uint8_t truth(Bytes cell) { return cell.size() == 3 ? yes : cell.empty() ? hole : no; }
std::int64_t number(Bytes cell) {  // a percentage in tenths: 68.0%
    if (cell.empty()) return no_number;
    std::int64_t value = 0;
    for (const char sign : cell)
        if (sign >= '0' && sign <= '9') value = value * 10 + (sign - '0');
    return value;
}
std::int32_t date(Bytes cell) {
    if (cell.size() != 10) return cell.empty() ? no_date : never;
    const auto two = [&](std::size_t i) { return (cell[i] - '0') * 10 + (cell[i + 1] - '0'); };
    const int month = two(5), year = two(0) * 100 + two(2) - (month <= 2);
    const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + two(8) - 1, of_era = year % 400;
    return year / 400 * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

struct Key {
    std::uint64_t a = 0, b = 0;
    explicit Key(Bytes cell = {}) { std::memcpy(this, cell.data(), std::min<std::size_t>(cell.size(), sizeof *this)); }
    bool operator==(const Key&) const = default;
    std::size_t hash() const { return ((a * 0x9E3779B97F4A7C15u) ^ (b * 0xC2B2AE3D27D4EB4Fu)) * 0x9E3779B97F4A7C15u >> 32; }
};
class Index {
public:
    void build(const std::vector<Bytes>& ids) {
        keys_.assign(std::bit_ceil(2 * ids.size() + 2), Key());
        rows_.resize(keys_.size());
        for (std::size_t row = 0; row < ids.size(); ++row) {
            std::size_t slot = first(Key(ids[row]));
            while (keys_[slot].a) slot = (slot + 1) & (keys_.size() - 1);
            keys_[slot] = Key(ids[row]);
            rows_[slot] = static_cast<std::int32_t>(row);
        }
    }
    std::int32_t find(const Key& key) const {
        std::size_t slot = first(key);
        while (!(keys_[slot] == key)) {
            if (!keys_[slot].a) stop("a parent does not exist");
            slot = (slot + 1) & (keys_.size() - 1);
        }
        return rows_[slot];
    }

private:
    std::size_t first(const Key& key) const { return key.hash() & (keys_.size() - 1); }
    std::vector<Key> keys_;
    std::vector<std::int32_t> rows_;
};

/// Few different texts, each a small number; 0 is missing.
struct Choices {
    std::vector<std::string> texts{""};
    std::array<std::uint8_t, 256> table{};
    std::uint8_t code(Bytes cell) {
        if (cell.empty()) return 0;
        const Key ends(cell.substr(cell.size() - std::min<std::size_t>(cell.size(), 8))), front(cell.substr(0, 8));
        std::size_t slot = ((ends.a * 31 ^ front.a) + cell.size()) * 0x9E3779B97F4A7C15u >> 56;
        for (; table[slot]; slot = (slot + 1) & 255)
            if (texts[table[slot]] == cell) return table[slot];
        if (texts.size() > 200) stop("too many choices");
        texts.emplace_back(cell);
        return table[slot] = static_cast<std::uint8_t>(texts.size() - 1);
    }
    std::array<std::uint8_t, 256> meaning(std::initializer_list<Bytes> of, std::uint8_t is = yes, std::uint8_t other = no) {
        std::array<std::uint8_t, 256> result;
        result.fill(other);
        result[0] = hole;
        for (const Bytes one : of) result[code(one)] = is;
        return result;
    }
};

// --- Tables: a letter a column. t text, l link, c choice, y yes or no, d date, n number, m money or percentage.

template <std::size_t size>
struct Letters {
    char letter[size]{};
    static constexpr std::size_t columns = size - 1;
    constexpr Letters(const char (&text)[size]) { std::copy_n(text, size, letter); }
};
template <char letter>
struct Cells {
    std::vector<
        std::conditional_t<letter == 't', Bytes,
                           std::conditional_t<letter == 'm', std::int64_t,
                                              std::conditional_t<letter == 'c' || letter == 'y', std::uint8_t, std::int32_t>>>>
        values;
    Choices choices;
    Key last;  ///< l: children come parent by parent
    std::int32_t last_row = -1;
    void add(Bytes cell, const Index* parents) {
        if constexpr (letter == 't') values.push_back(cell);
        if constexpr (letter == 'c') values.push_back(choices.code(cell));
        if constexpr (letter == 'y') values.push_back(truth(cell));
        if constexpr (letter == 'd') values.push_back(date(cell));
        if constexpr (letter == 'n') values.push_back(static_cast<std::int32_t>(number(cell)));
        if constexpr (letter == 'm') values.push_back(number(cell));
        if constexpr (letter == 'l') {
            const Key key(cell);
            if (!(key == last)) last_row = parents->find(last = key);
            values.push_back(last_row);
        }
    }
};
template <Letters letters, typename = std::make_index_sequence<letters.columns>>
struct Table;
template <Letters letters, std::size_t... column>
struct Table<letters, std::index_sequence<column...>> {
    std::tuple<Cells<letters.letter[column]>...> cells;
    template <std::size_t i>
    auto& get() {
        return std::get<i>(cells).values;
    }
    std::size_t size() { return get<0>().size(); }
    void reserve(std::size_t count) { (get<column>().reserve(count), ...); }
    void read(Bytes text, const Index* parents) {
        rows<letters.columns>(text, [&](const std::uint32_t* at) {
            (std::get<column>(cells).add(text.substr(at[column], at[column + 1] - at[column] - 1), parents), ...);
        });
    }
};
using Communes = Table<"ttctcdnnnnyynccndd">;
using Teams = Table<"tlttydtnndmdddydnnymny">;
using Mediators = Table<"tltcdcyyyyyydcynnndtdddcyyccdn">;
using Cases = Table<"tltcddddccccyyydyyyydyyymdd">;
using Fundings = Table<"tlnccmmddm">;

Bytes mapped(const std::string& path) {
    struct stat status{};
    const int file = open(path.c_str(), O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0) stop(path + ": " + std::strerror(errno));
    const auto size = static_cast<std::size_t>(status.st_size);
    const Bytes text(static_cast<const char*>(mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0)), size);
    return text.substr(text.find('\n') + 1);
}

// --- What is added up for a team and for a commune: at least and at most, and what a share needs of its holes.

struct TeamSums {
    std::uint32_t rows, least, most, women_least, women_most, minority_least, minority_most, heads_least, heads_most, legal,
        legal_hole, no_or_hole, yes_or_hole;
    void add(std::uint8_t active, std::uint8_t woman, std::uint8_t minority, std::uint8_t head, std::uint8_t lawyer) {
        const bool sure = active == yes, can = active != no, open = active == hole;
        ++rows, least += sure, most += can;
        women_least += sure & (woman == yes), women_most += can & (woman != no);
        minority_least += sure & (minority == yes), minority_most += can & (minority != no);
        heads_least += sure & (head == yes), heads_most += can & (head != no);
        legal += sure & (lawyer == yes), legal_hole += sure & (lawyer == hole);
        no_or_hole += open & (lawyer != yes), yes_or_hole += open & (lawyer != no);
    }
};
enum : std::uint8_t { won = 3, lost };  // outcomes, beside no and hole
struct CommuneSums {
    std::uint32_t won_cases, lost_cases, open, back, back_hole, open_back, open_kept;
    void add(std::uint8_t outcome, std::uint8_t relapsed) {
        won_cases += outcome == won, lost_cases += outcome == lost, open += outcome == hole;
        back += outcome == won && relapsed == yes, back_hole += outcome == won && relapsed == hole;
        open_back += outcome == hole && relapsed != no, open_kept += outcome == hole && relapsed != yes;
    }
};
template <typename Sums>
void add_up(std::vector<Sums>& to, const std::vector<Sums>& from) {
    auto* a = reinterpret_cast<std::uint32_t*>(to.data());
    const auto* b = reinterpret_cast<const std::uint32_t*>(from.data());
    for (std::size_t i = 0; i < to.size() * (sizeof(Sums) / sizeof(std::uint32_t)); ++i) a[i] += b[i];
}

enum Verdict { pass, fail, unknown, not_applicable };
struct Verdicts {
    std::int64_t counts[14][4] = {};
    std::string failing;
    void put(int rule, Verdict verdict, Bytes id) {
        ++counts[rule][verdict];
        if (verdict != fail) return;
        const char name[] = {'R', static_cast<char>('0' + rule / 10), static_cast<char>('0' + rule % 10), ','};
        failing.append(name, sizeof name).append(id).push_back('\n');
    }
};
Verdict judged(std::uint8_t when, bool holds, bool breaks) {
    return when == no ? not_applicable : holds ? pass : when == yes && breaks ? fail : unknown;
}
Verdict judged(bool holds, bool breaks) { return judged(yes, holds, breaks); }

/// What a thread has read, and what follows from its rows alone.
struct Part {
    Mediators mediators;
    Cases cases;
    std::vector<TeamSums> teams;
    std::vector<CommuneSums> communes;
    Verdicts verdicts;

    void judge_mediators() {
        Mediators& m = mediators;
        const auto woman = std::get<3>(m.cells).choices.meaning({"Female"});
        const auto minority = std::get<5>(m.cells).choices.meaning({"Kinh"}, no, yes);
        const auto lawyer = std::get<27>(m.cells).choices.meaning({"Lawyer", "Jurist", "Former judge", "Former procurator"});
        for (std::size_t i = 0; i < m.size(); ++i) {
            const Bytes id = m.get<0>()[i];
            teams[static_cast<std::size_t>(m.get<1>()[i])].add(m.get<24>()[i], woman[m.get<3>()[i]], minority[m.get<5>()[i]],
                                                               m.get<25>()[i], lawyer[m.get<27>()[i]]);
            const std::uint8_t citizen = m.get<6>()[i], resident = m.get<7>()[i], volunteer = m.get<8>()[i];
            verdicts.put(5,
                         judged(citizen == yes && resident == yes && volunteer == yes,
                                citizen == no || resident == no || volunteer == no),
                         id);
            const std::int64_t total = m.get<15>()[i], agree = m.get<17>()[i];
            const bool counted = total >= 0 && agree >= 0;
            verdicts.put(6, judged(counted && agree * 2 > total, counted && agree * 2 <= total), id);
            const std::int32_t elected = m.get<12>()[i], recognized = m.get<20>()[i];
            const bool dated = elected != no_date && recognized != no_date;
            verdicts.put(7, judged(dated && recognized >= elected, dated && recognized < elected), id);
        }
    }
    void judge_cases(Teams& of) {
        Cases& c = cases;
        auto outcome = std::get<11>(c.cells).choices.meaning({"Successful"}, won);
        outcome[std::get<11>(c.cells).choices.code("Unsuccessful")] = lost;
        outcome[std::get<11>(c.cells).choices.code("Stopped")] = lost;
        for (std::size_t i = 0; i < c.size(); ++i) {
            const auto team = static_cast<std::size_t>(c.get<1>()[i]);
            communes[static_cast<std::size_t>(of.get<1>()[team])].add(outcome[c.get<11>()[i]], c.get<22>()[i]);
            const std::int64_t assigned = c.get<5>()[i], started = c.get<6>()[i];
            const bool dated = assigned != no_date && started != no_date && !(assigned == never && started == never);
            verdicts.put(8, judged(dated && started - assigned <= 3, dated && started - assigned > 3), c.get<0>()[i]);
        }
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) stop("usage: hoagiai_floor RECORDS OUT [THREADS]");
    const std::string data = std::string(argv[1]) + "/", out = std::string(argv[2]) + "/";
    const std::size_t threads = argc > 3 ? static_cast<std::size_t>(std::max(1, std::atoi(argv[3]))) : 1;
    const Bytes mediators = mapped(data + "mediators.csv"), cases = mapped(data + "cases.csv");
    std::filesystem::create_directories(out);

    Communes communes;
    Teams teams;
    Fundings fundings;
    Index commune_of, team_of;
    communes.read(mapped(data + "communes.csv"), nullptr);
    commune_of.build(communes.get<0>());
    teams.read(mapped(data + "teams.csv"), &commune_of);
    team_of.build(teams.get<0>());
    fundings.read(mapped(data + "fundings.csv"), &commune_of);

    struct Piece {
        bool of_mediators;
        Bytes text;
    };
    std::vector<Piece> pieces;
    for (const Bytes file : {mediators, cases})
        for (std::size_t begin = 0, end; begin < file.size(); begin = end) {
            end = std::min(begin + (1u << 20), file.size());
            if (end < file.size()) end = file.find('\n', end) + 1;
            pieces.push_back({file.data() == mediators.data(), file.substr(begin, end - begin)});
        }
    std::atomic<std::size_t> next{0};
    std::vector<Part> parts(threads);
    const auto work = [&](Part& part) {
        part.teams.assign(teams.size(), {});
        part.communes.assign(communes.size(), {});
        part.mediators.reserve(mediators.size() / 200 * (threads + 1) / (2 * threads));
        part.cases.reserve(cases.size() / 200 * (threads + 1) / (2 * threads));
        for (std::size_t i; (i = next++) < pieces.size();)
            if (pieces[i].of_mediators)
                part.mediators.read(pieces[i].text, &team_of);
            else
                part.cases.read(pieces[i].text, &team_of);
        part.judge_mediators();
        part.judge_cases(teams);
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, std::ref(parts[i]));
    work(parts[0]);
    for (std::thread& one : others) one.join();
    for (std::size_t i = 1; i < threads; ++i) {
        add_up(parts[0].teams, parts[i].teams);
        add_up(parts[0].communes, parts[i].communes);
    }

    struct Staff {
        std::int64_t rows, sure, open, legal, legal_hole, no_or_hole, yes_or_hole;
    };
    struct Money {
        std::int64_t lines, holes, estimated, allocated;
    };
    std::vector<Staff> staff(communes.size());
    std::vector<Money> money(communes.size());
    for (std::size_t i = 0; i < teams.size(); ++i) {
        Staff& all = staff[static_cast<std::size_t>(teams.get<1>()[i])];
        const TeamSums& sums = parts[0].teams[i];
        all.rows += sums.rows, all.sure += sums.least, all.open += sums.most - sums.least, all.legal += sums.legal;
        all.legal_hole += sums.legal_hole, all.no_or_hole += sums.no_or_hole, all.yes_or_hole += sums.yes_or_hole;
    }
    const auto state = std::get<4>(fundings.cells).choices.meaning({"State budget"});
    for (std::size_t i = 0; i < fundings.size(); ++i) {
        Money& all = money[static_cast<std::size_t>(fundings.get<1>()[i])];
        const std::int64_t estimated = fundings.get<5>()[i], allocated = fundings.get<6>()[i];
        const std::uint8_t counts = state[fundings.get<4>()[i]];
        if (counts == no) continue;
        all.lines += counts == yes, all.holes += counts == hole || estimated < 0 || allocated < 0;
        all.estimated += estimated, all.allocated += allocated;
    }

    // A commune that has no row in the roster of mediators has not handed it in: nothing is known of its rows.
    Verdicts& say = parts[0].verdicts;
    for (std::size_t i = 0; i < teams.size(); ++i) {
        const Bytes id = teams.get<0>()[i];
        const auto commune = static_cast<std::size_t>(teams.get<1>()[i]);
        const TeamSums& sums = parts[0].teams[i];
        const std::uint8_t active = teams.get<4>()[i], many = communes.get<10>()[commune];
        const std::uint8_t both = active == no || many == no ? no : active == yes && many == yes ? yes : hole;
        const bool told = staff[commune].rows > 0;
        const std::int64_t reported = teams.get<8>()[i];
        say.put(1, judged(active, sums.least >= 3, told && sums.most < 3), id);
        say.put(2, judged(active, sums.women_least >= 1, told && sums.women_most == 0), id);
        say.put(3, judged(both, sums.minority_least >= 1, told && sums.minority_most == 0), id);
        say.put(4,
                judged(active, told && sums.heads_least == 1 && sums.heads_most == 1,
                       sums.heads_least > 1 || (told && sums.heads_most == 0)),
                id);
        say.put(11,
                judged(active, told && reported == sums.least && sums.least == sums.most,
                       reported >= 0 && told && (reported < sums.least || reported > sums.most)),
                id);
    }
    const auto aims_high = std::get<14>(communes.cells).choices.meaning({"Advanced new-rural", "Model new-rural"});
    for (std::size_t i = 0; i < communes.size(); ++i) {
        const Bytes id = communes.get<0>()[i];
        const CommuneSums& s = parts[0].communes[i];
        const Staff& m = staff[i];
        const Money& f = money[i];
        const std::int64_t w = s.won_cases, all = w + s.lost_cases + s.open;
        const std::uint8_t target = aims_high[communes.get<14>()[i]];
        say.put(9,
                all == 0 ? not_applicable
                : w + s.lost_cases == 0
                    ? unknown
                    : judged(100 * w >= (target == no ? 88 : 90) * all, 100 * (w + s.open) < (target == yes ? 90 : 88) * all),
                id);
        say.put(10,
                f.lines == 0 && !f.holes     ? not_applicable
                : f.holes                    ? unknown
                : f.allocated >= f.estimated ? pass
                                             : fail,
                id);
        say.put(12,
                m.rows == 0            ? unknown
                : m.sure + m.open == 0 ? not_applicable
                : m.sure == 0          ? unknown
                                       : judged(100 * m.legal >= 10 * (m.sure + m.no_or_hole),
                                                100 * (m.legal + m.legal_hole + m.yes_or_hole) < 10 * (m.sure + m.yes_or_hole)),
                id);
        say.put(13,
                w + s.open == 0 ? not_applicable
                : w == 0        ? unknown
                                : judged(100 * (std::int64_t{s.back} + s.back_hole + s.open_back) <= 5 * (w + s.open_back),
                                         100 * std::int64_t{s.back} > 5 * (w + s.open_kept)),
                id);
    }

    const auto write = [&](const char* name, const std::string& text) {
        std::FILE* file = std::fopen((out + name).c_str(), "w");
        if (!file || std::fwrite(text.data(), 1, text.size(), file) != text.size() || std::fclose(file) != 0)
            stop(out + name + ": " + std::strerror(errno));
    };
    std::string counts, failing;
    for (int rule = 1; rule <= 13; ++rule) {
        std::int64_t sums[4] = {};
        for (const Part& part : parts)
            for (int i = 0; i < 4; ++i) sums[i] += part.verdicts.counts[rule][i];
        char line[128];
        std::snprintf(line, sizeof line, "R%02d,%lld,%lld,%lld,%lld\n", rule, static_cast<long long>(sums[0]),
                      static_cast<long long>(sums[1]), static_cast<long long>(sums[2]), static_cast<long long>(sums[3]));
        counts += line;
    }
    for (const Part& part : parts) failing += part.verdicts.failing;
    write("counts.csv", counts);
    write("fail.csv", failing);
    std::fflush(nullptr);
    _exit(0);  // nothing to give back that the system does not take faster
}
