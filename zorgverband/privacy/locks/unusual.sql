-- What is unusual about a row of the log: a function per rule, the same for the client's page and for
-- the review by a data-protection officer. The first three look at the row alone.

CREATE FUNCTION privacy.odd_emergency(l journal_look) RETURNS boolean
LANGUAGE sql STABLE AS $$ SELECT l.ground = 'emergency' $$;

CREATE FUNCTION privacy.odd_night(l journal_look) RETURNS boolean
LANGUAGE sql STABLE AS $$ SELECT extract(hour FROM l.at AT TIME ZONE 'Europe/Amsterdam') < 6 $$;

CREATE FUNCTION privacy.odd_by_name(l journal_look) RETURNS boolean
LANGUAGE sql STABLE AS $$ SELECT l.door = 'search_name' $$;

-- Looked before joining, after leaving, or while not in the team.
CREATE FUNCTION privacy.odd_outside(l journal_look) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (
        SELECT FROM networks_member m
        WHERE m.id = l.member_id AND l.at >= m.joined_at AND (m.left_at IS NULL OR l.at < m.left_at)
          AND (m.team_id IS NULL OR EXISTS (
                SELECT FROM people_teamperson t
                WHERE t.team_id = m.team_id AND t.person_id = l.person_id AND l.at >= t.starts_at
                  AND (t.ends_at IS NULL OR l.at < t.ends_at))))
$$;

-- A professional with the family name of a client of this network.
CREATE FUNCTION privacy.odd_namesake(l journal_look) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.side IN ('care', 'social') AND EXISTS (
        SELECT FROM networks_member c JOIN people_person p ON p.id = c.person_id
        JOIN people_person q ON q.id = l.person_id
        WHERE c.network_id = l.network_id AND c.side = 'client' AND p.id <> q.id
          AND lower(p.family_name) = lower(q.family_name))
$$;

-- The last two, for a row of a network the viewer entered.
CREATE FUNCTION privacy.odd_person(l journal_look) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN l.network_id = ANY ({networks}) THEN array_remove(ARRAY[
        CASE WHEN privacy.odd_outside(l) THEN 'outside' END,
        CASE WHEN privacy.odd_namesake(l) THEN 'namesake' END], NULL) ELSE '{{}}' END
$$;

-- Who looked in a period, as visits: what one person did without a pause of half an hour. With the
-- viewer's own rights, without what the viewer did.
CREATE FUNCTION privacy.visits(p_network uuid, p_from timestamptz, p_to timestamptz)
RETURNS TABLE (person_id uuid, member_id uuid, person_name text, side text, function text,
               organisation text, started_at timestamptz, ended_at timestamptz, deeds text[],
               odd text[])
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    WITH seen AS (
        SELECT l, l.at - lag(l.at) OVER w > interval '30 minutes' AS later
        FROM journal_look l
        WHERE l.network_id = p_network AND l.at >= p_from AND l.at < p_to
          AND l.person_id <> {person}
        WINDOW w AS (PARTITION BY l.person_id, l.member_id ORDER BY l.at)
    ), numbered AS (
        SELECT s.l, count(*) FILTER (WHERE s.later)
                    OVER (PARTITION BY (s.l).person_id, (s.l).member_id ORDER BY (s.l).at) AS nr
        FROM seen s
    ), visits AS (
        SELECT (array_agg(n.l ORDER BY (n.l).at))[1] AS l, max((n.l).at) AS ended_at,
               array_agg(DISTINCT (n.l).action || ' ' || CASE WHEN (n.l).items = '{{}}' THEN 0
                                                         ELSE (n.l).subject END) AS deeds,
               bool_or(privacy.odd_emergency(n.l)) AS emergency,
               bool_or(privacy.odd_night(n.l)) AS night,
               bool_or(privacy.odd_by_name(n.l)) AS by_name
        FROM numbered n GROUP BY (n.l).person_id, (n.l).member_id, n.nr
    )
    SELECT (v.l).person_id, (v.l).member_id, (v.l).person_name, (v.l).side, (v.l).function,
           (v.l).organisation, (v.l).at, v.ended_at, v.deeds,
           array_remove(ARRAY[CASE WHEN v.emergency THEN 'emergency' END,
                              CASE WHEN v.night THEN 'night' END,
                              CASE WHEN v.by_name THEN 'by_name' END], NULL)
           || privacy.odd_person(v.l)
    FROM visits v ORDER BY (v.l).at DESC, (v.l).person_id
$$;
