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

-- Safety compartments: they exist only for who is named in them. Made and widened by functions here,
-- because who makes one is not named in it yet.
GRANT SELECT, UPDATE (closed_at, closed_by_id, closing) ON sharing_compartment TO zv_app;
GRANT SELECT ON sharing_compartmentmember TO zv_app;
CREATE POLICY named ON sharing_compartment FOR SELECT TO zv_app USING (id = ANY ({compartments}));
CREATE POLICY closing ON sharing_compartment FOR UPDATE TO zv_app
    USING (id = ANY ({compartments}) AND closed_at IS NULL) WITH CHECK (closed_by_id = {person});
CREATE POLICY named ON sharing_compartmentmember FOR SELECT TO zv_app
    USING (compartment_id = ANY ({compartments}));

GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON safety_opening TO zv_app;
CREATE POLICY named ON safety_opening FOR SELECT TO zv_app
    USING (compartment_id = ANY ({compartments}));
CREATE POLICY deciding ON safety_opening FOR INSERT TO zv_app WITH CHECK (
    decided_by_id = {person} AND network_id = ANY ({networks})
    AND EXISTS (SELECT FROM sharing_compartment c
                WHERE c.id = compartment_id AND c.network_id = safety_opening.network_id));
CREATE POLICY withdrawing ON safety_opening FOR UPDATE TO zv_app
    USING (compartment_id = ANY ({compartments}) AND opens_at > privacy.moment());

-- Inside: only while it is open, and in its own network. Who takes part inside a compartment writes
-- nowhere else, so that nothing outside tells of them.
CREATE POLICY inside ON sharing_item AS RESTRICTIVE FOR INSERT TO zv_app WITH CHECK (
    compartment_id IS NULL AND NOT EXISTS (
        SELECT FROM networks_member m WHERE m.id = author_member_id AND m.compartment IS NOT NULL)
    OR EXISTS (SELECT FROM sharing_compartment c
               WHERE c.id = compartment_id AND c.network_id = sharing_item.network_id
                 AND c.closed_at IS NULL));
CREATE POLICY inside ON sharing_reply AS RESTRICTIVE FOR INSERT TO zv_app WITH CHECK (
    NOT EXISTS (SELECT FROM sharing_item i JOIN sharing_compartment c ON c.id = i.compartment_id
                WHERE i.id = item_id AND c.closed_at IS NOT NULL));
-- Looking in need is told to the client, so who is not seen to take part cannot do it.
CREATE POLICY seen ON sharing_emergency AS RESTRICTIVE FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM networks_member m WHERE m.id = member_id AND m.compartment IS NULL));

-- The seat of the viewer in a network, if they are a professional there.
CREATE FUNCTION privacy.professional_seat(p_network uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id FROM networks_member m
    WHERE m.id = ({members})[array_position({networks}, p_network)] AND m.side IN ('care', 'social')
$$;

-- Name a professional of the network in a compartment that is open; for who is named in it.
CREATE FUNCTION privacy.name_in_compartment(p_compartment uuid, p_member uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v sharing_compartment;
BEGIN
    SELECT * INTO v FROM sharing_compartment c WHERE c.id = p_compartment AND c.closed_at IS NULL;
    IF v.id IS NULL OR NOT EXISTS (
            SELECT FROM sharing_compartmentmember c WHERE c.compartment_id = v.id
            AND c.member_id = privacy.professional_seat(v.network_id)) THEN
        RAISE EXCEPTION 'only who is named in a compartment names others';
    END IF;
    INSERT INTO sharing_compartmentmember (id, network_id, compartment_id, member_id)
    SELECT gen_random_uuid(), v.network_id, v.id, m.id FROM networks_member m
    WHERE m.id = p_member AND m.network_id = v.network_id AND m.side IN ('care', 'social')
      AND privacy.running(m.joined_at, m.left_at)
      AND (m.compartment IS NULL OR m.compartment = v.id)
    ON CONFLICT DO NOTHING;
    IF NOT EXISTS (SELECT FROM sharing_compartmentmember c
                   WHERE c.compartment_id = v.id AND c.member_id = p_member) THEN
        RAISE EXCEPTION 'only professionals of the network are named in a compartment';
    END IF;
END
$$;

-- Make a compartment about a client, with its maker and the members named in it.
CREATE FUNCTION privacy.make_compartment(p jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_network uuid := p ->> 'network';
    v_id uuid := p ->> 'compartment';
    v_seat uuid := privacy.professional_seat((p ->> 'network')::uuid);
    v_one text;
BEGIN
    IF v_seat IS NULL OR NOT EXISTS (
            SELECT FROM networks_member m WHERE m.id = (p ->> 'about')::uuid
            AND m.network_id = v_network AND m.side = 'client') THEN
        RAISE EXCEPTION 'a compartment is made by a professional of the network, about a client';
    END IF;
    INSERT INTO sharing_compartment (id, network_id, about_id, title, created_at, made_by_id)
    VALUES (v_id, v_network, (p ->> 'about')::uuid, p ->> 'title',
            LEAST((p ->> 'at')::timestamptz, now()), {person});
    INSERT INTO sharing_compartmentmember (id, network_id, compartment_id, member_id)
    VALUES (gen_random_uuid(), v_network, v_id, v_seat);
    FOR v_one IN SELECT jsonb_array_elements_text(p -> 'members') LOOP
        PERFORM privacy.name_in_compartment(v_id, v_one::uuid);
    END LOOP;
END
$$;

-- What who takes part inside a compartment holds: writing about the client there, and nothing else.
CREATE FUNCTION privacy.give_inside(p_compartment uuid, p_member uuid, p_side text, p_by uuid)
RETURNS void LANGUAGE sql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    INSERT INTO sharing_permission (id, network_id, member_id, about_id, subject, can_read,
        can_write, since, past, ground, wording, given_by_id, given_at)
    SELECT gen_random_uuid(), v.network_id, p_member, v.about_id, s, false, true, now(), false,
           'compartment', '', p_by, now()
    FROM sharing_compartment v CROSS JOIN unnest(ARRAY[1, 5, 6, 7, 8, 10, 11]) AS s
    WHERE v.id = p_compartment AND (s > 5 OR p_side = 'care')
$$;

-- Let a team in inside a compartment: only who is named there sees that it takes part. It reads
-- nothing else, and may write about the client there.
CREATE FUNCTION privacy.admit_inside(p jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v sharing_compartment;
    v_member uuid := p ->> 'member';
BEGIN
    SELECT * INTO v FROM sharing_compartment c
    WHERE c.id = (p ->> 'compartment')::uuid AND c.closed_at IS NULL;
    IF v.id IS NULL OR v.network_id <> (p ->> 'network')::uuid OR (p ->> 'team') IS NULL
       OR p ->> 'side' NOT IN ('care', 'social') OR NOT EXISTS (
            SELECT FROM sharing_compartmentmember c WHERE c.compartment_id = v.id
            AND c.member_id = privacy.professional_seat(v.network_id)) THEN
        RAISE EXCEPTION 'who is named in a compartment lets a team in there, and nobody else';
    END IF;
    PERFORM privacy.take_seat(p || jsonb_build_object('person', NULL, 'coordinator', false,
                                                      'first_contact', false, 'inside', v.id));
    PERFORM privacy.give_inside(v.id, v_member, p ->> 'side', {person});
    PERFORM privacy.name_in_compartment(v.id, v_member);
END
$$;

-- Inviting one person into a compartment: by who is named in it, seen by who is named in it.
CREATE POLICY inside ON membership_invitation FOR SELECT TO zv_app USING (
    compartment = ANY ({compartments}));
CREATE POLICY inviting_inside ON membership_invitation FOR INSERT TO zv_app WITH CHECK (
    compartment = ANY ({compartments}) AND invited_by_id = {person} AND side IN ('care', 'social')
    AND confirmed_at IS NULL AND ended_at IS NULL AND put_at IS NULL
    AND EXISTS (SELECT FROM sharing_compartment c
                WHERE c.id = compartment AND c.network_id = membership_invitation.network_id
                  AND c.closed_at IS NULL));
CREATE POLICY sending_inside ON membership_invitation FOR UPDATE TO zv_app
    USING (compartment = ANY ({compartments}) AND ended_at IS NULL)
    WITH CHECK (compartment = ANY ({compartments}));

-- Whether this person is named now in a compartment that is open; for somebody who is not looking.
CREATE FUNCTION privacy.person_is_named(p_compartment uuid, p_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM sharing_compartment v
        CROSS JOIN LATERAL privacy.seats(ARRAY[v.network_id], p_person) s
        JOIN sharing_compartmentmember c ON c.compartment_id = v.id AND c.member_id = s.member_id
        WHERE v.id = p_compartment AND v.closed_at IS NULL AND s.side IN ('care', 'social'))
$$;
-- The viewer takes the seat inside that was offered; only from `accept_invitation`, which looked at link
-- and code. Who has a seat already is named with it, when they are there for their work; NULL for others.
CREATE FUNCTION privacy.accept_inside(p_invitation uuid, p_member uuid, p_phone text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v membership_invitation; v_seat record;
BEGIN
    SELECT * INTO v FROM membership_invitation i WHERE i.id = p_invitation AND i.ended_at IS NULL;
    IF v.id IS NULL THEN RAISE EXCEPTION 'no such invitation'; END IF;
    SELECT s.member_id, s.side, m.compartment INTO v_seat
    FROM privacy.seats(ARRAY[v.network_id], {person}) s JOIN networks_member m ON m.id = s.member_id
    WHERE m.compartment IS NULL OR m.compartment = v.compartment;
    IF v_seat.member_id IS NULL THEN
        PERFORM privacy.take_seat(jsonb_build_object('member', p_member, 'network', v.network_id,
            'person', {person}, 'side', v.side, 'coordinator', false, 'first_contact', false,
            'function', v.function, 'description', v.description, 'organisation', v.organisation_id,
            'phone', p_phone, 'known', v.known, 'inside', v.compartment, 'at', now()));
        PERFORM privacy.give_inside(v.compartment, p_member, v.side, v.invited_by_id);
    ELSIF v_seat.side NOT IN ('care', 'social') THEN
        RETURN NULL;
    END IF;
    INSERT INTO sharing_compartmentmember (id, network_id, compartment_id, member_id)
    VALUES (gen_random_uuid(), v.network_id, v.compartment, COALESCE(v_seat.member_id, p_member))
    ON CONFLICT DO NOTHING;
    RETURN COALESCE(v_seat.member_id, p_member);
END
$$;
