-- Supervision over the log. A function per rule says which rows of a period it marks; the first
-- five lean on unusual.sql. A new rule: a function here and a line in privacy.review.

CREATE FUNCTION privacy.review_emergency(p_from timestamptz, p_to timestamptz) RETURNS SETOF journal_look
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.* FROM journal_look l WHERE l.at >= p_from AND l.at < p_to AND privacy.odd_emergency(l)
$$;
CREATE FUNCTION privacy.review_outside(p_from timestamptz, p_to timestamptz) RETURNS SETOF journal_look
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.* FROM journal_look l WHERE l.at >= p_from AND l.at < p_to AND privacy.odd_outside(l)
$$;
-- Of professionals only: what family does at night is theirs and the client's.
CREATE FUNCTION privacy.review_night(p_from timestamptz, p_to timestamptz) RETURNS SETOF journal_look
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.* FROM journal_look l
    WHERE l.at >= p_from AND l.at < p_to AND l.side IN ('care', 'social') AND privacy.odd_night(l)
$$;
CREATE FUNCTION privacy.review_namesake(p_from timestamptz, p_to timestamptz) RETURNS SETOF journal_look
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.* FROM journal_look l WHERE l.at >= p_from AND l.at < p_to AND privacy.odd_namesake(l)
$$;
CREATE FUNCTION privacy.review_by_name(p_from timestamptz, p_to timestamptz) RETURNS SETOF journal_look
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.* FROM journal_look l
    WHERE l.at >= p_from AND l.at < p_to AND l.side IN ('care', 'social') AND privacy.odd_by_name(l)
$$;
-- More networks in one hour than anybody can work in.
CREATE FUNCTION privacy.review_many(p_from timestamptz, p_to timestamptz) RETURNS SETOF journal_look
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.* FROM journal_look l
    WHERE l.at >= p_from AND l.at < p_to AND (l.person_id, date_trunc('hour', l.at)) IN (
        SELECT b.person_id, date_trunc('hour', b.at) FROM journal_look b
        WHERE b.at >= p_from AND b.at < p_to AND b.door <> 'for_me'
        GROUP BY 1, 2 HAVING count(DISTINCT b.network_id) > 20)
$$;

CREATE FUNCTION privacy.review(p_from timestamptz, p_to timestamptz)
RETURNS TABLE (rule text, l journal_look)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT 'emergency', r FROM privacy.review_emergency(p_from, p_to) r
    UNION ALL SELECT 'outside', r FROM privacy.review_outside(p_from, p_to) r
    UNION ALL SELECT 'night', r FROM privacy.review_night(p_from, p_to) r
    UNION ALL SELECT 'namesake', r FROM privacy.review_namesake(p_from, p_to) r
    UNION ALL SELECT 'by_name', r FROM privacy.review_by_name(p_from, p_to) r
    UNION ALL SELECT 'many', r FROM privacy.review_many(p_from, p_to) r
$$;

-- One mark per rule, network, person and day; what was marked before stays as it is. For the worker.
CREATE FUNCTION privacy.mark_looks(p_from timestamptz, p_to timestamptz) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH marked AS (
        INSERT INTO privacy_mark (id, rule, network_id, person_id, person_name, function,
            organisation_id, day, first_at, last_at, times, marked_at, decision, note)
        SELECT gen_random_uuid(), r.rule, (r.l).network_id, (r.l).person_id,
               min((r.l).person_name), min((r.l).function),
               (array_agg(COALESCE(q.organisation_id, t.organisation_id)))[1],
               ((r.l).at AT TIME ZONE 'Europe/Amsterdam')::date, min((r.l).at), max((r.l).at),
               count(DISTINCT (r.l).at), now(), '', ''
        FROM privacy.review(p_from, p_to) r
        -- A compartment leaves no trace for anybody else, an officer included.
        JOIN networks_member m ON m.id = (r.l).member_id AND m.compartment IS NULL
                              AND (r.l).compartment_id IS NULL
        LEFT JOIN networks_role q ON q.member_id = m.id
        LEFT JOIN people_team t ON t.id = m.team_id
        GROUP BY r.rule, (r.l).network_id, (r.l).person_id,
                 ((r.l).at AT TIME ZONE 'Europe/Amsterdam')::date
        ON CONFLICT (rule, network_id, person_id, day) DO NOTHING
        RETURNING 1
    ) SELECT count(*)::integer FROM marked
$$;

-- Whether the viewer supervises this organisation now; for none: the whole installation.
CREATE FUNCTION privacy.supervises(p_organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM privacy_officer o
        WHERE o.person_id = {person} AND NOT privacy.weak()
          AND privacy.running(o.starts_at, o.ends_at)
          AND (o.organisation_id IS NULL OR o.organisation_id = p_organisation))
$$;

CREATE FUNCTION privacy.supervises_something() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM privacy_officer o
                   WHERE o.person_id = {person} AND privacy.running(o.starts_at, o.ends_at))
$$;

GRANT SELECT ON privacy_officer TO zv_app;
CREATE POLICY mine ON privacy_officer FOR SELECT TO zv_app
    USING (person_id = {person} AND NOT (SELECT privacy.weak()));

-- What was decided stays decided.
GRANT SELECT, UPDATE (decided_by_id, decided_at, decision, note) ON privacy_mark TO zv_app;
CREATE POLICY supervising ON privacy_mark FOR SELECT TO zv_app USING (
    privacy.supervises(organisation_id));
CREATE POLICY deciding ON privacy_mark FOR UPDATE TO zv_app
    USING (decided_at IS NULL AND privacy.supervises(organisation_id))
    WITH CHECK (decided_by_id = {person} AND decided_at IS NOT NULL AND decision <> '');

GRANT SELECT, INSERT ON privacy_consultation TO zv_app;
CREATE POLICY mine ON privacy_consultation FOR SELECT TO zv_app USING (person_id = {person});
CREATE POLICY noting ON privacy_consultation FOR INSERT TO zv_app WITH CHECK (person_id = {person});
