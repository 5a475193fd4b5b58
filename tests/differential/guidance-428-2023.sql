-- What Bạc Liêu asked of its pilot units in 2023. The last day of the period decides whether it is in force.
CREATE TEMP VIEW asked AS
    SELECT period_end BETWEEN '2023-04-18' AND '2023-12-31' AS in_force,
           substr(period_start, 5) = '-01-01' AND substr(period_end, 5) = '-12-31'
           AND substr(period_start, 1, 4) = substr(period_end, 1, 4) AND as_of >= period_end AS over,
           CAST(substr(period_start, 1, 4) AS INTEGER) AS year,
           CAST(substr(period_end, 1, 4) AS INTEGER) AS last_year
    FROM run;

-- The teams and mediators that count.
CREATE TEMP VIEW working_team AS
    SELECT t.* FROM teams t WHERE coalesce(t.active, 1);
CREATE TEMP VIEW working_mediator AS
    SELECT m.*, w.commune FROM mediators m JOIN working_team w ON w.id = m.team, run
    WHERE coalesce(m.active, m.ended_on IS NULL OR m.ended_on > run.as_of);

-- Cases by where they belong, each with what it counts for.
CREATE TEMP VIEW counted_case AS
    SELECT c.*, t.commune,
           coalesce(c.ended_on, c.received_on) BETWEEN period_start AND period_end
           OR c.ended_on = '9999-12-31' AND c.received_on BETWEEN period_start AND period_end AS now,
           coalesce(c.ended_on, c.received_on) BETWEEN previous_start AND previous_end
           OR c.ended_on = '9999-12-31' AND c.received_on BETWEEN previous_start AND previous_end AS before,
           c.outcome != 'not_accepted' AS received,
           c.outcome IN ('successful', 'unsuccessful', 'stopped') AS concluded,
           c.outcome = 'successful' AS good
    FROM cases c JOIN teams t ON t.id = c.team, run;
CREATE TEMP VIEW team_figures AS
    SELECT t.id, t.commune,
           coalesce(sum(c.now AND CASE base WHEN 'received' THEN c.received ELSE c.concluded END), 0) AS n,
           coalesce(sum(c.now AND c.good), 0) AS good
    FROM teams t CROSS JOIN run LEFT JOIN counted_case c ON c.team = t.id
    GROUP BY t.id;
CREATE TEMP VIEW unit AS
    SELECT u.id, asked.*,
           u.pilot AND coalesce(u.pilot_year, asked.year) = asked.year AS is_pilot,
           coalesce(u.kind, 'xa') = 'xa' AND u.nrm_target IN ('advanced', 'model')
           AND coalesce(u.nrm_target_year, asked.last_year) >= asked.year AS aims_high
    FROM communes u, asked;
-- Whom the figure binds, and which of the two it is.
CREATE TEMP VIEW bound_unit AS
    SELECT unit.id, in_force AND (is_pilot OR aims_high AND binds_non_pilots) AS bound,
           CASE WHEN aims_high THEN 90 ELSE 88 END AS percent
    FROM unit, run;
CREATE TEMP VIEW unit_figures AS
    SELECT u.id,
           coalesce(sum(c.now AND CASE base WHEN 'received' THEN c.received ELSE c.concluded END), 0) AS n,
           coalesce(sum(c.now AND c.good), 0) AS good,
           coalesce(sum(c.before AND CASE base WHEN 'received' THEN c.received ELSE c.concluded END), 0) AS n_before,
           coalesce(sum(c.before AND c.good), 0) AS good_before,
           coalesce(sum(c.now AND c.concluded), 0) AS concluded,
           coalesce(sum(c.now AND c.good AND NOT c.logged), 0) AS not_logged,
           coalesce(sum(c.now AND c.good AND c.relapsed), 0) AS relapsed,
           coalesce(sum(c.now AND c.good AND c.followed_up_on <= as_of), 0) AS followed_up,
           coalesce(sum(c.now AND c.good AND c.ended_on = c.received_on), 0) AS same_day
    FROM communes u CROSS JOIN run LEFT JOIN counted_case c ON c.commune = u.id
    GROUP BY u.id;
-- A pilot unit in a calendar year that is over.
CREATE TEMP VIEW year_unit AS
    SELECT id, year, in_force AND is_pilot AND over AS applies FROM unit;
CREATE TEMP VIEW outreach AS
    SELECT o.* FROM outreaches o, run WHERE o.on_mediation AND o.held_on BETWEEN period_start AND period_end;
CREATE TEMP VIEW state_funding AS
    SELECT f.* FROM fundings f, asked WHERE f.source = 'state' AND f.year = asked.year;

-- rule province-pilots
SELECT c.province, max(u.in_force) AND sum(u.is_pilot AND c.pilot_level = 'province') > 0,
       sum(u.is_pilot AND c.pilot_level = 'province') <= 3
FROM communes c JOIN unit u ON u.id = c.id
WHERE c.province IS NOT NULL
GROUP BY c.province;

-- rule success-rate
SELECT b.id, b.bound AND f.n > 0, f.good * 100 >= f.n * b.percent FROM bound_unit b JOIN unit_figures f ON f.id = b.id;

-- rule team-success-rate
SELECT t.id, coalesce(t.active, 1) AND binds_each_team AND b.bound AND f.n > 0, f.good * 100 >= f.n * b.percent
FROM teams t JOIN bound_unit b ON b.id = t.commune JOIN team_figures f ON f.id = t.id, run;

-- rule rate-raised
SELECT y.id, y.applies AND f.n > 0 AND f.n_before > 0, f.good * f.n_before > f.good_before * f.n OR f.good = f.n
FROM year_unit y JOIN unit_figures f ON f.id = y.id;

-- rule numbers-chased
SELECT u.id, u.in_force AND u.is_pilot AND f.concluded >= 10 AND f.good * 100 >= f.concluded * 95,
       f.not_logged < 2 AND f.relapsed < 2 AND f.followed_up > 0 AND f.same_day < f.good
FROM unit u JOIN unit_figures f ON f.id = u.id;

-- rule successes-without-logbook
SELECT u.id, u.in_force AND u.is_pilot AND f.concluded >= 10 AND f.good * 100 >= f.concluded * 95,
       NOT EXISTS (SELECT * FROM working_team t
                   WHERE t.commune = u.id AND NOT t.logbook
                   AND EXISTS (SELECT * FROM counted_case c WHERE c.team = t.id AND c.now AND c.good))
FROM unit u JOIN unit_figures f ON f.id = u.id;

-- rule paid-without-logbook
SELECT u.id, u.in_force AND u.is_pilot AND EXISTS (SELECT * FROM counted_case c WHERE c.commune = u.id AND c.now AND c.pay > 0),
       (SELECT count(*) FROM counted_case c WHERE c.commune = u.id AND c.now AND c.pay > 0 AND NOT c.logged) < 2
FROM unit u;

-- rule outreach-held
SELECT id, applies, EXISTS (SELECT * FROM outreach o WHERE o.commune = y.id) FROM year_unit y;

-- rule outreach-named-forms
SELECT id, applies,
       (SELECT count(DISTINCT form) FROM outreach o
        WHERE o.commune = y.id AND form IN ('mass_media', 'loudspeaker', 'by_mediator')) = 3
FROM year_unit y;

-- rule outreach-diverse
SELECT id, applies AND EXISTS (SELECT * FROM outreach o WHERE o.commune = y.id),
       (SELECT count(DISTINCT form) FROM outreach o WHERE o.commune = y.id) >= 2
FROM year_unit y;

-- rule teams-reviewed
WITH asked_team AS (
    SELECT t.commune, t.last_review_on BETWEEN period_start AND period_end AS reviewed
    FROM working_team t, run
    WHERE coalesce(t.established_on, period_start) <= period_start
          AND NOT (t.last_review_on > period_end AND t.last_review_on <= as_of))
SELECT id, applies AND EXISTS (SELECT * FROM asked_team t WHERE t.commune = y.id),
       NOT EXISTS (SELECT * FROM asked_team t WHERE t.commune = y.id AND NOT t.reviewed)
FROM year_unit y;

-- rule teams-in-number
SELECT u.id, u.in_force AND u.is_pilot AND EXISTS (SELECT * FROM working_team t WHERE t.commune = u.id),
       NOT EXISTS (SELECT * FROM working_team t
                   WHERE t.commune = u.id AND (SELECT count(*) FROM working_mediator m WHERE m.team = t.id) < 3)
FROM unit u;

-- rule teams-in-composition
SELECT u.id, u.in_force AND u.is_pilot AND EXISTS (SELECT * FROM working_team t WHERE t.commune = u.id),
       NOT EXISTS (SELECT * FROM working_team t JOIN communes c ON c.id = t.commune
                   WHERE t.commune = u.id
                   AND NOT (EXISTS (SELECT * FROM working_mediator m WHERE m.team = t.id AND m.gender = 'female')
                            AND (NOT c.many_ethnic_minorities
                                 OR EXISTS (SELECT * FROM working_mediator m
                                            WHERE m.team = t.id AND lower(trim(m.ethnicity)) NOT IN ('kinh', 'việt', 'kinh (việt)')))))
FROM unit u;

-- rule mediators-in-standard
SELECT u.id, u.in_force AND u.is_pilot AND EXISTS (SELECT * FROM working_mediator m WHERE m.commune = u.id),
       NOT EXISTS (SELECT * FROM working_mediator m
                   WHERE m.commune = u.id
                   AND NOT (m.citizen AND m.resident AND m.volunteer AND m.good_conduct AND m.persuasive AND m.legal_knowledge))
FROM unit u;

-- rule experts-invited
WITH free AS (
    SELECT commune, invited_on FROM experts
    WHERE profession != 'none' AND qualified AND resident AND NOT already_mediator AND NOT already_supporter)
SELECT id, applies AND EXISTS (SELECT * FROM free e WHERE e.commune = y.id),
       NOT EXISTS (SELECT * FROM free e, run WHERE e.commune = y.id AND e.invited_on > as_of)
FROM year_unit y;

-- rule teams-supported
WITH supported AS (
    SELECT t.commune,
           t.legal_supporters > 0
           OR EXISTS (SELECT * FROM working_mediator m
                      WHERE m.team = t.id AND (m.legal_profession != 'none' OR m.law_degree != 'none')) AS yes
    FROM working_team t)
SELECT y.id, y.applies AND count(s.yes) > 0, coalesce(sum(s.yes), 0) * 10 >= count(s.yes)
FROM year_unit y LEFT JOIN supported s ON s.commune = y.id
GROUP BY y.id;

-- rule training-held
SELECT y.id, applies,
       EXISTS (SELECT * FROM trainings t, run WHERE t.commune = y.id AND t.held_on BETWEEN period_start AND period_end)
FROM year_unit y;

-- rule mediators-trained
SELECT y.id, y.applies AND count(m.id) > 0,
       2 * coalesce(sum(m.trained_on BETWEEN period_start AND period_end), 0) >= count(m.id)
FROM year_unit y CROSS JOIN run
     LEFT JOIN working_mediator m ON m.commune = y.id AND NOT (m.trained_on > period_end AND m.trained_on <= as_of)
GROUP BY y.id;

-- rule pilot-inspected
SELECT y.id, applies,
       EXISTS (SELECT * FROM inspections i, run WHERE i.commune = y.id AND i.held_on BETWEEN period_start AND period_end)
FROM year_unit y;

-- rule technology-used
SELECT y.id, applies,
       EXISTS (SELECT * FROM working_team t WHERE t.commune = y.id AND t.uses_it)
       OR EXISTS (SELECT * FROM trainings t, run
                  WHERE t.commune = y.id AND t.form = 'online' AND t.held_on BETWEEN period_start AND period_end)
FROM year_unit y;

-- rule funding-both-kinds
SELECT id, applies, (SELECT count(DISTINCT kind) FROM state_funding f WHERE f.commune = y.id AND f.allocated > 0) >= 2
FROM year_unit y;

-- rule state-management-in-full
SELECT y.id, y.applies AND count(f.id) > 0, coalesce(sum(f.allocated), 0) >= coalesce(sum(f.estimated), 0)
FROM year_unit y LEFT JOIN state_funding f ON f.commune = y.id AND f.kind = 'state_management'
GROUP BY y.id;

-- rule mediation-work-in-full
SELECT y.id, y.applies AND count(f.id) > 0, coalesce(sum(f.allocated), 0) >= coalesce(sum(f.estimated), 0)
FROM year_unit y LEFT JOIN state_funding f ON f.commune = y.id AND f.kind = 'mediation_work'
GROUP BY y.id;

-- rule funding-in-time
SELECT u.id, u.in_force AND u.is_pilot AND EXISTS (SELECT * FROM state_funding f WHERE f.commune = u.id),
       NOT EXISTS (SELECT * FROM state_funding f, run
                   WHERE f.commune = u.id AND f.allocated_on > f.due_on AND as_of > f.due_on)
FROM unit u;

-- rule social-sources
SELECT id, applies,
       EXISTS (SELECT * FROM fundings f
               WHERE f.commune = y.id AND f.year = y.year AND f.source = 'social' AND f.allocated > 0)
FROM year_unit y;
