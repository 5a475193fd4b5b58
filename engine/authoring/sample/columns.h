// The columns of each table of a sample, in their order: a column's name and what stands in it, in one place, so that headers
// and cells cannot slip apart.
#pragma once

#include <span>
#include <string_view>

#include "engine/authoring/sample/cells.h"
#include "engine/authoring/sample/made.h"

namespace hoagiai::sample {

template <typename Row>
struct Column {
    std::string_view name;
    void (*write)(const Row& row, Cells& cells);
};

/// A row of a commune's own: a thing, and the commune it belongs to.
template <typename Thing>
struct Of {
    const MadeCommune& commune;
    const Thing& thing;
};

using Commune = MadeCommune;
using Team = MadeTeam;
using Mediator = MadeMediator;
using Case = MadeCase;
using Expert = Of<MadeExpert>;
using Activity = Of<MadeActivity>;
using Funding = Of<MadeFunding>;
using Report = Of<MadeReport>;

std::span<const Column<Commune>> communes_columns();
std::span<const Column<Team>> teams_columns();
std::span<const Column<Mediator>> mediators_columns();
std::span<const Column<Case>> cases_columns();
std::span<const Column<Expert>> experts_columns();
std::span<const Column<Activity>> trainings_columns();
std::span<const Column<Activity>> outreaches_columns();
std::span<const Column<Activity>> inspections_columns();
std::span<const Column<Funding>> fundings_columns();
std::span<const Column<Report>> reports_columns();

}  // namespace hoagiai::sample
