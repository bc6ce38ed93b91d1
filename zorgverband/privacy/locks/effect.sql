-- "What would change": who reads and writes what, asked before and after an act and compared. Only
-- of items the viewer reads, and of members the viewer sees: an effect tells nobody more than that.

-- (item, person) pairs of the items the viewer reads now.
CREATE FUNCTION privacy.sights(p_network uuid, p_items uuid[])
RETURNS TABLE (item_id uuid, member_id uuid, person_id uuid)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT d.item_id, d.member_id, d.person_id
    FROM privacy.decisions(p_network, p_items) d
    JOIN networks_member m ON m.id = d.member_id
    WHERE d.line > 0
$$;

-- Who would read and write something new, about every client, carer and the household.
CREATE FUNCTION privacy.prospects(p_network uuid)
RETURNS TABLE (about_id uuid, subject integer, member_id uuid, person_id uuid, reads boolean, writes boolean)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    WITH abouts AS (
        SELECT p_network AS about_id, 'household' AS what
        UNION ALL
        SELECT m.id, m.side FROM networks_member m
        WHERE m.network_id = p_network AND m.side IN ('client', 'family')
    )
    SELECT a.about_id, o.subject, o.member_id, o.person_id, o.line > 0, o.writes
    FROM abouts a CROSS JOIN LATERAL privacy.overview(p_network, a.about_id) o
    WHERE (o.line > 0 OR o.writes)
      AND CASE a.what WHEN 'household' THEN o.subject > 5 WHEN 'family' THEN o.subject = 12
               ELSE true END
$$;
