#include "tests/support/shrink_case.h"

#include <fmt/format.h>

#include <stdexcept>

namespace hoagiai::support {

namespace {

/// Smaller expressions that can stand where this one does.
std::vector<Written> smaller(const Written& written) {
    std::vector<Written> all;
    const auto literal = [&](const char* text) { all.push_back({written.type, written.entity, {text}, {}, true, ""}); };
    if (!written.parts.empty() || written.pieces[0].size() > 5) {
        if (written.type == Written::Type::condition) literal("true"), literal("false");
        if (written.type == Written::Type::whole) literal("0"), literal("1");
    }
    for (const Written& part : written.parts)
        if (part.type == written.type && part.entity == written.entity) all.push_back(part);
    for (std::size_t i = 0; i < written.parts.size(); ++i)
        for (Written& part : smaller(written.parts[i])) {
            all.push_back(written);
            all.back().parts[i] = std::move(part);
        }
    return all;
}

bool take(BrokenCase& one, BrokenCase&& other) {
    other.broken = broken_in(other);
    if (other.broken.empty()) return false;
    one = std::move(other);
    return true;
}

bool smaller_expression(BrokenCase& one, Written WrittenRule::* which) {
    for (Written& written : smaller(one.rule.*which)) {
        if (written.text().size() > (one.rule.*which).text().size()) continue;
        BrokenCase other = one;
        other.rule.*which = std::move(written);
        if (take(one, std::move(other))) return true;
    }
    return false;
}

/// One version, one day, always in force.
bool less_time(BrokenCase& one) {
    const auto without = [&](auto change) {
        BrokenCase other = one;
        change(other.rule);
        return take(one, std::move(other));
    };
    if (!one.rule.later.empty()) {
        if (without([](WrittenRule& rule) { rule.later.clear(); })) return true;
        if (without([](WrittenRule& rule) {
                const WrittenVersion later = rule.later.back();
                rule.when = later.when, rule.require = later.require, rule.in_force = later.in_force;
                rule.later.clear();
            }))
            return true;
        for (Written WrittenVersion::* which : {&WrittenVersion::when, &WrittenVersion::require})
            for (Written& written : smaller(one.rule.later[0].*which))
                if (written.text().size() <= (one.rule.later[0].*which).text().size() &&
                    without([&](WrittenRule& rule) { rule.later[0].*which = written; }))
                    return true;
    } else if (!one.rule.in_force.empty() && without([](WrittenRule& rule) { rule.in_force.clear(); })) {
        return true;
    }
    for (std::size_t i = 0; i < one.rule.on.size(); ++i)
        if (without([&](WrittenRule& rule) { rule.on.erase(rule.on.begin() + static_cast<std::ptrdiff_t>(i)); })) return true;
    return false;
}

bool fewer_rows(BrokenCase& one) {
    const EntityId own = one.records.schema->find_entity(one.rule.entity);
    for (EntityId entity = 0; entity < one.records.tables.size(); ++entity)
        for (std::int32_t row = 0; row < static_cast<std::int32_t>(one.records.tables[entity].rows.size()); ++row) {
            const std::string unit = one.records.tables[own].rows[static_cast<std::size_t>(one.unit)].id;
            BrokenCase other = one;
            remove_row(other.records, entity, row);
            const auto& rows = other.records.tables[own].rows;
            for (other.unit = 0; other.unit < static_cast<int>(rows.size()); ++other.unit)
                if (rows[static_cast<std::size_t>(other.unit)].id == unit) break;
            if (other.unit < static_cast<int>(rows.size()) && take(one, std::move(other))) return true;
        }
    return false;
}

/// Columns with a plain value in every cell, and then cells.
bool fewer_holes(BrokenCase& one) {
    for (EntityId entity = 0; entity < one.records.tables.size(); ++entity) {
        const SmallTable& table = one.records.tables[entity];
        if (table.rows.empty()) continue;
        for (const std::string& name : used_fields((*one.records.schema)[entity].name)) {
            const Field& field = (*one.records.schema)[entity].fields[(*one.records.schema)[entity].find_field(name)];
            const FieldId id = (*one.records.schema)[entity].find_field(name);
            SmallCell plain{CellState::known, 0};
            if (field.type.kind == Kind::date) plain.value = *parse_iso_date("2023-06-01");
            for (std::size_t row = 0; row < table.rows.size(); ++row) {
                if (one.records.tables[entity].columns[id] && one.records.tables[entity].rows[row].cells[id] == plain) continue;
                BrokenCase other = one;
                other.records.tables[entity].columns[id] = true;
                other.records.tables[entity].rows[row].cells[id] = plain;
                if (take(one, std::move(other))) return true;
            }
        }
    }
    return false;
}

/// Fields that no expression names need not be there.
void drop_unused_columns(BrokenCase& one) {
    const std::string text = rulebook_of({one.rule});
    for (EntityId entity = 0; entity < one.records.tables.size(); ++entity)
        for (FieldId field = 0; field < one.records.tables[entity].columns.size(); ++field) {
            const Field& declared = (*one.records.schema)[entity].fields[field];
            if (!one.records.tables[entity].columns[field] || declared.required ||
                text.find(declared.name) != std::string::npos)
                continue;
            BrokenCase other = one;
            other.records.tables[entity].columns[field] = false;
            for (SmallRow& row : other.records.tables[entity].rows) row.cells[field] = {};
            take(one, std::move(other));
        }
}

}  // namespace

std::string broken_in(const BrokenCase& one) {
    try {
        const JudgedRules rules({one.rule});
        const Dataset data = dataset_of(one.records);
        plain::World world(one.records);
        return hold_promises(rules, 0, one.records, data, world, one.unit).broken;
    } catch (const std::exception&) {
        return "";  // no longer a rule that the language takes
    }
}

BrokenCase shrunk(BrokenCase one) {
    for (int steps = 0; steps < 500; ++steps)
        if (!smaller_expression(one, &WrittenRule::require) && !smaller_expression(one, &WrittenRule::when) &&
            !less_time(one) && !fewer_rows(one) && !fewer_holes(one))
            break;
    drop_unused_columns(one);
    return one;
}

std::string yaml_of(const BrokenCase& one) {
    const EntityId entity = one.records.schema->find_entity(one.rule.entity);
    return fmt::format("{}: {} {}\n\n# rules.yaml\n{}\n# records.yaml\n{}", one.broken, one.rule.entity,
                       one.records.tables[entity].rows[static_cast<std::size_t>(one.unit)].id, rulebook_of({one.rule}),
                       yaml_of(one.records));
}

}  // namespace hoagiai::support
