-- Days and periods for the detector of bottlenecks: when something repeats, and who takes part when.

-- Whether a repeating thing falls on a day: as `base/repeating.py` says it. Weekdays count from Monday (0).
CREATE FUNCTION privacy.falls_on(p_first date, p_last date, p_repeat text, p_weekdays smallint[], p_day date)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT p_day BETWEEN p_first AND p_last AND CASE p_repeat
        WHEN 'once' THEN p_day = p_first
        WHEN 'daily' THEN true
        WHEN 'monthly' THEN p_day = (date_trunc('month', p_day) + LEAST(
            extract(day FROM p_first)::int - 1,
            extract(day FROM date_trunc('month', p_day) + interval '1 month - 1 day')::int - 1)
            * interval '1 day')::date
        ELSE (extract(isodow FROM p_day)::int - 1) = ANY (
                CASE WHEN p_weekdays = '{{}}' THEN ARRAY[extract(isodow FROM p_first)::smallint - 1]
                     ELSE p_weekdays END)
            AND (p_repeat <> 'biweekly'
                 OR (date_trunc('week', p_day)::date - date_trunc('week', p_first)::date) / 7 % 2 = 0)
        END
$$;

-- How many days, weeks, fortnights or months after the first a day is, by which turns go round
-- (`round_of` in base/repeating.py).
CREATE FUNCTION privacy.round_of(p_first date, p_repeat text, p_day date) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE p_repeat
        WHEN 'daily' THEN p_day - p_first
        WHEN 'monthly' THEN (extract(year FROM p_day) - extract(year FROM p_first))::int * 12
            + (extract(month FROM p_day) - extract(month FROM p_first))::int
        ELSE (date_trunc('week', p_day)::date - date_trunc('week', p_first)::date) / 7
            / CASE p_repeat WHEN 'biweekly' THEN 2 ELSE 1 END
        END
$$;

-- The members who take turns, when a series begins so many rounds later.
CREATE FUNCTION privacy.rota_from(p_rota uuid[], p_rounds integer) RETURNS uuid[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN cardinality(p_rota) = 0 THEN p_rota ELSE ARRAY(
        SELECT p_rota[1 + (n + p_rounds) % cardinality(p_rota)]
        FROM generate_series(0, cardinality(p_rota) - 1) AS n ORDER BY n) END
$$;

-- Whether something from a moment until a moment (or for good) was there at a moment.
CREATE FUNCTION privacy.there(p_from timestamptz, p_to timestamptz, p_at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT p_from <= p_at AND (p_to IS NULL OR p_to > p_at) $$;

-- Midnight of a day where the clients live.
CREATE FUNCTION privacy.midnight(p_day date) RETURNS timestamptz
LANGUAGE sql STABLE AS $$ SELECT p_day::timestamp AT TIME ZONE 'Europe/Amsterdam' $$;

-- The day on which somebody turns this old, as `privacy.age` counts: who was born on 29 February does so
-- on 1 March of a year without that day.
CREATE FUNCTION privacy.birthday(p_birth date, p_years integer) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
    SELECT d.day + (extract(day FROM d.day) <> extract(day FROM p_birth))::integer
    FROM (SELECT (p_birth + make_interval(years => p_years))::date AS day) d
$$;

-- The day of a moment where the clients live.
CREATE FUNCTION privacy.day_of(p_at timestamptz) RETURNS date
LANGUAGE sql STABLE AS $$ SELECT (p_at AT TIME ZONE 'Europe/Amsterdam')::date $$;

-- The visits of some days in these networks, as they are now: moved where they were moved, called off
-- where they were called off. `own` is whether who comes called it off themselves, `spread` whether they
-- come somewhere between the two times.
CREATE FUNCTION privacy.find_visits(p_networks uuid[], p_from date, p_to date)
RETURNS TABLE (item_id uuid, network_id uuid, about_id uuid, subject integer, compartment uuid,
               author_member_id uuid, who_id uuid, day date, starts time, ends time, repeat text,
               cancelled boolean, own boolean, kind text, spread boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    -- By the day the rule gives: these days, and others from which something was moved to one of these.
    WITH days AS (
        SELECT v.*, p_from + n AS day FROM agenda_visit v
        CROSS JOIN generate_series(0, p_to - p_from) AS n
        WHERE v.network_id = ANY (p_networks) AND v.last_on >= p_from AND v.first_on <= p_to
        UNION ALL
        SELECT v.*, m.on_date FROM agenda_visitchange m JOIN agenda_visit v ON v.item_id = m.item_id
        WHERE m.network_id = ANY (p_networks) AND m.moved_on BETWEEN p_from AND p_to
          AND m.on_date NOT BETWEEN p_from AND p_to)
    SELECT v.item_id, v.network_id, i.about_id, i.subject::integer, i.compartment_id,
        i.author_member_id, w.who_id, COALESCE(c.moved_on, v.day), COALESCE(c.starts, v.starts),
        CASE WHEN c.moved_on IS NULL THEN v.ends ELSE c.ends END, v.repeat,
        COALESCE(c.cancelled, false),
        COALESCE(c.cancelled, false) AND EXISTS (
            SELECT FROM networks_member m
            WHERE m.id = w.who_id AND (m.person_id = c.changed_by_id OR EXISTS (
                SELECT FROM people_teamperson t
                WHERE t.team_id = m.team_id AND t.person_id = c.changed_by_id))),
        v.kind, v."window"
    FROM days v
    JOIN sharing_item i ON i.id = v.item_id AND i.withdrawn_at IS NULL
    LEFT JOIN agenda_visitchange c ON c.network_id = v.network_id AND c.item_id = v.item_id
        AND c.on_date = v.day
    CROSS JOIN LATERAL (SELECT COALESCE(
        (SELECT t.member_id FROM agenda_visitturn t WHERE t.network_id = v.network_id
         AND t.item_id = v.item_id AND t.on_date = v.day AND t.part = 'comes'
         AND t.ended_at IS NULL),
        v.rota[1 + privacy.round_of(v.first_on, v.repeat, v.day) % NULLIF(cardinality(v.rota), 0)],
        v.who_id) AS who_id) w
    WHERE (v.stopped_from IS NULL OR v.day < v.stopped_from)
      AND COALESCE(c.moved_on, v.day) BETWEEN p_from AND p_to
      AND privacy.falls_on(v.first_on, v.last_on, v.repeat, v.weekdays, v.day)
$$;
