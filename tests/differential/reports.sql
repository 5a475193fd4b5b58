-- Published totals against themselves. Rates are hundredths of a percent.
CREATE TEMP VIEW report AS
    SELECT r.*,
           coalesce(r.year, CAST(substr(coalesce(r.to_on, run.as_of), 1, 4) AS INTEGER)) AS figures_of,
           CASE WHEN r.concluded IS NULL AND r.successful + r.unsuccessful + r.ongoing = r.received
                THEN r.received - r.ongoing ELSE r.concluded END AS ended
    FROM reports r, run;

-- rule report-team-size
SELECT id, teams > 0 AND figures_of >= 2014, mediators >= 3 * teams FROM report;

-- rule report-team-women
SELECT id, women IS NOT NULL AND teams > 0 AND figures_of >= 2014, women >= teams FROM report;

-- rule report-women
SELECT id, women IS NOT NULL, women <= mediators FROM report;

-- rule report-minority
SELECT id, ethnic_minority IS NOT NULL, ethnic_minority <= mediators FROM report;

-- rule report-law-qualified
SELECT id, law_qualified IS NOT NULL, law_qualified <= mediators FROM report;

-- rule report-trained
SELECT id, trained IS NOT NULL, trained <= mediators FROM report;

-- rule report-outcomes
SELECT id, coalesce(successful, unsuccessful, ongoing) IS NOT NULL, successful + unsuccessful + ongoing <= received FROM report;

-- rule report-concluded
SELECT id, concluded IS NOT NULL, concluded <= received FROM report;

-- rule report-open-cases
SELECT id, concluded IS NOT NULL AND ongoing IS NOT NULL, concluded + ongoing <= received FROM report;

-- rule report-concluded-parts
SELECT id, concluded IS NOT NULL AND unsuccessful IS NOT NULL, successful + unsuccessful <= concluded FROM report;

-- rule report-successful
SELECT id, successful IS NOT NULL, successful <= ended FROM report;

-- rule report-rate
-- At most half a point too high, less than one point too low, on either base.
SELECT id, published_rate IS NOT NULL AND received > 0 AND ended > 0,
       (published_rate - 50) * ended <= successful * 10000 AND successful * 10000 < (published_rate + 100) * ended
       OR (published_rate - 50) * received <= successful * 10000 AND successful * 10000 < (published_rate + 100) * received
FROM report;

-- rule report-rate-of-nothing
SELECT id, received IS NOT NULL AND received = 0, published_rate IS NULL FROM report;

-- rule report-dates
SELECT id, from_on IS NOT NULL AND to_on IS NOT NULL, from_on <= to_on FROM report;

-- rule report-year
SELECT id, year IS NOT NULL AND to_on IS NOT NULL, year = CAST(substr(to_on, 1, 4) AS INTEGER) FROM report;
