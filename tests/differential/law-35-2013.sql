-- What the Law asks, as a database would be asked. Days are texts, never is 9999-12-31, yes and no are 1 and 0. The table `run`
-- has one row: the day and the period of the check, the period before, and how the open parameters are read.
CREATE TEMP VIEW team AS
    SELECT t.*, coalesce(t.active, 1) AS operating,
           (SELECT count(*) FROM serving s WHERE s.team = t.id) AS size,
           run.as_of <= '2014-07-25' AND t.established_on < '2014-01-01' AS in_transition
    FROM teams t, run;
CREATE TEMP VIEW serving AS
    SELECT m.* FROM mediators m, run WHERE coalesce(m.active, m.ended_on IS NULL OR m.ended_on > run.as_of);
CREATE TEMP VIEW mediator AS
    SELECT m.*, m.id IN (SELECT id FROM serving) AS serves FROM mediators m;
-- Cases that ended in the period, or are open and came in it.
CREATE TEMP VIEW case_of_period AS
    SELECT c.*, coalesce(c.outcome, 'ongoing') != 'not_accepted' AS accepted,
           coalesce(c.ended_on, c.received_on, c.assigned_on) BETWEEN run.period_start AND run.period_end
           OR c.ended_on = '9999-12-31'
              AND coalesce(c.received_on, c.assigned_on) BETWEEN run.period_start AND run.period_end AS current
    FROM cases c, run;
-- Whether a yearly question is asked: a calendar year that is over, of a commune that was there all of it.
CREATE TEMP VIEW commune_all_year AS
    SELECT c.*, substr(period_start, 5) = '-01-01' AND substr(period_end, 5) = '-12-31'
                AND substr(period_start, 1, 4) = substr(period_end, 1, 4) AND as_of >= period_end
                AND coalesce(c.valid_from, period_start) <= period_start AND coalesce(c.valid_to, period_end) >= period_end AS asked
    FROM communes c, run;

-- rule team-size
SELECT id, operating AND NOT in_transition, size >= 3 FROM team;

-- rule team-woman
SELECT id, operating AND NOT in_transition, EXISTS (SELECT * FROM serving s WHERE s.team = t.id AND s.gender = 'female')
FROM team t;

-- rule team-minority
SELECT t.id, t.operating AND c.many_ethnic_minorities AND NOT t.in_transition,
       EXISTS (SELECT * FROM serving s
               WHERE s.team = t.id AND lower(trim(s.ethnicity)) NOT IN ('kinh', 'việt', 'kinh (việt)'))
FROM team t JOIN communes c ON c.id = t.commune;

-- rule team-head
SELECT id, operating, (SELECT count(*) FROM serving s WHERE s.team = t.id AND s.head) = 1 FROM team t;

-- rule team-decided-size
SELECT id, operating, size = decided_size FROM team;

-- rule team-review
-- Only when a calendar year is checked and is over, and of teams that were there on its first day. A review after the year says
-- nothing of the year.
SELECT t.id,
       t.operating
       AND substr(period_start, 5) = '-01-01' AND substr(period_end, 5) = '-12-31'
       AND substr(period_start, 1, 4) = substr(period_end, 1, 4) AND as_of >= period_end
       AND coalesce(t.established_on, period_start) <= period_start
       AND NOT (t.last_review_on > period_end AND t.last_review_on <= as_of),
       t.last_review_on BETWEEN period_start AND period_end
FROM team t, run;

-- rule team-logbook
SELECT id, operating, logbook FROM team;

-- rule mediator-citizen
SELECT id, serves, citizen FROM mediator;

-- rule mediator-resident
SELECT id, serves, resident FROM mediator;

-- rule mediator-volunteer
SELECT id, serves, volunteer FROM mediator;

-- rule mediator-conduct
SELECT id, serves, good_conduct FROM mediator;

-- rule mediator-ability
SELECT id, serves, persuasive AND legal_knowledge FROM mediator;

-- rule mediator-households
-- More than half of all households. The day of the election decides whether the rule is in force: not before the Law was, and
-- not where there was no election, which is no day.
SELECT id, serves AND households_total > 0 AND elected_on >= '2014-01-01' AND elected_on != '9999-12-31',
       households_agree * 2 > households_total
FROM mediator;

-- rule case-start
-- Within three days of the assignment; or these are not over on the day of the check; or the case was stopped or passed on
-- within them and nobody started it.
SELECT c.id,
       c.current AND c.accepted AND c.assigned_on != '9999-12-31' AND c.start_exception = 'none',
       julianday(c.started_on) - julianday(c.assigned_on) <= 3
       OR julianday(as_of) - julianday(c.assigned_on) <= 3
       OR c.started_on = '9999-12-31' AND c.outcome IN ('stopped', 'transferred')
          AND julianday(c.ended_on) - julianday(c.assigned_on) <= 3
FROM case_of_period c, run;

-- rule case-interest
SELECT id, current AND accepted AND coalesce(outcome, 'ongoing') != 'transferred', NOT conflict_of_interest FROM case_of_period;

-- rule case-logged
SELECT id, current AND outcome IN ('successful', 'unsuccessful', 'stopped'), logged FROM case_of_period;

-- rule team-head-elected
-- Teams of the time before the Law go on as they are.
SELECT id, operating AND established_on >= '2014-01-01', head_elected_on <= as_of FROM team, run;

-- rule team-head-recognized
SELECT id, operating AND established_on >= '2014-01-01',
       head_recognized_on <= as_of OR as_of BETWEEN head_elected_on AND date(head_elected_on, '+30 days')
FROM team, run;

-- rule team-joint-work
SELECT t.id,
       t.operating
       AND substr(period_start, 5) = '-01-01' AND substr(period_end, 5) = '-12-31'
       AND substr(period_start, 1, 4) = substr(period_end, 1, 4) AND as_of >= period_end
       AND coalesce(t.established_on, period_start) <= period_start,
       t.joint_activities >= 1
FROM team t, run;

-- rule mediator-elected
SELECT id, serves AND recognized_on BETWEEN '2014-01-01' AND as_of,
       elected_on <= as_of AND election_form != 'no_election'
FROM mediator, run;

-- rule mediator-election-chaired
SELECT id, serves AND elected_on >= '2014-01-01' AND elected_on != '9999-12-31', election_chaired FROM mediator;

-- rule mediator-listed
SELECT id, serves AND recognized_on BETWEEN '2014-01-01' AND as_of, list_received_on <= as_of FROM mediator, run;

-- rule mediator-recognized
-- Whoever was elected before the Law goes on.
SELECT id, serves AND elected_on >= '2014-01-01',
       recognized_on <= as_of OR as_of BETWEEN elected_on AND date(elected_on, '+30 days')
FROM mediator, run;

-- rule mediator-ended
-- A blank day of leaving is that of somebody who is there.
SELECT id, coalesce(ended_on, '9999-12-31') BETWEEN '2014-01-01' AND as_of AND end_reason != 'died', end_decided_on <= as_of
FROM mediator, run;

-- rule case-scope
SELECT id, current AND outcome IN ('successful', 'unsuccessful', 'ongoing'),
       scope IN ('in_scope', 'doubtful', 'commercial', 'labour', 'commune_level')
FROM case_of_period;

-- rule case-other-procedure
SELECT id, current AND outcome NOT IN ('not_accepted', 'transferred'), scope NOT IN ('commercial', 'labour', 'commune_level')
FROM case_of_period;

-- rule case-mediator
SELECT c.id, c.current AND c.outcome IN ('successful', 'unsuccessful', 'stopped') AND m.elected_on >= '2014-01-01',
       m.recognized_on <= as_of
FROM case_of_period c LEFT JOIN mediators m ON m.id = c.mediator, run;

-- rule case-record
SELECT id, current AND outcome = 'successful' AND record_wanted, written_record FROM case_of_period;

-- rule case-record-contents
SELECT id, current AND outcome = 'successful' AND written_record, record_complete FROM case_of_period;

-- rule case-guided
SELECT id, current AND outcome = 'unsuccessful', guided FROM case_of_period;

-- rule case-followed-up
-- Or the agreement is fulfilled, or ninety days are not over.
SELECT c.id, c.current AND c.outcome = 'successful',
       c.followed_up_on <= as_of OR c.fulfilled OR julianday(as_of) - julianday(c.ended_on) <= 90
FROM case_of_period c, run;

-- rule case-danger-reported
SELECT c.id, c.current AND c.danger, c.danger_reported_on <= as_of FROM case_of_period c, run;

-- rule case-violation-reported
SELECT c.id, c.current AND c.scope IN ('criminal', 'administrative'), c.violation_reported_on <= as_of
FROM case_of_period c, run;

-- rule case-relapsed
SELECT id, current AND outcome = 'successful', NOT relapsed FROM case_of_period;

-- rule commune-decided-teams
SELECT c.id, as_of BETWEEN coalesce(c.valid_from, as_of) AND coalesce(c.valid_to, as_of),
       (SELECT count(*) FROM team t WHERE t.commune = c.id AND t.operating) = c.decided_teams
FROM communes c, run;

-- rule commune-villages-served
SELECT c.id, as_of BETWEEN coalesce(c.valid_from, as_of) AND coalesce(c.valid_to, as_of),
       (SELECT count(*) FROM team t WHERE t.commune = c.id AND t.operating) >= c.villages
FROM communes c, run;

-- rule commune-estimate
SELECT c.id, c.asked,
       EXISTS (SELECT * FROM fundings f WHERE f.commune = c.id AND f.year = CAST(substr(period_start, 1, 4) AS INTEGER)
                                              AND f.source = 'state' AND f.estimated > 0)
FROM commune_all_year c, run;

-- rule commune-inspected
SELECT c.id, c.asked,
       EXISTS (SELECT * FROM inspections i WHERE i.commune = c.id AND i.level = 'commune'
                                                 AND i.held_on BETWEEN period_start AND period_end)
FROM commune_all_year c, run;

-- rule commune-report
SELECT c.id, c.asked, c.annual_report_on BETWEEN period_start AND as_of FROM commune_all_year c, run;
