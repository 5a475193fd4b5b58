#include "engine/authoring/rule_tests/expectation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/rulebook/kinds.h"
#include "engine/rulebook/mapping.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

const std::vector<std::string> status_words = {"pass", "fail", "unknown", "not_applicable", "not_in_force"};

const Words cell_help = {"viết {entity: team, id: t1, field: size}, hoặc \"team t1 size\"",
                         "write {entity: team, id: t1, field: size}, or \"team t1 size\""};

class ExpectationReader {
public:
    ExpectationReader(const Schema& schema, Diagnostics& diagnostics) : schema_(schema), diagnostics_(diagnostics) {}

    /// `in_full`: with a status and a gap.
    std::optional<Expectation> read(const YamlNode& node, bool in_full) {
        const std::size_t errors_before = diagnostics_.errors();
        Expectation expected;
        expected.place = node.place();
        if (node.is_mapping() || !in_full) {
            Mapping keys(node, {"phần mong đợi của một đơn vị", "unit's expectation"}, diagnostics_);
            if (in_full)
                if (const auto status = keys.text("status", true)) read_status(*status, expected);
            if (const YamlNode* missing = keys.optional("missing")) read_missing(*missing, expected);
            if (in_full)
                if (const YamlNode* gap = keys.optional("gap")) read_gaps(*gap, expected);
            if (const YamlNode* says = keys.optional("says"))
                for (const YamlNode* piece : one_or_several(*says))
                    if (auto text = scalar(*piece, diagnostics_)) expected.says.push_back(std::move(*text));
            keys.finish();
        } else if (const auto status = scalar(node, diagnostics_)) {
            read_status(*status, expected);
        }
        if (diagnostics_.errors() > errors_before) return std::nullopt;
        return expected;
    }

private:
    void read_status(const Text& status, Expectation& expected) {
        expected.place = status.place();
        expected.status = status.value;
        if (std::find(status_words.begin(), status_words.end(), status.value) == status_words.end())
            diagnostics_.add(bad_expectation, status.place(),
                             {fmt::format("không có kết quả `{}`", visible(status.value)),
                              fmt::format("there is no status `{}`", visible(status.value))},
                             did_you_mean(status.value, status_words));
    }

    void read_missing(const YamlNode& node, Expectation& expected) {
        expected.missing_place = node.place();
        expected.missing.emplace();
        for (const YamlNode* item : one_or_several(node)) {
            if (const auto cell = item->is_mapping() ? read_cell(*item) : read_short_cell(*item))
                expected.missing->push_back(cell_text(*cell));
        }
        std::sort(expected.missing->begin(), expected.missing->end());
    }

    std::optional<MissingText> read_cell(const YamlNode& node) {
        Mapping keys(node, {"ô còn thiếu", "missing cell"}, diagnostics_, cell_help);
        const auto entity = keys.text("entity", true);
        const auto id = keys.text("id"), field = keys.text("field"), commune = keys.text("commune");
        keys.finish();
        if (!entity) return std::nullopt;
        const EntityId found = find_entity(entity->value, entity->place());
        if (found != none_id && field) find_field(found, field->value, field->place());
        return MissingText{entity->value, id ? id->value : "", commune ? commune->value : "", field ? field->value : "", {}};
    }

    std::optional<MissingText> read_short_cell(const YamlNode& node) {
        const auto text = scalar(node, diagnostics_);
        if (!text) return std::nullopt;
        std::vector<std::string> words;
        for (std::size_t i = 0; i < text->value.size();) {
            const std::size_t end = std::min(text->value.find(' ', i), text->value.size());
            if (end > i) words.push_back(text->value.substr(i, end - i));
            i = end + 1;
        }
        if (words.empty() || words.size() > 4 || (words.size() == 4 && words[1] != "of")) {
            diagnostics_.add(bad_expectation, text->place(),
                             {fmt::format("không đọc được ô `{}`", visible(text->value)),
                              fmt::format("the cell `{}` cannot be read", visible(text->value))},
                             cell_help);
            return std::nullopt;
        }
        const EntityId found = find_entity(words[0], text->place());
        MissingText cell{words[0], {}, {}, {}, {}};
        if (words.size() == 4) {
            find_entity(words[2], text->place());
            cell.commune = words[3];
        } else if (words.size() > 1) {
            cell.field = words.back();
            if (words.size() == 3) cell.id = words[1];
            if (found != none_id) find_field(found, cell.field, text->place());
        }
        return cell;
    }

    EntityId find_entity(const std::string& name, const Place& place) {
        const EntityId found = schema_.find_entity(name);
        if (found != none_id) return found;
        std::vector<std::string> names;
        for (const Entity& entity : schema_.entities) names.push_back(entity.name);
        diagnostics_.add(bad_expectation, place,
                         {fmt::format("hồ sơ không có loại đơn vị `{}`", visible(name)),
                          fmt::format("records have no entity `{}`", visible(name))},
                         did_you_mean(name, names));
        return none_id;
    }

    void find_field(EntityId entity, const std::string& name, const Place& place) {
        const Entity& of = schema_[entity];
        if (of.find_field(name) != none_id || of.find_link(name) != none_id) return;
        std::vector<std::string> names;
        for (const Field& field : of.fields) names.push_back(field.name);
        for (const Link& link : of.links) names.push_back(link.name);
        diagnostics_.add(bad_expectation, place,
                         {fmt::format("bảng {} không có cột `{}`", of.plural, visible(name)),
                          fmt::format("{} have no field `{}`", of.plural, visible(name))},
                         did_you_mean(name, names));
    }

    void read_gaps(const YamlNode& node, Expectation& expected) {
        expected.gaps_place = node.place();
        expected.gaps.emplace();
        for (const YamlNode* item : one_or_several(node)) {
            const auto text = scalar(*item, diagnostics_);
            if (!text) continue;
            std::int64_t number = 0;
            const char* end = text->value.data() + text->value.size();
            const auto [stopped, failed] = std::from_chars(text->value.data(), end, number);
            if (failed == std::errc() && stopped == end && number > 0)
                expected.gaps->push_back(number);
            else
                diagnostics_.add(bad_expectation, text->place(),
                                 {fmt::format("`gap` là số nguyên dương, không phải `{}`", visible(text->value)),
                                  fmt::format("`gap` is a whole number above 0, not `{}`", visible(text->value))},
                                 {"viết số còn thiếu hoặc vượt: gap: 1; không có thì gap: []",
                                  "write how much it is short by: gap: 1; for none, gap: []"});
        }
    }

    const Schema& schema_;
    Diagnostics& diagnostics_;
};

std::string listed(const std::vector<std::string>& cells) { return fmt::format("[{}]", fmt::join(cells, "; ")); }

}  // namespace

std::optional<Expectation> read_expectation(const YamlNode& node, const Schema& schema, Diagnostics& diagnostics) {
    return ExpectationReader(schema, diagnostics).read(node, true);
}

std::optional<Expectation> read_details(const YamlNode& node, const Schema& schema, Diagnostics& diagnostics) {
    return ExpectationReader(schema, diagnostics).read(node, false);
}

std::string cell_text(const MissingText& cell) {
    std::string text = cell.entity;
    if (!cell.commune.empty()) text += " of commune " + cell.commune;
    if (!cell.id.empty()) text += " " + cell.id;
    if (!cell.field.empty()) text += " " + cell.field;
    return text;
}

std::vector<Difference> compare(const Expectation& expected, const FindingText& actual) {
    std::vector<Difference> differences;
    if (expected.missing) {
        std::vector<std::string> cells;
        for (const MissingText& cell : actual.missing) cells.push_back(cell_text(cell));
        std::sort(cells.begin(), cells.end());
        if (actual.more_missing > 0) cells.push_back(fmt::format("… +{}", actual.more_missing));
        if (cells != *expected.missing)
            differences.push_back({expected.missing_place, "missing", listed(*expected.missing), listed(cells)});
    }
    if (expected.gaps) {
        std::vector<std::int64_t> gaps;
        for (const Gap& gap : actual.gaps) gaps.push_back(gap.short_by);
        if (gaps != *expected.gaps)
            differences.push_back({expected.gaps_place, "gap", fmt::format("[{}]", fmt::join(*expected.gaps, ", ")),
                                   fmt::format("[{}]", fmt::join(gaps, ", "))});
    }
    for (const Text& piece : expected.says) {
        const std::string wanted = nfc(piece.value);
        if (nfc(actual.message.vi).find(wanted) != std::string::npos ||
            nfc(actual.message.en).find(wanted) != std::string::npos)
            continue;
        differences.push_back(
            {piece.place(), "says", "“" + piece.value + "”", fmt::format("“{}”, “{}”", actual.message.vi, actual.message.en)});
    }
    return differences;
}

}  // namespace hoagiai
