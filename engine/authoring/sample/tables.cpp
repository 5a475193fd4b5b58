#include "engine/authoring/sample/tables.h"

#include <string_view>
#include <system_error>

namespace hoagiai::sample {

namespace {

/// A column and what stands in it, in one place, so that headers and cells cannot slip apart.
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

const Column<Commune> communes[] = {
    {"id", [](const Commune& c, Cells& cells) { cells.text(c.id); }},
    {"name", [](const Commune& c, Cells& cells) { cells.text(c.name); }},
    {"kind", [](const Commune& c, Cells& cells) { cells.choice(c.kind); }},
    {"district", [](const Commune& c, Cells& cells) { cells.text(c.district); }},
    {"province", [](const Commune& c, Cells& cells) { cells.text(c.province); }},
    {"valid_from",
     [](const Commune& c, Cells& cells) {
         cells.day(c.year >= first_year_of_two_levels ? day_from(2025, 7, 1).value_or(blank_day) : blank_day);
     }},
    {"villages", [](const Commune& c, Cells& cells) { cells.number(static_cast<std::int64_t>(c.teams.size())); }},
    {"households", [](const Commune& c, Cells& cells) { cells.number(c.households); }},
    {"population", [](const Commune& c, Cells& cells) { cells.number(c.population); }},
    {"many_ethnic_minorities", [](const Commune& c, Cells& cells) { cells.yes(yes_if(c.minorities)); }},
    {"pilot", [](const Commune& c, Cells& cells) { cells.yes(yes_if(c.pilot)); }},
    {"pilot_year", [](const Commune& c, Cells& cells) { cells.number(c.pilot ? c.year : blank_number); }},
    {"pilot_level", [](const Commune& c, Cells& cells) { cells.choice(c.pilot ? "province" : ""); }},
    {"nrm_target", [](const Commune& c, Cells& cells) { cells.choice(c.target); }},
    {"nrm_target_year", [](const Commune& c, Cells& cells) { cells.number(c.target == "none" ? blank_number : c.year); }},
    {"plan_on", [](const Commune& c, Cells& cells) { cells.day(c.plan_on); }},
    {"annual_report_on", [](const Commune& c, Cells& cells) { cells.day(c.report_on); }},
};

const Column<Team> teams[] = {
    {"id", [](const Team& t, Cells& cells) { cells.text(t.id); }},
    {"commune", [](const Team& t, Cells& cells) { cells.text(t.commune); }},
    {"name", [](const Team& t, Cells& cells) { cells.text(t.name); }},
    {"village", [](const Team& t, Cells& cells) { cells.text(t.village); }},
    {"active", [](const Team&, Cells& cells) { cells.yes(Yes::yes); }},
    {"established_on", [](const Team& t, Cells& cells) { cells.day(t.established_on); }},
    {"establishment_decision", [](const Team& t, Cells& cells) { cells.text(t.decision); }},
    {"decided_size", [](const Team& t, Cells& cells) { cells.number(t.decided_size); }},
    {"reported_size", [](const Team& t, Cells& cells) { cells.number(t.reported_size); }},
    {"head_elected_on", [](const Team& t, Cells& cells) { cells.day(t.head_elected_on); }},
    {"head_vote_share", [](const Team& t, Cells& cells) { cells.ratio(t.head_share); }},
    {"head_proposed_on", [](const Team& t, Cells& cells) { cells.day(t.head_proposed_on); }},
    {"head_recognized_on", [](const Team& t, Cells& cells) { cells.day(t.head_recognized_on); }},
    {"last_review_on", [](const Team& t, Cells& cells) { cells.day(t.last_review_on); }},
    {"logbook", [](const Team& t, Cells& cells) { cells.yes(t.logbook); }},
    {"annual_report_on", [](const Team& t, Cells& cells) { cells.day(t.annual_report_on); }},
    {"legal_supporters", [](const Team& t, Cells& cells) { cells.number(t.supporters); }},
    {"joint_activities", [](const Team& t, Cells& cells) { cells.number(t.joint); }},
    {"uses_it", [](const Team& t, Cells& cells) { cells.yes(t.uses_it); }},
    {"support_paid", [](const Team& t, Cells& cells) { cells.money(t.support_paid); }},
    {"support_months", [](const Team& t, Cells& cells) { cells.number(t.support_months); }},
    {"exemplary", [](const Team& t, Cells& cells) { cells.yes(t.exemplary); }},
};

const Column<Mediator> mediators[] = {
    {"id", [](const Mediator& m, Cells& cells) { cells.text(m.id); }},
    {"team", [](const Mediator& m, Cells& cells) { cells.text(m.team); }},
    {"name", [](const Mediator& m, Cells& cells) { cells.text(m.name); }},
    {"gender", [](const Mediator& m, Cells& cells) { cells.choice(!m.gender_known ? ""
                                                                  : m.woman       ? "female"
                                                                                  : "male"); }},
    {"born_on", [](const Mediator& m, Cells& cells) { cells.day(m.born_on); }},
    {"ethnicity", [](const Mediator& m, Cells& cells) { cells.text(m.ethnicity); }},
    {"citizen", [](const Mediator&, Cells& cells) { cells.yes(Yes::yes); }},
    {"resident", [](const Mediator& m, Cells& cells) { cells.yes(m.resident); }},
    {"volunteer", [](const Mediator&, Cells& cells) { cells.yes(Yes::yes); }},
    {"good_conduct", [](const Mediator&, Cells& cells) { cells.yes(Yes::yes); }},
    {"persuasive", [](const Mediator&, Cells& cells) { cells.yes(Yes::yes); }},
    {"legal_knowledge", [](const Mediator&, Cells& cells) { cells.yes(Yes::yes); }},
    {"elected_on", [](const Mediator& m, Cells& cells) { cells.day(m.elected_on); }},
    {"election_form", [](const Mediator& m, Cells& cells) { cells.choice(m.election_form); }},
    {"households_total", [](const Mediator& m, Cells& cells) { cells.number(m.households); }},
    {"households_present", [](const Mediator& m, Cells& cells) { cells.number(m.present); }},
    {"households_agree", [](const Mediator& m, Cells& cells) { cells.number(m.agree); }},
    {"list_received_on", [](const Mediator& m, Cells& cells) { cells.day(m.list_received_on); }},
    {"recognition_decision", [](const Mediator& m, Cells& cells) { cells.text(m.decision); }},
    {"recognized_on", [](const Mediator& m, Cells& cells) { cells.day(m.recognized_on); }},
    {"ended_on", [](const Mediator& m, Cells& cells) { cells.day(m.ended_on); }},
    {"end_reason", [](const Mediator& m, Cells& cells) { cells.choice(m.end_reason); }},
    {"active", [](const Mediator& m, Cells& cells) { cells.yes(yes_if(m.serving)); }},
    {"head", [](const Mediator& m, Cells& cells) { cells.yes(m.head); }},
    {"law_degree", [](const Mediator& m, Cells& cells) { cells.choice(m.law_degree); }},
    {"legal_profession", [](const Mediator& m, Cells& cells) { cells.choice(m.profession); }},
    {"trained_on", [](const Mediator& m, Cells& cells) { cells.day(m.trained_on); }},
    {"training_hours", [](const Mediator& m, Cells& cells) { cells.number(m.hours); }},
};

const Column<Case> cases[] = {
    {"id", [](const Case& c, Cells& cells) { cells.text(c.id); }},
    {"team", [](const Case& c, Cells& cells) { cells.text(c.team); }},
    {"mediator", [](const Case& c, Cells& cells) { cells.text(c.mediator); }},
    {"opened_by", [](const Case& c, Cells& cells) { cells.choice(c.opened_by); }},
    {"received_on", [](const Case& c, Cells& cells) { cells.day(c.received_on); }},
    {"assigned_on", [](const Case& c, Cells& cells) { cells.day(c.assigned_on); }},
    {"started_on", [](const Case& c, Cells& cells) { cells.day(c.started_on); }},
    {"ended_on", [](const Case& c, Cells& cells) { cells.day(c.ended_on); }},
    {"start_exception", [](const Case& c, Cells& cells) { cells.choice(c.exception); }},
    {"dispute_type", [](const Case& c, Cells& cells) { cells.choice(c.dispute); }},
    {"scope", [](const Case& c, Cells& cells) { cells.choice(c.scope); }},
    {"outcome", [](const Case& c, Cells& cells) { cells.choice(c.outcome); }},
    {"record_wanted", [](const Case& c, Cells& cells) { cells.yes(c.record_wanted); }},
    {"written_record", [](const Case& c, Cells& cells) { cells.yes(c.written_record); }},
    {"logged", [](const Case& c, Cells& cells) { cells.yes(c.logged); }},
    {"guided", [](const Case& c, Cells& cells) { cells.yes(c.guided); }},
    {"conflict_of_interest", [](const Case& c, Cells& cells) { cells.yes(c.conflict); }},
    {"followed_up_on", [](const Case& c, Cells& cells) { cells.day(c.followed_up_on); }},
    {"fulfilled", [](const Case& c, Cells& cells) { cells.yes(c.fulfilled); }},
    {"relapsed", [](const Case& c, Cells& cells) { cells.yes(c.relapsed); }},
    {"hard", [](const Case& c, Cells& cells) { cells.yes(c.hard); }},
    {"pay", [](const Case& c, Cells& cells) { cells.money(c.pay); }},
    {"pay_requested_on", [](const Case& c, Cells& cells) { cells.day(c.requested_on); }},
    {"paid_on", [](const Case& c, Cells& cells) { cells.day(c.paid_on); }},
};

const Column<Expert> experts[] = {
    {"id", [](const Expert& e, Cells& cells) { cells.text(e.thing.id); }},
    {"commune", [](const Expert& e, Cells& cells) { cells.text(e.commune.id); }},
    {"name", [](const Expert& e, Cells& cells) { cells.text(e.thing.name); }},
    {"profession", [](const Expert& e, Cells& cells) { cells.choice(e.thing.profession); }},
    {"resident", [](const Expert&, Cells& cells) { cells.yes(Yes::yes); }},
    {"qualified", [](const Expert&, Cells& cells) { cells.yes(Yes::yes); }},
    {"already_mediator", [](const Expert& e, Cells& cells) { cells.yes(e.thing.mediator); }},
    {"already_supporter", [](const Expert& e, Cells& cells) { cells.yes(e.thing.supporter); }},
    {"invited_on", [](const Expert& e, Cells& cells) { cells.day(e.thing.invited_on); }},
};

const Column<Activity> trainings[] = {
    {"id", [](const Activity& a, Cells& cells) { cells.text(a.thing.id); }},
    {"commune", [](const Activity& a, Cells& cells) { cells.text(a.commune.id); }},
    {"held_on", [](const Activity& a, Cells& cells) { cells.day(a.thing.held_on); }},
    {"form", [](const Activity& a, Cells& cells) { cells.choice(a.thing.form); }},
    {"hours", [](const Activity& a, Cells& cells) { cells.number(a.thing.hours); }},
    {"attendees", [](const Activity& a, Cells& cells) { cells.number(a.thing.attendees); }},
};

const Column<Activity> outreaches[] = {
    {"id", [](const Activity& a, Cells& cells) { cells.text(a.thing.id); }},
    {"commune", [](const Activity& a, Cells& cells) { cells.text(a.commune.id); }},
    {"held_on", [](const Activity& a, Cells& cells) { cells.day(a.thing.held_on); }},
    {"form", [](const Activity& a, Cells& cells) { cells.choice(a.thing.form); }},
    {"on_mediation", [](const Activity&, Cells& cells) { cells.yes(Yes::yes); }},
};

const Column<Activity> inspections[] = {
    {"id", [](const Activity& a, Cells& cells) { cells.text(a.thing.id); }},
    {"commune", [](const Activity& a, Cells& cells) { cells.text(a.commune.id); }},
    {"held_on", [](const Activity& a, Cells& cells) { cells.day(a.thing.held_on); }},
    {"level", [](const Activity& a, Cells& cells) { cells.choice(a.thing.form); }},
    {"remedy_due_on", [](const Activity& a, Cells& cells) { cells.day(a.thing.due_on); }},
    {"remedied_on", [](const Activity& a, Cells& cells) { cells.day(a.thing.remedied_on); }},
};

const Column<Funding> fundings[] = {
    {"id", [](const Funding& f, Cells& cells) { cells.text(f.thing.id); }},
    {"commune", [](const Funding& f, Cells& cells) { cells.text(f.commune.id); }},
    {"year", [](const Funding& f, Cells& cells) { cells.number(f.commune.year); }},
    {"kind", [](const Funding& f, Cells& cells) { cells.choice(f.thing.kind); }},
    {"source", [](const Funding& f, Cells& cells) { cells.choice(f.thing.source); }},
    {"estimated", [](const Funding& f, Cells& cells) { cells.money(f.thing.estimated); }},
    {"allocated", [](const Funding& f, Cells& cells) { cells.money(f.thing.allocated); }},
    {"due_on", [](const Funding& f, Cells& cells) { cells.day(f.thing.due_on); }},
    {"allocated_on", [](const Funding& f, Cells& cells) { cells.day(f.thing.allocated_on); }},
    {"spent", [](const Funding& f, Cells& cells) { cells.money(f.thing.spent); }},
};

const Column<Report> reports[] = {
    {"id", [](const Report& r, Cells& cells) { cells.text(r.thing.id); }},
    {"commune", [](const Report& r, Cells& cells) { cells.text(r.commune.id); }},
    {"unit", [](const Report& r, Cells& cells) { cells.text(r.commune.id); }},
    {"level", [](const Report&, Cells& cells) { cells.choice("commune"); }},
    {"year", [](const Report& r, Cells& cells) { cells.number(r.commune.year); }},
    {"from_on", [](const Report& r, Cells& cells) { cells.day(day_from(r.commune.year, 1, 1).value_or(blank_day)); }},
    {"to_on", [](const Report& r, Cells& cells) { cells.day(day_from(r.commune.year, 12, 31).value_or(blank_day)); }},
    {"teams", [](const Report& r, Cells& cells) { cells.number(r.thing.teams); }},
    {"mediators", [](const Report& r, Cells& cells) { cells.number(r.thing.mediators); }},
    {"women", [](const Report& r, Cells& cells) { cells.number(r.thing.women); }},
    {"ethnic_minority", [](const Report& r, Cells& cells) { cells.number(r.thing.minority); }},
    {"law_qualified", [](const Report& r, Cells& cells) { cells.number(r.thing.qualified); }},
    {"trained", [](const Report& r, Cells& cells) { cells.number(r.thing.trained); }},
    {"received", [](const Report& r, Cells& cells) { cells.number(r.thing.received); }},
    {"concluded", [](const Report& r, Cells& cells) { cells.number(r.thing.concluded); }},
    {"successful", [](const Report& r, Cells& cells) { cells.number(r.thing.successful); }},
    {"unsuccessful", [](const Report& r, Cells& cells) { cells.number(r.thing.unsuccessful); }},
    {"ongoing", [](const Report& r, Cells& cells) { cells.number(r.thing.ongoing); }},
    {"published_rate", [](const Report& r, Cells& cells) { cells.ratio(r.thing.rate); }},
};

/// A file with its columns.
template <typename Row>
class TableFile {
public:
    template <std::size_t count>
    TableFile(const std::filesystem::path& folder, std::string_view plural, const Column<Row> (&columns)[count],
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
        : commune(folder, "communes", communes, schema, request),
          team(folder, "teams", teams, schema, request),
          mediator(folder, "mediators", mediators, schema, request),
          one_case(folder, "cases", cases, schema, request),
          expert(folder, "experts", experts, schema, request),
          training(folder, "trainings", trainings, schema, request),
          outreach(folder, "outreaches", outreaches, schema, request),
          funding(folder, "fundings", fundings, schema, request),
          inspection(folder, "inspections", inspections, schema, request),
          report(folder, "reports", reports, schema, request) {}

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
