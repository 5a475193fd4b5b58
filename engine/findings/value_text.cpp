#include "engine/findings/value_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/values/date.h"

namespace hoagiai {

namespace {

/// 1250000 as 1.250.000 (Vietnamese) or 1,250,000.
std::string grouped(std::int64_t number, Language language) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, 1, language == Language::vi ? '.' : ',');
    }
    return digits;
}

/// n * scale with so many decimals, rounded half away from zero; empty if that leaves 64 bits.
std::optional<Number> rounded(const Number& n, std::int64_t scale, int decimals) {
    int128 factor = scale;
    for (int i = 0; i < decimals; ++i) factor *= 10;
    const int128 scaled = static_cast<int128>(n.numerator()) * factor;
    const int128 half = n.denominator() / 2;
    const int128 units = (scaled + (scaled < 0 ? -half : half)) / n.denominator();
    return Number::fraction(units, factor);
}

std::string decimal(const Number& n, std::int64_t scale, int decimals, Language language) {
    int128 factor = 1;
    for (int i = 0; i < decimals; ++i) factor *= 10;
    const int128 scaled = static_cast<int128>(n.numerator()) * scale * factor;
    const int128 half = n.denominator() / 2;
    int128 units = (scaled + (scaled < 0 ? -half : half)) / n.denominator();
    const bool negative = units < 0;
    if (negative) units = -units;
    const auto whole = static_cast<std::int64_t>(units / factor);
    auto rest = static_cast<std::int64_t>(units % factor);
    std::string fraction;
    for (int i = 0; i < decimals; ++i) {
        fraction.insert(fraction.begin(), static_cast<char>('0' + rest % 10));
        rest /= 10;
    }
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::string text = (negative ? "-" : "") + grouped(whole, language);
    if (!fraction.empty()) text += (language == Language::vi ? "," : ".") + fraction;
    return text;
}

/// As few decimals (two or more) as keep the rounded number on its side of every threshold.
std::string exact_enough(const Number& n, std::int64_t scale, Language language, const std::vector<Number>& thresholds) {
    int decimals = 2;
    for (; decimals < 9; ++decimals) {
        const auto shown = rounded(n, scale, decimals);
        if (!shown) break;
        if (std::all_of(thresholds.begin(), thresholds.end(), [&](const Number& t) { return (*shown <=> t) == (n <=> t); }))
            break;
    }
    return decimal(n, scale, decimals, language);
}

std::string one_number(const Number& n, const Type& type, Language language, const std::vector<Number>& thresholds) {
    const bool vietnamese = language == Language::vi;
    switch (type.kind) {
        case Kind::ratio:
            return exact_enough(n, 100, language, thresholds) + "%";
        case Kind::date:
            return vietnamese ? vietnamese_date(static_cast<Day>(n.numerator())) : iso_date(static_cast<Day>(n.numerator()));
        case Kind::days:
            return fmt::format("{} {}", grouped(n.numerator(), language),
                               vietnamese       ? "ngày"
                               : n == Number(1) ? "day"
                                                : "days");
        case Kind::months:
            return fmt::format("{} {}", grouped(n.numerator(), language),
                               vietnamese       ? "tháng"
                               : n == Number(1) ? "month"
                                                : "months");
        case Kind::money:
            return (n.is_whole() ? grouped(n.numerator(), language) : exact_enough(n, 1, language, thresholds)) +
                   (vietnamese ? " đồng" : " VND");
        // A year is a whole number too: only from five digits up are there groups.
        case Kind::integer:
            if (n.is_whole() && n > Number(-10'000) && n < Number(10'000)) return std::to_string(n.numerator());
            [[fallthrough]];
        default:
            return n.is_whole() ? grouped(n.numerator(), language) : exact_enough(n, 1, language, thresholds);
    }
}

std::string endless(const Type& type, bool up, Language language) {
    if (type.kind == Kind::date) return language == Language::vi ? "chưa" : "never";
    if (language == Language::vi) return up ? "không có hạn" : "âm không có hạn";
    return up ? "without end" : "minus without end";
}

std::string range_text(const NumberRange& range, const Type& type, Language language, const std::vector<Number>& thresholds) {
    if (range.single())
        return range.finite ? one_number(range.low, type, language, thresholds) : endless(type, range.plus, language);
    // An open side, or a date that may be any day, says nothing worth printing.
    if (!range.finite || range.minus || range.plus || range.low.is_infinite() || range.high.is_infinite()) return "?";
    if (type.kind == Kind::date && range.low == Number(first_day) && range.high == Number(last_day)) return "?";
    if (type.kind == Kind::ratio && range.low == Number(0) && range.high == Number(1)) return "?";
    return one_number(range.low, type, language, thresholds) + "–" + one_number(range.high, type, language, thresholds);
}

}  // namespace

std::string value_text(const Known& known, const Type& type, Language language, const std::vector<Number>& thresholds) {
    if (known.is_truth()) {
        const Truth truth = known.as_truth();
        if (truth.surely_true()) return language == Language::vi ? "có" : "yes";
        if (truth.surely_false()) return language == Language::vi ? "không" : "no";
        return "?";
    }
    if (known.empty()) return "?";
    if (known.is_choice()) {
        if (!known.single() || !type.choices) return "?";
        for (std::size_t i = 0; i < type.choices->choices.size(); ++i)
            if (known.as_mask() == 1ull << i) {
                const Choice& choice = type.choices->choices[i];
                const std::string& title = say(choice.title, language);
                return title.empty() ? choice.name : title;
            }
        return "?";
    }
    if (known.is_text()) return known.single() ? known.as_text().options.front().text : "?";
    return range_text(known.as_range(), type, language, thresholds);
}

std::vector<Number> thresholds_of(const CheckedRulebook& book, const CheckedRule& rule) {
    std::vector<Number> thresholds = rule.ratio_literals;
    for (const std::uint32_t index : rule.parameters) {
        const CheckedParameter& parameter = book.parameters[index];
        if (parameter.type.kind != Kind::ratio) continue;
        for (const CheckedValue& value : parameter.values)
            for (const Known& known : value.values) thresholds.push_back(known.as_range().low);
        for (const Known& known : parameter.readings) thresholds.push_back(known.as_range().low);
    }
    return thresholds;
}

}  // namespace hoagiai
