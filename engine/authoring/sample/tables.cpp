#include "engine/authoring/sample/tables.h"

#include <string_view>
#include <system_error>
#include <utility>

#include "engine/authoring/sample/columns.h"

namespace hoagiai::sample {

namespace {

/// A file with its columns.
template <typename Row>
class TableFile {
public:
    TableFile(const std::filesystem::path& folder, std::string_view plural, std::span<const Column<Row>> columns,
              const Schema& schema, const SampleRequest& request)
        : name_(std::string(plural) + ".csv"), path_(folder / name_), out_(path_), language_(request.language) {
        const Entity& entity = schema[schema.find_plural(plural)];
        for (const Column<Row>& column : columns) {
            // There are no districts any more: the column would be empty.
            if (column.name == "district" && request.year >= first_year_of_two_levels) continue;
            const FieldId field = entity.find_field(column.name);
            const LinkId link = field == none_id ? entity.find_link(column.name) : none_id;
            columns_.push_back({&column, field == none_id ? nullptr : &entity.fields[field]});
            if (columns_.size() > 1) out_.text() += ',';
            const bool titled = language_ == Language::vi && (field != none_id || link != none_id);
            append_cell(out_.text(), !titled            ? column.name
                                     : field != none_id ? entity.fields[field].title.vi
                                                        : std::string_view(entity.links[link].title.vi));
        }
        out_.text() += '\n';
    }

    void write(const Row& row) {
        Cells cells(out_.text(), language_);
        bool first = true;
        for (const auto& [column, field] : columns_) {
            if (!first) out_.text() += ',';
            first = false;
            cells.begin(field);
            column->write(row, cells);
        }
        out_.text() += '\n';
        ++rows_;
        out_.flush_if_full();
    }
    OutFile& out() { return out_; }
    const std::filesystem::path& path() const { return path_; }
    SampleFile file() const { return {name_, rows_}; }

private:
    std::string name_;
    std::filesystem::path path_;
    OutFile out_;
    Language language_;
    std::vector<std::pair<const Column<Row>*, const Field*>> columns_;
    std::uint64_t rows_ = 0;
};

}  // namespace

struct Tables::Parts {
    Parts(const std::filesystem::path& folder, const Schema& schema, const SampleRequest& request)
        : commune(folder, "communes", communes_columns(), schema, request),
          team(folder, "teams", teams_columns(), schema, request),
          mediator(folder, "mediators", mediators_columns(), schema, request),
          one_case(folder, "cases", cases_columns(), schema, request),
          expert(folder, "experts", experts_columns(), schema, request),
          training(folder, "trainings", trainings_columns(), schema, request),
          outreach(folder, "outreaches", outreaches_columns(), schema, request),
          funding(folder, "fundings", fundings_columns(), schema, request),
          inspection(folder, "inspections", inspections_columns(), schema, request),
          report(folder, "reports", reports_columns(), schema, request) {}

    template <typename Do>
    void each(Do&& what) {
        what(commune), what(team), what(mediator), what(one_case), what(expert);
        what(training), what(outreach), what(funding), what(inspection), what(report);
    }

    TableFile<Commune> commune;
    TableFile<Team> team;
    TableFile<Mediator> mediator;
    TableFile<Case> one_case;
    TableFile<Expert> expert;
    TableFile<Activity> training, outreach;
    TableFile<Funding> funding;
    TableFile<Activity> inspection;
    TableFile<Report> report;
};

Tables::Tables(const std::filesystem::path& folder, const Schema& schema, const SampleRequest& request)
    : parts_(std::make_unique<Parts>(folder, schema, request)) {}
Tables::~Tables() = default;

void Tables::write(const MadeCommune& commune) {
    parts_->commune.write(commune);
    for (const MadeTeam& team : commune.teams) {
        parts_->team.write(team);
        if (commune.roster_given)
            for (const MadeMediator& mediator : team.mediators) parts_->mediator.write(mediator);
        for (const MadeCase& one : team.cases) parts_->one_case.write(one);
    }
    for (const MadeExpert& expert : commune.experts) parts_->expert.write({commune, expert});
    for (const MadeActivity& training : commune.trainings) parts_->training.write({commune, training});
    for (const MadeActivity& outreach : commune.outreaches) parts_->outreach.write({commune, outreach});
    for (const MadeFunding& funding : commune.fundings) parts_->funding.write({commune, funding});
    for (const MadeActivity& inspection : commune.inspections) parts_->inspection.write({commune, inspection});
    parts_->report.write({commune, commune.report});
}

int Tables::error() const {
    int error = 0;
    parts_->each([&](auto& table) { error = error ? error : table.out().error; });
    return error;
}

int Tables::close() {
    parts_->each([](auto& table) { table.out().close(); });
    return error();
}

void Tables::remove() {
    std::error_code ignored;
    parts_->each([&](auto& table) {
        if (table.out().made) std::filesystem::remove(table.path(), ignored);
    });
}

std::vector<SampleFile> Tables::files() const {
    std::vector<SampleFile> all;
    parts_->each([&](auto& table) { all.push_back(table.file()); });
    return all;
}

}  // namespace hoagiai::sample
