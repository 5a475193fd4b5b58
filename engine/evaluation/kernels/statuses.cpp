// From conditions to statuses, and from the statuses of readings and days to one.
#include <algorithm>

#include "engine/evaluation/kernels/batch.h"
#include "engine/evaluation/kernels/loops.h"
#include "engine/evaluation/kernels/meaning.h"

namespace hoagiai {

namespace {

Status status_at(const Vector& vector, Row row) { return static_cast<Status>(vector.bits[row]); }

void verdicts(std::span<const Vector> in, const Vector& out) {
    for_bits(in[0], in[1], out, [](unsigned when, unsigned require) { return verdict(when, require); });
}

void readings(std::span<const Vector> in, const Vector& out) {
    for (Row i = 0; i < out.size; ++i) {
        Status status = status_at(in[0], i);
        for (std::size_t k = 1; k < in.size(); ++k) status = combined(status, status_at(in[k], i));
        out.bits[i] = static_cast<std::uint8_t>(status);
    }
}

class ByDates {
public:
    ByDates(const Step& step, std::span<const Vector> in) : step_(step), in_(in) {}

    Status at(Row row) {
        status_.reset();
        out_of_force_ = false;
        for (std::uint32_t date = 0; date < step_.dates; ++date) look_at(in_[date], row);
        if (!status_) return Status::not_applicable;
        return out_of_force_ ? combined(*status_, Status::not_applicable) : *status_;
    }

private:
    void look_at(const Vector& date, Row row) {
        if (date.bits[row]) {
            const auto day = static_cast<Day>(date.values[row]);
            return add(span_of(day), row);
        }
        const Known& known = (*date.aside)[static_cast<std::size_t>(date.values[row])];
        const NumberRange& range = known.as_range();
        out_of_force_ = out_of_force_ || range.plus || known.can_lack || !range.finite;  // no day decides
        if (!range.finite) return;
        const std::size_t first = span_of(static_cast<Day>(range.low.numerator())),
                          last = span_of(static_cast<Day>(range.high.numerator()));
        for (std::size_t span = first; span <= last; ++span) add(span, row);
    }

    std::size_t span_of(Day day) const {
        return static_cast<std::size_t>(std::upper_bound(step_.changes.begin(), step_.changes.end(), day) -
                                        step_.changes.begin());
    }

    void add(std::size_t span, Row row) {
        const std::uint32_t input = step_.spans[span];
        if (input == none_id) return void(out_of_force_ = true);
        const Status status = status_at(in_[input], row);
        status_ = status_ ? combined(*status_, status) : status;
    }

    const Step& step_;
    std::span<const Vector> in_;
    std::optional<Status> status_;
    bool out_of_force_ = false;
};

}  // namespace

void run_status(const Step& step, std::span<const Vector> inputs, const Vector& out) {
    if (step.kind == StepKind::verdict) return verdicts(inputs, out);
    if (step.kind == StepKind::readings) return readings(inputs, out);
    ByDates by_dates(step, inputs);
    for (Row i = 0; i < out.size; ++i) out.bits[i] = static_cast<std::uint8_t>(by_dates.at(i));
}

}  // namespace hoagiai
