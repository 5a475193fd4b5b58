#include "engine/output/rule_list/rule_list.h"

#include <algorithm>

#include "engine/checking/needs.h"
#include "engine/findings/explanation/explanation.h"
#include "engine/findings/parameter_words.h"

namespace hoagiai {

namespace {

/// Bases without an instrument mean the book's source.
std::vector<Basis> written_out(std::vector<Basis> all, const Rulebook& book) {
    for (Basis& basis : all)
        if (basis.instrument.empty()) basis.instrument = book.instrument.number;
    return all;
}

ListedRule listed(const Rulebook& book, const RuleDecl& decl) {
    ListedRule rule;
    rule.id = book.name.value + "/" + decl.id.value;
    rule.title = decl.title.en.empty() ? Words{decl.id.value, decl.id.value} : decl.title;
    rule.kind = decl.kind;
    rule.severity = decl.severity;
    rule.entity = decl.entity.value;
    rule.span = decl.in_force.value_or(book.in_force);
    rule.basis = written_out(decl.basis, book);
    return rule;
}

class Lister {
public:
    explicit Lister(const CheckRequest& request) : request_(request), off_(rules_off(request)) {}

    ListedBook list(const CheckedRulebook& checked) const {
        const Rulebook& book = *checked.book;
        ListedBook list{book.name.value, book.title, book.instrument.number, book.source->name(), book.sha256, {}, {}};
        for (const CheckedRule& one : checked.rules) {
            ListedRule rule = listed(book, *one.decl);
            rule.why = why_not_in_force(checked, one, request_.as_of);
            if (!one.decl->on.empty()) {
                rule.why = {};
                rule.state = ListedRule::State::own_day;
            } else if (!rule.why.en.empty()) {
                rule.state = ListedRule::State::not_in_force;
            }
            rule.needs = needed_columns(checked, one);
            list.rules.push_back(std::move(rule));
        }
        for (const SwitchedOff& one : book.switched_off) {
            ListedRule rule = listed(book, one.rule);
            rule.state = ListedRule::State::off;
            const auto off = std::find_if(off_.begin(), off_.end(), [&](const RuleOff& each) { return each.rule == rule.id; });
            if (off != off_.end()) rule.off = *off;
            list.rules.push_back(std::move(rule));
        }
        for (const CheckedParameter& one : checked.parameters)
            if (one.owner == list.name) list.parameters.push_back(parameter(checked, one));
        return list;
    }

    /// A draft of which only the names are used: its parameters, as the books that extend it see them.
    ListedBook names_of(const Rulebook& book) const {
        ListedBook list{book.name.value, book.title, book.instrument.number, book.source->name(), book.sha256, {}, {}};
        for (const auto& above : request_.books) {
            for (const CheckedParameter& one : above->parameters)
                if (one.owner == list.name) list.parameters.push_back(parameter(*above, one));
            if (!list.parameters.empty()) break;
        }
        return list;
    }

private:
    ListedParameter parameter(const CheckedRulebook& checked, const CheckedParameter& one) const {
        ListedParameter parameter{one.owner + "/" + one.name, declaration(checked, one).title, {}};
        const CheckedValue* now = one.on(request_.as_of);
        for (const CheckedValue& each : one.values) {
            ListedValue value;
            value.span = each.span;
            value.value = parameter_value_words(checked, one, each);
            value.holds = &each == now;
            value.reason = each.reason;
            value.basis = written_out(each.basis, *checked.book);
            if (!each.set_by.empty()) {
                value.origin = ListedValue::Origin::layer;
                value.by = each.set_by;
                value.by_title = title_of(each.set_by);
            }
            parameter.values.push_back(std::move(value));
        }
        for (std::size_t i = 0; i + 1 < parameter.values.size(); ++i) end_before(parameter.values[i], parameter.values[i + 1]);
        if (request_.profile)
            for (const ProfileParameter& settled : request_.profile->parameters)
                if (settled.name.value == parameter.name)
                    for (ListedValue& value : parameter.values) {
                        value.origin = ListedValue::Origin::profile;
                        value.by = request_.profile->name.value;
                        value.by_title = request_.profile->title;
                        value.reason = settled.reason;
                    }
        return parameter;
    }

    /// A value holds to the next one's first day: said as a last day.
    static void end_before(ListedValue& value, const ListedValue& next) {
        if (next.span.from && (!value.span.to || *value.span.to >= *next.span.from)) value.span.to = *next.span.from - 1;
    }

    Words title_of(const std::string& name) const {
        for (const auto& book : request_.books)
            if (book->book->name.value == name) return book->book->title;
        return {name, name};
    }

    const CheckRequest& request_;
    std::vector<RuleOff> off_;
};

}  // namespace

RuleList list_rules(const CheckRequest& request) {
    RuleList list;
    list.as_of = request.as_of;
    if (request.profile) {
        list.profile = request.profile->name.value;
        list.profile_title = request.profile->title;
    }
    const Lister lister(request);
    for (const auto& book : request.books) list.books.push_back(lister.list(*book));
    for (const auto& book : names_only(request)) list.books.push_back(lister.names_of(*book));
    return list;
}

std::string_view word(ListedRule::State state) {
    switch (state) {
        case ListedRule::State::in_force:
            return "in_force";
        case ListedRule::State::not_in_force:
            return "not_in_force";
        case ListedRule::State::own_day:
            return "own_day";
        case ListedRule::State::off:
            return "off";
    }
    return "in_force";
}

std::string_view word(ListedValue::Origin origin) {
    switch (origin) {
        case ListedValue::Origin::book:
            return "rulebook";
        case ListedValue::Origin::layer:
            return "override";
        case ListedValue::Origin::profile:
            return "profile";
    }
    return "rulebook";
}

}  // namespace hoagiai
