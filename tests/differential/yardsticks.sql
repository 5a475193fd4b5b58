-- Yardsticks for published figures.
CREATE TEMP VIEW figure AS
    SELECT r.*,
           coalesce(r.year, CAST(substr(coalesce(r.to_on, run.as_of), 1, 4) AS INTEGER)) AS figures_of,
           CASE WHEN run.base = 'received' THEN r.received
                WHEN r.concluded IS NULL AND r.successful + r.unsuccessful + r.ongoing = r.received THEN r.received - r.ongoing
                ELSE r.concluded END AS rate_base
    FROM reports r, run;

-- rule yardstick-rate
SELECT id, successful IS NOT NULL AND rate_base > 0, successful * 100 >= rate_base * 88 FROM figure;

-- rule yardstick-team-size
SELECT id, mediators IS NOT NULL AND teams > 0 AND figures_of >= 2014, mediators >= teams * 4 FROM figure;
