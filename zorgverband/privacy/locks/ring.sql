-- The key ring: what a person holds at this moment, and the entrance that hangs it on the
-- transaction. All functions here run as zv_keeper, which the application cannot become. Their
-- plans are kept by the session (`force_generic_plan`): planning took longer than answering.

CREATE FUNCTION privacy.age(p_person uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    -- Whole years today where the clients live; somebody without a birth date counts as adult.
    SELECT COALESCE(
        (SELECT extract(year FROM age((now() AT TIME ZONE 'Europe/Amsterdam')::date, birth_date))::int
         FROM people_personal WHERE person_id = p_person), 99)
$$;

-- The moment that counts: that of the transaction, until `privacy.still` looked at the clock anew.
CREATE FUNCTION privacy.moment() RETURNS timestamptz
LANGUAGE sql STABLE AS $$
    SELECT COALESCE(NULLIF(current_setting('zv.moment', true), '')::timestamptz, now())
$$;

CREATE FUNCTION privacy.running(p_from timestamptz, p_to timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT p_from <= privacy.moment() AND (p_to IS NULL OR p_to > privacy.moment())
$$;

CREATE FUNCTION privacy.mask(p_subjects smallint[]) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE(bit_or(1 << s), 0) FROM unnest(p_subjects) AS s
$$;

-- Whether what ends at this moment, or never, still goes on.
CREATE FUNCTION privacy.lasts(p_to timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT p_to IS NULL OR p_to > privacy.moment()
$$;

-- About whom in these networks nobody reads or writes any more except as recorded, because they
-- died; and the network itself, its household, when no client of it lives.
CREATE FUNCTION privacy.dead(p_networks uuid[]) RETURNS TABLE (network_id uuid, about_id uuid)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS MATERIALIZED (
        SELECT DISTINCT d.network_id, d.client_id FROM networks_death d
        WHERE d.network_id = ANY (p_networks) AND privacy.running(d.starts_at, d.ends_at)
    )
    SELECT g.network_id, g.client_id FROM gone g
    UNION
    SELECT g.network_id, g.network_id FROM gone g
    WHERE NOT EXISTS (
        SELECT FROM networks_member m
        WHERE m.network_id = g.network_id AND m.side = 'client'
          AND privacy.running(m.joined_at, m.left_at)
          AND NOT EXISTS (SELECT FROM gone x WHERE x.client_id = m.id))
$$;

-- Through which one membership each person reads each network now: their own, else that of a
-- team they are in; of two teams the one they chose; nobody who is excluded, nor a client who died.
-- When no client lives, only who keeps something to read. Taking part inside a compartment comes after
-- all that, so that it changes for nobody else who reads what. `dead` is the same in every row.
CREATE FUNCTION privacy.seats(p_networks uuid[], p_person uuid DEFAULT NULL)
RETURNS TABLE (network_id uuid, person_id uuid, member_id uuid, side text, coordinator boolean,
               dead uuid[])
SET plan_cache_mode = force_generic_plan
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE v_members uuid[]; v_dead uuid[];
BEGIN
    -- Which memberships could matter, along the index that fits; what follows decides.
    IF p_person IS NOT NULL THEN
        v_members := ARRAY(
            SELECT m.id FROM networks_member m WHERE m.person_id = p_person
            UNION
            SELECT m.id FROM people_teamperson t JOIN networks_member m ON m.team_id = t.team_id
            WHERE t.person_id = p_person);
    ELSIF p_networks IS NOT NULL THEN
        v_members := ARRAY(SELECT m.id FROM networks_member m WHERE m.network_id = ANY (p_networks));
    ELSE
        v_members := ARRAY(SELECT m.id FROM networks_member m);
    END IF;
    v_dead := ARRAY(SELECT d.about_id FROM privacy.dead(ARRAY(
        SELECT m.network_id FROM networks_member m WHERE m.id = ANY (v_members))) d);
    RETURN QUERY
    WITH candidates AS (
        SELECT m.network_id, m.person_id, m.id, m.side, m.coordinator, m.joined_at,
               CASE WHEN m.compartment IS NULL THEN 0 ELSE 2 END AS turn
        FROM networks_member m
        WHERE m.person_id IS NOT NULL AND privacy.running(m.joined_at, m.left_at)
          AND m.id = ANY (v_members)
          AND (p_networks IS NULL OR m.network_id = ANY (p_networks))
          AND (p_person IS NULL OR m.person_id = p_person)
        UNION ALL
        SELECT DISTINCT m.network_id, t.person_id, m.id, m.side, m.coordinator, m.joined_at,
               CASE WHEN m.compartment IS NULL THEN 1 ELSE 3 END
        FROM networks_member m JOIN people_teamperson t ON t.team_id = m.team_id
        WHERE privacy.running(m.joined_at, m.left_at) AND privacy.running(t.starts_at, t.ends_at)
          AND m.id = ANY (v_members)
          AND (p_networks IS NULL OR m.network_id = ANY (p_networks))
          AND (p_person IS NULL OR t.person_id = p_person)
    ), weighed AS (
        SELECT c.*, min(c.turn) OVER (PARTITION BY c.network_id, c.person_id) AS first_turn,
               count(*) OVER (PARTITION BY c.network_id, c.person_id, c.turn) AS hats
        FROM candidates c
    )
    SELECT w.network_id, w.person_id, w.id, w.side, w.coordinator, v_dead
    FROM weighed w
    WHERE w.turn = w.first_turn
      AND (w.hats = 1 OR EXISTS (
            SELECT FROM networks_hat h
            WHERE h.network_id = w.network_id AND h.person_id = w.person_id AND h.member_id = w.id))
      AND NOT EXISTS (
            SELECT FROM networks_exclusion x
            WHERE x.network_id = w.network_id AND x.person_id = w.person_id
              AND privacy.running(x.starts_at, x.ends_at))
      -- A network that was closed has no seats any more.
      AND EXISTS (SELECT FROM networks_network n WHERE n.id = w.network_id
                  AND (n.closed_at IS NULL OR n.closed_at > privacy.moment()))
      AND (w.side NOT IN ('care', 'social') OR p_person IS NULL
           OR p_person::text IS DISTINCT FROM current_setting('zv.weak', true))
      AND NOT w.id = ANY (v_dead)
      AND (NOT w.network_id = ANY (v_dead) OR EXISTS (
            SELECT FROM networks_keptaccess a
            WHERE a.member_id = w.id AND a.about_id = ANY (v_dead)
              AND privacy.running(a.starts_at, a.ends_at)))
    ORDER BY w.joined_at, w.network_id;
END
$$;

-- Whether the session behind this transaction proved itself with a password only.
CREATE FUNCTION privacy.weak() RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT COALESCE(NULLIF(current_setting('zv.weak', true), '') = current_setting('zv.person', true), false)
$$;

-- The session of this person proved itself with a password only: until the transaction ends, whatever
-- is asked for this one person leaves out what they have for their work: seats, organisations whose
-- list they keep, supervision over the log. What is asked for everybody (who may hear of an event, who
-- reads a message) stays as it is. Answers what is left out, as ids.
CREATE FUNCTION privacy.weaken(p_person uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_withheld uuid[];
BEGIN
    PERFORM set_config('zv.weak', '', true);
    v_withheld := ARRAY(SELECT s.network_id FROM privacy.seats(NULL, p_person) s
                        WHERE s.side IN ('care', 'social')
                        UNION
                        SELECT k.organisation_id FROM organisations_organisationkeeper k
                        WHERE k.person_id = p_person AND privacy.running(k.starts_at, k.ends_at)
                        UNION
                        SELECT r.neighbourhood_id FROM organisations_programmekeeper r
                        WHERE r.person_id = p_person AND privacy.running(r.starts_at, r.ends_at)
                        UNION
                        SELECT o.id FROM privacy_officer o
                        WHERE o.person_id = p_person AND privacy.running(o.starts_at, o.ends_at));
    PERFORM set_config('zv.weak', p_person::text, true);
    RETURN v_withheld;
END
$$;

-- Who decides now about which client, carer or household, for which subjects (a bit mask by
-- subject number): visibility.md, *Control*, *Minors*.
CREATE FUNCTION privacy.controllers(p_networks uuid[])
RETURNS TABLE (network_id uuid, about_id uuid, member_id uuid, subjects integer)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH clients AS (
        SELECT c.network_id, c.id, privacy.age(c.person_id) AS age,
               COALESCE(k.state, 'self') AS state, k.holder_id
        FROM networks_member c
        LEFT JOIN LATERAL (
            SELECT state, holder_id FROM networks_control k
            WHERE k.client_id = c.id AND privacy.running(k.starts_at, k.ends_at)
            ORDER BY k.starts_at DESC, k.id DESC LIMIT 1) k ON true
        WHERE c.network_id = ANY (p_networks) AND c.side = 'client'
          AND privacy.running(c.joined_at, c.left_at)
          AND c.id NOT IN (SELECT d.about_id FROM privacy.dead(p_networks) d)
    ), deciding AS (
        SELECT network_id, id AS about_id, id AS member_id, age, 65534 AS subjects FROM clients
        WHERE age >= 12 AND state IN ('self', 'supported')
        UNION
        SELECT c.network_id, c.id, a.parent_id, c.age, 65534
        FROM clients c JOIN networks_authority a ON a.child_id = c.id
        WHERE c.age < 16 AND privacy.running(a.starts_at, a.ends_at)
        UNION
        SELECT c.network_id, c.id, r.representative_id, c.age, privacy.mask(r.subjects)
        FROM clients c JOIN networks_representation r ON r.client_id = c.id
        WHERE c.state = 'represented' AND privacy.running(r.starts_at, r.ends_at)
        UNION
        SELECT c.network_id, c.id, c.holder_id, c.age, 65534 FROM clients c
        WHERE c.state = 'interim' AND c.holder_id IS NOT NULL
    )
    SELECT network_id, about_id, member_id, subjects FROM deciding
    UNION
    -- Nothing medical is about a household.
    SELECT d.network_id, d.network_id, d.member_id, d.subjects & 65472 FROM deciding d
    WHERE d.age >= 18 OR NOT EXISTS (
        SELECT FROM clients c WHERE c.network_id = d.network_id AND c.age >= 18)
    UNION
    -- About an informal carer there is the subject `carer` and nothing else.
    SELECT m.network_id, m.id, m.id, 1 << 12 FROM networks_member m
    WHERE m.network_id = ANY (p_networks) AND m.side = 'family'
$$;

-- What members hold per `about`: bit masks by subject number, the moment from which they may
-- read each subject ('-infinity': the past too), control, emergency access. A medical bit never
-- comes out of here for the social side. About who died there is only what was recorded to be kept.
CREATE FUNCTION privacy.keys(p_networks uuid[], p_members uuid[], p_about uuid DEFAULT NULL)
RETURNS TABLE (member_id uuid, network_id uuid, about_id uuid, own integer, write integer,
               control integer, since timestamptz[], emergency boolean)
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH m AS (
        SELECT id, network_id, side, CASE WHEN side = 'social' THEN 65472 ELSE 65534 END AS may
        FROM networks_member WHERE id = ANY (p_members)
    ), dead AS MATERIALIZED (
        SELECT d.about_id FROM privacy.dead(p_networks) d
    ), grounds AS (
        SELECT m.id AS member_id, m.id AS about_id, 65534 AS own, 0 AS control, false AS emergency
        FROM m
        UNION ALL
        SELECT r.representative_id, r.client_id, privacy.mask(r.subjects), 0, false
        FROM networks_representation r
        WHERE r.representative_id = ANY (p_members) AND privacy.running(r.starts_at, r.ends_at)
        UNION ALL
        SELECT a.parent_id, a.child_id, 65534, 0, false
        FROM networks_authority a JOIN networks_member c ON c.id = a.child_id
        WHERE a.parent_id = ANY (p_members) AND privacy.running(a.starts_at, a.ends_at)
          AND privacy.age(c.person_id) < 16
        UNION ALL
        SELECT c.member_id, c.about_id, 0, c.subjects, false
        FROM privacy.controllers(p_networks) c WHERE c.member_id = ANY (p_members)
        UNION ALL
        SELECT e.member_id, e.client_id, 0, 0, true
        FROM sharing_emergency e JOIN m ON m.id = e.member_id
        WHERE m.side = 'care' AND privacy.running(e.starts_at, e.ends_at)
    ), held AS (
        SELECT g.member_id, g.about_id, bit_or(g.own) AS own, bit_or(g.control) AS control,
               bool_or(g.emergency) AS emergency
        FROM grounds g
        WHERE (p_about IS NULL OR g.about_id = p_about)
          AND g.about_id NOT IN (SELECT d.about_id FROM dead d)
        GROUP BY g.member_id, g.about_id
    ), permitted AS (
        SELECT p.member_id, p.about_id,
               COALESCE(bit_or(1 << p.subject) FILTER (WHERE p.can_write), 0) AS write,
               array_agg(p.subject ORDER BY p.subject) AS subjects,
               array_agg(CASE WHEN NOT p.can_read THEN NULL WHEN p.past THEN '-infinity'
                              ELSE p.since END ORDER BY p.subject) AS moments
        FROM sharing_permission p
        WHERE p.member_id = ANY (p_members) AND (p_about IS NULL OR p.about_id = p_about)
          -- What is given from a later moment, the past included or not, is not given yet.
          AND p.since <= privacy.moment()
          AND p.about_id NOT IN (SELECT d.about_id FROM dead d)
        GROUP BY p.member_id, p.about_id
    ), lent AS (
        -- For who handles a complaint, as long as both last: what was written from a moment on. A
        -- complaint that was taken back is over.
        SELECT l.member_id, l.about_id,
               array_agg(s.subject) AS subjects,
               array_agg(COALESCE(l.reads_from, '-infinity')) AS moments
        FROM complaints_insight l JOIN complaints_complaint c ON c.item_id = l.complaint_id
        JOIN sharing_item i ON i.id = c.item_id AND i.withdrawn_at IS NULL
        CROSS JOIN LATERAL unnest(l.subjects) AS s(subject)
        WHERE l.member_id = ANY (p_members) AND (p_about IS NULL OR l.about_id = p_about)
          AND privacy.running(l.starts_at, l.ends_at) AND privacy.lasts(c.ends_at)
          AND l.about_id NOT IN (SELECT d.about_id FROM dead d)
        GROUP BY l.member_id, l.about_id
    ), kept AS (
        SELECT a.member_id, a.about_id, bit_or(privacy.mask(a.subjects)) AS read,
               COALESCE(bit_or(privacy.mask(a.subjects)) FILTER (WHERE a.can_write), 0) AS write
        FROM networks_keptaccess a
        WHERE a.member_id = ANY (p_members) AND (p_about IS NULL OR a.about_id = p_about)
          AND privacy.running(a.starts_at, a.ends_at)
          AND a.about_id IN (SELECT d.about_id FROM dead d)
        GROUP BY a.member_id, a.about_id
    )
    SELECT m.id, m.network_id, about_id, COALESCE(h.own, 0) & m.may,
           (COALESCE(p.write, 0) | COALESCE(h.control, 0) | COALESCE(k.write, 0)) & m.may,
           COALESCE(h.control, 0) & m.may,
           ARRAY(SELECT CASE WHEN (m.may >> s) & 1 = 0 THEN NULL
                        WHEN (COALESCE(k.read, 0) >> s) & 1 = 1 THEN '-infinity'
                        ELSE LEAST(p.moments[array_position(p.subjects, s::smallint)],
                                   (SELECT min(u.at) FROM unnest(l.subjects, l.moments) AS u(subject, at)
                                    WHERE u.subject = s)) END
                 FROM generate_series(1, 15) AS s),
           COALESCE(h.emergency, false)
    FROM held h FULL JOIN permitted p USING (member_id, about_id)
    FULL JOIN lent l USING (member_id, about_id) FULL JOIN kept k USING (member_id, about_id) JOIN m ON m.id = member_id
$$;

-- The entrance. From here until the transaction ends this person's keys hang on it; what was
-- there before is taken off first. Answers the seats and keys as JSON, for pages to show; nothing
-- where a page only counts (`p_answer`).
CREATE FUNCTION privacy.enter(p_person uuid, p_networks uuid[], p_answer boolean DEFAULT true)
RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_networks uuid[]; v_members uuid[]; v_social uuid[]; v_care uuid[]; v_compartments uuid[];
    v_abouts uuid[]; v_own integer[]; v_write integer[]; v_since timestamptz[];
    v_control integer[]; v_decided uuid[]; v_emergency uuid[]; v_dead uuid[]; v_answer jsonb;
BEGIN
    SELECT array_agg(s.network_id), array_agg(s.member_id),
           array_agg(s.network_id) FILTER (WHERE s.side = 'social'),
           array_agg(s.network_id) FILTER (WHERE s.side = 'care')
    INTO v_networks, v_members, v_social, v_care FROM privacy.seats(p_networks, p_person) s;

    IF v_networks IS NOT NULL THEN
        -- In one order, so that the same keys are the same ring (`privacy.still`).
        WITH keys AS MATERIALIZED (
            SELECT * FROM privacy.keys(v_networks, v_members) ORDER BY about_id, member_id)
        SELECT array_agg(k.about_id), array_agg(k.own), array_agg(k.write), array_agg(k.since),
               array_agg(k.control), array_agg(k.about_id) FILTER (WHERE k.control & 65472 = 65472),
               array_agg(k.about_id) FILTER (WHERE k.emergency),
               CASE WHEN p_answer THEN (SELECT jsonb_agg(jsonb_build_object(
                    'network', n.network, 'member', n.member,
                    'keys', (SELECT jsonb_agg(jsonb_build_object(
                        'about', q.about_id, 'write', q.write, 'control', q.control <> 0,
                        'decides', q.control,
                        'read', q.own | CASE WHEN q.emergency THEN 62 ELSE 0 END
                                | (SELECT COALESCE(bit_or(1 << s), 0)
                                   FROM generate_series(1, 15) s WHERE q.since[s] IS NOT NULL)))
                             FROM keys q WHERE q.member_id = n.member)) ORDER BY n.nr)
                FROM unnest(v_networks, v_members) WITH ORDINALITY AS n(network, member, nr)) END
        INTO v_abouts, v_own, v_write, v_since, v_control, v_decided, v_emergency, v_answer FROM keys k;
        SELECT jsonb_agg(a.value || jsonb_build_object('side', m.side, 'coordinator', m.coordinator,
                'inside', m.compartment IS NOT NULL,
                'emergencies', CASE WHEN v_emergency IS NOT NULL AND m.side = 'care' THEN (
                    SELECT jsonb_agg(jsonb_build_object(
                        'id', e.id, 'client', e.client_id, 'until', e.ends_at) ORDER BY e.ends_at)
                    FROM sharing_emergency e
                    WHERE e.member_id = m.id AND privacy.running(e.starts_at, e.ends_at)) END)
            ORDER BY a.nr)
        INTO v_answer
        FROM jsonb_array_elements(v_answer) WITH ORDINALITY AS a(value, nr)
        JOIN networks_member m ON m.id = (a.value ->> 'member')::uuid;
        v_dead := ARRAY(SELECT d.about_id FROM privacy.dead(v_networks) d ORDER BY 1);
        SELECT array_agg(c.compartment_id ORDER BY c.compartment_id) INTO v_compartments
        FROM sharing_compartmentmember c WHERE c.member_id = ANY (v_members);
        -- Fails closed: such a ring can only come from a fault in the functions above.
        IF v_social IS NOT NULL AND EXISTS (SELECT FROM privacy.keys(v_social, v_members) k
                   WHERE k.network_id = ANY (v_social)
                     AND ((k.own | k.write) & 62 <> 0 OR k.since[1:5] <> ARRAY[NULL, NULL, NULL, NULL, NULL]::timestamptz[])) THEN
            RAISE EXCEPTION 'a ring of the social side with a medical key';
        END IF;
    END IF;

    PERFORM set_config('zv.person', p_person::text, true),
            set_config('zv.networks', COALESCE(v_networks, '{}')::text, true),
            set_config('zv.members', COALESCE(v_members, '{}')::text, true),
            set_config('zv.social', COALESCE(v_social, '{}')::text, true),
            set_config('zv.care', COALESCE(v_care, '{}')::text, true),
            set_config('zv.abouts', COALESCE(v_abouts, '{}')::text, true),
            set_config('zv.own', COALESCE(v_own, '{}')::text, true),
            set_config('zv.write', COALESCE(v_write, '{}')::text, true),
            set_config('zv.since', COALESCE(v_since, '{}')::text, true),
            set_config('zv.control', COALESCE(v_control, '{}')::text, true),
            set_config('zv.decided', COALESCE(v_decided, '{}')::text, true),
            set_config('zv.emergency', COALESCE(v_emergency, '{}')::text, true),
            set_config('zv.dead', COALESCE(v_dead, '{}')::text, true),
            set_config('zv.compartments', COALESCE(v_compartments, '{}')::text, true);
    RETURN COALESCE(v_answer, '[]');
END
$$;

CREATE FUNCTION privacy.leave() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('zv.' || word, '', true) FROM unnest(ARRAY['person', 'networks', 'members',
        'social', 'care', 'abouts', 'own', 'write', 'since', 'control', 'decided',
        'emergency', 'dead', 'compartments']) AS word;
END
$$;

-- Who sits where in a network the viewer entered.
CREATE FUNCTION privacy.seats_inside(p_network uuid) RETURNS TABLE (member_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.member_id, s.person_id FROM privacy.seats(ARRAY[p_network]) s
    WHERE p_network = ANY ({networks})
$$;

-- Who sits where, for the process that rings at open pages; it has no viewer.
CREATE FUNCTION privacy.listeners(p_networks uuid[])
RETURNS TABLE (network_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.network_id, s.person_id FROM privacy.seats(COALESCE(p_networks, '{{}}')) s
$$;

CREATE FUNCTION privacy.my_networks(p_person uuid)
RETURNS TABLE (network_id uuid, member_id uuid, side text, coordinates boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    -- Who looks after a network for its coordinator coordinates it too.
    SELECT s.network_id, s.member_id, s.side, s.coordinator OR EXISTS (
        SELECT FROM networks_substitute t JOIN networks_member c ON c.id = t.coordinator_id
            AND c.coordinator AND privacy.running(c.joined_at, c.left_at)
        WHERE t.substitute_id = s.member_id AND privacy.running(t.starts_at, t.ends_at))
    FROM privacy.seats(NULL, p_person) s
    WHERE p_person = {person}
$$;
