-- What the Law asks, as a database would be asked. Days are texts, never is 9999-12-31, yes and no are 1 and 0. The table `run`
-- has one row: the day and the period of the check, the period before, and how the open parameters are read.
CREATE TEMP VIEW team AS
    SELECT t.*, coalesce(t.active, 1) AS operating,
           (SELECT count(*) FROM serving s WHERE s.team = t.id) AS size
    FROM teams t;
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

-- rule team-size
SELECT id, operating, size >= 3 FROM team;

-- rule team-woman
SELECT id, operating, EXISTS (SELECT * FROM serving s WHERE s.team = t.id AND s.gender = 'female') FROM team t;

-- rule team-minority
SELECT t.id, t.operating AND c.many_ethnic_minorities,
       EXISTS (SELECT * FROM serving s
               WHERE s.team = t.id AND lower(trim(s.ethnicity)) NOT IN ('kinh', 'việt', 'kinh (việt)'))
FROM team t JOIN communes c ON c.id = t.commune;

-- rule team-head
SELECT id, operating, (SELECT count(*) FROM serving s WHERE s.team = t.id AND s.head) = 1 FROM team t;

-- rule team-decided-size
SELECT id, operating, size = decided_size FROM team;

-- rule team-review
-- Only when a calendar year is checked and is over, and of teams that were there on its first day.
SELECT t.id,
       t.operating
       AND substr(period_start, 5) = '-01-01' AND substr(period_end, 5) = '-12-31'
       AND substr(period_start, 1, 4) = substr(period_end, 1, 4) AND as_of >= period_end
       AND coalesce(t.established_on, period_start) <= period_start,
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
SELECT id, current AND accepted, NOT conflict_of_interest FROM case_of_period;

-- rule case-logged
SELECT id, current AND outcome IN ('successful', 'unsuccessful', 'stopped'), logged FROM case_of_period;
