#include "tests/metamorphic/random_sheets.h"

#include <fmt/format.h>

#include <map>

#include "engine/values/date.h"

namespace hoagiai::metamorphic {

namespace {

class Maker {
public:
    explicit Maker(Chance& chance)
        : chance_(chance), schema_(*builtin_schema()), holes_(std::vector{0, 5, 15, 40}[chance.below(4)]) {}

    Sheets make() {
        Sheets sheets;
        for (EntityId entity = 0; entity < schema_.entities.size(); ++entity)
            if (!schema_[entity].derived_from) sheets.push_back(sheet(entity));
        Sheets supplied;
        for (Sheet& one : sheets)
            if (one.name == "communes" || one.name == "teams" || !chance_.in(10)) supplied.push_back(std::move(one));
        return supplied;
    }

private:
    struct Made {
        std::string id, parent;
    };

    Sheet sheet(EntityId entity) {
        const Entity& kind = schema_[entity];
        const LinkId parent = schema_.parent_link(entity);
        std::vector<Made>& rows = made_[entity];
        if (parent == none_id) {
            for (std::size_t i = 1 + chance_.below(3); i > 0; --i) rows.push_back({fresh_id(kind), ""});
        } else {
            for (const Made& above : made_[kind.links[parent].target])
                for (std::size_t i = chance_.below(5); i > 0; --i) rows.push_back({fresh_id(kind), above.id});
            if (!kind.links[parent].required && chance_.in(50)) rows.push_back({fresh_id(kind), ""});
        }
        Sheet result{kind.plural, {}, std::vector<std::vector<std::string>>(rows.size())};
        for (const Field& field : kind.fields) {
            if (!field.required && chance_.in(12)) continue;  // the column was not supplied
            result.columns.push_back(field.name);
            for (std::size_t i = 0; i < rows.size(); ++i)
                result.rows[i].push_back(field.unique                                      ? rows[i].id
                                         : !field.required && chance_.in(holes_)           ? ""
                                         : field.name == "unit" && !rows[i].parent.empty() ? rows[i].parent
                                                                                           : random_value(chance_, field));
        }
        for (LinkId link = 0; link < kind.links.size(); ++link) {
            if (link != parent && chance_.in(12)) continue;
            result.columns.push_back(kind.links[link].name);
            for (std::size_t i = 0; i < rows.size(); ++i)
                result.rows[i].push_back(link == parent ? rows[i].parent : target(kind.links[link], rows[i]));
        }
        return result;
    }

    /// A row of the same parent, or none.
    std::string target(const Link& link, const Made& row) {
        std::vector<std::string> candidates;
        for (const Made& one : made_[link.target])
            if (one.parent == row.parent) candidates.push_back(one.id);
        return candidates.empty() || row.parent.empty() || chance_.in(holes_) ? ""
                                                                              : candidates[chance_.below(candidates.size())];
    }

    /// In no order that means anything.
    std::string fresh_id(const Entity& kind) {
        return fmt::format("{}{}-{}", chance_.in(50) ? "x" : "m", kind.name.substr(0, 3), (++ids_ * 7919) % 1000);
    }

    Chance& chance_;
    const Schema& schema_;
    std::size_t holes_;
    std::size_t ids_ = 0;
    std::map<EntityId, std::vector<Made>> made_;
};

}  // namespace

std::string random_value(Chance& chance, const Field& field) {
    const auto one_of = [&](const std::vector<const char*>& all) { return std::string(all[chance.below(all.size())]); };
    switch (field.type.kind) {
        case Kind::boolean:
            return one_of({"true", "false"});
        case Kind::integer:
            if (field.minimum > Number(0)) return std::to_string(2022 + chance.below(3));
            return std::to_string(chance.below(chance.in(80) ? 6 : 13));
        case Kind::money:
            return std::to_string(chance.below(5) * 100'000);
        case Kind::ratio:
            return one_of({"0%", "50%", "50.5%", "87.96%", "88%", "90%", "100%"});
        case Kind::date: {
            if (field.event && chance.in(10)) return "never";
            const Day first = *parse_iso_date("2022-06-01");
            return iso_date(first + static_cast<Day>(chance.below(chance.in(50) ? 30 : 700)));
        }
        case Kind::choice: {
            const auto& choices = field.type.choices->choices;
            return choices[chance.below(choices.size())].name;
        }
        default:
            return one_of({"Kinh", "kinh ", "Khmer", "Mẫu một", "Mẫu hai"});
    }
}

Sheets random_sheets(Chance& chance) { return Maker(chance).make(); }

}  // namespace hoagiai::metamorphic
