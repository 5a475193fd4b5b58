#include "engine/authoring/sample/columns.h"

#include "engine/authoring/sample/sample.h"

namespace hoagiai::sample {

namespace {

const Column<Commune> communes[] = {
    {"id", [](const Commune& c, Cells& cells) { cells.text(c.id); }},
    {"name", [](const Commune& c, Cells& cells) { cells.text(c.name); }},
    {"kind", [](const Commune& c, Cells& cells) { cells.choice(c.kind); }},
    {"district", [](const Commune& c, Cells& cells) { cells.text(c.district); }},
    {"province", [](const Commune& c, Cells& cells) { cells.text(c.province); }},
    // None was merged: whether a merger asks for teams to be renewed is open, and would be asked of every team.
    {"valid_from", [](const Commune&, Cells& cells) { cells.day(day_from(2014, 1, 1).value_or(blank_day)); }},
    {"villages", [](const Commune& c, Cells& cells) { cells.number(static_cast<std::int64_t>(c.teams.size())); }},
    {"decided_teams", [](const Commune& c, Cells& cells) { cells.number(static_cast<std::int64_t>(c.teams.size())); }},
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
    {"election_chaired", [](const Mediator&, Cells& cells) { cells.yes(Yes::yes); }},
    {"households_total", [](const Mediator& m, Cells& cells) { cells.number(m.households); }},
    {"households_present", [](const Mediator& m, Cells& cells) { cells.number(m.present); }},
    {"households_agree", [](const Mediator& m, Cells& cells) { cells.number(m.agree); }},
    {"list_received_on", [](const Mediator& m, Cells& cells) { cells.day(m.list_received_on); }},
    {"recognition_decision", [](const Mediator& m, Cells& cells) { cells.text(m.decision); }},
    {"recognized_on", [](const Mediator& m, Cells& cells) { cells.day(m.recognized_on); }},
    {"ended_on", [](const Mediator& m, Cells& cells) { cells.day(m.ended_on); }},
    {"end_decided_on", [](const Mediator& m, Cells& cells) { cells.day(m.ended_on); }},
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
    {"record_complete", [](const Case& c, Cells& cells) { cells.yes(c.written_record == Yes::yes ? Yes::yes : Yes::blank); }},
    {"violation_reported_on",
     [](const Case& c, Cells& cells) {
         cells.day(c.scope == "criminal" || c.scope == "administrative" ? c.received_on : blank_day);
     }},
    {"danger", [](const Case&, Cells& cells) { cells.yes(Yes::no); }},
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

}  // namespace

std::span<const Column<Commune>> communes_columns() { return communes; }
std::span<const Column<Team>> teams_columns() { return teams; }
std::span<const Column<Mediator>> mediators_columns() { return mediators; }
std::span<const Column<Case>> cases_columns() { return cases; }
std::span<const Column<Expert>> experts_columns() { return experts; }
std::span<const Column<Activity>> trainings_columns() { return trainings; }
std::span<const Column<Activity>> outreaches_columns() { return outreaches; }
std::span<const Column<Activity>> inspections_columns() { return inspections; }
std::span<const Column<Funding>> fundings_columns() { return fundings; }
std::span<const Column<Report>> reports_columns() { return reports; }

}  // namespace hoagiai::sample
