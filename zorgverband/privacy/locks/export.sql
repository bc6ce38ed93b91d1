-- Taking it with you. What is in an archive is chosen here, among what the viewer may read: these
-- functions run with the viewer's own rights, so that they can only leave out.

-- About whom the viewer may take an archive, and which subjects of that are theirs: themselves, and
-- whom they represent now. Care and social members are nobody's client here.
CREATE FUNCTION privacy.takes_of(p_network uuid)
RETURNS TABLE (about_id uuid, subjects integer, household boolean, written boolean)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT k.about_id, k.own,
           -- The household belongs to its clients, and to who decides on all of it for them.
           CASE WHEN k.about_id = m.id THEN m.side = 'client' ELSE p_network = ANY ({decided}) END,
           k.about_id = m.id AND m.side = 'client'
    FROM networks_member m CROSS JOIN unnest({abouts}, {own}) AS k(about_id, own)
    WHERE m.id = ({members})[array_position({networks}, p_network)] AND k.own <> 0
      AND (k.about_id <> m.id OR m.side IN ('client', 'family'))
$$;

-- What an archive about `p_about` holds: what is about them and the viewer's own; of a client the
-- household; and what a client wrote.
CREATE FUNCTION privacy.takeaway(p_network uuid, p_about uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT i.id FROM privacy.takes_of(p_network) t
    JOIN sharing_item i ON i.network_id = p_network
    WHERE t.about_id = p_about
      AND (i.about_id = p_about AND (t.subjects >> i.subject) & 1 = 1
           OR t.household AND i.about_id = p_network
           OR t.written AND i.author_id = {person})
$$;

GRANT SELECT, INSERT ON export_taking TO zv_app;
GRANT UPDATE (items, stored_as, built_at, removed_at) ON export_taking TO zv_app;
CREATE POLICY mine ON export_taking FOR ALL TO zv_app
    USING (person_id = {person} AND network_id = ANY ({networks}))
    WITH CHECK (person_id = {person} AND network_id = ANY ({networks}));

-- Whether everything in an archive that was made is still theirs at this moment.
CREATE FUNCTION privacy.all_theirs(p_network uuid, p_about uuid, p_items uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT unnest(p_items) EXCEPT SELECT privacy.takeaway(p_network, p_about))
$$;

-- For whom the background job makes an archive: it enters as that person, or there is nothing.
CREATE FUNCTION privacy.taking_to_build(p_taking uuid)
RETURNS TABLE (person_id uuid, network_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.person_id, t.network_id FROM export_taking t
    WHERE t.id = p_taking AND t.large AND t.built_at IS NULL AND t.removed_at IS NULL
      AND t.asked_at > now() - interval '24 hours'
$$;

-- Stored archives whose day is over; forgotten once their file is gone.
CREATE FUNCTION privacy.takings_over() RETURNS TABLE (taking_id uuid, stored_as text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.id, t.stored_as FROM export_taking t
    WHERE t.removed_at IS NULL AND t.asked_at <= now() - interval '24 hours'
$$;
CREATE FUNCTION privacy.taking_removed(p_taking uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE export_taking SET removed_at = now(), stored_as = '', items = '{{}}'
    WHERE id = p_taking AND asked_at <= now() - interval '24 hours'
$$;
