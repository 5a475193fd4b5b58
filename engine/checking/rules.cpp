// Definitions and rules: what they are about, that conditions are conditions, what each rule reads, and that nothing grows
// without bound.
#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/checker.h"
#include "engine/checking/name_slips.h"
#include "engine/checking/written_out.h"
#include "engine/text/fold.h"

namespace hoagiai {

Checker::Checker(std::shared_ptr<const Rulebook> book, std::shared_ptr<const Schema> schema, Diagnostics& diagnostics)
    : book_(std::move(book)),
      schema_(std::move(schema)),
      diagnostics_(diagnostics),
      result_(std::make_shared<CheckedRulebook>()) {
    result_->book = book_;
    result_->schema = schema_;
    result_->facts.resize(book_->ast.nodes.size());
}

std::shared_ptr<const CheckedRulebook> Checker::run() {
    check_parameters();
    declare_definitions();
    for (std::uint32_t i = 0; i < result_->definitions.size(); ++i) check_definition(i);
    for (const RuleDecl& rule : book_->rules) check_rule(rule);
    join_versions();
    return result_;
}

std::shared_ptr<const CheckedRulebook> check_rulebook(std::shared_ptr<const Rulebook> book,
                                                      std::shared_ptr<const Schema> schema, Diagnostics& diagnostics) {
    return Checker(std::move(book), std::move(schema), diagnostics).run();
}

EntityId Checker::entity_named(const Text& name) {
    const EntityId entity = schema().entity_spelled(new_spelling(name.value));
    if (entity != none_id) return entity;
    if (name.value.empty()) return none_id;  // reading has said that it is missing
    std::vector<std::string> names;
    for (const Entity& known : schema().entities) names.push_back(is_vietnamese(name.value) ? known.name_vi : known.name);
    Words help = did_you_mean(name.value, names);
    if (const auto around = names_around(fold_identifier(name.value), names);
        suggestions(name.value, names).empty() && !around.empty())
        help = did_you_mean(around.front(), around);
    if (const EntityId plural = schema().find_plural(name.value); plural != none_id)
        help = did_you_mean(schema()[plural].name, {schema()[plural].name});
    diagnostics_.add(unknown_entity, name.place(),
                     {fmt::format("không có loại đơn vị hoặc hồ sơ nào là `{}`", visible(name.value)),
                      fmt::format("there is no kind of unit or record called `{}`", visible(name.value))},
                     std::move(help));
    return none_id;
}

void Checker::declare_definitions() {
    for (const DefinitionDecl& decl : book_->definitions) {
        const EntityId entity = entity_named(decl.entity);
        if (entity == none_id) continue;
        const Entity& here = schema()[entity];
        const std::string& name = decl.name.value;
        const auto& parameters = result_->parameters;
        const bool taken =
            schema().means_something(entity, name) ||
            std::any_of(parameters.begin(), parameters.end(), [&](const CheckedParameter& p) { return p.name == name; });
        if (taken)
            diagnostics_.add(name_means_two_things, decl.name.place(),
                             {fmt::format("`{}` đã là một tên khác của {}", name, here.title.vi),
                              fmt::format("`{}` already means something else for a {}", name, here.name)},
                             {"đặt tên khác cho định nghĩa", "give the definition another name"});
        result_->definitions.push_back({name, entity, decl.expr, Type{}, 0});
    }
    definition_visits_.assign(result_->definitions.size(), Visit::not_yet);
}

void Checker::check_definition(std::uint32_t index) {
    if (definition_visits_[index] == Visit::done) return;
    const ExprId expr = result_->definitions[index].expr;
    const std::string& name = result_->definitions[index].name;
    if (definition_visits_[index] == Visit::inside) {
        if (result_->definitions[index].size == 0)
            report(definition_reaches_itself, expr,
                   {fmt::format("định nghĩa `{}` dẫn trở lại chính nó", name),
                    fmt::format("the definition `{}` leads back to itself", name)},
                   {"một định nghĩa chỉ được dùng các trường và các định nghĩa khác không dùng đến nó",
                    "a definition may use fields, and definitions that do not use it"});
        result_->definitions[index].size = 1;  // said once
        return;
    }
    definition_visits_[index] = Visit::inside;
    if (expr != no_expr) {
        const Type type = check(expr, result_->definitions[index].entity);
        result_->definitions[index].type = type;
    }
    definition_visits_[index] = Visit::done;
    if (expr == no_expr || result_->definitions[index].size == 1) return;
    const std::size_t size = expanded_size(expr);
    result_->definitions[index].size = std::max<std::size_t>(size, 2);
    if (size > max_expanded_size)
        report(too_large, expr,
               {fmt::format("`{}` quá lớn khi viết đầy đủ mọi định nghĩa ({} phần, tối đa {})", name, size, max_expanded_size),
                fmt::format("`{}` is too large when all definitions are written out ({} parts, at most {})", name, size,
                            max_expanded_size)},
               {"chia thành các quy tắc nhỏ hơn", "split it into smaller rules"});
}

std::size_t Checker::expanded_size(ExprId id) {
    if (id == no_expr) return 0;
    std::size_t size = 1;
    const std::uint32_t path = result_->facts[id].path;
    if (path != none_id && result_->paths[path].end == PathMeaning::End::definition)
        size += result_->definitions[result_->paths[path].index].size;
    for_each_part(ast()[id].node, [&](ExprId part) { size = std::min(size + expanded_size(part), max_expanded_size * 2); });
    return size;
}

void Checker::check_condition(ExprId id, EntityId entity, std::string_view what) {
    if (id == no_expr) return;
    const std::string word(what);
    expect_boolean(id, entity, {"`" + word + "`", "for `" + word + "`"});
    check_expanded_size(id, what);
}

void Checker::check_expanded_size(ExprId id, std::string_view what) {
    if (const std::size_t size = expanded_size(id); size > max_expanded_size)
        report(too_large, id,
               {fmt::format("`{}` quá lớn khi viết đầy đủ mọi định nghĩa", what),
                fmt::format("`{}` is too large when all definitions are written out", what)});
}

void Checker::check_template(const Template& text, EntityId entity) {
    for (const Template::Part& part : text.parts) {
        if (part.expr == no_expr) continue;
        const Type type = check(part.expr, entity);
        if (type.kind == Kind::period || type.list)
            report(
                type_mismatch, part.expr,
                {"không in được " + describe(type).vi + " trong câu", describe(type).en + " cannot be printed in a message"});
    }
}

void Checker::check_rule(const RuleDecl& decl) {
    CheckedRule rule;
    rule.decl = &decl;
    rule.id = book_->name.value + "/" + decl.id.value;
    rule.in_force = decl.in_force.value_or(book_->in_force);
    for (const RecommendDecl& recommend : decl.recommend) {
        if (!schema().find_addressee(recommend.to.value)) {
            std::vector<std::string> names;
            for (const Addressee& addressee : schema().addressees) names.push_back(addressee.name);
            diagnostics_.add(unknown_addressee, recommend.to.place(),
                             {fmt::format("không có nơi nhận kiến nghị nào là `{}`", visible(recommend.to.value)),
                              fmt::format("there is no addressee called `{}`", visible(recommend.to.value))},
                             addressee_help(schema(), recommend.to.value, names));
        }
        if (recommend.within) {
            const auto& all = result_->parameters;
            const auto found = std::find_if(all.begin(), all.end(),
                                            [&](const CheckedParameter& p) { return p.name == recommend.within->value; });
            if (found == all.end() ||
                (found->type.kind != Kind::days && found->type.kind != Kind::months && found->type.kind != Kind::error))
                diagnostics_.add(
                    unknown_name, recommend.within->place(),
                    {fmt::format("`within` cần tên một tham số loại duration; không có tham số nào như vậy là `{}`",
                                 visible(recommend.within->value)),
                     fmt::format("`within` names a parameter of type duration; none such is called `{}`",
                                 visible(recommend.within->value))});
        }
    }
    rule.entity = entity_named(decl.entity);
    if (rule.entity == none_id) return;
    check_condition(decl.when, rule.entity, "when");
    check_condition(decl.require, rule.entity, "require");
    if (decl.selection) check_selection(*decl.selection, rule.entity);
    for (const ExprId on : decl.on) {
        const Type type = check(on, rule.entity);
        if (type.kind != Kind::error && !type.is(Kind::date))
            report(type_mismatch, on, {"`on` cần một trường ngày", "`on` names a date field"});
    }
    check_template(decl.finding_vi, rule.entity);
    check_template(decl.finding_en, rule.entity);
    for (const RecommendDecl& recommend : decl.recommend) {
        check_condition(recommend.when, rule.entity, "recommend.when");
        check_template(recommend.vi, rule.entity);
        check_template(recommend.en, rule.entity);
    }
    find_what_is_read(rule);
    check_readings(rule);
    result_->rules.push_back(std::move(rule));
}

void Checker::find_what_is_read(CheckedRule& rule) {
    std::set<std::uint32_t> parameters;
    std::vector<ExprId> roots = {rule.decl->when, rule.decl->require};
    roots.insert(roots.end(), rule.decl->on.begin(), rule.decl->on.end());
    if (const auto& selection = rule.decl->selection) {
        for (const ExprId root : {selection->choose, selection->limit, selection->per}) roots.push_back(root);
        for (const RankKeyDecl& key : selection->rank_by) roots.push_back(key.expr);
    }
    for (const ExprId root : roots)
        for_each_written_out(*result_, root, [&](ExprId id) {
            const Node& node = ast()[id].node;
            if (const auto* word = std::get_if<ReservedWord>(&node))
                rule.reads_period = rule.reads_period || (word->word != Reserved::never && word->word != Reserved::as_of);
            if (const auto* number = std::get_if<NumberLiteral>(&node); number && number->ratio)
                rule.ratio_literals.push_back(number->value);
            if (const std::uint32_t path = result_->facts[id].path;
                path != none_id && result_->paths[path].end == PathMeaning::End::parameter)
                parameters.insert(result_->paths[path].index);
        });
    rule.parameters.assign(parameters.begin(), parameters.end());
}

void Checker::check_readings(const CheckedRule& rule) {
    std::size_t readings = 1;
    for (const std::uint32_t parameter : rule.parameters)
        readings *= std::max<std::size_t>(result_->parameters[parameter].readings.size(), 1);
    if (readings > max_readings)
        diagnostics_.add(
            too_many_readings, rule.decl->id.place(),
            {fmt::format("quy tắc này có {} cách hiểu do các tham số chưa xác định, tối đa {}", readings, max_readings),
             fmt::format("undetermined parameters give this rule {} readings, at most {} are judged", readings, max_readings)},
            {"tách thành các quy tắc, mỗi quy tắc đọc ít tham số chưa xác định hơn",
             "split it into rules that read fewer undetermined parameters each"});
}

}  // namespace hoagiai
