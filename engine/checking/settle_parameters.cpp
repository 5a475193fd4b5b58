#include "engine/checking/settle_parameters.h"

#include <fmt/format.h>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind no_such_parameter{"B026", "profile-parameter"};

}  // namespace

ParameterSettler::ParameterSettler(const std::vector<ProfileParameter>& parameters, bool or_name_alone)
    : parameters_(parameters), or_name_alone_(or_name_alone), used_(parameters.size(), false) {}

void ParameterSettler::settle(Rulebook& book) {
    for (ParameterDecl& decl : book.parameters) {
        const std::string name = book.name.value + "/" + decl.name.value;
        known_.push_back(name);
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            const std::string& given = parameters_[i].name.value;
            if (given != name && !(or_name_alone_ && given == decl.name.value)) continue;
            used_[i] = true;
            decl.values = {parameters_[i].value};
        }
    }
}

void ParameterSettler::report_unused(const Words& whose, Diagnostics& diagnostics) const {
    for (std::size_t i = 0; i < used_.size(); ++i) {
        if (used_[i]) continue;
        const Text& name = parameters_[i].name;
        Words help = did_you_mean(name.value, known_);
        for (const std::string& known : known_) {
            const std::string alone = known.substr(known.find('/') + 1);
            if (alone == name.value || (or_name_alone_ && !suggestions(name.value, {alone}).empty()))
                help = did_you_mean(known, {known});
        }
        diagnostics.add(no_such_parameter, name.place(),
                        {fmt::format("{} không có tham số `{}`", whose.vi, visible(name.value)),
                         fmt::format("{} have no parameter `{}`", whose.en, visible(name.value))},
                        std::move(help));
    }
}

}  // namespace hoagiai
