-- "Who may read this, and why": the same rule, asked for everybody with a seat in the network.

CREATE FUNCTION privacy.explain_all(p_network uuid, p_about uuid, p_subject integer, p_author uuid,
    p_created timestamptz, p_audience uuid[], p_denied uuid[], p_allowed uuid[], p_compartment uuid)
RETURNS TABLE (member_id uuid, person_id uuid, line integer)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seats AS MATERIALIZED (
        SELECT s.*, ARRAY(SELECT c.compartment_id FROM sharing_compartmentmember c
                          WHERE c.member_id = s.member_id) AS compartments
        FROM privacy.seats(ARRAY[p_network]) s
    ), keys AS MATERIALIZED (
        SELECT k.* FROM privacy.keys(ARRAY[p_network], ARRAY(SELECT s.member_id FROM seats s), p_about) k
    )
    SELECT s.member_id, s.person_id, {rule:explain}
    FROM seats s LEFT JOIN keys k ON k.member_id = s.member_id
$$;

-- The same for who is inside that network; and the social side cannot ask about what is medical.
CREATE FUNCTION privacy.explain(p_network uuid, p_about uuid, p_subject integer, p_author uuid,
    p_created timestamptz, p_audience uuid[], p_denied uuid[], p_allowed uuid[], p_compartment uuid)
RETURNS TABLE (member_id uuid, person_id uuid, line integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.* FROM privacy.explain_all(p_network, p_about, p_subject, p_author, p_created,
        p_audience, p_denied, p_allowed, p_compartment) e
    WHERE p_network = ANY ({networks})
      AND (p_subject > 5 OR NOT p_network = ANY ({social}))
$$;

-- The readers of an existing item; only for who may read it (the caller's lock decides that).
CREATE FUNCTION privacy.reasons(p_item uuid)
RETURNS TABLE (member_id uuid, person_id uuid, line integer)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT e.member_id, e.person_id, e.line
    FROM sharing_item i
    CROSS JOIN LATERAL privacy.explain(i.network_id, i.about_id, i.subject, i.author_id,
        i.created_at, i.audience, i.denied, i.allowed, i.compartment_id) e
    -- Somebody who takes part inside a compartment stays unseen by others.
    JOIN networks_member m ON m.id = e.member_id
    WHERE i.id = p_item
$$;

-- How many persons read each of these items now, as far as the caller may see those members. The
-- first function decides for many items at once; the second lets through only readable items.
CREATE FUNCTION privacy.decisions_all(p_network uuid, p_items uuid[])
RETURNS TABLE (item_id uuid, member_id uuid, person_id uuid, line integer)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seats AS MATERIALIZED (
        SELECT s.*, ARRAY(SELECT c.compartment_id FROM sharing_compartmentmember c
                          WHERE c.member_id = s.member_id) AS compartments
        FROM privacy.seats(ARRAY[p_network]) s
    ), keys AS MATERIALIZED (
        SELECT k.* FROM privacy.keys(ARRAY[p_network], ARRAY(SELECT s.member_id FROM seats s)) k
    )
    SELECT i.id, s.member_id, s.person_id, {rule:decisions}
    FROM sharing_item i CROSS JOIN seats s
    LEFT JOIN keys k ON k.member_id = s.member_id AND k.about_id = i.about_id
    WHERE i.network_id = p_network AND i.id = ANY (p_items)
$$;

CREATE FUNCTION privacy.decisions(p_network uuid, p_items uuid[])
RETURNS TABLE (item_id uuid, member_id uuid, person_id uuid, line integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.* FROM privacy.decisions_all(p_network, p_items) d WHERE p_network = ANY ({networks})
$$;

CREATE FUNCTION privacy.reader_counts(p_network uuid, p_items uuid[])
RETURNS TABLE (item_id uuid, readers integer)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT d.item_id, count(*)::integer
    FROM privacy.decisions(p_network, ARRAY(
            SELECT i.id FROM sharing_item i WHERE i.id = ANY (p_items))) d
    WHERE d.line > 0 AND d.member_id IN (SELECT m.id FROM networks_member m WHERE m.network_id = p_network)
    GROUP BY d.item_id
$$;

-- The readers an item would have; for who is inside that network.
CREATE FUNCTION privacy.reasons_if(p_network uuid, p_about uuid, p_subject integer,
    p_author uuid, p_audience uuid[], p_denied uuid[], p_allowed uuid[], p_compartment uuid)
RETURNS TABLE (member_id uuid, person_id uuid, line integer)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT e.member_id, e.person_id, e.line
    FROM privacy.explain(p_network, p_about, p_subject, p_author, now(), p_audience, p_denied,
        p_allowed, p_compartment) e
    JOIN networks_member m ON m.id = e.member_id AND m.network_id = p_network
$$;

-- Who was to be told of a bottleneck by this event, if they may know of it now. What it asks is made
-- later (bottlenecks.sql), so this is no plain SQL.
CREATE FUNCTION privacy.bottleneck_hearers(p_event uuid) RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
        SELECT v.to_person_id FROM journal_event v
        WHERE v.id = p_event AND starts_with(v.verb, 'bottleneck_')
          AND EXISTS (SELECT FROM privacy.bottlenecks_told_of(ARRAY[v.id], v.to_person_id));
END
$$;

-- Everybody who must hear of an event now. For the worker and the live stream, which act for all;
-- it answers persons only, never words.
CREATE FUNCTION privacy.hearers(p_event uuid)
RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT x.person_id
    FROM journal_event v
    JOIN sharing_item i ON i.id = v.item_id
    CROSS JOIN LATERAL privacy.explain_all(i.network_id, i.about_id, i.subject, i.author_id,
        i.created_at, i.audience, i.denied, i.allowed, i.compartment_id) x
    LEFT JOIN networks_member m ON m.id = v.member_id
    WHERE v.id = p_event AND x.line > 0
      AND (m.compartment IS NULL OR m.id = x.member_id OR EXISTS (
            SELECT FROM sharing_compartmentmember c
            WHERE c.compartment_id = m.compartment AND c.member_id = x.member_id))
      AND (v.to_person_id IS NULL OR v.to_person_id = x.person_id)
    UNION
    SELECT s.person_id
    FROM journal_event v
    CROSS JOIN LATERAL privacy.seats(ARRAY[v.network_id]) s
    LEFT JOIN networks_member m ON m.id = v.member_id
    WHERE v.id = p_event AND v.item_id IS NULL
      AND NOT (s.side = 'social' AND starts_with(v.verb, 'emergency_'))
      AND NOT starts_with(v.verb, 'bottleneck_')
      AND (m.compartment IS NULL OR m.id = s.member_id OR EXISTS (
            SELECT FROM sharing_compartmentmember c
            WHERE c.compartment_id = m.compartment AND c.member_id = s.member_id))
      AND (v.to_person_id IS NULL OR v.to_person_id = s.person_id)
    UNION
    SELECT b.person_id FROM privacy.bottleneck_hearers(p_event) b
$$;
