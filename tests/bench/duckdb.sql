-- The rules of rules.yaml for DuckDB, which stands below the records' folder (duckdb.cpp) and leaves counts.csv and fail.csv.
-- Every column is stored with its type: a column that nothing asks for is not converted, and so not checked. An empty cell is
-- NULL, and SQL's three truths are those of the rules; what a count, a sum or a share can be is worked out from the rows that
-- surely count and those that may.
CREATE TYPE status AS ENUM ('pass', 'fail', 'unknown', 'not_applicable');
-- A rule passes where it surely holds, and fails where it surely asks and surely breaks.
CREATE MACRO judged(asks, holds, breaks) AS
    CASE WHEN NOT asks THEN 'not_applicable'::status
         WHEN holds THEN 'pass'::status
         WHEN asks AND breaks THEN 'fail'::status
         ELSE 'unknown'::status END;
-- What is known never to have happened comes after every day.
CREATE MACRO event(cell) AS CASE WHEN cell = 'never' THEN DATE 'infinity' ELSE cell::DATE END;
CREATE MACRO percentage(cell) AS rtrim(cell, '%')::DECIMAL(6, 3);

CREATE TABLE communes AS
FROM read_csv('communes.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n', columns = {
    id: 'VARCHAR', name: 'VARCHAR', kind: 'VARCHAR', district: 'VARCHAR', province: 'VARCHAR', valid_from: 'DATE',
    villages: 'INTEGER', decided_teams: 'INTEGER', households: 'INTEGER', population: 'INTEGER', many_ethnic_minorities: 'BOOLEAN',
    pilot: 'BOOLEAN', pilot_year: 'INTEGER', pilot_level: 'VARCHAR', nrm_target: 'VARCHAR', nrm_target_year: 'INTEGER',
    plan_on: 'DATE', annual_report_on: 'DATE'});

CREATE TABLE teams AS
SELECT * REPLACE (percentage(head_vote_share) AS head_vote_share)
FROM read_csv('teams.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n', columns = {
    id: 'VARCHAR', commune: 'VARCHAR', name: 'VARCHAR', village: 'VARCHAR', active: 'BOOLEAN', established_on: 'DATE',
    establishment_decision: 'VARCHAR', decided_size: 'INTEGER', reported_size: 'INTEGER', head_elected_on: 'DATE',
    head_vote_share: 'VARCHAR', head_proposed_on: 'DATE', head_recognized_on: 'DATE', last_review_on: 'DATE', logbook: 'BOOLEAN',
    annual_report_on: 'DATE', legal_supporters: 'INTEGER', joint_activities: 'INTEGER', uses_it: 'BOOLEAN', support_paid: 'BIGINT',
    support_months: 'INTEGER', exemplary: 'BOOLEAN'});

CREATE TABLE mediators AS
FROM read_csv('mediators.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n', columns = {
    id: 'VARCHAR', team: 'VARCHAR', name: 'VARCHAR', gender: 'VARCHAR', born_on: 'DATE', ethnicity: 'VARCHAR', citizen: 'BOOLEAN',
    resident: 'BOOLEAN', volunteer: 'BOOLEAN', good_conduct: 'BOOLEAN', persuasive: 'BOOLEAN', legal_knowledge: 'BOOLEAN',
    elected_on: 'DATE', election_form: 'VARCHAR', election_chaired: 'BOOLEAN', households_total: 'INTEGER',
    households_present: 'INTEGER', households_agree: 'INTEGER', list_received_on: 'DATE', recognition_decision: 'VARCHAR',
    recognized_on: 'DATE', ended_on: 'DATE', end_decided_on: 'DATE', end_reason: 'VARCHAR', active: 'BOOLEAN', head: 'BOOLEAN',
    law_degree: 'VARCHAR', legal_profession: 'VARCHAR', trained_on: 'DATE', training_hours: 'INTEGER'});

CREATE TABLE cases AS
SELECT * REPLACE (event(assigned_on) AS assigned_on, event(started_on) AS started_on, event(ended_on) AS ended_on,
                  event(followed_up_on) AS followed_up_on, event(pay_requested_on) AS pay_requested_on, event(paid_on) AS paid_on)
FROM read_csv('cases.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n', columns = {
    id: 'VARCHAR', team: 'VARCHAR', mediator: 'VARCHAR', opened_by: 'VARCHAR', received_on: 'DATE', assigned_on: 'VARCHAR',
    started_on: 'VARCHAR', ended_on: 'VARCHAR', start_exception: 'VARCHAR', dispute_type: 'VARCHAR', scope: 'VARCHAR',
    outcome: 'VARCHAR', record_wanted: 'BOOLEAN', written_record: 'BOOLEAN', record_complete: 'BOOLEAN',
    violation_reported_on: 'DATE', danger: 'BOOLEAN', logged: 'BOOLEAN', guided: 'BOOLEAN', conflict_of_interest: 'BOOLEAN',
    followed_up_on: 'VARCHAR', fulfilled: 'BOOLEAN', relapsed: 'BOOLEAN', hard: 'BOOLEAN', pay: 'BIGINT',
    pay_requested_on: 'VARCHAR', paid_on: 'VARCHAR'});

CREATE TABLE fundings AS
FROM read_csv('fundings.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n', columns = {
    id: 'VARCHAR', commune: 'VARCHAR', year: 'INTEGER', kind: 'VARCHAR', source: 'VARCHAR', estimated: 'BIGINT', allocated: 'BIGINT',
    due_on: 'DATE', allocated_on: 'DATE', spent: 'BIGINT'});

CREATE TABLE judged_mediators AS
SELECT id,
    judged(true, citizen AND resident AND volunteer, NOT (citizen AND resident AND volunteer)) AS R05,
    judged(true, households_agree * 2 > households_total, households_agree * 2 <= households_total) AS R06,
    judged(true, recognized_on >= elected_on, recognized_on < elected_on) AS R07
FROM mediators;

-- Between two days that never came there is no number of days.
CREATE TABLE judged_cases AS
SELECT id, judged(true, late = false, late) AS R08
FROM (SELECT id, CASE WHEN isfinite(assigned_on) OR isfinite(started_on) THEN started_on > assigned_on + 3 END AS late FROM cases);

-- Of each team: who is surely a mediator, and who is one surely or perhaps. Shares ask more of those who are perhaps: whether
-- they would be in the numerator.
CREATE TABLE rosters AS
SELECT team,
    count_if(active) AS members_least, count_if(active IS NOT FALSE) AS members_most,
    count_if(woman) AS women_least, count_if(woman IS NOT FALSE) AS women_most,
    count_if(minority) AS minority_least, count_if(minority IS NOT FALSE) AS minority_most,
    count_if(leads) AS heads_least, count_if(leads IS NOT FALSE) AS heads_most,
    count_if(active AND legal) AS legal_members, count_if(active AND legal IS NULL) AS open_members,
    count_if(active IS NULL AND legal IS NOT FALSE) AS perhaps_legal, count_if(active IS NULL AND legal IS NOT TRUE) AS perhaps_lay
FROM (SELECT team, active, active AND gender = 'Female' AS woman, active AND ethnicity <> 'Kinh' AS minority, active AND head AS leads,
          legal_profession IN ('Lawyer', 'Jurist', 'Former judge', 'Former procurator') AS legal
      FROM mediators)
GROUP BY team;

CREATE TABLE staff AS
SELECT commune, sum(members_least) AS members_least, sum(members_most) AS members_most, sum(legal_members) AS legal_members,
    sum(open_members) AS open_members, sum(perhaps_legal) AS perhaps_legal, sum(perhaps_lay) AS perhaps_lay
FROM rosters JOIN teams ON teams.id = rosters.team
GROUP BY commune;

-- A commune without a row in the roster has not handed it in: its teams are not known to be empty.
CREATE TABLE judged_teams AS
SELECT id,
    judged(active, members_least >= 3, told AND members_most < 3) AS R01,
    judged(active, women_least >= 1, told AND women_most = 0) AS R02,
    judged(active AND many, minority_least >= 1, told AND minority_most = 0) AS R03,
    judged(active, told AND heads_least = 1 AND heads_most = 1, told AND (heads_least > 1 OR heads_most = 0)) AS R04,
    judged(active, told AND reported_size = members_least AND members_least = members_most,
           told AND (reported_size < members_least OR reported_size > members_most)) AS R11
FROM (SELECT teams.id, active, reported_size, many_ethnic_minorities AS many, staff.commune IS NOT NULL AS told,
          coalesce(rosters.members_least, 0) AS members_least, coalesce(rosters.members_most, 0) AS members_most,
          coalesce(women_least, 0) AS women_least, coalesce(women_most, 0) AS women_most,
          coalesce(minority_least, 0) AS minority_least, coalesce(minority_most, 0) AS minority_most,
          coalesce(heads_least, 0) AS heads_least, coalesce(heads_most, 0) AS heads_most
      FROM teams JOIN communes ON communes.id = teams.commune
      LEFT JOIN staff ON staff.commune = teams.commune
      LEFT JOIN rosters ON rosters.team = teams.id);

CREATE TABLE results AS
SELECT commune, count_if(won) AS won, count_if(lost) AS lost, count_if(won IS NULL) AS open,
    count_if(won AND relapsed) AS back, count_if(won AND relapsed IS NULL) AS perhaps_back,
    count_if(won IS NULL AND relapsed IS NOT FALSE) AS open_back, count_if(won IS NULL AND relapsed IS NOT TRUE) AS open_kept
FROM (SELECT team, relapsed, outcome = 'Successful' AS won, outcome IN ('Unsuccessful', 'Stopped') AS lost FROM cases)
JOIN teams ON teams.id = team
GROUP BY commune;

CREATE TABLE money AS
SELECT commune, count_if(source IS NULL OR estimated IS NULL OR allocated IS NULL) AS gaps, sum(estimated) AS estimated,
    sum(allocated) AS allocated
FROM fundings WHERE (source = 'State budget') IS NOT FALSE
GROUP BY commune;

CREATE TABLE judged_communes AS
SELECT id,
    judged(CASE WHEN won + lost > 0 THEN true WHEN open = 0 THEN false END,
           won + lost > 0 AND won * 100 >= due_most * (won + lost + open),
           (won + open) * 100 < due_least * (won + lost + open)) AS R09,
    judged(CASE WHEN gaps = 0 THEN true WHEN gaps IS NULL THEN false END, gaps = 0 AND allocated >= estimated, allocated < estimated) AS R10,
    judged(CASE WHEN members_least > 0 THEN true WHEN members_most = 0 THEN false END,
           members_least > 0 AND legal_members * 100 >= 10 * (members_least + perhaps_lay),
           (legal_members + open_members + perhaps_legal) * 100 < 10 * (members_least + perhaps_legal)) AS R12,
    judged(CASE WHEN won > 0 THEN true WHEN open = 0 THEN false END,
           won > 0 AND (back + perhaps_back + open_back) * 100 <= 5 * (won + open_back),
           back * 100 > 5 * (won + open_kept)) AS R13
FROM (SELECT communes.id, coalesce(won, 0) AS won, coalesce(lost, 0) AS lost, coalesce(open, 0) AS open, coalesce(back, 0) AS back,
          coalesce(perhaps_back, 0) AS perhaps_back, coalesce(open_back, 0) AS open_back, coalesce(open_kept, 0) AS open_kept,
          CASE WHEN (nrm_target IN ('Advanced new-rural', 'Model new-rural')) IS NOT FALSE THEN 90 ELSE 88 END AS due_most,
          CASE WHEN nrm_target IN ('Advanced new-rural', 'Model new-rural') THEN 90 ELSE 88 END AS due_least,
          gaps, estimated, allocated, members_least, members_most, legal_members, open_members, perhaps_legal, perhaps_lay
      FROM communes
      LEFT JOIN results ON results.commune = communes.id
      LEFT JOIN money ON money.commune = communes.id
      LEFT JOIN staff ON staff.commune = communes.id);

CREATE VIEW verdicts AS
FROM (UNPIVOT judged_teams ON R01, R02, R03, R04, R11 INTO NAME rule VALUE verdict)
UNION ALL FROM (UNPIVOT judged_mediators ON R05, R06, R07 INTO NAME rule VALUE verdict)
UNION ALL FROM (UNPIVOT judged_cases ON R08 INTO NAME rule VALUE verdict)
UNION ALL FROM (UNPIVOT judged_communes ON R09, R10, R12, R13 INTO NAME rule VALUE verdict);

COPY (SELECT rule, count_if(verdict = 'pass'), count_if(verdict = 'fail'), count_if(verdict = 'unknown'), count_if(verdict = 'not_applicable')
      FROM verdicts GROUP BY rule) TO 'counts.csv' (HEADER false);
COPY (SELECT rule, id FROM verdicts WHERE verdict = 'fail') TO 'fail.csv' (HEADER false);
