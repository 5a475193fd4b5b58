-- The rules of rules.yaml for DuckDB, which reads below the records' folder and leaves counts.csv and fail.csv (duckdb.cpp).
-- An empty cell is NULL, and the three truths of SQL are those of the rules; what a count, a sum or a share may come to follows
-- from the rows that surely count and those that perhaps do.
--
-- It is meant to be quick: pieces of 4 MB let threads share a file, rows are judged as they are read, and of columns that no rule
-- reads nothing is kept. DuckDB converts only what is asked for, so these columns stand in a WHERE that is always true: each of
-- their cells is checked, as the hand-written code types them all.
CREATE TYPE status AS ENUM ('pass', 'fail', 'unknown', 'not_applicable');
-- A rule passes where it surely holds, and fails where it surely asks and surely is broken.
CREATE MACRO judged(asks, holds, broken) AS
    CASE WHEN NOT asks THEN 'not_applicable'::status
         WHEN holds THEN 'pass'::status
         WHEN asks AND broken THEN 'fail'::status
         ELSE 'unknown'::status END;
CREATE MACRO required(holds) AS judged(true, holds, NOT holds);
-- What never happened comes after every day; between two such there is no number of days. Only columns in which
-- `hoagiai new sample` says so are read in this way.
CREATE MACRO event(cell) AS CASE WHEN cell = 'never' THEN DATE 'infinity' ELSE cell::DATE END;
CREATE MACRO within(days, since, day) AS CASE WHEN isfinite(since) OR isfinite(day) THEN day <= since + days END;
CREATE MACRO percentage(cell) AS rtrim(cell, '%')::DECIMAL(6, 3);

CREATE TABLE communes AS
SELECT id, many_ethnic_minorities, nrm_target IN ('Advanced new-rural', 'Model new-rural') AS aims_high
FROM read_csv('communes.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
              buffer_size = 4000000, max_line_size = 100000, columns = {
    id: 'VARCHAR', name: 'VARCHAR', kind: 'VARCHAR', district: 'VARCHAR', province: 'VARCHAR', valid_from: 'DATE',
    villages: 'INTEGER', decided_teams: 'INTEGER', households: 'INTEGER', population: 'INTEGER', many_ethnic_minorities: 'BOOLEAN',
    pilot: 'BOOLEAN', pilot_year: 'INTEGER', pilot_level: 'VARCHAR', nrm_target: 'VARCHAR', nrm_target_year: 'INTEGER',
    plan_on: 'DATE', annual_report_on: 'DATE'})
WHERE row(valid_from, villages, decided_teams, households, population, pilot, pilot_year, nrm_target_year, plan_on,
          annual_report_on) IS NOT NULL;

CREATE TABLE teams AS
SELECT id, commune, active, reported_size
FROM read_csv('teams.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
              buffer_size = 4000000, max_line_size = 100000, columns = {
    id: 'VARCHAR', commune: 'VARCHAR', name: 'VARCHAR', village: 'VARCHAR', active: 'BOOLEAN', established_on: 'DATE',
    establishment_decision: 'VARCHAR', decided_size: 'INTEGER', reported_size: 'INTEGER', head_elected_on: 'DATE',
    head_vote_share: 'VARCHAR', head_proposed_on: 'DATE', head_recognized_on: 'DATE', last_review_on: 'DATE', logbook: 'BOOLEAN',
    annual_report_on: 'DATE', legal_supporters: 'INTEGER', joint_activities: 'INTEGER', uses_it: 'BOOLEAN', support_paid: 'BIGINT',
    support_months: 'INTEGER', exemplary: 'BOOLEAN'})
WHERE row(established_on, decided_size, head_elected_on, percentage(head_vote_share), head_proposed_on, head_recognized_on,
          last_review_on, logbook, annual_report_on, legal_supporters, joint_activities, uses_it, support_paid, support_months,
          exemplary) IS NOT NULL;

CREATE TABLE mediators AS
SELECT id, team, active, active AND gender = 'Female' AS female, active AND ethnicity <> 'Kinh' AS of_minority,
    active AND head AS leads, legal_profession IN ('Lawyer', 'Jurist', 'Former judge', 'Former procurator') AS in_law,
    required(citizen AND resident AND volunteer) AS R05,
    required(households_agree * 2 > households_total) AS R06,
    required(recognized_on >= elected_on) AS R07
FROM read_csv('mediators.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
              buffer_size = 4000000, max_line_size = 100000, columns = {
    id: 'VARCHAR', team: 'VARCHAR', name: 'VARCHAR', gender: 'VARCHAR', born_on: 'DATE', ethnicity: 'VARCHAR', citizen: 'BOOLEAN',
    resident: 'BOOLEAN', volunteer: 'BOOLEAN', good_conduct: 'BOOLEAN', persuasive: 'BOOLEAN', legal_knowledge: 'BOOLEAN',
    elected_on: 'DATE', election_form: 'VARCHAR', election_chaired: 'BOOLEAN', households_total: 'INTEGER',
    households_present: 'INTEGER', households_agree: 'INTEGER', list_received_on: 'DATE', recognition_decision: 'VARCHAR',
    recognized_on: 'DATE', ended_on: 'DATE', end_decided_on: 'DATE', end_reason: 'VARCHAR', active: 'BOOLEAN', head: 'BOOLEAN',
    law_degree: 'VARCHAR', legal_profession: 'VARCHAR', trained_on: 'DATE', training_hours: 'INTEGER'})
WHERE row(born_on, good_conduct, persuasive, legal_knowledge, election_chaired, households_present, list_received_on, ended_on,
          end_decided_on, trained_on, training_hours) IS NOT NULL;

CREATE TABLE cases AS
SELECT id, team, outcome, relapsed, required(within(3, event(assigned_on), event(started_on))) AS R08
FROM read_csv('cases.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
              buffer_size = 4000000, max_line_size = 100000, columns = {
    id: 'VARCHAR', team: 'VARCHAR', mediator: 'VARCHAR', opened_by: 'VARCHAR', received_on: 'DATE', assigned_on: 'VARCHAR',
    started_on: 'VARCHAR', ended_on: 'VARCHAR', start_exception: 'VARCHAR', dispute_type: 'VARCHAR', scope: 'VARCHAR',
    outcome: 'VARCHAR', record_wanted: 'BOOLEAN', written_record: 'BOOLEAN', record_complete: 'BOOLEAN',
    violation_reported_on: 'DATE', danger: 'BOOLEAN', logged: 'BOOLEAN', guided: 'BOOLEAN', conflict_of_interest: 'BOOLEAN',
    followed_up_on: 'VARCHAR', fulfilled: 'BOOLEAN', relapsed: 'BOOLEAN', hard: 'BOOLEAN', pay: 'BIGINT',
    pay_requested_on: 'VARCHAR', paid_on: 'VARCHAR'})
WHERE row(received_on, event(ended_on), record_wanted, written_record, record_complete, violation_reported_on, danger, logged,
          guided, conflict_of_interest, event(followed_up_on), fulfilled, hard, pay, event(pay_requested_on),
          event(paid_on)) IS NOT NULL;

-- A gap leaves the sums open. hoagiai knows besides that no amount is below zero; the sample has no line in which that tells.
CREATE TABLE money AS
SELECT commune, count_if(source IS NULL OR estimated IS NULL OR allocated IS NULL) AS gaps, sum(estimated) AS estimated,
    sum(allocated) AS allocated
FROM read_csv('fundings.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
              buffer_size = 4000000, max_line_size = 100000, columns = {
    id: 'VARCHAR', commune: 'VARCHAR', year: 'INTEGER', kind: 'VARCHAR', source: 'VARCHAR', estimated: 'BIGINT',
    allocated: 'BIGINT', due_on: 'DATE', allocated_on: 'DATE', spent: 'BIGINT'})
WHERE row(year, due_on, allocated_on, spent) IS NOT NULL AND (source = 'State budget') IS NOT FALSE
GROUP BY commune;

-- Shares ask more of mediators who are perhaps active: whether they would be in the numerator.
CREATE TABLE rosters AS
SELECT team, count_if(active) AS least, count_if(active IS NOT FALSE) AS most,
    count_if(female) AS female_least, count_if(female IS NOT FALSE) AS female_most,
    count_if(of_minority) AS minority_least, count_if(of_minority IS NOT FALSE) AS minority_most,
    count_if(leads) AS leads_least, count_if(leads IS NOT FALSE) AS leads_most,
    count_if(active AND in_law) AS in_law, count_if(active AND in_law IS NULL) AS perhaps_in_law,
    count_if(active IS NULL AND in_law IS NOT FALSE) AS joins_in_law,
    count_if(active IS NULL AND in_law IS NOT TRUE) AS joins_as_lay
FROM mediators GROUP BY team;

CREATE TABLE staff AS
SELECT commune, sum(least) AS least, sum(most) AS most, sum(in_law) AS in_law, sum(perhaps_in_law) AS perhaps_in_law,
    sum(joins_in_law) AS joins_in_law, sum(joins_as_lay) AS joins_as_lay
FROM rosters JOIN teams ON teams.id = team GROUP BY commune;

-- A commune without a row in the roster has not handed it in: its teams are not known to be empty.
CREATE TABLE judged_teams AS
SELECT id, judged(active, least >= 3, told AND most < 3) AS R01,
    judged(active, female_least >= 1, told AND female_most = 0) AS R02,
    judged(active AND many, minority_least >= 1, told AND minority_most = 0) AS R03,
    judged(active, told AND leads_least = 1 AND leads_most = 1, told AND (leads_least > 1 OR leads_most = 0)) AS R04,
    judged(active, told AND reported_size = least AND least = most,
           told AND (reported_size < least OR reported_size > most)) AS R11
FROM (SELECT teams.id, active, reported_size, many_ethnic_minorities AS many, staff.commune IS NOT NULL AS told,
          coalesce(rosters.least, 0) AS least, coalesce(rosters.most, 0) AS most,
          coalesce(female_least, 0) AS female_least, coalesce(female_most, 0) AS female_most,
          coalesce(minority_least, 0) AS minority_least, coalesce(minority_most, 0) AS minority_most,
          coalesce(leads_least, 0) AS leads_least, coalesce(leads_most, 0) AS leads_most
      FROM teams JOIN communes ON communes.id = teams.commune
      LEFT JOIN staff ON staff.commune = teams.commune
      LEFT JOIN rosters ON rosters.team = teams.id);

CREATE TABLE results AS
SELECT commune, count_if(won) AS won, count_if(lost) AS lost, count_if(won IS NULL) AS open,
    count_if(won AND relapsed) AS back, count_if(won AND relapsed IS NULL) AS perhaps_back,
    count_if(won IS NULL AND relapsed IS NOT FALSE) AS joins_back, count_if(won IS NULL AND relapsed IS NOT TRUE) AS joins_kept
FROM (SELECT team, relapsed, outcome = 'Successful' AS won, outcome IN ('Unsuccessful', 'Stopped') AS lost FROM cases)
JOIN teams ON teams.id = team GROUP BY commune;

CREATE TABLE judged_communes AS
SELECT id,
    judged(CASE WHEN won + lost > 0 THEN true WHEN open = 0 THEN false END,
           won + lost > 0 AND won * 100 >= (CASE WHEN aims_high IS NOT FALSE THEN 90 ELSE 88 END) * (won + lost + open),
           (won + open) * 100 < (CASE WHEN aims_high THEN 90 ELSE 88 END) * (won + lost + open)) AS R09,
    judged(CASE WHEN gaps IS NULL THEN false WHEN gaps = 0 THEN true END,
           gaps = 0 AND allocated >= estimated, allocated < estimated) AS R10,
    judged(CASE WHEN least > 0 THEN true WHEN most = 0 THEN false END,
           least > 0 AND in_law * 100 >= 10 * (least + joins_as_lay),
           (in_law + perhaps_in_law + joins_in_law) * 100 < 10 * (least + joins_in_law)) AS R12,
    judged(CASE WHEN won > 0 THEN true WHEN open = 0 THEN false END,
           won > 0 AND (back + perhaps_back + joins_back) * 100 <= 5 * (won + joins_back),
           back * 100 > 5 * (won + joins_kept)) AS R13
FROM (SELECT communes.id, aims_high, coalesce(won, 0) AS won, coalesce(lost, 0) AS lost, coalesce(open, 0) AS open,
          coalesce(back, 0) AS back, coalesce(perhaps_back, 0) AS perhaps_back, coalesce(joins_back, 0) AS joins_back,
          coalesce(joins_kept, 0) AS joins_kept, gaps, estimated, allocated,
          least, most, in_law, perhaps_in_law, joins_in_law, joins_as_lay
      FROM communes
      LEFT JOIN results ON results.commune = communes.id
      LEFT JOIN money ON money.commune = communes.id
      LEFT JOIN staff ON staff.commune = communes.id);

-- A line is put together as text, so that each table is gone through once.
CREATE MACRO counted(rule, verdict) AS concat_ws(',', rule, count_if(verdict = 'pass'), count_if(verdict = 'fail'),
                                                 count_if(verdict = 'unknown'), count_if(verdict = 'not_applicable'));
COPY (
    SELECT unnest([counted('R01', R01), counted('R02', R02), counted('R03', R03), counted('R04', R04), counted('R11', R11)])
    FROM judged_teams
    UNION ALL SELECT unnest([counted('R05', R05), counted('R06', R06), counted('R07', R07)])
    FROM mediators
    UNION ALL SELECT counted('R08', R08) FROM cases
    UNION ALL SELECT unnest([counted('R09', R09), counted('R10', R10), counted('R12', R12), counted('R13', R13)])
    FROM judged_communes
) TO 'counts.csv' (HEADER false, DELIMITER ';');
COPY (
    SELECT 'R01', id FROM judged_teams WHERE R01 = 'fail'
    UNION ALL SELECT 'R02', id FROM judged_teams WHERE R02 = 'fail'
    UNION ALL SELECT 'R03', id FROM judged_teams WHERE R03 = 'fail'
    UNION ALL SELECT 'R04', id FROM judged_teams WHERE R04 = 'fail'
    UNION ALL SELECT 'R05', id FROM mediators WHERE R05 = 'fail'
    UNION ALL SELECT 'R06', id FROM mediators WHERE R06 = 'fail'
    UNION ALL SELECT 'R07', id FROM mediators WHERE R07 = 'fail'
    UNION ALL SELECT 'R08', id FROM cases WHERE R08 = 'fail'
    UNION ALL SELECT 'R09', id FROM judged_communes WHERE R09 = 'fail'
    UNION ALL SELECT 'R10', id FROM judged_communes WHERE R10 = 'fail'
    UNION ALL SELECT 'R11', id FROM judged_teams WHERE R11 = 'fail'
    UNION ALL SELECT 'R12', id FROM judged_communes WHERE R12 = 'fail'
    UNION ALL SELECT 'R13', id FROM judged_communes WHERE R13 = 'fail'
) TO 'fail.csv' (HEADER false);
