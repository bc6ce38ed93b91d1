-- Control (regie): who may change who decides. Every change goes through a function that knows who
-- may; the application cannot write the facts themselves.

-- The viewer's own seat in the network of a client, when that client takes part now.
CREATE FUNCTION privacy.my_seat_beside(p_client uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ({members})[array_position({networks}, c.network_id)]
    FROM networks_member c
    WHERE c.id = p_client AND c.side = 'client' AND privacy.running(c.joined_at, c.left_at)
      AND c.network_id = ANY ({networks})
$$;

-- Whether the viewer coordinates that network, or is this client and old enough (12), or decides
-- about this client wholly.
CREATE FUNCTION privacy.i_coordinate(p_client uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT COALESCE((SELECT m.coordinator FROM networks_member m
                     WHERE m.id = privacy.my_seat_beside(p_client)), false)
$$;
CREATE FUNCTION privacy.i_am(p_client uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT privacy.my_seat_beside(p_client) IS NOT DISTINCT FROM p_client
       AND privacy.age((SELECT m.person_id FROM networks_member m WHERE m.id = p_client)) >= 12
$$;
CREATE FUNCTION privacy.i_decide_about(p_client uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM networks_member n
        CROSS JOIN LATERAL privacy.controllers(ARRAY[n.network_id]) c
        WHERE n.id = p_client AND c.about_id = p_client AND c.subjects & 65472 = 65472
          AND c.member_id = privacy.my_seat_beside(p_client))
$$;
CREATE FUNCTION privacy.state_of(p_client uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT COALESCE((SELECT k.state FROM networks_control k
                     WHERE k.client_id = p_client AND privacy.running(k.starts_at, k.ends_at)
                     ORDER BY k.starts_at DESC, k.id DESC LIMIT 1), 'self')
$$;

-- How long a coordinator may decide at most, as long after that not again, and how long a death
-- recorded by mistake can be taken back (settings, config/terms.py).
CREATE FUNCTION privacy.interim_days() RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT {days:interim} $$;
CREATE FUNCTION privacy.interim_pause() RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT {days:interim} $$;
CREATE FUNCTION privacy.death_days() RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT {days:death_undo} $$;

-- A state begins and the others end; under an interim one the earlier state stays and returns when
-- the days are over, without anybody having to do anything.
CREATE FUNCTION privacy.begin_control(p_client uuid, p_state text, p_holder uuid, p_ground text,
    p_at timestamptz, p_ends timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
DECLARE v_at timestamptz := LEAST(p_at, now());
BEGIN
    IF p_state <> 'interim' THEN
        UPDATE networks_control SET ends_at = GREATEST(v_at, starts_at)
        WHERE client_id = p_client AND privacy.running(starts_at, ends_at);
    END IF;
    INSERT INTO networks_control (id, network_id, client_id, state, holder_id, ground, starts_at, ends_at)
    SELECT gen_random_uuid(), m.network_id, m.id, p_state, p_holder, p_ground, v_at, p_ends
    FROM networks_member m WHERE m.id = p_client;
END
$$;

-- Whether a member takes part in the network of this client now, and is somebody else.
CREATE FUNCTION privacy.is_beside(p_member uuid, p_client uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM networks_member m JOIN networks_member c ON c.network_id = m.network_id
        WHERE m.id = p_member AND c.id = p_client AND m.id <> c.id
          AND privacy.running(m.joined_at, m.left_at))
$$;

-- "Ik beslis weer zelf": the client always may, whatever the state. Written authorisation ends with
-- it; what a court decided (curator, mentor, administrator) stays in the file as it is.
CREATE FUNCTION privacy.take_back_control(p_client uuid, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (privacy.i_am(p_client) OR privacy.i_decide_about(p_client)) THEN RETURN false; END IF;
    PERFORM privacy.begin_control(p_client, 'self', NULL, '', p_at, NULL);
    UPDATE networks_representation SET ends_at = GREATEST(LEAST(p_at, now()), starts_at)
    WHERE client_id = p_client AND ground IN ('authorisation', 'close_relative')
      AND privacy.running(starts_at, ends_at);
    RETURN true;
END
$$;

-- Help with deciding: chosen by the client, who goes on deciding.
CREATE FUNCTION privacy.support_client(p_client uuid, p_helper uuid, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (privacy.i_am(p_client) AND privacy.state_of(p_client) IN ('self', 'supported')
            AND privacy.is_beside(p_helper, p_client)) THEN
        RETURN false;
    END IF;
    PERFORM privacy.begin_control(p_client, 'supported', p_helper, 'agreed', p_at, NULL);
    RETURN true;
END
$$;

-- The coordinator decides for some days: on a ground, once, and not again soon after.
CREATE FUNCTION privacy.take_interim(p_client uuid, p_ground text, p_days integer, p_at timestamptz)
RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT privacy.i_coordinate(p_client) OR privacy.i_am(p_client) THEN RETURN 'not_yours'; END IF;
    IF p_days NOT BETWEEN 1 AND privacy.interim_days() THEN RETURN 'too_long'; END IF;
    IF EXISTS (SELECT FROM networks_control k WHERE k.client_id = p_client AND k.state = 'interim'
               AND k.ends_at > now() - make_interval(days => privacy.interim_pause())) THEN
        RETURN 'again';
    END IF;
    PERFORM privacy.begin_control(p_client, 'interim', privacy.my_seat_beside(p_client), p_ground,
        p_at, LEAST(p_at, now()) + make_interval(days => p_days));
    RETURN '';
END
$$;

-- Somebody begins to act for a client: chosen by the client; by who decides now, unless that is only
-- for some days; or proposed by another and agreed to by a second person in this transaction.
CREATE FUNCTION privacy.represent_client(p jsonb) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_client uuid := p ->> 'client';
    v_member uuid := p ->> 'representative';
    v_at timestamptz := LEAST((p ->> 'at')::timestamptz, now());
BEGIN
    IF NOT privacy.is_beside(v_member, v_client) OR privacy.my_seat_beside(v_client) IS NULL THEN
        RETURN false;
    END IF;
    IF NOT (privacy.i_am(v_client) AND privacy.i_decide_about(v_client)
            OR privacy.i_decide_about(v_client) AND privacy.state_of(v_client) <> 'interim'
               AND v_member <> privacy.my_seat_beside(v_client)
            OR EXISTS (SELECT FROM control_proposal o WHERE o.about_id = v_client
                       AND o.kind = 'represent' AND o.state = 'accepted' AND o.ended_at = now()
                       AND (o.payload ->> 'representative')::uuid = v_member)) THEN
        RETURN false;
    END IF;
    UPDATE networks_representation SET ends_at = GREATEST(v_at, starts_at)
    WHERE client_id = v_client AND representative_id = v_member AND privacy.running(starts_at, ends_at);
    INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground, document,
        subjects, starts_at, review_on)
    SELECT gen_random_uuid(), m.network_id, v_client, v_member, p ->> 'ground', p ->> 'document',
        ARRAY(SELECT s::smallint FROM jsonb_array_elements_text(p -> 'subjects') s), v_at,
        (p ->> 'review_on')::date
    FROM networks_member m WHERE m.id = v_client;
    IF privacy.state_of(v_client) <> 'represented' THEN
        PERFORM privacy.begin_control(v_client, 'represented', NULL, p ->> 'ground', v_at, NULL);
    END IF;
    RETURN true;
END
$$;

-- When nobody acts for a client any more, the client decides; under an interim: what would return when
-- its days are over is nobody's any more.
CREATE FUNCTION privacy.hand_to_client(p_client uuid, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM networks_representation r
               JOIN networks_member m ON m.id = r.representative_id
               WHERE r.client_id = p_client AND privacy.running(r.starts_at, r.ends_at)
                 AND privacy.running(m.joined_at, m.left_at)) THEN
        RETURN;
    END IF;
    IF privacy.state_of(p_client) = 'represented' THEN
        PERFORM privacy.begin_control(p_client, 'self', NULL, '', p_at, NULL);
    ELSE
        UPDATE networks_control k SET ends_at = GREATEST(LEAST(p_at, now()), k.starts_at)
        WHERE k.client_id = p_client AND k.state = 'represented'
          AND privacy.running(k.starts_at, k.ends_at);
    END IF;
END
$$;

-- Somebody acts no longer for a client: by themselves, by the client, or by who decides. When nobody
-- acts any more, the client decides. Where others go on for a part, nobody would decide on the rest:
-- that is agreed first ('partly').
CREATE FUNCTION privacy.stop_representing(p_representation uuid, p_at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v networks_representation; v_others integer;
BEGIN
    SELECT * INTO v FROM networks_representation r
    WHERE r.id = p_representation AND privacy.running(r.starts_at, r.ends_at);
    IF NOT FOUND OR privacy.my_seat_beside(v.client_id) IS NULL
       OR NOT (privacy.i_am(v.client_id) OR privacy.i_decide_about(v.client_id)
               OR privacy.my_seat_beside(v.client_id) = v.representative_id) THEN
        RETURN 'not_yours';
    END IF;
    -- Two who stop at one moment must not each think that the other goes on.
    PERFORM privacy.wait_for(v.network_id);
    SELECT bit_or(privacy.mask(r.subjects)) INTO v_others
    FROM networks_representation r JOIN networks_member m ON m.id = r.representative_id
    WHERE r.client_id = v.client_id AND r.id <> v.id AND privacy.running(r.starts_at, r.ends_at)
      AND privacy.running(m.joined_at, m.left_at);
    IF privacy.mask(v.subjects) & ~v_others <> 0 AND EXISTS (
            SELECT FROM networks_control k WHERE k.client_id = v.client_id AND k.state = 'represented'
              AND privacy.running(k.starts_at, k.ends_at))
       AND EXISTS (SELECT FROM networks_member m WHERE m.id = v.representative_id
                   AND privacy.running(m.joined_at, m.left_at)) THEN
        RETURN 'partly';
    END IF;
    UPDATE networks_representation SET ends_at = GREATEST(LEAST(p_at, now()), starts_at) WHERE id = v.id;
    PERFORM privacy.hand_to_client(v.client_id, p_at);
    RETURN '';
END
$$;

-- Parental authority: given by the coordinator or by a parent who has it; taken away by the
-- coordinator, or by that parent themselves. So no parent shuts out the other alone.
CREATE FUNCTION privacy.set_authority(p_child uuid, p_parent uuid, p_has boolean, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_mine uuid := privacy.my_seat_beside(p_child);
    v_at timestamptz := LEAST(p_at, now());
    v_parent boolean := EXISTS (
        SELECT FROM networks_authority a WHERE a.child_id = p_child AND a.parent_id = v_mine
          AND privacy.running(a.starts_at, a.ends_at));
BEGIN
    IF v_mine IS NULL OR NOT privacy.is_beside(p_parent, p_child)
       OR NOT (privacy.i_coordinate(p_child) AND p_parent <> v_mine
               OR p_has AND v_parent OR NOT p_has AND v_parent AND p_parent = v_mine) THEN
        RETURN false;
    END IF;
    IF p_has THEN
        INSERT INTO networks_authority (id, network_id, child_id, parent_id, starts_at)
        SELECT gen_random_uuid(), m.network_id, m.id, p_parent, v_at
        FROM networks_member m
        WHERE m.id = p_child AND privacy.age(m.person_id) < 18
          AND EXISTS (SELECT FROM networks_member p WHERE p.id = p_parent AND p.person_id IS NOT NULL
                      AND p.side IN ('client', 'family'))
          AND NOT EXISTS (SELECT FROM networks_authority a WHERE a.child_id = p_child
                          AND a.parent_id = p_parent AND privacy.running(a.starts_at, a.ends_at));
        RETURN FOUND;
    END IF;
    UPDATE networks_authority SET ends_at = GREATEST(v_at, starts_at)
    WHERE child_id = p_child AND parent_id = p_parent AND privacy.running(starts_at, ends_at);
    RETURN FOUND;
END
$$;

-- How it stands with each client, in one answer. The next birthday that changes something is told
-- only to the client, to who decides or has authority, and to the coordinator.
CREATE FUNCTION privacy.standing(p_network uuid)
RETURNS TABLE (client_id uuid, state text, holder_id uuid, ground text, starts_at timestamptz,
    ends_at timestamptz, age_group integer, turns_on date, deciders uuid[], died_on date,
    died_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH c AS MATERIALIZED (SELECT * FROM privacy.controllers(ARRAY[p_network])),
    mine AS (SELECT ({members})[array_position({networks}, p_network)] AS id)
    SELECT m.id, COALESCE(k.state, 'self'), k.holder_id, COALESCE(k.ground, ''), k.starts_at, k.ends_at,
           CASE WHEN a.age < 12 THEN 0 WHEN a.age < 16 THEN 12 WHEN a.age < 18 THEN 16 ELSE 18 END,
           CASE WHEN a.age < 18 AND (
                    m.id = mine.id OR privacy.i_coordinate(m.id)
                    OR EXISTS (SELECT FROM c WHERE c.about_id = m.id AND c.member_id = mine.id)
                    OR EXISTS (SELECT FROM networks_authority x WHERE x.child_id = m.id
                               AND x.parent_id = mine.id AND privacy.running(x.starts_at, x.ends_at)))
                THEN privacy.birthday(p.birth_date, CASE WHEN a.age < 12 THEN 12
                                                    WHEN a.age < 16 THEN 16 ELSE 18 END) END,
           ARRAY(SELECT c.member_id FROM c WHERE c.about_id = m.id ORDER BY c.member_id),
           d.died_on, d.starts_at
    FROM networks_member m CROSS JOIN mine
    LEFT JOIN people_personal p ON p.person_id = m.person_id
    CROSS JOIN LATERAL (SELECT privacy.age(m.person_id) AS age) a
    LEFT JOIN LATERAL (
        SELECT k.* FROM networks_control k
        WHERE k.client_id = m.id AND privacy.running(k.starts_at, k.ends_at)
        ORDER BY k.starts_at DESC, k.id DESC LIMIT 1) k ON true
    LEFT JOIN networks_death d ON d.client_id = m.id AND privacy.running(d.starts_at, d.ends_at)
    WHERE m.network_id = p_network AND p_network = ANY ({networks}) AND m.side = 'client'
      AND privacy.running(m.joined_at, m.left_at)
    ORDER BY m.joined_at, m.id
$$;

-- Whether what these members want is enough to change who reads what: about a household a word for
-- each adult client; on what is medical of a child of 12 to 15 both the child and a parent.
CREATE FUNCTION privacy.enough(p_network uuid, p_about uuid, p_medical boolean, p_members uuid[])
RETURNS boolean
SET plan_cache_mode = force_generic_plan
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH c AS MATERIALIZED (SELECT * FROM privacy.controllers(ARRAY[p_network])),
    clients AS (
        SELECT m.id, privacy.age(m.person_id) AS age FROM networks_member m
        WHERE m.network_id = p_network AND m.side = 'client'
          AND privacy.running(m.joined_at, m.left_at)
          AND m.id NOT IN (SELECT d.about_id FROM privacy.dead(ARRAY[p_network]) d)
    ), parents AS (
        SELECT a.parent_id FROM networks_authority a JOIN networks_member m ON m.id = a.parent_id
        WHERE a.child_id = p_about AND privacy.running(a.starts_at, a.ends_at)
          AND privacy.running(m.joined_at, m.left_at)
    )
    SELECT CASE
        WHEN p_about = p_network THEN NOT EXISTS (
            SELECT FROM clients k
            WHERE (k.age >= 18 OR NOT EXISTS (SELECT FROM clients o WHERE o.age >= 18))
              AND EXISTS (SELECT FROM c WHERE c.about_id = k.id)
              AND NOT EXISTS (SELECT FROM c WHERE c.about_id = k.id AND c.member_id = ANY (p_members)))
        WHEN p_medical AND EXISTS (SELECT FROM parents)
             AND EXISTS (SELECT FROM clients k WHERE k.id = p_about AND k.age BETWEEN 12 AND 15)
             AND EXISTS (SELECT FROM c WHERE c.about_id = p_about AND c.member_id = p_about)
        THEN p_about = ANY (p_members)
             AND EXISTS (SELECT FROM parents p WHERE p.parent_id = ANY (p_members))
        ELSE EXISTS (SELECT FROM c WHERE c.about_id = p_about AND c.member_id = ANY (p_members))
    END
$$;
CREATE FUNCTION privacy.enough_alone(p_network uuid, p_about uuid, p_medical boolean) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT privacy.enough(p_network, p_about, p_medical,
                          ARRAY[({members})[array_position({networks}, p_network)]])
$$;

-- Whether the viewer may open this to somebody: alone, or because exactly this was proposed and agreed
-- to in this transaction. Closing needs nobody else: objection wins.
CREATE FUNCTION privacy.may_open(p_network uuid, p_about uuid, p_subject integer, p_member uuid, p_item uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT privacy.enough_alone(p_network, p_about, p_subject <= 5) OR EXISTS (
        SELECT FROM control_proposal o
        WHERE o.about_id = p_about AND o.state = 'accepted' AND o.ended_at = now()
          AND (o.payload ->> 'member')::uuid = p_member
          AND (o.kind = 'permission' AND (o.payload ->> 'subject')::integer = p_subject
               OR o.kind IN ('exception', 'exception_ended') AND (o.payload ->> 'item')::uuid = p_item))
$$;
-- The same for more readers of one item: no others than were proposed, and those who decide.
CREATE FUNCTION privacy.may_widen(p_network uuid, p_about uuid, p_subject integer, p_item uuid,
    p_audience uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT privacy.enough_alone(p_network, p_about, p_subject <= 5) OR EXISTS (
        SELECT FROM control_proposal o
        WHERE o.about_id = p_about AND o.state = 'accepted' AND o.ended_at = now()
          AND o.kind = 'audience' AND (o.payload ->> 'item')::uuid = p_item
          AND CASE WHEN jsonb_typeof(o.payload -> 'audience') = 'array' THEN
                p_audience <@ (ARRAY(SELECT a::uuid FROM jsonb_array_elements_text(o.payload -> 'audience') a)
                               || o.proposed_member_id || {members})
              ELSE p_audience IS NULL END)
$$;
CREATE POLICY together_new ON sharing_permission AS RESTRICTIVE FOR INSERT TO zv_app WITH CHECK (
    NOT can_read OR privacy.may_open(network_id, about_id, subject, member_id, NULL));
CREATE POLICY together_old ON sharing_permission AS RESTRICTIVE FOR UPDATE TO zv_app
    USING (true) WITH CHECK (
    NOT can_read OR privacy.may_open(network_id, about_id, subject, member_id, NULL));

-- Who helps the client, who decides, the client, and the coordinator may propose.
CREATE FUNCTION privacy.may_propose(p_network uuid, p_kind text, p_about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE p_kind
        WHEN 'represent' THEN privacy.i_coordinate(p_about)
        ELSE p_about = ANY ({members})
             OR COALESCE((({control})[array_position({abouts}, p_about)]) <> 0, false)
             OR EXISTS (SELECT FROM networks_control k
                        WHERE k.client_id = p_about AND k.state = 'supported'
                          AND k.holder_id = ANY ({members}) AND privacy.state_of(p_about) = 'supported'
                          AND privacy.running(k.starts_at, k.ends_at)) END
$$;

-- Proposals: for who made it, for whom it is about or who decides on that, for the coordinator; that
-- somebody should act for a client also for the other professionals of care. Medical ones never for the
-- social side.
GRANT SELECT, INSERT ON control_proposal TO zv_app;
CREATE POLICY concerned ON control_proposal FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND NOT (medical AND network_id = ANY ({social}))
    AND (proposed_by_id = {person} OR about_id = ANY ({members})
         OR (({control})[array_position({abouts}, about_id)]) <> 0
         OR kind = 'represent' AND network_id = ANY ({care})
         OR privacy.leads(network_id)));
CREATE POLICY proposing ON control_proposal FOR INSERT TO zv_app WITH CHECK (
    proposed_by_id = {person} AND proposed_member_id = ANY ({members}) AND state = 'open'
    AND ended_at IS NULL
    AND network_id = ANY ({networks}) AND NOT (medical AND network_id = ANY ({social}))
    AND privacy.may_propose(network_id, kind, about_id));
GRANT SELECT ON control_answer TO zv_app;
CREATE POLICY as_proposal ON control_answer FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM control_proposal o WHERE o.id = proposal_id));

-- Saying yes or no. That somebody acts for a client is agreed to by the client, or by a second
-- professional; other proposals by who decides. Answers how the proposal stands then; NULL for who
-- has no say in it.
CREATE FUNCTION privacy.answer_proposal(p_proposal uuid, p_agreed boolean, p_at timestamptz)
RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v control_proposal; v_mine uuid; v_side text; v_may boolean; v_state text := 'open';
BEGIN
    SELECT * INTO v FROM control_proposal o
    WHERE o.id = p_proposal AND o.state = 'open' AND o.network_id = ANY ({networks}) FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    v_mine := ({members})[array_position({networks}, v.network_id)];
    SELECT m.side INTO v_side FROM networks_member m WHERE m.id = v_mine;
    v_may := CASE v.kind
        WHEN 'represent' THEN privacy.i_am(v.about_id) OR v_side IN ('care', 'social')
             AND (v.payload ->> 'representative')::uuid <> v_mine
        ELSE EXISTS (SELECT FROM privacy.controllers(ARRAY[v.network_id]) c
                     WHERE c.about_id = v.about_id AND c.member_id = v_mine) END;
    IF NOT v_may OR v.proposed_by_id = {person} OR v.proposed_member_id = v_mine
       OR v.medical AND v_side = 'social' THEN
        RETURN NULL;
    END IF;
    INSERT INTO control_answer (id, network_id, proposal_id, person_id, member_id, agreed, at)
    VALUES (gen_random_uuid(), v.network_id, v.id, {person}, v_mine, p_agreed, LEAST(p_at, now()))
    ON CONFLICT DO NOTHING;
    IF NOT p_agreed THEN
        v_state := 'declined';
    ELSIF v.kind = 'represent' OR privacy.enough(v.network_id, v.about_id, v.medical,
            v.proposed_member_id || ARRAY(SELECT a.member_id FROM control_answer a
                                          WHERE a.proposal_id = v.id AND a.agreed)) THEN
        v_state := 'accepted';
    END IF;
    UPDATE control_proposal SET state = v_state, ended_at = CASE WHEN v_state <> 'open' THEN now() END
    WHERE id = v.id;
    RETURN v_state;
END
$$;
CREATE FUNCTION privacy.withdraw_proposal(p_proposal uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE control_proposal o SET state = 'withdrawn', ended_at = now()
    WHERE o.id = p_proposal AND o.state = 'open' AND o.proposed_by_id = {person}
      AND o.network_id = ANY ({networks});
    RETURN FOUND;
END
$$;

-- What changed: for everybody inside, for good. What was typed and shown with it may tell what is
-- medical, so that is not for the social side, except what one wrote oneself.
GRANT SELECT, INSERT ON control_change, control_changewords TO zv_app;
CREATE POLICY inside ON control_change FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (member_id IS NULL OR EXISTS (SELECT FROM networks_member m WHERE m.id = control_change.member_id)));
CREATE POLICY acting ON control_change FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND network_id = ANY ({networks}));
CREATE POLICY inside ON control_changewords FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND EXISTS (SELECT FROM control_change c WHERE c.id = change_id
                AND (c.person_id = {person} OR NOT c.network_id = ANY ({social}))));
CREATE POLICY acting ON control_changewords FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM control_change c WHERE c.id = change_id AND c.person_id = {person}));
-- What was shown is added once, in the act itself.
GRANT UPDATE (shown) ON control_changewords TO zv_app;
CREATE POLICY adding ON control_changewords FOR UPDATE TO zv_app USING (
    shown = '{{}}'
    AND EXISTS (SELECT FROM control_change c WHERE c.id = change_id AND c.person_id = {person}))
    WITH CHECK (true);

-- Death. Recorded by the coordinator, by who acts for the client, or by the GP. From the commit
-- nobody but the keeper of the dossier reads or writes about this client.
CREATE FUNCTION privacy.may_record_death(p_client uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT privacy.i_am(p_client) AND privacy.my_seat_beside(p_client) IS NOT NULL
       AND (privacy.i_coordinate(p_client)
            OR EXISTS (SELECT FROM networks_representation r
                       WHERE r.client_id = p_client AND privacy.running(r.starts_at, r.ends_at)
                         AND r.representative_id = privacy.my_seat_beside(p_client))
            OR EXISTS (SELECT FROM networks_role r JOIN networks_member m ON m.id = r.member_id
                       WHERE m.id = privacy.my_seat_beside(p_client) AND m.side = 'care'
                         AND r.function = 'gp'))
$$;
CREATE FUNCTION privacy.record_death(p_client uuid, p_died date, p_keeper uuid, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_at timestamptz := LEAST(p_at, now());
BEGIN
    -- Of two who record it at one moment the second finds it recorded.
    PERFORM privacy.wait_for(m.network_id) FROM networks_member m WHERE m.id = p_client;
    IF NOT privacy.may_record_death(p_client) OR NOT privacy.is_beside(p_keeper, p_client)
       OR NOT EXISTS (SELECT FROM networks_member m WHERE m.id = p_keeper
                      AND (m.coordinator OR m.side = 'care'))
       OR EXISTS (SELECT FROM networks_death d WHERE d.client_id = p_client
                  AND privacy.running(d.starts_at, d.ends_at)) THEN
        RETURN false;
    END IF;
    INSERT INTO networks_death (id, network_id, client_id, died_on, entered_by_id, starts_at)
    SELECT gen_random_uuid(), m.network_id, m.id, p_died, {person}, v_at
    FROM networks_member m WHERE m.id = p_client;
    -- The household too, for when no client is left; it means nothing while one lives.
    INSERT INTO networks_keptaccess (id, network_id, member_id, about_id, subjects, can_write, ground,
        note, entered_by_id, starts_at)
    SELECT gen_random_uuid(), m.network_id, p_keeper, a.about_id, a.subjects::smallint[], false,
           'keeper', '', {person}, v_at
    FROM networks_member m CROSS JOIN LATERAL (VALUES
        (m.id, '{{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15}}'),
        (m.network_id, '{{6,7,8,9,10,11,12,13,14,15}}')) AS a(about_id, subjects)
    WHERE m.id = p_client;
    RETURN true;
END
$$;
-- Whether the viewer keeps the dossier of this client who died.
CREATE FUNCTION privacy.i_keep(p_client uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM networks_keptaccess k
                   WHERE k.about_id = p_client AND k.ground = 'keeper'
                     AND k.member_id = privacy.my_seat_beside(p_client)
                     AND privacy.running(k.starts_at, k.ends_at))
$$;
-- Another keeps the dossier from now on, in the place of the keeper: of the same kind of people.
CREATE FUNCTION privacy.keep_instead(p_client uuid, p_member uuid, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_mine uuid := privacy.my_seat_beside(p_client); v_at timestamptz := LEAST(p_at, now());
BEGIN
    IF NOT privacy.i_keep(p_client) OR NOT privacy.is_beside(p_member, p_client) OR p_member = v_mine
       OR NOT EXISTS (SELECT FROM networks_member m WHERE m.id = p_member AND m.compartment IS NULL
                      AND (m.coordinator OR m.side = 'care')) THEN
        RETURN false;
    END IF;
    WITH given AS (
        UPDATE networks_keptaccess k SET ends_at = GREATEST(v_at, k.starts_at)
        FROM networks_member c
        WHERE c.id = p_client AND k.network_id = c.network_id AND k.about_id IN (c.id, c.network_id)
          AND k.member_id = v_mine AND k.ground = 'keeper' AND privacy.running(k.starts_at, k.ends_at)
        RETURNING k.network_id, k.about_id, k.subjects)
    INSERT INTO networks_keptaccess (id, network_id, member_id, about_id, subjects, can_write, ground,
        note, entered_by_id, starts_at)
    SELECT gen_random_uuid(), g.network_id, p_member, g.about_id, g.subjects, false, 'keeper', '',
           {person}, v_at
    FROM given g;
    RETURN true;
END
$$;
-- Who keeps reading, on what ground and until when: recorded by the keeper, ended by the keeper.
CREATE FUNCTION privacy.keep_access(p jsonb) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_client uuid := p ->> 'client';
BEGIN
    IF NOT privacy.i_keep(v_client) OR NOT privacy.is_beside((p ->> 'member')::uuid, v_client) THEN
        RETURN false;
    END IF;
    INSERT INTO networks_keptaccess (id, network_id, member_id, about_id, subjects, can_write, ground,
        note, entered_by_id, starts_at, ends_at)
    SELECT gen_random_uuid(), m.network_id, (p ->> 'member')::uuid, m.id,
        ARRAY(SELECT s::smallint FROM jsonb_array_elements_text(p -> 'subjects') s), false,
        p ->> 'ground', '', {person}, LEAST((p ->> 'at')::timestamptz, now()),
        (p ->> 'ends')::timestamptz
    FROM networks_member m WHERE m.id = v_client AND p ->> 'ground' IN ('retention', 'next_of_kin');
    RETURN FOUND;
END
$$;
CREATE FUNCTION privacy.end_kept_access(p_kept uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE networks_keptaccess k SET ends_at = GREATEST(now(), k.starts_at)
    WHERE k.id = p_kept AND k.ground <> 'keeper' AND privacy.i_keep(k.about_id)
      AND privacy.running(k.starts_at, k.ends_at);
    RETURN FOUND;
END
$$;

-- For the worker: an event for each interim that ended by itself (nothing began at its very end),
-- once, for the client and the coordinators. Answers numbers of events only.
CREATE FUNCTION privacy.note_ended_interims(p_now timestamptz) RETURNS TABLE (event_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO journal_event (id, network_id, verb, member_id, person_id, to_person_id, at)
    SELECT gen_random_uuid(), k.network_id, 'control_ended', k.client_id,
           COALESCE(h.person_id, s.person_id), s.person_id, k.ends_at
    FROM networks_control k
    LEFT JOIN networks_member h ON h.id = k.holder_id
    CROSS JOIN LATERAL privacy.seats(ARRAY[k.network_id]) s
    WHERE k.state = 'interim' AND k.ends_at <= LEAST(p_now, now()) AND k.ends_at > p_now - interval '7 days'
      AND (s.member_id = k.client_id OR s.coordinator)
      AND NOT EXISTS (SELECT FROM networks_control o
                      WHERE o.client_id = k.client_id AND o.starts_at = k.ends_at)
      AND NOT EXISTS (SELECT FROM journal_event e
                      WHERE e.network_id = k.network_id AND e.verb = 'control_ended'
                        AND e.member_id = k.client_id AND e.at = k.ends_at)
    RETURNING id
$$;
