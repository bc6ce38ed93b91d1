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

-- Whether something from a moment until a moment (or for good) was there at a moment.
CREATE FUNCTION privacy.there(p_from timestamptz, p_to timestamptz, p_at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT p_from <= p_at AND (p_to IS NULL OR p_to > p_at) $$;

-- Midnight of a day where the clients live.
CREATE FUNCTION privacy.midnight(p_day date) RETURNS timestamptz
LANGUAGE sql STABLE AS $$ SELECT p_day::timestamp AT TIME ZONE 'Europe/Amsterdam' $$;

-- The visits of some days in these networks, as they are now: moved where they were moved, called off
-- where they were called off. `own` is whether who comes called it off themselves.
CREATE FUNCTION privacy.find_visits(p_networks uuid[], p_from date, p_to date)
RETURNS TABLE (item_id uuid, network_id uuid, about_id uuid, subject integer, compartment uuid,
               author_member_id uuid, who_id uuid, day date, starts time, ends time, repeat text,
               cancelled boolean, own boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT v.item_id, v.network_id, i.about_id, i.subject::integer, i.compartment_id,
        i.author_member_id, v.who_id, COALESCE(c.moved_on, d.day), COALESCE(c.starts, v.starts),
        CASE WHEN c.moved_on IS NULL THEN v.ends ELSE c.ends END, v.repeat,
        COALESCE(c.cancelled, false),
        COALESCE(c.cancelled, false) AND EXISTS (
            SELECT FROM networks_member m
            WHERE m.id = v.who_id AND (m.person_id = c.changed_by_id OR EXISTS (
                SELECT FROM people_teamperson t
                WHERE t.team_id = m.team_id AND t.person_id = c.changed_by_id)))
    FROM agenda_visit v
    JOIN sharing_item i ON i.id = v.item_id AND i.withdrawn_at IS NULL
    CROSS JOIN LATERAL (SELECT p_from + n AS day FROM generate_series(0, p_to - p_from) AS n) d
    LEFT JOIN agenda_visitchange c ON c.network_id = v.network_id AND c.item_id = v.item_id
        AND c.on_date = d.day
    WHERE v.network_id = ANY (p_networks) AND v.last_on >= p_from AND v.first_on <= p_to
      AND (v.stopped_from IS NULL OR d.day < v.stopped_from)
      AND privacy.falls_on(v.first_on, v.last_on, v.repeat, v.weekdays, d.day)
$$;
