-- Questions and complaints. As readable as their item: read by who wrote it, by who handles it, and by
-- whom it is about (line 4 of the rule). Who it is against reads it only if one of those lets them.

-- The persons a complaint about this member is about: that person, or who is in that team now. Of a
-- member one may not know of: nobody.
CREATE FUNCTION privacy.accused(p_member uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seen AS (
        SELECT m.* FROM networks_member m
        WHERE m.id = p_member AND m.network_id = ANY ({networks})
          AND (m.compartment IS NULL OR m.compartment = ANY ({compartments}) OR m.id = ANY ({members})))
    SELECT s.person_id FROM seen s WHERE s.person_id IS NOT NULL
    UNION
    SELECT t.person_id FROM seen s JOIN people_teamperson t ON t.team_id = s.team_id
    WHERE privacy.running(t.starts_at, t.ends_at)
$$;

-- The complaints officers of organisations of which the viewer may see that they take part.
CREATE FUNCTION privacy.officers(p_network uuid)
RETURNS TABLE (organisation text, name text, phone text, address text)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT o.name, c.name, c.phone, c.address
    FROM networks_member m
    JOIN networks_role r ON r.member_id = m.id
    LEFT JOIN people_team t ON t.id = m.team_id
    JOIN people_organisation o ON o.id = COALESCE(r.organisation_id, t.organisation_id)
    JOIN organisations_complaintsofficer c ON c.organisation_id = o.id
    WHERE m.network_id = p_network AND m.network_id = ANY ({networks})
      AND (m.left_at IS NULL OR m.left_at > now())
    ORDER BY 1, 2
$$;

GRANT SELECT, INSERT ON complaints_complaint TO zv_app;
GRANT UPDATE (received_at, answer_by, extended_at, extended_because, answered_at, outcome, satisfied,
    ends_at) ON complaints_complaint TO zv_app;
CREATE POLICY as_item ON complaints_complaint FOR SELECT TO zv_app
    USING ({header:complaints_complaint});
-- Written with its item, for one person who is not among those it is against.
CREATE POLICY complaining ON complaints_complaint FOR INSERT TO zv_app WITH CHECK (
    received_at IS NULL AND extended_at IS NULL AND answered_at IS NULL AND satisfied IS NULL
    AND ends_at IS NULL
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = complaints_complaint.item_id
                AND h.network_id = complaints_complaint.network_id AND h.author_id = {person}
                AND h.kind = 'complaint' AND h.audience = ARRAY[complaints_complaint.handler_id])
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = complaints_complaint.handler_id
                AND m.network_id = complaints_complaint.network_id AND m.person_id <> {person}
                AND (against_id IS NULL OR m.person_id NOT IN (SELECT privacy.accused(against_id))))
    AND (against_id IS NULL OR EXISTS (SELECT FROM networks_member m
            WHERE m.id = complaints_complaint.against_id
              AND m.network_id = complaints_complaint.network_id)));
CREATE POLICY going_on ON complaints_complaint FOR UPDATE TO zv_app
    USING (privacy.lasts(ends_at) AND (handler_id = ANY ({members}) OR EXISTS (
        SELECT FROM sharing_item h WHERE h.id = complaints_complaint.item_id
          AND h.author_id = {person})))
    WITH CHECK (handler_id = ANY ({members}) OR EXISTS (
        SELECT FROM sharing_item h WHERE h.id = complaints_complaint.item_id
          AND h.author_id = {person}));

-- A lock cannot compare a row with what it was. Who handles it receives, extends once by at most four
-- weeks, and answers once; who wrote it says what they think of that and ends it. Nobody starts again
-- what ended, and the handler cannot end it but by an answer: with that it ends, and so does what the
-- handler could read for it, four weeks later (`REACTION` in terms.py).
CREATE FUNCTION privacy.guard_complaint() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_handler boolean := OLD.handler_id = ANY ({members});
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF v_handler AND (NEW.satisfied IS DISTINCT FROM OLD.satisfied
        OR NEW.received_at IS DISTINCT FROM OLD.received_at AND OLD.received_at IS NOT NULL
        OR NEW.extended_at IS DISTINCT FROM OLD.extended_at AND OLD.extended_at IS NOT NULL
        OR NEW.answer_by <> OLD.answer_by
           AND (OLD.extended_at IS NOT NULL OR NEW.extended_at IS NULL OR NEW.answer_by > OLD.answer_by + 28)
        OR (NEW.answered_at, NEW.outcome) IS DISTINCT FROM (OLD.answered_at, OLD.outcome)
           AND OLD.answered_at IS NOT NULL
        OR NEW.ends_at IS DISTINCT FROM OLD.ends_at
           AND (OLD.answered_at IS NOT NULL OR NEW.answered_at IS NULL)
        OR NEW.answered_at IS DISTINCT FROM OLD.answered_at
           AND (NEW.answered_at > now() + interval '1 minute' OR NEW.ends_at IS NULL
                OR NEW.ends_at > NEW.answered_at + interval '28 days')) THEN
        RAISE EXCEPTION 'not by who handles it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT v_handler AND ((NEW.received_at, NEW.answer_by, NEW.extended_at, NEW.extended_because,
                           NEW.answered_at, NEW.outcome)
            IS DISTINCT FROM (OLD.received_at, OLD.answer_by, OLD.extended_at, OLD.extended_because,
                              OLD.answered_at, OLD.outcome)
        OR NEW.ends_at IS NULL OR NEW.ends_at > now()) THEN
        RAISE EXCEPTION 'not by who asked' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON complaints_complaint
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_complaint();

-- Another handles it from now on: chosen by who wrote it, while it runs without an answer, never one it
-- is against. Only the new one is its reader then, and an exception to the rule only where who wrote it
-- decides; what was opened for who handled it ends. Whether anything changed.
CREATE FUNCTION privacy.change_handler(p_complaint uuid, p_handler uuid, p_receipt_by date)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_case complaints_complaint; v_item sharing_item;
BEGIN
    SELECT c.* INTO v_case FROM complaints_complaint c
    WHERE c.item_id = p_complaint AND c.network_id = ANY ({networks}) AND c.answered_at IS NULL
      AND privacy.lasts(c.ends_at) FOR UPDATE;
    SELECT i.* INTO v_item FROM sharing_item i
    WHERE i.id = v_case.item_id AND i.author_id = {person} AND i.withdrawn_at IS NULL
      AND (i.about_id = ANY ({dead})) IS NOT TRUE
      AND NOT (i.subject <= 5 AND i.network_id = ANY ({social}));
    IF v_item.id IS NULL OR NOT EXISTS (
        SELECT FROM networks_member m
        WHERE m.id = p_handler AND m.network_id = v_case.network_id AND m.id <> v_case.handler_id
          AND m.person_id IS NOT NULL AND m.person_id <> {person} AND m.compartment IS NULL
          AND privacy.running(m.joined_at, m.left_at)
          AND (m.side IN ('care', 'social') OR m.coordinator)
          AND NOT (v_item.subject <= 5 AND m.side = 'social')
          AND (v_case.against_id IS NULL
               OR m.person_id NOT IN (SELECT privacy.accused(v_case.against_id)))) THEN
        RETURN false;
    END IF;
    UPDATE sharing_item SET audience = ARRAY[p_handler],
        allowed = CASE WHEN COALESCE((({control})[array_position({abouts}, v_item.about_id)]
                                      >> v_item.subject) & 1 = 1, false)
                       THEN ARRAY[p_handler] ELSE '{{}}'::uuid[] END
    WHERE id = p_complaint;
    UPDATE complaints_complaint SET handler_id = p_handler, received_at = NULL,
        receipt_by = p_receipt_by
    WHERE item_id = p_complaint;
    UPDATE complaints_insight SET ends_at = now()
    WHERE complaint_id = p_complaint AND member_id = v_case.handler_id AND privacy.lasts(ends_at);
    RETURN true;
END
$$;

-- What who handles it may read meanwhile: seen with the complaint, and by who decides on it. Given by who
-- decides on all of it (of two who decide together by neither alone), for who handles it, and never
-- something medical for the social side. Ended by who decides; with the complaint it ends by itself
-- (`privacy.lent` in ring.sql).
CREATE FUNCTION privacy.may_lend(p_network uuid, p_about uuid, p_subjects smallint[], p_member uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN NOT EXISTS (SELECT FROM unnest(p_subjects) s
                       WHERE NOT privacy.may_open(p_network, p_about, s, p_member, NULL));
END
$$;
GRANT SELECT, INSERT, UPDATE (ends_at) ON complaints_insight TO zv_app;
CREATE POLICY with_complaint ON complaints_insight FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (NOT network_id = ANY ({social}) OR subjects <@ '{{6,7,8,9,10,11,12,13,14,15}}')
    AND (EXISTS (SELECT FROM complaints_complaint c WHERE c.item_id = complaints_insight.complaint_id)
         OR COALESCE((({control})[array_position({abouts}, about_id)] & privacy.mask(subjects)) <> 0, false)));
CREATE POLICY giving ON complaints_insight FOR INSERT TO zv_app WITH CHECK (
    given_by_id = {person} AND cardinality(subjects) > 0
    AND COALESCE((({control})[array_position({abouts}, about_id)] & privacy.mask(subjects))
                 = privacy.mask(subjects), false)
    AND privacy.may_lend(network_id, about_id, subjects, member_id)
    AND EXISTS (SELECT FROM complaints_complaint c JOIN networks_member m ON m.id = c.handler_id
                WHERE c.item_id = complaints_insight.complaint_id
                  AND c.network_id = complaints_insight.network_id
                  AND c.handler_id = complaints_insight.member_id AND privacy.lasts(c.ends_at)
                  AND (m.side <> 'social' OR subjects <@ '{{6,7,8,9,10,11,12,13,14,15}}')));
CREATE POLICY ending ON complaints_insight FOR UPDATE TO zv_app
    USING (COALESCE((({control})[array_position({abouts}, about_id)] & privacy.mask(subjects)) <> 0, false)
           AND privacy.lasts(ends_at))
    WITH CHECK (ends_at <= now());
