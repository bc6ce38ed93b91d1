-- Organisations and their own people. Who keeps the list of an organisation sees its people and
-- teams, by the functions below; never a network, nor in which networks a team takes part. Everybody
-- sees what is kept of themselves.
GRANT SELECT ON organisations_employment, organisations_organisationkeeper TO zv_app;
CREATE POLICY own ON organisations_employment FOR SELECT TO zv_app USING (person_id = {person});
CREATE POLICY own ON organisations_organisationkeeper FOR SELECT TO zv_app
    USING (person_id = {person} AND NOT (SELECT privacy.weak()));
GRANT SELECT ON organisations_professionalnumber TO zv_app;
CREATE POLICY own ON organisations_professionalnumber FOR SELECT TO zv_app
    USING (person_id = {person});

CREATE FUNCTION privacy.keeps(p_organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM organisations_organisationkeeper k
                   WHERE k.organisation_id = p_organisation AND k.person_id = {person}
                     AND privacy.running(k.starts_at, k.ends_at))
       AND NOT privacy.weak()
$$;

-- Invitations to work here: for who keeps the list. Hashes of link and code are read by no one.
GRANT SELECT (id, organisation_id, given_name, infix, family_name, email, function, invited_by_id,
    created_at, expires_at, attempts, sent_at, ended_at, ending) ON organisations_workinvitation TO zv_app;
GRANT INSERT, UPDATE (ended_at, ending, email) ON organisations_workinvitation TO zv_app;
CREATE POLICY keeping ON organisations_workinvitation FOR SELECT TO zv_app
    USING (privacy.keeps(organisation_id));
CREATE POLICY asking ON organisations_workinvitation FOR INSERT TO zv_app WITH CHECK (
    invited_by_id = {person} AND ended_at IS NULL AND privacy.keeps(organisation_id));
CREATE POLICY withdrawing ON organisations_workinvitation FOR UPDATE TO zv_app
    USING (ended_at IS NULL AND privacy.keeps(organisation_id))
    WITH CHECK (privacy.keeps(organisation_id));

-- The people of an organisation now, for who keeps its list.
CREATE FUNCTION privacy.staff(p_organisation uuid)
RETURNS TABLE (person_id uuid, given_name text, infix text, family_name text, function text,
    since timestamptz, keeper boolean, numbers jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, p.given_name, p.infix, p.family_name, e.function, e.starts_at,
           EXISTS (SELECT FROM organisations_organisationkeeper k
                   WHERE k.organisation_id = p_organisation AND k.person_id = p.id
                     AND privacy.running(k.starts_at, k.ends_at)),
           COALESCE((SELECT jsonb_object_agg(n.kind, n.number)
                     FROM organisations_professionalnumber n WHERE n.person_id = p.id), '{{}}')
    FROM organisations_employment e JOIN people_person p ON p.id = e.person_id
    WHERE e.organisation_id = p_organisation AND privacy.running(e.starts_at, e.ends_at)
      AND privacy.keeps(p_organisation)
    ORDER BY p.family_name, p.given_name, p.id
$$;

-- Who takes turns in which of its teams: now, later, and until a quarter of a year ago.
CREATE FUNCTION privacy.turns(p_organisation uuid)
RETURNS TABLE (turn_id uuid, team_id uuid, person_id uuid, name text, function text,
    starts_at timestamptz, ends_at timestamptz, substitute boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.id, t.team_id, t.person_id,
           concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name), t.function,
           t.starts_at, t.ends_at, t.substitute
    FROM people_teamperson t JOIN people_team m ON m.id = t.team_id
    JOIN people_person p ON p.id = t.person_id
    WHERE m.organisation_id = p_organisation AND privacy.keeps(p_organisation)
      AND (t.ends_at IS NULL OR t.ends_at > now() - interval '90 days' AND t.ends_at > t.starts_at)
    ORDER BY p.given_name, p.id, t.starts_at
$$;

-- That somebody's turn in a team began or ended: noted in every network in which the team takes
-- part, for that person alone, so that open pages look again who may listen. Answers ids only: in
-- how many networks a team is, and which, is none of the organisation's keepers' business, so the
CREATE FUNCTION privacy.note_turns(p_verb text, p_person uuid, p_teams uuid[]) RETURNS uuid[]
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH noted AS (
        INSERT INTO journal_event (id, network_id, verb, member_id, person_id, to_person_id, at)
        SELECT gen_random_uuid(), m.network_id, p_verb, m.id, p_person, p_person, now()
        FROM networks_member m
        WHERE m.team_id = ANY (p_teams) AND privacy.running(m.joined_at, m.left_at)
        RETURNING id)
    SELECT COALESCE(array_agg(id), '{{}}') FROM noted
$$;

CREATE FUNCTION privacy.make_team(p_organisation uuid, p_team uuid, p_name text, p_phone text)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT privacy.keeps(p_organisation) THEN RETURN false; END IF;
    INSERT INTO people_team (id, organisation_id, name, phone)
    VALUES (p_team, p_organisation, p_name, p_phone);
    RETURN true;
END
$$;

-- A turn in a team of one's organisation, for somebody who works there. NULL: not for the asker.
CREATE FUNCTION privacy.begin_turn(p_turn uuid, p_team uuid, p_person uuid, p_function text,
    p_from timestamptz, p_to timestamptz, p_substitute boolean) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_organisation uuid := (SELECT organisation_id FROM people_team WHERE id = p_team);
    v_from timestamptz := COALESCE(p_from, now());
BEGIN
    IF v_organisation IS NULL OR NOT privacy.keeps(v_organisation)
       OR NOT EXISTS (SELECT FROM organisations_employment e WHERE e.person_id = p_person
                      AND e.organisation_id = v_organisation
                      AND privacy.running(e.starts_at, e.ends_at)) THEN
        RETURN NULL;
    END IF;
    INSERT INTO people_teamperson (id, team_id, person_id, function, starts_at, ends_at, substitute)
    VALUES (p_turn, p_team, p_person, p_function, v_from, p_to, p_substitute);
    RETURN CASE WHEN v_from > now() THEN '{{}}'
                ELSE privacy.note_turns('turn_began', p_person, ARRAY[p_team]) END;
END
$$;

-- The end of a turn: now (NULL), or at a later moment. NULL: not for the asker, or over already.
CREATE FUNCTION privacy.end_turn(p_turn uuid, p_to timestamptz) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_turn people_teamperson;
BEGIN
    SELECT t.* INTO v_turn FROM people_teamperson t JOIN people_team m ON m.id = t.team_id
    WHERE t.id = p_turn AND privacy.keeps(m.organisation_id)
      AND (t.ends_at IS NULL OR t.ends_at > now()) FOR UPDATE OF t;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE people_teamperson SET ends_at = GREATEST(v_turn.starts_at, COALESCE(p_to, now()))
    WHERE id = p_turn;
    RETURN CASE WHEN p_to > now() THEN '{{}}'
                ELSE privacy.note_turns('turn_ended', v_turn.person_id, ARRAY[v_turn.team_id]) END;
END
$$;

-- Who leaves an organisation: all turns in its teams end with it, and every membership they have in
-- their own name for that organisation, in whatever network. For who keeps the list, and for
-- oneself; not for the last who keeps it. Answers how it stands, and the ids of what was noted:
-- `left` is news in those networks, `turns` is not.
CREATE FUNCTION privacy.leave_organisation(p_organisation uuid, p_person uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_teams uuid[]; v_left uuid[]; v_turns uuid[]; v_member uuid;
BEGIN
    IF NOT (privacy.keeps(p_organisation) OR p_person = {person}) THEN
        RETURN jsonb_build_object('state', 'absent');
    END IF;
    -- Two keepers at once must not each think that the other stays.
    PERFORM FROM organisations_organisationkeeper k WHERE k.organisation_id = p_organisation
        AND privacy.running(k.starts_at, k.ends_at) ORDER BY k.id FOR UPDATE;
    IF EXISTS (SELECT FROM organisations_organisationkeeper k WHERE k.organisation_id = p_organisation
               AND k.person_id = p_person AND privacy.running(k.starts_at, k.ends_at))
       AND NOT EXISTS (SELECT FROM organisations_organisationkeeper k
               WHERE k.organisation_id = p_organisation AND k.person_id <> p_person
                 AND privacy.running(k.starts_at, k.ends_at)) THEN
        RETURN jsonb_build_object('state', 'last_keeper');
    END IF;
    -- The dossier of who died stays with somebody who was named: nobody else reads it by itself.
    IF EXISTS (SELECT FROM networks_member m JOIN networks_role r ON r.member_id = m.id
               WHERE r.organisation_id = p_organisation AND m.person_id = p_person
                 AND m.side <> 'client' AND privacy.running(m.joined_at, m.left_at)
                 AND privacy.left_unkept(m.network_id, m.id)) THEN
        RETURN jsonb_build_object('state', 'keeps_dossier');
    END IF;
    UPDATE organisations_employment e SET ends_at = GREATEST(e.starts_at, now())
    WHERE e.organisation_id = p_organisation AND e.person_id = p_person
      AND (e.ends_at IS NULL OR e.ends_at > now());
    IF NOT FOUND THEN RETURN jsonb_build_object('state', 'absent'); END IF;
    UPDATE organisations_organisationkeeper k SET ends_at = GREATEST(k.starts_at, now())
    WHERE k.organisation_id = p_organisation AND k.person_id = p_person
      AND (k.ends_at IS NULL OR k.ends_at > now());
    WITH ended AS (
        UPDATE people_teamperson t SET ends_at = GREATEST(t.starts_at, now())
        FROM people_team m
        WHERE m.id = t.team_id AND m.organisation_id = p_organisation AND t.person_id = p_person
          AND (t.ends_at IS NULL OR t.ends_at > now())
        RETURNING t.team_id)
    SELECT array_agg(DISTINCT team_id) INTO v_teams FROM ended;
    v_turns := privacy.note_turns('turn_ended', p_person, COALESCE(v_teams, '{{}}'));
    WITH ended AS (
        UPDATE networks_member m SET left_at = GREATEST(m.joined_at, now())
        FROM networks_role r
        WHERE r.member_id = m.id AND r.organisation_id = p_organisation AND m.person_id = p_person
          AND m.side <> 'client' AND (m.left_at IS NULL OR m.left_at > now())
        RETURNING m.id, m.network_id
    ), noted AS (
        INSERT INTO journal_event (id, network_id, verb, member_id, person_id, at)
        SELECT gen_random_uuid(), e.network_id, 'left', e.id, p_person, now() FROM ended e
        RETURNING id)
    SELECT array_agg(id) INTO v_left FROM noted;
    -- Whoever this person decided for hears that they do not any more.
    FOR v_member IN SELECT m.id FROM networks_member m JOIN networks_role r ON r.member_id = m.id
                    WHERE r.organisation_id = p_organisation AND m.person_id = p_person
                      AND m.left_at >= now() LOOP
        v_left := v_left || privacy.hand_back(v_member, p_person);
    END LOOP;
    RETURN jsonb_build_object('state', 'left', 'left', COALESCE(v_left, '{{}}'), 'turns', v_turns);
END
$$;

CREATE FUNCTION privacy.set_numbers(p_organisation uuid, p_person uuid, p_numbers jsonb)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM privacy.staff(p_organisation) s WHERE s.person_id = p_person) THEN
        RETURN false;
    END IF;
    DELETE FROM organisations_professionalnumber n WHERE n.person_id = p_person;
    INSERT INTO organisations_professionalnumber (id, person_id, kind, number)
    SELECT gen_random_uuid(), p_person, n.key, n.value FROM jsonb_each_text(p_numbers) n
    WHERE n.value <> '';
    RETURN true;
END
$$;

-- One more who keeps the list, of the people who work there; or one less, never the last.
CREATE FUNCTION privacy.set_keeper(p_organisation uuid, p_person uuid, p_keeps boolean)
RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_is boolean; v_others integer;
BEGIN
    PERFORM FROM organisations_organisationkeeper k WHERE k.organisation_id = p_organisation
        AND privacy.running(k.starts_at, k.ends_at) ORDER BY k.id FOR UPDATE;
    SELECT s.keeper INTO v_is FROM privacy.staff(p_organisation) s WHERE s.person_id = p_person;
    IF v_is IS NULL THEN RETURN 'absent'; END IF;
    IF v_is = p_keeps THEN RETURN 'same'; END IF;
    SELECT count(*) INTO v_others FROM privacy.staff(p_organisation) s
    WHERE s.keeper AND s.person_id <> p_person;
    IF NOT p_keeps AND v_others = 0 THEN RETURN 'last_keeper'; END IF;
    IF p_keeps THEN
        INSERT INTO organisations_organisationkeeper (id, organisation_id, person_id, starts_at)
        VALUES (gen_random_uuid(), p_organisation, p_person, now());
    ELSE
        UPDATE organisations_organisationkeeper k SET ends_at = now()
        WHERE k.organisation_id = p_organisation AND k.person_id = p_person AND k.ends_at IS NULL;
    END IF;
    RETURN 'done';
END
$$;

-- The first who keeps the list of an organisation: only for the owner of the installation.
CREATE FUNCTION privacy.first_keeper(p_organisation uuid, p_person uuid, p_function text)
RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO organisations_employment (id, organisation_id, person_id, function, starts_at)
    SELECT gen_random_uuid(), p_organisation, p_person, p_function, now()
    WHERE NOT EXISTS (SELECT FROM organisations_employment e WHERE e.organisation_id = p_organisation
                      AND e.person_id = p_person AND privacy.running(e.starts_at, e.ends_at));
    INSERT INTO organisations_organisationkeeper (id, organisation_id, person_id, starts_at)
    SELECT gen_random_uuid(), p_organisation, p_person, now()
    WHERE NOT EXISTS (SELECT FROM organisations_organisationkeeper k
                      WHERE k.organisation_id = p_organisation AND k.person_id = p_person
                        AND privacy.running(k.starts_at, k.ends_at));
$$;

-- Answering an invitation to work somewhere, as with an invitation to a network: with the link alone
-- only how it stands; with the right code what it is about. Five wrong codes end it.
CREATE FUNCTION privacy.look_at_work(p_token text, p_code text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v organisations_workinvitation;
BEGIN
    SELECT * INTO v FROM organisations_workinvitation i WHERE i.token_hash = p_token FOR UPDATE;
    IF NOT FOUND THEN RETURN jsonb_build_object('state', 'absent'); END IF;
    IF v.ending <> '' THEN RETURN jsonb_build_object('state', v.ending); END IF;
    IF v.expires_at <= now() THEN RETURN jsonb_build_object('state', 'expired'); END IF;
    IF NOT EXISTS (SELECT FROM organisations_organisationkeeper k
                   WHERE k.organisation_id = v.organisation_id AND k.person_id = v.invited_by_id
                     AND privacy.running(k.starts_at, k.ends_at)) THEN
        RETURN jsonb_build_object('state', 'withdrawn');
    END IF;
    IF p_code = '' THEN RETURN jsonb_build_object('state', 'asks'); END IF;
    IF p_code <> v.code_hash THEN
        UPDATE organisations_workinvitation SET attempts = attempts + 1,
            ending = CASE WHEN attempts >= 4 THEN 'codes' ELSE '' END,
            ended_at = CASE WHEN attempts >= 4 THEN now() END,
            email = CASE WHEN attempts >= 4 THEN '' ELSE email END
        WHERE id = v.id;
        RETURN jsonb_build_object('state', CASE WHEN v.attempts >= 4 THEN 'codes' ELSE 'wrong' END,
                                  'left', 4 - v.attempts);
    END IF;
    RETURN jsonb_build_object('state', 'open', 'email', v.email, 'given_name', v.given_name,
        'infix', v.infix, 'family_name', v.family_name, 'function', v.function,
        'organisation', (SELECT o.name FROM people_organisation o WHERE o.id = v.organisation_id));
END
$$;

CREATE FUNCTION privacy.accept_work(p_token text, p_code text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v organisations_workinvitation; v_now jsonb := privacy.look_at_work(p_token, p_code);
BEGIN
    IF {person} IS NULL THEN RAISE EXCEPTION 'nobody accepts'; END IF;
    IF v_now ->> 'state' <> 'open' THEN RETURN v_now ->> 'state'; END IF;
    SELECT * INTO v FROM organisations_workinvitation i WHERE i.token_hash = p_token;
    INSERT INTO organisations_employment (id, organisation_id, person_id, function, starts_at)
    SELECT gen_random_uuid(), v.organisation_id, {person}, v.function, now()
    WHERE NOT EXISTS (SELECT FROM organisations_employment e WHERE e.person_id = {person}
                      AND e.organisation_id = v.organisation_id AND e.ends_at IS NULL);
    UPDATE organisations_workinvitation SET ending = 'accepted', ended_at = now(), email = ''
    WHERE id = v.id;
    RETURN 'accepted';
END
$$;

CREATE FUNCTION privacy.decline_work(p_token text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH declined AS (
        UPDATE organisations_workinvitation i SET ending = 'declined', ended_at = now(), email = ''
        WHERE i.token_hash = p_token AND i.ending = '' AND i.expires_at > now() RETURNING 1)
    SELECT EXISTS (SELECT FROM declined)
$$;

CREATE FUNCTION privacy.work_invitation_to_send(p_invitation uuid) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE organisations_workinvitation i SET sent_at = now()
    WHERE i.id = p_invitation AND i.ending = '' AND i.sent_at IS NULL AND i.expires_at > now()
    RETURNING i.email
$$;

-- Neighbourhoods, the organisations that work together in them, and who keeps their programmes: as long
-- as they work for one of those organisations. It opens no client. A weak session keeps nothing.
GRANT SELECT ON organisations_neighbourhood, organisations_neighbourhoodorganisation,
    organisations_programmekeeper TO zv_app;
CREATE POLICY directory ON organisations_neighbourhood FOR SELECT TO zv_app
    USING ({person} IS NOT NULL);
CREATE POLICY directory ON organisations_neighbourhoodorganisation FOR SELECT TO zv_app
    USING ({person} IS NOT NULL);
CREATE FUNCTION privacy.works_in(p_neighbourhood uuid, p_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_person = {person} AND EXISTS (
        SELECT FROM organisations_neighbourhoodorganisation o
        JOIN organisations_employment e ON e.organisation_id = o.organisation_id
        WHERE o.neighbourhood_id = p_neighbourhood AND privacy.running(o.starts_at, o.ends_at)
          AND e.person_id = p_person AND privacy.running(e.starts_at, e.ends_at))
$$;

CREATE FUNCTION privacy.keeps_programmes(p_neighbourhood uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT privacy.weak() AND privacy.works_in(p_neighbourhood, {person})
       AND EXISTS (SELECT FROM organisations_programmekeeper k
                   WHERE k.neighbourhood_id = p_neighbourhood AND k.person_id = {person}
                     AND privacy.running(k.starts_at, k.ends_at))
$$;

CREATE POLICY own ON organisations_programmekeeper FOR SELECT TO zv_app
    USING (person_id = {person} AND privacy.keeps_programmes(neighbourhood_id));

-- Who keeps the programmes of a neighbourhood, ever did or will: for who does so now, and for who keeps
-- the list of an organisation that works there.
CREATE FUNCTION privacy.programme_keepers(p_neighbourhood uuid)
RETURNS TABLE (id uuid, person_id uuid, name text, starts_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.id, p.id, concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name),
           k.starts_at, k.ends_at
    FROM organisations_programmekeeper k JOIN people_person p ON p.id = k.person_id
    WHERE k.neighbourhood_id = p_neighbourhood AND (privacy.keeps_programmes(p_neighbourhood)
        OR EXISTS (SELECT FROM organisations_neighbourhoodorganisation o
                   WHERE o.neighbourhood_id = p_neighbourhood AND privacy.keeps(o.organisation_id)
                     AND privacy.running(o.starts_at, o.ends_at)))
    ORDER BY k.starts_at, k.id
$$;

-- Appointing a colleague to keep the programmes of a neighbourhood, from a moment until a moment; by who
-- keeps the list of an organisation that works there, among its own people.
CREATE FUNCTION privacy.appoint_programme_keeper(p_organisation uuid, p_person uuid,
    p_neighbourhood uuid, p_from timestamptz, p_to timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM privacy.staff(p_organisation) s WHERE s.person_id = p_person)
       OR NOT EXISTS (SELECT FROM organisations_neighbourhoodorganisation o
                      WHERE o.neighbourhood_id = p_neighbourhood
                        AND o.organisation_id = p_organisation
                        AND privacy.running(o.starts_at, o.ends_at)) THEN
        RETURN 'absent';
    END IF;
    -- Two who appoint at once must not each think there was nobody.
    PERFORM FROM organisations_neighbourhood n WHERE n.id = p_neighbourhood FOR UPDATE;
    IF EXISTS (SELECT FROM organisations_programmekeeper k
               WHERE k.neighbourhood_id = p_neighbourhood AND k.person_id = p_person
                 AND (k.ends_at IS NULL OR k.ends_at > GREATEST(p_from, now()))
                 AND (p_to IS NULL OR k.starts_at < p_to)) THEN
        RETURN 'same';
    END IF;
    INSERT INTO organisations_programmekeeper
        (id, neighbourhood_id, person_id, appointed_by_id, starts_at, ends_at)
    VALUES (gen_random_uuid(), p_neighbourhood, p_person, {person}, COALESCE(p_from, now()), p_to);
    RETURN 'done';
END
$$;

CREATE FUNCTION privacy.dismiss_programme_keeper(p_organisation uuid, p_keeper uuid)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE organisations_programmekeeper k SET ends_at = GREATEST(k.starts_at, now())
    WHERE k.id = p_keeper AND (k.ends_at IS NULL OR k.ends_at > now())
      AND EXISTS (SELECT FROM privacy.staff(p_organisation) s WHERE s.person_id = k.person_id)
      AND EXISTS (SELECT FROM organisations_neighbourhoodorganisation o
                  WHERE o.neighbourhood_id = k.neighbourhood_id
                    AND o.organisation_id = p_organisation
                    AND privacy.running(o.starts_at, o.ends_at));
    RETURN FOUND;
END
$$;

-- Where one goes with a complaint is known to everybody, and kept by who keeps the list.
GRANT SELECT, INSERT, UPDATE (name, phone, address) ON organisations_complaintsofficer TO zv_app;
CREATE POLICY known ON organisations_complaintsofficer FOR SELECT TO zv_app
    USING ({person} IS NOT NULL);
CREATE POLICY keeping ON organisations_complaintsofficer FOR INSERT TO zv_app
    WITH CHECK (privacy.keeps(organisation_id));
CREATE POLICY changing ON organisations_complaintsofficer FOR UPDATE TO zv_app
    USING (privacy.keeps(organisation_id)) WITH CHECK (privacy.keeps(organisation_id));

-- What asks attention of the people of an organisation, for who keeps its list and reads no network: how
-- many networks by kind, team and person, of what own people look at now. Every number is rounded
-- down to fives before it leaves, so that no client is found by it or by taking one from another
-- (docs/decisions/0018-organisations-in-view.md). Through a seat of the social side nothing medical
-- counts, nor what was found among all facts.
CREATE FUNCTION privacy.organisation_in_view(p_organisation uuid, p_now timestamptz)
RETURNS TABLE (side text, key text, networks integer, long integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH own AS MATERIALIZED (
        SELECT m.id, m.network_id, m.side, m.team_id, m.person_id
        FROM networks_member m
        LEFT JOIN people_team t ON t.id = m.team_id
        LEFT JOIN networks_role r ON r.member_id = m.id
        WHERE m.side IN ('care', 'social') AND m.compartment IS NULL
          AND privacy.running(m.joined_at, m.left_at)
          AND NOT EXISTS (SELECT FROM networks_network n WHERE n.id = m.network_id
                          AND n.closed_at <= privacy.moment())
          AND COALESCE(t.organisation_id, r.organisation_id) = p_organisation
          AND privacy.keeps(p_organisation)
    ), open AS (
        SELECT b.network_id, b.kind, o.team_id, o.person_id,
               b.opened_at <= p_now - interval '7 days' AS long
        FROM own o JOIN bottlenecks_bottleneck b ON b.owner_id = o.id
        WHERE b.resolved_at IS NULL AND b.dismissed_at IS NULL
          AND (o.side <> 'social' OR b.subject > 5 AND b.lens <> 'whole')
    ), counted AS (
        SELECT 'all' AS side, 'asking' AS key, network_id, long FROM open
        UNION ALL SELECT 'all', 'taking_part', o.network_id, false FROM own o
        UNION ALL SELECT 'kind', o.kind, o.network_id, o.long FROM open o
        UNION ALL SELECT 'team', o.team_id::text, o.network_id, o.long FROM open o
            WHERE o.team_id IS NOT NULL
        UNION ALL SELECT 'person', o.person_id::text, o.network_id, o.long FROM open o
            WHERE o.person_id IS NOT NULL
    )
    SELECT c.side, c.key, (count(DISTINCT c.network_id) / 5 * 5)::integer,
           (count(DISTINCT c.network_id) FILTER (WHERE c.long) / 5 * 5)::integer
    FROM counted c GROUP BY c.side, c.key
    HAVING count(DISTINCT c.network_id) >= 5
$$;
