// The common functions count bytes; all others, and rows that are not known exactly, go through the function's own meaning.
#include "engine/evaluation/kernels/rows.h"

namespace hoagiai {

Known Whole::known(Row row, const TextClasses& texts) const {
    const Row place = at(row);
    Vector one;
    one.content = content;
    one.bits = const_cast<std::uint8_t*>(bits.data());
    one.values = const_cast<std::int64_t*>(values.data());
    one.aside = const_cast<std::vector<Known>*>(aside.empty() ? nullptr : &aside[place / batch]);
    return known_at(one, place, texts);
}

namespace {

constexpr std::uint8_t surely = 1;

class RowsKernel {
public:
    RowsKernel(const Step& step, const ChildRows& children, const Whole* in, const Whole* operand, const Vector& out,
               const TextClasses& texts)
        : step_(step), children_(children), in_(in), operand_(operand), out_(out), texts_(texts) {}

    void run(Row first, const Evaluator& reference) {
        const std::string_view name = step_.call->name;
        const auto with = [&](auto kernel) {
            for (Row i = 0; i < out_.size; ++i) {
                const Row row = first + i;
                if (children_.is_open(row))
                    put(out_, i, reference.below(step_.reference.expr, RowRef::real(step_.entity, row)).known, texts_);
                else
                    kernel(i, row);
            }
        };
        if (name == "count") return with([&](Row i, Row row) { count(i, row); });
        if (name == "share") return with([&](Row i, Row row) { share(i, row); });
        if (name == "some") return with([&](Row i, Row row) { some(i, row); });
        if (name == "every") return with([&](Row i, Row row) { every(i, row); });
        if (name == "sum" && operand_->content == Content::number) return with([&](Row i, Row row) { sum(i, row); });
        with([&](Row i, Row row) { by_function(i, row); });
    }

private:
    std::uint8_t in(Row row) const { return in_ ? in_->bits[in_->at(row)] : surely; }
    std::uint8_t test(Row row) const { return operand_->bits[operand_->at(row)]; }

    void count(Row i, Row row) {
        std::int64_t least = 0, most = 0;
        unsigned seen = 0;
        children_.each(row, [&](Row child) {
            const unsigned outcomes = in(child);
            least += outcomes == surely;
            most += (outcomes & 5u) != 0;
            seen |= outcomes;
        });
        if (least == most && !(seen & 4u)) {
            out_.bits[i] = 1;
            out_.values[i] = least;
            return;
        }
        out_.put_aside(i, Known::range(NumberRange::between(least, most), (seen & 4u) != 0));
    }

    /// As functions/counting.cpp has it, over rows that surely belong here.
    void share(Row i, Row row) {
        std::int64_t surely_good = 0, surely_bad = 0, maybe_good = 0, maybe_bad = 0, sure_rows = 0;
        bool can_lack = false;
        children_.each(row, [&](Row child) {
            const unsigned member = in(child), passes = test(child);
            const bool can_be_in = member & 1u, can_be_out = member & 2u;
            const bool good = can_be_in && (passes & 1u), bad = can_be_in && (passes & 2u);
            const bool lacks = (member & 4u) || (can_be_in && (passes & 4u));
            can_lack |= lacks;
            sure_rows += !can_be_out && !lacks;
            maybe_good += good;
            maybe_bad += bad;
            surely_good += good && !bad && !can_be_out && !lacks;
            surely_bad += bad && !good && !can_be_out && !lacks;
        });
        can_lack = can_lack || sure_rows == 0;
        if (maybe_good + maybe_bad == 0) return out_.put_aside(i, Known::range({}, true));
        const auto part = [](std::int64_t some, std::int64_t all) { return *Number::fraction(some, all); };
        const Number low = surely_good + maybe_bad == 0 ? Number(1) : part(surely_good, surely_good + maybe_bad);
        const Number high = maybe_good + surely_bad == 0 ? Number(0) : part(maybe_good, maybe_good + surely_bad);
        put(out_, i, Known::range(NumberRange::between(low, high), can_lack), texts_);
    }

    void some(Row i, Row row) {
        Truth result = Truth::no();
        children_.each(row, [&](Row child) {
            if (const unsigned member = in(child), passes = test(child); member != 2 && passes != 2)
                result = any(result, both(Truth::from_bits(member), Truth::from_bits(passes)));
        });
        out_.bits[i] = static_cast<std::uint8_t>(result.bits());
    }

    void every(Row i, Row row) {
        Truth result = Truth::yes();
        children_.each(row, [&](Row child) {
            if (const unsigned member = in(child), passes = test(child); member != 2 && passes != 1)
                result = both(result, any(negate(Truth::from_bits(member)), Truth::from_bits(passes)));
        });
        out_.bits[i] = static_cast<std::uint8_t>(result.bits());
    }

    void sum(Row i, Row row) {
        std::int64_t total = 0;
        bool exact = true;
        children_.each(row, [&](Row child) {
            const unsigned member = in(child);
            if (member == 2) return;
            const Row place = operand_->at(child);
            exact = exact && member == surely && operand_->bits[place] &&
                    !__builtin_add_overflow(total, operand_->values[place], &total);
        });
        if (!exact) return by_function(i, row);
        out_.bits[i] = 1;
        out_.values[i] = total;
    }

    void by_function(Row i, Row row) {
        rows_.clear();
        children_.each(row, [&](Row child) {
            const Truth member = Truth::from_bits(in(child));
            if (member.surely_false()) return;
            RowState state;
            state.in = member;
            if (step_.call->shape == Shape::rows_and_test)
                state.test = Truth::from_bits(test(child));
            else if (operand_)
                state.value = operand_->known(child, texts_);
            rows_.push_back(std::move(state));
        });
        put(out_, i, step_.call->over_rows(rows_, step_.operand), texts_);
    }

    const Step& step_;
    const ChildRows& children_;
    const Whole *in_, *operand_;
    const Vector& out_;
    const TextClasses& texts_;
    std::vector<RowState> rows_;
};

}  // namespace

void run_rows(const Step& step, const ChildRows& children, const Whole* in, const Whole* operand, Row first, const Vector& out,
              const Evaluator& reference, const TextClasses& texts) {
    RowsKernel(step, children, in, operand, out, texts).run(first, reference);
}

}  // namespace hoagiai
