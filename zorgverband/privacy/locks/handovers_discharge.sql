-- A discharge and what is needed at home are each as readable as their own item. The discharge is
-- medical; something needed has a subject of its own.
GRANT SELECT, INSERT ON handovers_discharge, handovers_dischargedate, handovers_needed,
    handovers_neededfor, handovers_arranged, handovers_arrival, handovers_arrivalask TO zv_app;
GRANT UPDATE (at) ON handovers_arrivalask TO zv_app;
GRANT UPDATE (expected_on, ward, call_name, call_phone, told_id, called_off, ended_at, ended_by_id)
    ON handovers_discharge TO zv_app;
GRANT UPDATE (closed_at, closed_by_id, closed_because) ON handovers_needed TO zv_app;
CREATE POLICY as_item ON handovers_discharge FOR SELECT TO zv_app USING ({header:handovers_discharge});
CREATE POLICY as_item ON handovers_dischargedate FOR SELECT TO zv_app
    USING ({header:handovers_dischargedate});
CREATE POLICY as_item ON handovers_needed FOR SELECT TO zv_app USING ({header:handovers_needed});
CREATE POLICY as_item ON handovers_arrival FOR SELECT TO zv_app USING ({header:handovers_arrival});

-- That something is needed for a discharge, and that an agreement is about something needed, shows
-- only to who may read both.
CREATE POLICY as_both ON handovers_neededfor FOR SELECT TO zv_app USING (
    {header:handovers_neededfor}
    AND EXISTS (SELECT FROM sharing_item w WHERE w.id = handovers_neededfor.discharge_id));
CREATE POLICY as_both ON handovers_arranged FOR SELECT TO zv_app USING (
    {header:handovers_arranged}
    AND EXISTS (SELECT FROM sharing_item w WHERE w.id = handovers_arranged.needed_id));

-- Written by who wrote the item. A discharge is medical, and about one client.
CREATE POLICY writing ON handovers_discharge FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = handovers_discharge.item_id
            AND h.network_id = handovers_discharge.network_id AND h.about_id = handovers_discharge.about_id
            AND h.subject <= 5 AND h.author_id = {person})
    AND (told_id IS NULL OR EXISTS (SELECT FROM networks_member m WHERE m.id = handovers_discharge.told_id
         AND m.network_id = handovers_discharge.network_id)));
CREATE POLICY writing ON handovers_needed FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = handovers_needed.item_id
            AND h.network_id = handovers_needed.network_id AND h.about_id = handovers_needed.about_id
            AND h.author_id = {person}));
CREATE POLICY writing ON handovers_dischargedate FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members}) AND {own_header:handovers_dischargedate});
CREATE POLICY writing ON handovers_neededfor FOR INSERT TO zv_app WITH CHECK (
    {own_header:handovers_neededfor}
    AND EXISTS (SELECT FROM handovers_discharge d JOIN handovers_needed n
                ON n.item_id = handovers_neededfor.item_id AND n.about_id = d.about_id
                WHERE d.item_id = handovers_neededfor.discharge_id
                  AND d.network_id = handovers_neededfor.network_id));
-- An agreement is about something needed when it is about the same, under the same subject, and asked
-- by who links it: who may read the one may read the other.
CREATE POLICY writing ON handovers_arranged FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item a JOIN sharing_item n ON n.id = handovers_arranged.needed_id
            WHERE a.id = handovers_arranged.item_id AND a.author_id = {person} AND a.kind = 'agreement'
              AND a.network_id = handovers_arranged.network_id AND n.network_id = a.network_id
              AND n.about_id = a.about_id AND n.subject = a.subject));
-- What is there or not is said by who reads it, in their own name.
CREATE POLICY saying ON handovers_arrival FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM handovers_needed n WHERE n.item_id = handovers_arrival.item_id
                AND n.network_id = handovers_arrival.network_id));
CREATE POLICY mine ON handovers_arrivalask FOR SELECT TO zv_app USING (
    person_id = {person} AND {header:handovers_arrivalask});
CREATE POLICY asking ON handovers_arrivalask FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND EXISTS (
        SELECT FROM handovers_discharge d WHERE d.item_id = handovers_arrivalask.item_id
          AND d.network_id = handovers_arrivalask.network_id));

-- Asked anew, after another day.
CREATE POLICY again ON handovers_arrivalask FOR UPDATE TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

-- Changed by who wrote it or may write about it; ended or closed in one's own name.
CREATE POLICY changing ON handovers_discharge FOR UPDATE TO zv_app
    USING ({own_header:handovers_discharge} AND ended_at IS NULL)
    WITH CHECK ({own_header:handovers_discharge} AND (ended_by_id IS NULL OR ended_by_id = {person})
        AND (told_id IS NULL OR EXISTS (SELECT FROM networks_member m WHERE m.id = handovers_discharge.told_id
             AND m.network_id = handovers_discharge.network_id)));
CREATE POLICY closing ON handovers_needed FOR UPDATE TO zv_app
    USING ({own_header:handovers_needed})
    WITH CHECK ({own_header:handovers_needed} AND (closed_by_id IS NULL OR closed_by_id = {person}));

-- Another day for these things: each from then on, and what was promised for the old day is asked
-- again of who promised it; without a day it stands still. Answers whom that asks something:
-- references only, for the one who changes it to have told.
CREATE FUNCTION privacy.needed_from(p_needs uuid[], p_on date, p_now timestamptz)
RETURNS TABLE (agreement_id uuid, member_id uuid, person_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_member uuid;
    r record;
BEGIN
    UPDATE handovers_needed n SET starts_on = p_on WHERE n.item_id = ANY (p_needs);
    FOR r IN SELECT a.*, COALESCE(a.asked_of_id, a.executor_id) AS answers
             FROM handovers_arranged l JOIN agreements_agreement a ON a.item_id = l.item_id
             JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
             WHERE l.needed_id = ANY (p_needs)
               AND a.state IN ('asked', 'received', 'accepted', 'running', 'on_hold')
             ORDER BY a.item_id FOR UPDATE OF a LOOP
        v_member := ({members})[array_position({networks}, r.network_id)];
        UPDATE agreements_agreement a
        SET due_on = CASE WHEN a.repeat = 'once' THEN p_on END,
            first_on = CASE WHEN a.repeat = 'once' THEN NULL WHEN p_on IS NULL THEN a.first_on ELSE (
                SELECT min(d)::date FROM generate_series(p_on, p_on + 6, interval '1 day') d
                WHERE (extract(isodow FROM d)::integer - 1) = ANY (a.weekdays)) END,
            reminded_on = NULL,
            state = CASE WHEN a.state IN ('asked', 'received') THEN a.state
                         WHEN p_on IS NULL THEN 'on_hold' ELSE 'asked' END,
            state_by_id = CASE WHEN a.state IN ('asked', 'received') THEN a.state_by_id ELSE {person} END,
            state_at = CASE WHEN a.state IN ('asked', 'received') THEN a.state_at ELSE p_now END
        WHERE a.item_id = r.item_id;
        INSERT INTO agreements_agreementchange (id, network_id, item_id, was, became, person_id, member_id, at, words)
        SELECT gen_random_uuid(), a.network_id, a.item_id, r.state, a.state, {person}, v_member, p_now, ''
        FROM agreements_agreement a WHERE a.item_id = r.item_id AND a.state <> r.state;
        RETURN QUERY SELECT r.item_id, r.answers, s.person_id
                     FROM privacy.seats(ARRAY[r.network_id]) s WHERE s.member_id = r.answers;
    END LOOP;
END
$$;

-- Whether what is about somebody who died stands as it is, for who may not write about them any more.
CREATE FUNCTION privacy.stands_still(p_about uuid, p_subject integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT COALESCE(p_about = ANY ({dead}), false)
       AND COALESCE((({write})[array_position({abouts}, p_about)] >> p_subject) & 1, 0) = 0
$$;

-- Another day for a discharge is another day for everything that is needed for it, whether or not who
-- says so may read each. By who reads the discharge and may write about it.
CREATE FUNCTION privacy.move_discharge(p_discharge uuid, p_on date, p_now timestamptz)
RETURNS TABLE (agreement_id uuid, member_id uuid, person_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM handovers_discharge d JOIN sharing_item h ON h.id = d.item_id
        WHERE d.item_id = p_discharge AND d.ended_at IS NULL AND h.network_id = ANY ({networks})
          AND EXISTS (SELECT FROM privacy.decisions_all(h.network_id, ARRAY[h.id]) r
                      WHERE r.person_id = {person} AND r.line > 0)
          AND NOT privacy.stands_still(h.about_id, h.subject)
          AND (h.author_id = {person} OR (({write})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1)) THEN
        RAISE EXCEPTION 'a discharge of others' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- What is not needed goes along, and asks nothing of anybody as long as it is not.
    UPDATE handovers_needed n SET starts_on = p_on FROM handovers_neededfor l
    WHERE l.discharge_id = p_discharge AND n.item_id = l.item_id AND n.closed_at IS NOT NULL;
    RETURN QUERY SELECT f.* FROM privacy.needed_from(ARRAY(
        SELECT l.item_id FROM handovers_neededfor l
        JOIN handovers_needed n ON n.item_id = l.item_id AND n.closed_at IS NULL
        WHERE l.discharge_id = p_discharge), p_on, p_now) f;
END
$$;

-- Another day for one thing, by who reads it and wrote it or may write about it.
CREATE FUNCTION privacy.move_needed(p_needed uuid, p_on date, p_now timestamptz)
RETURNS TABLE (agreement_id uuid, member_id uuid, person_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM handovers_needed n JOIN sharing_item h ON h.id = n.item_id
        WHERE n.item_id = p_needed AND n.closed_at IS NULL AND h.network_id = ANY ({networks})
          AND EXISTS (SELECT FROM privacy.decisions_all(h.network_id, ARRAY[h.id]) r
                      WHERE r.person_id = {person} AND r.line > 0)
          AND NOT privacy.stands_still(h.about_id, h.subject)
          AND (h.author_id = {person} OR (({write})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1)) THEN
        RAISE EXCEPTION 'a need of others' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY SELECT f.* FROM privacy.needed_from(ARRAY[p_needed], p_on, p_now) f;
END
$$;

-- For the worker: discharges of which the day was yesterday or a few days ago, and who at home has
-- not been asked since that day whether everything is there: the client, who was named to be told, and the first
-- contact of the family. The worker looks as that person; the rule decides whether there is anything.
CREATE FUNCTION privacy.arrivals_to_ask(p_today date, p_limit integer)
RETURNS TABLE (discharge_id uuid, network_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.item_id, d.network_id, m.person_id
    FROM handovers_discharge d
    JOIN sharing_item i ON i.id = d.item_id AND i.withdrawn_at IS NULL
    JOIN networks_member m ON m.network_id = d.network_id AND m.person_id IS NOT NULL
      AND (m.id IN (d.about_id, d.told_id) OR m.side = 'family' AND m.first_contact)
      AND m.left_at IS NULL AND m.side IN ('client', 'family')
    WHERE d.ended_at IS NULL AND d.expected_on BETWEEN p_today - 3 AND p_today - 1
      AND NOT EXISTS (SELECT FROM handovers_arrivalask a
                      WHERE a.item_id = d.item_id AND a.person_id = m.person_id
                        AND a.at >= privacy.midnight(d.expected_on + 1))
    ORDER BY d.expected_on, d.item_id, m.person_id LIMIT p_limit
$$;
