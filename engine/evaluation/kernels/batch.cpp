// Loops over exactly known values; what stands aside is then done one by one, by meaning().
#include "engine/evaluation/kernels/batch.h"

#include <array>

#include "engine/evaluation/kernels/loops.h"
#include "engine/evaluation/kernels/meaning.h"

namespace hoagiai {

namespace {

// The truth tables as formulas over outcome bits (1 true, 2 false, 4 no answer); held to Kleene's over all sets below.
constexpr unsigned both_bits(unsigned a, unsigned b) {
    const unsigned lack = ((a >> 2) & (b | (b >> 2))) | ((b >> 2) & (a | (a >> 2)));
    return (a & b & 1u) | ((((a & 2u) && b) || ((b & 2u) && a)) ? 2u : 0u) | ((lack & 1u) << 2);
}
constexpr unsigned swapped(unsigned a) { return ((a & 1u) << 1) | ((a >> 1) & 1u) | (a & 4u); }
constexpr unsigned any_bits(unsigned a, unsigned b) { return swapped(both_bits(swapped(a), swapped(b))); }

constexpr unsigned both_in_one(unsigned a, unsigned b) { return (a == 2 || b == 2) ? 2 : (a == 4 || b == 4) ? 4 : 1; }
constexpr bool holds_for_all_sets() {
    for (unsigned a = 0; a < 8; ++a)
        for (unsigned b = 0; b < 8; ++b) {
            unsigned set = 0;
            for (unsigned x = 1; x <= 4; x <<= 1)
                for (unsigned y = 1; y <= 4; y <<= 1)
                    if ((a & x) && (b & y)) set |= both_in_one(x, y);
            if (set != both_bits(a, b)) return false;
        }
    return true;
}
static_assert(holds_for_all_sets(), "and over sets of outcomes is Kleene's");

/// Rows of a batch that were worked out one by one, by what stood in their inputs: blanks are alike, and where one row has them
/// many do.
class Seen {
public:
    explicit Seen(std::span<const Vector> inputs) : inputs_(inputs) {}

    /// An earlier row with the same inputs, or no_row; then this row stands for them from now on.
    Row earlier(Row row) {
        if (inputs_.size() > most_inputs) return no_row;
        Key key{};
        std::uint64_t hash = 0;
        for (std::size_t k = 0; k < inputs_.size(); ++k) {
            key[k].first = inputs_[k].bits[row];
            key[k].second = has_values(inputs_[k].content) ? inputs_[k].values[row] : 0;
            hash = (hash ^ key[k].first ^ static_cast<std::uint64_t>(key[k].second) << 3) * 0x9E3779B97F4A7C15u;
        }
        Entry& entry = entries_[hash >> 60];
        if (entry.row != no_row && entry.key == key) return entry.row;
        entry = {key, row};
        return no_row;
    }

private:
    static constexpr std::size_t most_inputs = 3;
    using Key = std::array<std::pair<std::uint8_t, std::int64_t>, most_inputs>;
    struct Entry {
        Key key{};
        Row row = no_row;
    };
    std::span<const Vector> inputs_;
    std::array<Entry, 16> entries_;
};

/// Rows whose inputs are not all known exactly.
template <typename Exact>
void by_meaning(const Step& step, std::span<const Vector> inputs, const Vector& out, const TextClasses& texts, Exact exact) {
    std::vector<Known> known(inputs.size());
    Seen seen(inputs);
    for (Row i = 0; i < out.size; ++i) {
        if (exact(i)) continue;
        if (const Row same = seen.earlier(i); same != no_row) {
            // What stands aside there is as good here.
            out.bits[i] = out.bits[same];
            if (has_values(out.content)) out.values[i] = out.values[same];
            continue;
        }
        for (std::size_t k = 0; k < inputs.size(); ++k) known[k] = known_at(inputs[k], i, texts);
        put(out, i, meaning(step, known), texts);
    }
}

bool all_exact(const Vector& vector) {
    const std::uint8_t* const bits = vector.bits;
    std::uint8_t exact = 1;
    for (Row i = 0, size = vector.size; i < size; ++i) exact &= bits[i];
    return exact != 0;
}

void comparison(const Step& step, std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    if (in[0].content != in[1].content || !has_values(in[0].content))
        return by_meaning(step, in, out, texts, [](Row) { return false; });
    const auto with = [&](auto compare) { for_values(in[0], in[1], out, compare); };
    switch (step.compare) {
        case CompareOp::equal:
            with([](std::int64_t a, std::int64_t b) { return a == b; });
            break;
        case CompareOp::not_equal:
            with([](std::int64_t a, std::int64_t b) { return a != b; });
            break;
        case CompareOp::less:
            with([](std::int64_t a, std::int64_t b) { return a < b; });
            break;
        case CompareOp::less_equal:
            with([](std::int64_t a, std::int64_t b) { return a <= b; });
            break;
        case CompareOp::greater:
            with([](std::int64_t a, std::int64_t b) { return a > b; });
            break;
        case CompareOp::greater_equal:
            with([](std::int64_t a, std::int64_t b) { return a >= b; });
            break;
    }
    if (all_exact(in[0]) && all_exact(in[1])) return;
    by_meaning(step, in, out, texts, [&](Row i) { return in[0].bits[i] && in[1].bits[i]; });
}

void arithmetic_step(const Step& step, std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    const bool plain = in[0].content == out.content && in[1].content == out.content &&
                       step.arithmetic != ArithmeticOp::divide &&
                       !(out.content == Content::ratio && step.arithmetic == ArithmeticOp::multiply);
    if (!plain) return by_meaning(step, in, out, texts, [](Row) { return false; });
    const auto with = [&](auto compute) {
        const std::uint8_t *HOAGIAI_ALONE x_exact = in[0].bits, *HOAGIAI_ALONE y_exact = in[1].bits;
        const std::int64_t *HOAGIAI_ALONE x = in[0].values, *HOAGIAI_ALONE y = in[1].values;
        std::uint8_t* HOAGIAI_ALONE exact = out.bits;
        std::int64_t* HOAGIAI_ALONE to = out.values;
        for (Row i = 0, size = out.size; i < size; ++i) {
            // Where 64 bits do not hold it, meaning() knows what to do.
            const bool overflows = compute(x[i], y[i], &to[i]);
            exact[i] = static_cast<std::uint8_t>(x_exact[i] & y_exact[i] & (overflows ? 0 : 1));
        }
    };
    if (step.arithmetic == ArithmeticOp::add)
        with([](std::int64_t a, std::int64_t b, std::int64_t* c) { return __builtin_add_overflow(a, b, c); });
    else if (step.arithmetic == ArithmeticOp::subtract)
        with([](std::int64_t a, std::int64_t b, std::int64_t* c) { return __builtin_sub_overflow(a, b, c); });
    else
        with([](std::int64_t a, std::int64_t b, std::int64_t* c) { return __builtin_mul_overflow(a, b, c); });
    by_meaning(step, in, out, texts, [&](Row i) { return out.bits[i] != 0; });
}

void member(const Step& step, std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    for_values(in[0], out, [mask = step.mask](std::int64_t choice) { return (mask >> (choice & 63)) & 1; });
    if (!all_exact(in[0])) by_meaning(step, in, out, texts, [&](Row i) { return in[0].bits[i] != 0; });
}

void in_period(const Step& step, std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    for_values(in[0], out, [first = std::int64_t{step.first}, last = std::int64_t{step.last}](std::int64_t day) {
        return day >= first && day <= last;
    });
    if (!all_exact(in[0])) by_meaning(step, in, out, texts, [&](Row i) { return in[0].bits[i] != 0; });
}

/// One of two vectors, row by row.
void copy(const Vector& from, Row row, const Vector& out, const TextClasses& texts) {
    if (out.content == Content::truth) {
        out.bits[row] = from.bits[row];
    } else if (from.content == out.content && from.bits[row]) {
        out.bits[row] = 1;
        out.values[row] = from.values[row];
    } else {
        put(out, row, known_at(from, row, texts), texts);
    }
}

void conditional(const Step& step, std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    if (out.content == Content::truth && in[1].content == Content::truth && in[2].content == Content::truth) {
        for (Row i = 0; i < out.size; ++i) {
            const unsigned c = in[0].bits[i];
            out.bits[i] = static_cast<std::uint8_t>((c & 1 ? in[1].bits[i] : 0u) | (c & 2 ? in[2].bits[i] : 0u) | (c & 4u));
        }
        return;
    }
    for (Row i = 0; i < out.size; ++i)
        if (const unsigned c = in[0].bits[i]; c == 1 || c == 2) copy(in[c], i, out, texts);
    by_meaning(step, in, out, texts, [&](Row i) { return in[0].bits[i] == 1 || in[0].bits[i] == 2; });
}

void fallback(std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    for (Row i = 0; i < out.size; ++i) copy(in[0].bits[i] == 1 ? in[2] : in[1], i, out, texts);
}

void same_choices(const Step& step, std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    std::vector<std::int64_t> to;
    for (const Choice& choice : step.from->choices) {
        const int index = step.to->index_of(choice.name);
        to.push_back(index >= 0 ? index : 63);
    }
    for (Row i = 0; i < out.size; ++i) {
        out.bits[i] = in[0].bits[i] && static_cast<std::size_t>(in[0].values[i]) < to.size();
        if (out.bits[i]) out.values[i] = to[static_cast<std::size_t>(in[0].values[i])];
    }
    by_meaning(step, in, out, texts, [&](Row i) { return out.bits[i] != 0; });
}

}  // namespace

void run_values(const Step& step, std::span<const Vector> in, const Vector& out, const TextClasses& texts) {
    switch (step.kind) {
        case StepKind::both:
            return for_bits(in[0], in[1], out, [](unsigned a, unsigned b) { return both_bits(a, b); });
        case StepKind::any:
            return for_bits(in[0], in[1], out, [](unsigned a, unsigned b) { return any_bits(a, b); });
        case StepKind::negation:
            return for_bits(in[0], out, [](unsigned a) { return swapped(a); });
        case StepKind::comparison:
            return comparison(step, in, out, texts);
        case StepKind::member:
            return member(step, in, out, texts);
        case StepKind::in_period:
            return in_period(step, in, out, texts);
        case StepKind::arithmetic:
            return arithmetic_step(step, in, out, texts);
        case StepKind::conditional:
            return conditional(step, in, out, texts);
        case StepKind::fallback:
            return fallback(in, out, texts);
        case StepKind::same_choices:
            return same_choices(step, in, out, texts);
        default:
            return by_meaning(step, in, out, texts, [](Row) { return false; });
    }
}

}  // namespace hoagiai
