-- Coming and going. Invitations are for who leads the network; a draft only for who makes it. The
-- social side sees no invitation of a care member that is not known by nature, except its own.
-- Into a compartment who is named in it invites (safety.sql); for others that is not there.
-- The hashes of link and code are read by no one: only functions here compare them.
GRANT SELECT (id, network_id, side, compartment, function, description, organisation_id, organisation_name,
    organisation_kind, known, given_name, infix, family_name, email, permissions, invited_by_id,
    created_at, put_at, prepared_by_id, confirmed_at, expires_at, attempts, sent_at, ended_at, ending,
    joined_id)
    ON membership_invitation TO zv_app;
GRANT INSERT, DELETE ON membership_invitation TO zv_app;
GRANT UPDATE (confirmed_at, expires_at, token_hash, code_hash, attempts, sent_at, ended_at, ending,
    email, organisation_id, put_at, prepared_by_id, invited_by_id) ON membership_invitation TO zv_app;

-- Whether the viewer helps a client of this network with deciding: prepares what the client confirms.
CREATE FUNCTION privacy.prepares(p_network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM networks_control k
                   WHERE k.network_id = p_network AND k.network_id = ANY ({networks})
                     AND k.state = 'supported' AND k.holder_id = ANY ({members})
                     AND privacy.running(k.starts_at, k.ends_at)
                     AND privacy.state_of(k.client_id) = 'supported')
$$;
-- Whether a client who gets help must be asked before an invitation of the viewer leaves.
CREATE FUNCTION privacy.asks_client(p_network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT privacy.decides(p_network) AND EXISTS (
        SELECT FROM networks_member m
        WHERE m.network_id = p_network AND m.side = 'client'
          AND privacy.running(m.joined_at, m.left_at) AND privacy.state_of(m.id) = 'supported'
          AND m.id NOT IN (SELECT d.about_id FROM privacy.dead(ARRAY[p_network]) d))
$$;
CREATE POLICY for_leaders ON membership_invitation FOR SELECT TO zv_app USING (
    network_id = ANY ({networks}) AND compartment IS NULL
    AND (confirmed_at IS NOT NULL OR put_at IS NOT NULL OR invited_by_id = {person})
    AND (side <> 'care' OR known OR NOT network_id = ANY ({social})
         OR {person} IN (invited_by_id, prepared_by_id))
    AND (privacy.leads(network_id) OR {person} IN (invited_by_id, prepared_by_id)));
CREATE POLICY inviting ON membership_invitation FOR INSERT TO zv_app WITH CHECK (
    invited_by_id = {person} AND confirmed_at IS NULL AND ended_at IS NULL AND put_at IS NULL
    AND compartment IS NULL
    AND (privacy.leads(network_id) OR privacy.prepares(network_id))
    -- Care opens what is medical: the social side lets nobody in as care, unless it is in control.
    AND (side <> 'care' OR NOT network_id = ANY ({social}) OR privacy.decides(network_id)));
CREATE POLICY sending ON membership_invitation FOR UPDATE TO zv_app USING (
    ended_at IS NULL AND network_id = ANY ({networks}) AND compartment IS NULL
    AND (privacy.leads(network_id) OR confirmed_at IS NULL AND invited_by_id = {person}))
    WITH CHECK (privacy.leads(network_id) OR confirmed_at IS NULL AND invited_by_id = {person});
-- It leaves in the name of who lets this person in; where a client gets help with deciding, of who
-- decides. It is put before the client by who made it.
CREATE FUNCTION privacy.guard_invitation() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL AND OLD.compartment IS NULL
       AND (NEW.invited_by_id <> {person} OR NOT privacy.leads(OLD.network_id)
            OR privacy.asks_client(OLD.network_id)) THEN
        RAISE EXCEPTION 'the client is asked first' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.invited_by_id <> OLD.invited_by_id
       AND (OLD.confirmed_at IS NOT NULL OR NEW.confirmed_at IS NULL)
       OR (NEW.put_at, NEW.prepared_by_id) IS DISTINCT FROM (OLD.put_at, OLD.prepared_by_id)
       AND (OLD.put_at IS NOT NULL OR OLD.invited_by_id <> {person}
            OR NEW.prepared_by_id IS DISTINCT FROM {person}) THEN
        RAISE EXCEPTION 'the invitation of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- What was put before the client, or sent, is for that one person and no other.
    IF COALESCE(OLD.put_at, OLD.confirmed_at) IS NOT NULL AND NEW.email NOT IN (OLD.email, '')
       OR OLD.confirmed_at IS NOT NULL AND NEW.organisation_id IS DISTINCT FROM OLD.organisation_id THEN
        RAISE EXCEPTION 'an invitation of another person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON membership_invitation
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_invitation();
CREATE POLICY dropping ON membership_invitation FOR DELETE TO zv_app USING (
    confirmed_at IS NULL AND invited_by_id = {person});

-- Besides the locks in networks.sql. Who does not lead can do one thing with a membership: end it.
CREATE POLICY only_ending ON networks_member AS RESTRICTIVE FOR UPDATE TO zv_app
    USING (true)
    WITH CHECK (left_at IS NOT NULL OR privacy.leads(network_id));
-- Who takes turns in a team, as what, is as visible as what the team does.
CREATE POLICY as_role ON people_teamperson AS RESTRICTIVE FOR SELECT TO zv_app USING (
    person_id = {person}
    OR EXISTS (SELECT FROM networks_role r JOIN networks_member m ON m.id = r.member_id
               WHERE m.team_id = people_teamperson.team_id));
-- The name of a team may tell what it treats. To the social side a team of such an organisation is
-- not there, whether or not it takes part, unless what it does is known.
CREATE POLICY as_role ON people_team AS RESTRICTIVE FOR SELECT TO zv_app USING (
    COALESCE(cardinality({social}), 0) = 0
    OR NOT EXISTS (SELECT FROM people_organisation o WHERE o.id = organisation_id
                   AND o.kind IN ('mental_health', 'hospital', 'paramedic', 'care_other'))
    OR EXISTS (SELECT FROM networks_role r JOIN networks_member m ON m.id = r.member_id
               WHERE m.team_id = people_team.id));
-- Insurers, company doctors and examining doctors cannot take part (Wabvpz 15f).
CREATE POLICY no_insurer ON networks_role AS RESTRICTIVE FOR INSERT TO zv_app WITH CHECK (
    NOT EXISTS (SELECT FROM people_organisation o WHERE o.id = organisation_id
                AND o.kind IN ('insurer', 'company_doctor', 'examining_doctor')));

-- One way in, for everybody: these three run with the rights of who calls them, and it is the
-- functions after them that may.
CREATE FUNCTION privacy.take_seat(p jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
DECLARE
    v_member uuid := p ->> 'member';
    v_network uuid := p ->> 'network';
    v_person uuid := p ->> 'person';
    -- Never later than this transaction, or the seat would not hold yet when it is asked for.
    v_at timestamptz := LEAST((p ->> 'at')::timestamptz, now());
BEGIN
    IF EXISTS (SELECT FROM people_organisation o
               LEFT JOIN people_team t ON t.id = (p ->> 'team')::uuid
               WHERE o.id IN ((p ->> 'organisation')::uuid, t.organisation_id)
                 AND o.kind IN ('insurer', 'company_doctor', 'examining_doctor')) THEN
        RAISE EXCEPTION 'an organisation of this kind cannot take part';
    END IF;
    INSERT INTO networks_member (id, network_id, person_id, team_id, side, coordinator,
        first_contact, joined_at, compartment)
    VALUES (v_member, v_network, v_person, (p ->> 'team')::uuid, p ->> 'side',
        (p ->> 'coordinator')::boolean, (p ->> 'first_contact')::boolean, v_at,
        (p ->> 'inside')::uuid);
    -- A team or person that took part inside a compartment only, and now openly, stays named there.
    INSERT INTO sharing_compartmentmember (id, network_id, compartment_id, member_id)
    SELECT gen_random_uuid(), v_network, c.compartment_id, v_member
    FROM networks_member m JOIN sharing_compartmentmember c ON c.member_id = m.id
    WHERE m.network_id = v_network AND m.id <> v_member
      AND (m.team_id = (p ->> 'team')::uuid OR m.person_id = v_person)
      AND m.compartment IS NOT NULL AND m.left_at IS NULL AND (p ->> 'inside') IS NULL;
    INSERT INTO networks_role (id, network_id, member_id, function, description, organisation_id,
        phone, known)
    VALUES (gen_random_uuid(), v_network, v_member, p ->> 'function', p ->> 'description',
        (p ->> 'organisation')::uuid, p ->> 'phone', (p ->> 'known')::boolean);
    IF v_person IS NOT NULL THEN
        INSERT INTO networks_presence (id, network_id, member_id, person_id)
        VALUES (gen_random_uuid(), v_network, v_member, v_person);
    END IF;
END
$$;

-- What one gets on joining: about each client, and as far as not medical about the household. About
-- another client a client gets nothing medical; a carer holds what is about themselves.
CREATE FUNCTION privacy.default_rights(p jsonb)
RETURNS TABLE (about_id uuid, subject smallint, can_read boolean, can_write boolean, past boolean, wording text)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT a.about_id, g.subject, g.read, g.write, g.past, g.wording
    FROM (SELECT (p ->> 'network')::uuid AS network, (p ->> 'member')::uuid AS member,
                 p ->> 'side' AS side) f
    CROSS JOIN LATERAL (
        SELECT m.id AS about_id, 'client' AS what FROM networks_member m
        WHERE m.network_id = f.network AND m.side = 'client'
          AND privacy.running(m.joined_at, m.left_at)
        UNION ALL SELECT f.network, 'household'
        UNION ALL SELECT f.member, 'own' WHERE f.side = 'family'
    ) a
    JOIN jsonb_to_recordset(p -> 'permissions')
        AS g(subject smallint, read boolean, write boolean, past boolean, own boolean, wording text)
      ON COALESCE(g.own, false) = (a.what = 'own')
    WHERE g.subject > 5
       OR a.what = 'client' AND f.side <> 'social' AND (f.side <> 'client' OR a.about_id = f.member)
$$;

CREATE FUNCTION privacy.give_defaults(p jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    INSERT INTO sharing_permission (id, network_id, member_id, about_id, subject, can_read,
        can_write, since, past, ground, wording, given_by_id, given_at)
    SELECT gen_random_uuid(), f.network, f.member, d.about_id, d.subject, d.can_read, d.can_write,
        f.at, d.past, 'default', d.wording, f.given_by, f.at
    FROM privacy.default_rights(p) d
    CROSS JOIN (SELECT (p ->> 'network')::uuid AS network, (p ->> 'member')::uuid AS member,
                       (p ->> 'given_by')::uuid AS given_by,
                       LEAST((p ->> 'at')::timestamptz, now()) AS at) f
$$;

CREATE FUNCTION privacy.join_network(p jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT privacy.take_seat(p);
    SELECT privacy.give_defaults(p);
$$;

-- Letting somebody in, for who leads the network: a new seat, never more for one that is there. A team
-- comes in at once, so not past a client who gets help with deciding; a person is tried here, to show
-- what an invitation would open.
CREATE FUNCTION privacy.admit_member(p jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (p ->> 'given_by')::uuid = {person} AND privacy.leads((p ->> 'network')::uuid)
       AND ((p ->> 'team') IS NULL OR NOT privacy.asks_client((p ->> 'network')::uuid))
       AND (p ->> 'side' <> 'care' OR NOT (p ->> 'network')::uuid = ANY ({social})
            OR privacy.decides((p ->> 'network')::uuid)) THEN
        PERFORM privacy.join_network(p);
    ELSE
        RAISE EXCEPTION 'who does not lead a network lets nobody in';
    END IF;
END
$$;

-- Starting a network: for whoever takes part in it themselves from the start. Clients first, so
-- that everybody gets their permissions about all of them.
CREATE FUNCTION privacy.found_network(p_network uuid, p_at timestamptz, p_members jsonb)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_one jsonb;
BEGIN
    IF NOT EXISTS (SELECT FROM jsonb_array_elements(p_members) m
                   WHERE (m ->> 'person')::uuid = {person})
       OR NOT EXISTS (SELECT FROM jsonb_array_elements(p_members) m WHERE m ->> 'side' = 'client')
       OR EXISTS (SELECT FROM jsonb_array_elements(p_members) m
                  WHERE (m ->> 'network')::uuid <> p_network) THEN
        RAISE EXCEPTION 'a network is founded by who takes part in it, around a client';
    END IF;
    INSERT INTO networks_network (id, created_at) VALUES (p_network, LEAST(p_at, now()));
    FOR v_one IN SELECT m FROM jsonb_array_elements(p_members) m LOOP
        PERFORM privacy.take_seat(v_one);
    END LOOP;
    FOR v_one IN SELECT m FROM jsonb_array_elements(p_members) m LOOP
        PERFORM privacy.give_defaults(v_one);
    END LOOP;
END
$$;

-- A new team is in no network yet, so making one opens nothing.
CREATE FUNCTION privacy.found_team(p jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF {person} IS NULL THEN RAISE EXCEPTION 'nobody makes this team'; END IF;
    INSERT INTO people_team (id, organisation_id, name, phone)
    VALUES ((p ->> 'team')::uuid, (p ->> 'organisation')::uuid, p ->> 'name', p ->> 'phone');
    INSERT INTO people_teamperson (id, team_id, person_id, function, starts_at)
    SELECT gen_random_uuid(), (p ->> 'team')::uuid, t.person, t.function,
           LEAST((p ->> 'at')::timestamptz, now())
    FROM jsonb_to_recordset(p -> 'people') AS t(person uuid, function text);
END
$$;

-- What a seat opens, by the rule itself. The counts are of items the viewer reads too: nobody
-- learns from them of what is not for them; the social side sees no medical row at all.
CREATE FUNCTION privacy.seat_opens(p_network uuid, p_member uuid)
RETURNS TABLE (about_id uuid, subject integer, can_read boolean, can_write boolean, past boolean,
    items integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seats AS MATERIALIZED (
        SELECT m.id AS member_id, m.side, s.person_id,
               ARRAY(SELECT d.about_id FROM privacy.dead(ARRAY[p_network]) d) AS dead,
               ARRAY(SELECT c.compartment_id FROM sharing_compartmentmember c
                     WHERE c.member_id = m.id) AS compartments
        FROM networks_member m LEFT JOIN privacy.seats(ARRAY[p_network]) s ON s.member_id = m.id
        WHERE m.id = p_member AND m.network_id = p_network AND privacy.leads(p_network)
    ), keys AS MATERIALIZED (
        SELECT k.* FROM privacy.keys(ARRAY[p_network], ARRAY(SELECT s.member_id FROM seats s)) k
    ), opened AS (
        SELECT i.about_id, i.subject, count(*) AS items FROM sharing_item i
        WHERE i.network_id = p_network AND i.withdrawn_at IS NULL AND {rule:search} > 0
          AND EXISTS (SELECT FROM seats s LEFT JOIN keys k ON k.about_id = i.about_id
                      WHERE {rule:decisions} > 0)
        GROUP BY i.about_id, i.subject
    )
    SELECT k.about_id, n, k.since[n] IS NOT NULL OR (k.own >> n) & 1 = 1, (k.write >> n) & 1 = 1,
           COALESCE(k.since[n] = '-infinity', false) OR (k.own >> n) & 1 = 1,
           COALESCE(o.items, 0)::integer
    FROM keys k CROSS JOIN generate_series(1, 15) AS n
    LEFT JOIN opened o ON o.about_id = k.about_id AND o.subject = n
    WHERE NOT (n <= 5 AND p_network = ANY ({social}))
      AND (k.since[n] IS NOT NULL OR ((k.own | k.write) >> n) & 1 = 1 OR o.items > 0)
    UNION ALL
    -- Items about whom the member holds no key at all, such as one's own words of long ago.
    SELECT o.about_id, o.subject, false, false, false, o.items::integer
    FROM opened o WHERE NOT EXISTS (SELECT FROM keys k WHERE k.about_id = o.about_id)
$$;

CREATE FUNCTION privacy.seated(p_network uuid) RETURNS TABLE (member_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT s.member_id, s.person_id FROM privacy.seats_inside(p_network) s
    JOIN networks_member m ON m.id = s.member_id
$$;

-- The clients and whoever decides about them now.
CREATE FUNCTION privacy.deciders(p_network uuid) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT s.person_id FROM privacy.seats(ARRAY[p_network]) s
    WHERE p_network = ANY ({networks})
      AND (s.side = 'client' OR EXISTS (
            SELECT FROM privacy.controllers(ARRAY[p_network]) c
            WHERE c.member_id = s.member_id AND c.about_id NOT IN (c.member_id, p_network)))
$$;

-- The clients about whom nobody would decide without this member, on something that is decided now;
-- `partly`: others decide on the rest. The member's own network only if no client would be left.
CREATE FUNCTION privacy.left_undecided(p_network uuid, p_without uuid)
RETURNS TABLE (client_id uuid, partly boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH clients AS (
        SELECT m.id FROM networks_member m
        WHERE m.network_id = p_network AND m.side = 'client'
          AND m.id <> p_without AND privacy.running(m.joined_at, m.left_at)
    ), deciding AS (
        SELECT k.about_id AS id, k.member_id, k.subjects, false AS later
        FROM privacy.controllers(ARRAY[p_network]) k
        UNION ALL
        -- For whom another decides for some days: who decides again when these are over.
        SELECT r.client_id, r.representative_id, privacy.mask(r.subjects), true
        FROM networks_representation r
        WHERE r.network_id = p_network AND privacy.running(r.starts_at, r.ends_at)
          AND privacy.state_of(r.client_id) = 'interim'
          AND EXISTS (SELECT FROM networks_control k
                      WHERE k.client_id = r.client_id AND k.state = 'represented'
                        AND privacy.running(k.starts_at, k.ends_at))
    ), held AS (
        SELECT d.id, d.later,
               COALESCE(bit_or(d.subjects & s.may) FILTER (WHERE m.id = p_without), 0) AS mine,
               COALESCE(bit_or(d.subjects & s.may) FILTER (WHERE m.id <> p_without), 0) AS others
        FROM deciding d JOIN clients c ON c.id = d.id
        JOIN networks_member m ON m.id = d.member_id AND privacy.running(m.joined_at, m.left_at)
        -- Nobody of the social side decides on what is medical, whatever a paper says.
        CROSS JOIN LATERAL (
            SELECT CASE WHEN m.side = 'social' THEN 65472 ELSE 65534 END AS may) s
        GROUP BY 1, 2
    )
    SELECT h.id, h.others <> 0 FROM held h WHERE h.mine & ~h.others <> 0
    UNION
    SELECT m.id, false FROM networks_member m
    WHERE m.id = p_without AND m.network_id = p_network AND m.side = 'client'
      AND NOT EXISTS (SELECT FROM clients)
$$;
CREATE FUNCTION privacy.undecided(p_network uuid, p_without uuid)
RETURNS TABLE (client_id uuid, partly boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.client_id, u.partly FROM privacy.left_undecided(p_network, p_without) u
    WHERE p_network = ANY ({networks})
$$;

-- Whether nobody would keep the dossier of somebody who died without this member.
CREATE FUNCTION privacy.left_unkept(p_network uuid, p_without uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH keeping AS (
        SELECT k.about_id, k.member_id FROM networks_keptaccess k
        JOIN networks_member m ON m.id = k.member_id AND privacy.running(m.joined_at, m.left_at)
        WHERE k.network_id = p_network AND k.ground = 'keeper'
          AND privacy.running(k.starts_at, k.ends_at)
          AND k.about_id IN (SELECT d.about_id FROM privacy.dead(ARRAY[p_network]) d)
    )
    SELECT EXISTS (SELECT FROM keeping k WHERE k.member_id = p_without AND NOT EXISTS (
        SELECT FROM keeping o WHERE o.about_id = k.about_id AND o.member_id <> p_without))
$$;
CREATE FUNCTION privacy.unkept(p_network uuid, p_without uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_network = ANY ({networks}) AND privacy.left_unkept(p_network, p_without)
$$;

-- Whether the viewer is the only one who decides for somebody else, or who keeps a dossier: anywhere.
CREATE FUNCTION privacy.i_am_needed() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM networks_member m JOIN networks_network n ON n.id = m.network_id
        WHERE m.person_id = {person} AND m.side <> 'client'
          AND privacy.running(m.joined_at, m.left_at)
          AND (n.closed_at IS NULL OR n.closed_at > privacy.moment())
          AND (privacy.left_unkept(m.network_id, m.id)
               OR EXISTS (SELECT FROM privacy.left_undecided(m.network_id, m.id))))
$$;

-- Who took part here for an organisation and does no longer, decides for nobody any more: visible in
-- what changed, told to the client and the coordinator; when nobody acts, the client decides. Answers
-- what was noted.
CREATE FUNCTION privacy.hand_back(p_member uuid, p_person uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_client uuid; v_network uuid; v_noted uuid[] := '{{}}'; v_one uuid[];
BEGIN
    -- Before the days are over: what stood before them returns, and is told as if they were.
    UPDATE networks_control k SET ends_at = GREATEST(now(), k.starts_at)
    WHERE k.holder_id = p_member AND k.state = 'interim' AND privacy.running(k.starts_at, k.ends_at);
    FOR v_client, v_network IN
        SELECT DISTINCT r.client_id, r.network_id FROM networks_representation r
        WHERE r.representative_id = p_member AND privacy.running(r.starts_at, r.ends_at) LOOP
        UPDATE networks_representation r SET ends_at = GREATEST(now(), r.starts_at)
        WHERE r.client_id = v_client AND r.representative_id = p_member
          AND privacy.running(r.starts_at, r.ends_at);
        PERFORM privacy.hand_to_client(v_client, now());
        INSERT INTO control_change (id, network_id, client_id, what, member_id, ground, person_id, at)
        VALUES (gen_random_uuid(), v_network, v_client, 'stopped', p_member, '', p_person, now());
        WITH noted AS (
            INSERT INTO journal_event (id, network_id, verb, member_id, person_id, to_person_id, at)
            SELECT gen_random_uuid(), v_network, 'control_stopped', v_client, p_person, s.person_id, now()
            FROM privacy.seats(ARRAY[v_network]) s
            WHERE (s.member_id = v_client OR s.coordinator) AND s.person_id <> p_person
            RETURNING id)
        SELECT array_agg(id) INTO v_one FROM noted;
        v_noted := v_noted || COALESCE(v_one, '{{}}');
    END LOOP;
    RETURN v_noted;
END
$$;

CREATE FUNCTION privacy.kind_is_new(p_network uuid, p_kind text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_network = ANY ({networks}) AND privacy.leads(p_network) AND NOT EXISTS (
        SELECT FROM networks_role r JOIN people_organisation o ON o.id = r.organisation_id
        -- Who takes part inside a compartment is not known to take part.
        JOIN networks_member m ON m.id = r.member_id AND m.compartment IS NULL
        WHERE r.network_id = p_network AND o.kind = p_kind)
$$;

-- Whether this person leads the network now; as privacy.leads, for somebody who is not looking.
CREATE FUNCTION privacy.person_leads(p_network uuid, p_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM privacy.seats(ARRAY[p_network], p_person) s
        WHERE s.coordinator OR EXISTS (
            SELECT FROM privacy.controllers(ARRAY[p_network]) c
            WHERE c.member_id = s.member_id AND (c.about_id <> s.member_id OR s.side = 'client')))
$$;

-- Answering an invitation. Without the link nothing; with the link alone only how it stands; with
-- the right code what it is about. Five wrong codes end it. Names nobody before the code is right.
CREATE FUNCTION privacy.look_at_invitation(p_token text, p_code text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v membership_invitation;
BEGIN
    SELECT * INTO v FROM membership_invitation i
    WHERE i.token_hash = p_token AND i.confirmed_at IS NOT NULL FOR UPDATE;
    IF NOT FOUND THEN RETURN jsonb_build_object('state', 'absent'); END IF;
    IF v.ending = 'accepted' AND EXISTS (
            SELECT FROM networks_member m WHERE m.id = v.joined_id AND m.person_id = {person}) THEN
        RETURN jsonb_build_object('state', 'mine', 'network', v.network_id);
    END IF;
    IF v.ending <> '' THEN RETURN jsonb_build_object('state', v.ending); END IF;
    IF v.expires_at <= now() THEN RETURN jsonb_build_object('state', 'expired'); END IF;
    IF v.compartment IS NULL AND NOT privacy.person_leads(v.network_id, v.invited_by_id)
       OR v.compartment IS NOT NULL AND NOT privacy.person_is_named(v.compartment, v.invited_by_id) THEN
        RETURN jsonb_build_object('state', 'withdrawn');
    END IF;
    IF p_code = '' THEN RETURN jsonb_build_object('state', 'asks'); END IF;
    IF p_code <> v.code_hash THEN
        UPDATE membership_invitation SET attempts = attempts + 1,
            ending = CASE WHEN attempts >= 4 THEN 'codes' ELSE '' END,
            ended_at = CASE WHEN attempts >= 4 THEN now() END,
            email = CASE WHEN attempts >= 4 THEN '' ELSE email END
        WHERE id = v.id;
        RETURN jsonb_build_object('state', CASE WHEN v.attempts >= 4 THEN 'codes' ELSE 'wrong' END,
            'left', 4 - v.attempts, 'network', v.network_id, 'inviter', v.invited_by_id);
    END IF;
    RETURN jsonb_build_object('state', 'open', 'network', v.network_id, 'email', v.email,
        'given_name', v.given_name, 'infix', v.infix, 'family_name', v.family_name,
        'side', v.side, 'inside', v.compartment IS NOT NULL, 'function', v.function, 'description', v.description,
        'organisation', (SELECT o.name FROM people_organisation o WHERE o.id = v.organisation_id),
        'permissions', v.permissions,
        'inviter', (SELECT concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name)
                    FROM people_person p WHERE p.id = v.invited_by_id),
        'clients', (SELECT jsonb_agg(concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name)
                                     ORDER BY m.joined_at, m.id)
                    FROM networks_member m JOIN people_person p ON p.id = m.person_id
                    WHERE m.network_id = v.network_id AND m.side = 'client'
                      AND privacy.running(m.joined_at, m.left_at)));
END
$$;

-- The viewer takes the seat the invitation offers. Repeating it is harmless; who is in already
-- stays as they are; who is excluded does not come in this way.
CREATE FUNCTION privacy.accept_invitation(p_token text, p_code text, p_member uuid, p_phone text,
    p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v membership_invitation;
    v_now jsonb := privacy.look_at_invitation(p_token, p_code);
    v_member uuid;
BEGIN
    IF {person} IS NULL THEN RAISE EXCEPTION 'nobody accepts'; END IF;
    IF v_now ->> 'state' <> 'open' THEN RETURN v_now; END IF;
    SELECT * INTO v FROM membership_invitation i WHERE i.token_hash = p_token;
    IF EXISTS (SELECT FROM networks_exclusion x WHERE x.network_id = v.network_id
               AND x.person_id = {person} AND privacy.running(x.starts_at, x.ends_at)) THEN
        RETURN jsonb_build_object('state', 'excluded');
    END IF;
    IF v.compartment IS NOT NULL THEN
        v_member := privacy.accept_inside(v.id, p_member, p_phone);
        IF v_member IS NULL THEN RETURN jsonb_build_object('state', 'excluded'); END IF;
        UPDATE membership_invitation
        SET ending = 'accepted', ended_at = now(), joined_id = v_member, email = '' WHERE id = v.id;
        RETURN jsonb_build_object('state', 'accepted', 'network', v.network_id, 'member', v_member,
            'inside', true, 'new', v_member = p_member);
    END IF;
    -- Who takes part inside a compartment only, takes part openly from here.
    PERFORM privacy.wait_for(v.network_id);
    SELECT m.id INTO v_member FROM networks_member m WHERE m.network_id = v.network_id
        AND m.person_id = {person} AND m.compartment IS NULL
        AND privacy.running(m.joined_at, m.left_at);
    IF v_member IS NULL THEN
        v_member := p_member;
        PERFORM privacy.join_network(jsonb_build_object('member', p_member,
            'network', v.network_id, 'person', {person}, 'side', v.side, 'coordinator', false,
            'first_contact', false, 'function', v.function, 'description', v.description,
            'organisation', v.organisation_id, 'phone', p_phone, 'known', v.known,
            'permissions', v.permissions, 'given_by', v.invited_by_id,
            'at', GREATEST(p_at, v.created_at)));
    END IF;
    UPDATE membership_invitation
    SET ending = 'accepted', ended_at = now(), joined_id = v_member, email = '' WHERE id = v.id;
    RETURN jsonb_build_object('state', 'accepted', 'network', v.network_id, 'member', v_member,
        'new', v_member = p_member);
END
$$;

CREATE FUNCTION privacy.decline_invitation(p_token text)
RETURNS TABLE (network_id uuid, person_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE membership_invitation i SET ending = 'declined', ended_at = now(), email = ''
    WHERE i.token_hash = p_token AND i.confirmed_at IS NOT NULL AND i.ending = ''
      AND i.expires_at > now()
    RETURNING i.network_id, i.invited_by_id
$$;

-- For the worker, which knows the number of an invitation and nothing else: where its mail goes,
-- once per sending.
CREATE FUNCTION privacy.invitation_to_send(p_invitation uuid) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE membership_invitation i SET sent_at = now()
    WHERE i.id = p_invitation AND i.confirmed_at IS NOT NULL AND i.ending = '' AND i.sent_at IS NULL
      AND i.expires_at > now()
    RETURNING i.email
$$;
