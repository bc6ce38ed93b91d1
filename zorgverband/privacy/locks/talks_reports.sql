-- What a neighbour or volunteer passes on. As readable as its item: by who leads the network, by whom it
-- is about, and by who wrote it (line 3 of the rule). Nothing flows back but that it was read.

-- Who leads there for this client, carer or household now: who coordinates, who decides, its clients.
CREATE FUNCTION privacy.report_readers(p_network uuid, p_about uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id FROM networks_member m
    WHERE m.network_id = p_network AND m.network_id = ANY ({networks}) AND m.compartment IS NULL
      AND privacy.running(m.joined_at, m.left_at)
      AND (m.coordinator OR m.id = p_about OR p_about = p_network AND m.side = 'client'
           OR m.id IN (SELECT c.member_id FROM privacy.controllers(ARRAY[p_network]) c
                       WHERE c.about_id = p_about))
    ORDER BY m.joined_at, m.id
$$;

GRANT SELECT, INSERT, UPDATE (read_at, read_by_id, read_as) ON talks_report TO zv_app;
CREATE POLICY as_item ON talks_report FOR SELECT TO zv_app USING ({header:talks_report});
CREATE POLICY passing_on ON talks_report FOR INSERT TO zv_app WITH CHECK (
    read_at IS NULL AND read_by_id IS NULL AND read_as = ''
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = talks_report.item_id
                AND h.network_id = talks_report.network_id AND h.kind = 'report'
                AND h.author_id = {person})
    AND (link_id IS NULL OR EXISTS (SELECT FROM talks_reportlink l WHERE l.id = talks_report.link_id
                                    AND l.network_id = talks_report.network_id
                                    AND l.member_id = ANY ({members}))));
-- Read once, by who leads and did not write it, in their own name; as what, is one of two words and no
-- message.
CREATE POLICY reading ON talks_report FOR UPDATE TO zv_app
    USING ({header:talks_report} AND read_at IS NULL AND privacy.leads(network_id)
           AND NOT EXISTS (SELECT FROM sharing_item w
                           WHERE w.id = talks_report.item_id AND w.author_id = {person}))
    WITH CHECK (read_by_id = {person} AND read_at IS NOT NULL AND read_as IN ('coordinator', 'control'));
-- Nobody answers under it: who wrote it would read that.
CREATE POLICY nothing_back ON sharing_reply AS RESTRICTIVE FOR INSERT TO zv_app WITH CHECK (
    NOT EXISTS (SELECT FROM sharing_item h WHERE h.id = sharing_reply.item_id AND h.kind = 'report'));

-- Personal links: seen and ended by who leads and by whose it is; made by who leads, for a member of the
-- family side. The hash is read by no one: only the functions below compare it.
GRANT SELECT (id, network_id, member_id, made_by_id, made_at, expires_at, ended_at)
    ON talks_reportlink TO zv_app;
GRANT INSERT, UPDATE (ended_at) ON talks_reportlink TO zv_app;
CREATE POLICY for_leaders ON talks_reportlink FOR SELECT TO zv_app USING (
    network_id = ANY ({networks}) AND (member_id = ANY ({members}) OR privacy.leads(network_id)));
CREATE POLICY making ON talks_reportlink FOR INSERT TO zv_app WITH CHECK (
    made_by_id = {person} AND ended_at IS NULL AND privacy.leads(network_id)
    AND expires_at <= now() + interval '91 days'
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = talks_reportlink.member_id
                AND m.network_id = talks_reportlink.network_id AND m.side = 'family'
                AND m.person_id IS NOT NULL));
CREATE POLICY ending ON talks_reportlink FOR UPDATE TO zv_app
    USING (ended_at IS NULL AND (member_id = ANY ({members}) OR privacy.leads(network_id)))
    WITH CHECK (ended_at IS NOT NULL);

-- The link with this hash, as long as it works and whose it is has that seat: what does not work any
-- more is as if it never was. References and counts only.
CREATE FUNCTION privacy.open_report_link(p_hash text)
RETURNS TABLE (link_id uuid, network_id uuid, person_id uuid, used integer, lately integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.id, l.network_id, m.person_id, count(i.id)::integer,
           (count(i.id) FILTER (WHERE i.created_at > now() - interval '1 day'))::integer
    FROM talks_reportlink l JOIN networks_member m ON m.id = l.member_id
    LEFT JOIN talks_report r ON r.link_id = l.id LEFT JOIN sharing_item i ON i.id = r.item_id
    WHERE l.token_hash = p_hash AND l.ended_at IS NULL AND l.expires_at > now()
      AND EXISTS (SELECT FROM privacy.seats(ARRAY[l.network_id], m.person_id) s
                  WHERE s.member_id = m.id AND s.side = 'family')
    GROUP BY l.id, l.network_id, m.person_id
$$;
CREATE FUNCTION privacy.link_receipts(p_hash text)
RETURNS TABLE (sent_at timestamptz, read_at timestamptz, read_as text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.created_at, r.read_at, r.read_as
    FROM privacy.open_report_link(p_hash) l JOIN talks_report r ON r.link_id = l.link_id
    JOIN sharing_item i ON i.id = r.item_id
    ORDER BY i.created_at DESC, i.id DESC LIMIT 20
$$;
