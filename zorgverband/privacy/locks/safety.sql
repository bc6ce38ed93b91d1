-- Emergency access: opened by a care member for themselves, from now and about a client who takes
-- part; seen by who opened it, by the client, by who decides on something medical of that client,
-- and by the coordinator. Never on the social side: the reason is medical.
GRANT SELECT, INSERT, UPDATE (ends_at, reviewed_by_id, reviewed_at, judgement, remark)
    ON sharing_emergency TO zv_app;

CREATE FUNCTION privacy.coordinates(p_network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_network = ANY ({networks}) AND EXISTS (
        SELECT FROM networks_member m
        WHERE m.id = ({members})[array_position({networks}, p_network)] AND m.coordinator)
$$;

CREATE POLICY inside ON sharing_emergency FOR SELECT TO zv_app USING (
    network_id = ANY ({networks}) AND NOT network_id = ANY ({social})
    AND (member_id = ANY ({members}) OR client_id = ANY ({members})
         OR (({control})[array_position({abouts}, client_id)] & 62) <> 0
         OR privacy.coordinates(network_id)));
CREATE POLICY opening ON sharing_emergency FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members}) AND network_id = ANY ({care})
    AND starts_at <= now() AND reviewed_at IS NULL AND reviewed_by_id IS NULL
    AND EXISTS (SELECT FROM networks_member c
                WHERE c.id = client_id AND c.network_id = sharing_emergency.network_id
                  AND c.side = 'client' AND privacy.running(c.joined_at, c.left_at)));
CREATE POLICY ending ON sharing_emergency FOR UPDATE TO zv_app USING (
    network_id = ANY ({networks}) AND NOT network_id = ANY ({social}));

-- What a lock cannot say. It is only ever made shorter, by who opened it. It is judged once, by a
-- second person: not who looked, nor somebody of the same team.
CREATE FUNCTION privacy.guard_emergency() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF NEW.ends_at IS DISTINCT FROM OLD.ends_at
       AND (NEW.ends_at > OLD.ends_at OR NOT OLD.member_id = ANY ({members})) THEN
        RAISE EXCEPTION 'emergency access is only made shorter, by who opened it'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.reviewed_by_id, NEW.reviewed_at, NEW.judgement, NEW.remark)
            IS DISTINCT FROM (OLD.reviewed_by_id, OLD.reviewed_at, OLD.judgement, OLD.remark)
       AND (OLD.reviewed_at IS NOT NULL OR NEW.reviewed_by_id IS DISTINCT FROM {person}
            OR OLD.person_id = {person} OR OLD.member_id = ANY ({members})) THEN
        RAISE EXCEPTION 'judged once, by a second person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON sharing_emergency
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_emergency();

-- Who must hear of it, and may judge it: the client, who decides on something medical of that
-- client, and the coordinator; not the one who looked, nor somebody of the same team. For who may
-- see it, and for the job that reminds (`privacy.open_reviews`).
CREATE FUNCTION privacy.second_persons(p_emergency uuid) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT s.person_id
    FROM sharing_emergency e CROSS JOIN LATERAL privacy.seats(ARRAY[e.network_id]) s
    WHERE e.id = p_emergency AND s.side <> 'social'
      AND s.person_id <> e.person_id AND s.member_id <> e.member_id
      AND (s.member_id = e.client_id OR s.coordinator OR EXISTS (
            SELECT FROM privacy.controllers(ARRAY[e.network_id]) c
            WHERE c.member_id = s.member_id AND c.about_id = e.client_id
              AND c.subjects & 62 <> 0))
$$;

-- For the job: which looks in need wait for a judgement since before a moment, and for whom.
CREATE FUNCTION privacy.open_reviews(p_before timestamptz)
RETURNS TABLE (network_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT e.network_id, p.person_id
    FROM sharing_emergency e CROSS JOIN LATERAL privacy.second_persons(e.id) p
    WHERE e.reviewed_at IS NULL AND e.starts_at < p_before
$$;
