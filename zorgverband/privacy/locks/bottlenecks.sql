-- A bottleneck is met by who may read *all* its facts and may see all members it speaks of; one without
-- facts by the rule for its own about and subject. Some are only for who decides, coordinates or is
-- called first, for whom it is about, and for whom it asks something. That something is missing
-- was found with the eyes of one of two sides, and is for that side. There is no gap where one is not.
-- Who coordinates each of these networks now: the coordinator, or in their place who substitutes.
CREATE FUNCTION privacy.coordinating(p_networks uuid[])
RETURNS TABLE (network_id uuid, member_id uuid, coordinator_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT m.network_id, COALESCE(t.substitute_id, m.id), m.id
    FROM networks_member m
    LEFT JOIN (networks_substitute t JOIN networks_member s ON s.id = t.substitute_id
                                  AND privacy.running(s.joined_at, s.left_at))
      ON t.coordinator_id = m.id AND privacy.running(t.starts_at, t.ends_at)
    WHERE m.network_id = ANY (p_networks) AND m.coordinator
      AND privacy.running(m.joined_at, m.left_at)
$$;
-- The networks that the viewer looks after now in the place of their coordinator, of those entered.
CREATE FUNCTION privacy.standing_in() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT COALESCE(array_agg(DISTINCT t.network_id), '{{}}')
    FROM networks_substitute t JOIN networks_member m ON m.id = t.coordinator_id AND m.coordinator
        AND privacy.running(m.joined_at, m.left_at)
    WHERE t.substitute_id = ANY ({members}) AND privacy.running(t.starts_at, t.ends_at)
$$;

GRANT SELECT ON bottlenecks_bottleneck TO zv_app;
GRANT UPDATE (dismissed_at, dismissed_by_id, snoozed_until, snoozed_by_id) ON bottlenecks_bottleneck TO zv_app;
CREATE POLICY as_facts ON bottlenecks_bottleneck FOR SELECT TO zv_app USING (
    (network_id = ANY ({networks})) IS TRUE
    AND (lens = 'all' OR (lens = 'social') = (network_id = ANY ({social})))
    AND (facts <> '{{}}' OR {rule:bottleneck} > 0)
    AND (reach = 'readers' OR who_id = ANY ({members}) OR asker_id = ANY ({members})
         OR about_id = ANY ({members})
         OR (({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1
         OR network_id IN (SELECT m.network_id FROM networks_member m
                           WHERE m.id = ANY ({members}) AND (m.coordinator OR m.first_contact))
         OR network_id = ANY ((SELECT privacy.standing_in())::uuid[]))
    AND NOT EXISTS (SELECT FROM unnest(facts) AS f
                    WHERE (SELECT true FROM sharing_item h WHERE h.id = f) IS NOT TRUE)
    AND NOT EXISTS (SELECT FROM unnest(members) AS x
                    WHERE (SELECT true FROM networks_member m WHERE m.id = x) IS NOT TRUE));
CREATE POLICY wall ON bottlenecks_bottleneck AS RESTRICTIVE FOR ALL TO zv_app
    USING (subject > 5 OR NOT network_id = ANY ({social}))
    WITH CHECK (subject > 5 OR NOT network_id = ANY ({social}));
-- Put aside, for good or for a while, by who looks at it now, coordinates (or does so in the place of
-- the coordinator) or decides.
CREATE POLICY handling ON bottlenecks_bottleneck FOR UPDATE TO zv_app
    USING (owner_id = ANY ({members})
           OR (({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1
           OR network_id IN (SELECT m.network_id FROM networks_member m
                             WHERE m.id = ANY ({members}) AND m.coordinator)
           OR network_id = ANY ((SELECT privacy.standing_in())::uuid[]))
    WITH CHECK ((dismissed_at IS NULL OR dismissed_by_id IS NOT NULL)
                AND network_id = ANY ({networks}));
-- A lock cannot compare a row with what it was: nobody puts aside in the name of another.
CREATE FUNCTION privacy.guard_bottleneck() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user = 'zv_app'
       AND ((NEW.dismissed_at, NEW.dismissed_by_id) IS DISTINCT FROM (OLD.dismissed_at, OLD.dismissed_by_id)
            AND NEW.dismissed_by_id IS DISTINCT FROM {person}
            OR (NEW.snoozed_until, NEW.snoozed_by_id) IS DISTINCT FROM (OLD.snoozed_until, OLD.snoozed_by_id)
            AND NEW.snoozed_by_id IS DISTINCT FROM {person}) THEN
        RAISE EXCEPTION 'put aside in the name of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON bottlenecks_bottleneck
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_bottleneck();

-- What was done about it is as readable as the bottleneck; noted by who did it, never rewritten.
GRANT SELECT, INSERT ON bottlenecks_measure TO zv_app;
CREATE POLICY as_bottleneck ON bottlenecks_measure FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM bottlenecks_bottleneck b WHERE b.id = bottlenecks_measure.bottleneck_id));
CREATE POLICY noting ON bottlenecks_measure FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM bottlenecks_bottleneck b
                WHERE b.id = bottlenecks_measure.bottleneck_id
                  AND b.network_id = bottlenecks_measure.network_id));

-- That somebody was told: known to that person, as long as they may meet what they were told of.
GRANT SELECT ON bottlenecks_told TO zv_app;
CREATE POLICY mine ON bottlenecks_told FOR SELECT TO zv_app USING (
    person_id = {person}
    AND EXISTS (SELECT FROM bottlenecks_bottleneck b WHERE b.id = bottlenecks_told.bottleneck_id));

-- Of the detector alone.
CREATE POLICY nobody ON bottlenecks_watch FOR SELECT TO zv_app USING (false);

-- Looks at these networks for these kinds (rules of `bottlenecks/rules/`, put in the database by
-- apply.py): what is found is opened or kept, what is not found any more is over. The detector sees
-- everything; what it answers are numbers. Networks that others look at now are waited for.
-- After what is medical (`p_behind`) only behind the wall: what is found for the social side, whose turn
-- it is there and since when, must not tell that something medical just happened.
CREATE FUNCTION privacy.behind_the_wall(p_subject integer, p_lens text, p_facts uuid[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT p_lens = 'whole' OR p_subject <= 5
        OR EXISTS (SELECT FROM public.sharing_item i WHERE i.id = ANY (p_facts) AND i.subject <= 5)
$$;
CREATE FUNCTION privacy.look_for_bottlenecks(p_networks uuid[], p_kinds text[], p_now timestamptz,
    p_today date, p_sweep boolean, p_behind boolean) RETURNS TABLE (opened integer, closed integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
DECLARE
    r record; v_social uuid[]; v_looked uuid[]; v_dead uuid[]; v_opened integer; v_closed integer;
BEGIN
    opened := 0; closed := 0;
    INSERT INTO bottlenecks_watch AS w (id, network_id, looked_at, swept_at)
    SELECT gen_random_uuid(), n.id, p_now, CASE WHEN p_sweep THEN p_now END
    FROM networks_network n WHERE n.id = ANY (p_networks) ORDER BY n.id
    ON CONFLICT (network_id) DO UPDATE
    SET looked_at = EXCLUDED.looked_at, swept_at = COALESCE(EXCLUDED.swept_at, w.swept_at);
    v_social := ARRAY(SELECT DISTINCT m.network_id FROM networks_member m
                      WHERE m.network_id = ANY (p_networks) AND m.side = 'social');
    -- Of who died, and where nobody lives any more to care for, nothing asks attention.
    v_dead := ARRAY(SELECT d.about_id FROM privacy.dead(p_networks) d);
    FOR r IN SELECT k.*, l.lens FROM privacy.bottleneck_kinds() k
             CROSS JOIN LATERAL unnest(CASE WHEN k.missing THEN ARRAY['whole', 'social']
                                            ELSE ARRAY['all'] END) AS l(lens)
             WHERE (p_kinds IS NULL OR k.kind = ANY (p_kinds)) AND NOT (p_behind AND l.lens = 'social')
             LOOP
        v_looked := CASE WHEN r.lens = 'social' THEN v_social ELSE p_networks END;
        CONTINUE WHEN v_looked = '{{}}';
        EXECUTE format($look$
            WITH found AS MATERIALIZED (
                SELECT DISTINCT ON (f.network_id, f.key) f.*,
                    md5(f.facts::text || f.members::text || f.detail::text || COALESCE((
                        SELECT string_agg(i.version::text, ',' ORDER BY i.id)
                        FROM sharing_item i WHERE i.id = ANY (f.facts)), '')) AS digest
                FROM privacy.find_%1$s($1, $2, $3, $4 = 'social') f
                WHERE NOT (f.about_id = ANY ($8) OR f.network_id = ANY ($8))
            ), over AS (
                UPDATE bottlenecks_bottleneck b
                -- What comes and goes all the time stays open until it has been gone for a day.
                SET gone_at = COALESCE(b.gone_at, $2),
                    resolved_at = CASE WHEN b.times < 3 OR b.gone_at <= $2 - interval '1 day'
                                       THEN $2 END
                WHERE b.network_id = ANY ($1) AND b.kind = %1$L AND b.lens = $4
                  AND b.resolved_at IS NULL
                  AND (NOT $7 OR privacy.behind_the_wall(b.subject, $4, b.facts))
                  AND NOT EXISTS (SELECT FROM found f WHERE (f.network_id, f.key) = (b.network_id, b.key))
                RETURNING b.resolved_at
            ), kept AS (
                INSERT INTO bottlenecks_bottleneck AS b (id, network_id, kind, lens, key, reach,
                    about_id, subject, facts, members, who_id, asker_id, since, detail, digest,
                    seriousness, opened_at, times, step)
                SELECT gen_random_uuid(), f.network_id, %1$L, $4, f.key, $5, f.about_id, f.subject,
                    f.facts, f.members, f.who_id, f.asker_id, f.since, f.detail, f.digest, $6, $2, 1, 0
                FROM found f
                WHERE NOT $7 OR privacy.behind_the_wall(f.subject, $4, f.facts)
                ON CONFLICT (network_id, kind, lens, key) DO UPDATE
                SET reach = EXCLUDED.reach, about_id = EXCLUDED.about_id, subject = EXCLUDED.subject,
                    facts = EXCLUDED.facts, members = EXCLUDED.members, who_id = EXCLUDED.who_id,
                    asker_id = EXCLUDED.asker_id, since = EXCLUDED.since, detail = EXCLUDED.detail,
                    digest = EXCLUDED.digest, seriousness = EXCLUDED.seriousness,
                    gone_at = NULL, resolved_at = NULL,
                    -- Back within a day is the same one still, on the same step of the ladder.
                    opened_at = CASE WHEN b.resolved_at <= $2 - interval '1 day' THEN $2
                                     ELSE b.opened_at END,
                    owner_id = CASE WHEN b.resolved_at <= $2 - interval '1 day'
                                      OR b.who_id IS DISTINCT FROM EXCLUDED.who_id
                                    THEN NULL ELSE b.owner_id END,
                    step = CASE WHEN b.resolved_at <= $2 - interval '1 day' THEN 0 ELSE b.step END,
                    step_at = CASE WHEN b.resolved_at <= $2 - interval '1 day'
                                     OR b.who_id IS DISTINCT FROM EXCLUDED.who_id
                                   THEN NULL ELSE b.step_at END,
                    times = CASE WHEN b.resolved_at IS NULL THEN b.times
                                 WHEN b.resolved_at > $2 - interval '7 days' THEN b.times + 1
                                 ELSE 1 END,
                    -- Put aside were the facts as they were.
                    dismissed_at = CASE WHEN b.digest = EXCLUDED.digest
                                         AND (b.resolved_at <= $2 - interval '1 day') IS NOT TRUE
                                        THEN b.dismissed_at END,
                    dismissed_by_id = CASE WHEN b.digest = EXCLUDED.digest
                                            AND (b.resolved_at <= $2 - interval '1 day') IS NOT TRUE
                                           THEN b.dismissed_by_id END,
                    snoozed_until = CASE WHEN (b.resolved_at <= $2 - interval '1 day') IS NOT TRUE
                                         THEN b.snoozed_until END,
                    snoozed_by_id = CASE WHEN (b.resolved_at <= $2 - interval '1 day') IS NOT TRUE
                                         THEN b.snoozed_by_id END
                WHERE b.resolved_at IS NOT NULL OR b.gone_at IS NOT NULL OR b.digest <> EXCLUDED.digest
                   OR b.who_id IS DISTINCT FROM EXCLUDED.who_id OR b.reach <> EXCLUDED.reach
                   OR b.seriousness <> EXCLUDED.seriousness
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM kept), (SELECT count(resolved_at) FROM over)
        $look$, r.kind)
        INTO v_opened, v_closed USING v_looked, p_now, p_today, r.lens, r.reach, r.seriousness,
            p_behind, v_dead;
        opened := opened + v_opened; closed := closed + v_closed;
    END LOOP;
    RETURN NEXT;
END
$$;

-- Which of these pairs of a bottleneck and a member meet it now, through which persons: by the same
-- conditions as the lock above, for many at once, for the detector and for who is told.
CREATE FUNCTION privacy.bottleneck_meeting(p_bottlenecks uuid[], p_members uuid[])
RETURNS TABLE (bottleneck_id uuid, member_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
    WITH pairs AS MATERIALIZED (
        SELECT DISTINCT t.id, t.member_id FROM unnest(p_bottlenecks, p_members) AS t(id, member_id)
    ), due AS MATERIALIZED (
        SELECT b.* FROM bottlenecks_bottleneck b WHERE b.id = ANY (p_bottlenecks)
    ), seats AS MATERIALIZED (
        SELECT s.*, ARRAY(SELECT c.compartment_id FROM sharing_compartmentmember c
                          WHERE c.member_id = s.member_id) AS compartments
        FROM privacy.seats(ARRAY(SELECT DISTINCT d.network_id FROM due d)) s
        WHERE s.member_id = ANY (p_members)
    ), keys AS MATERIALIZED (
        SELECT k.* FROM privacy.keys(ARRAY(SELECT DISTINCT s.network_id FROM seats s),
                                     ARRAY(SELECT DISTINCT s.member_id FROM seats s)) k
    ), coordinating AS MATERIALIZED (
        SELECT c.* FROM privacy.coordinating(ARRAY(SELECT DISTINCT d.network_id FROM due d)) c
    ), meeting AS MATERIALIZED (
        SELECT t.id, t.member_id, s.person_id, s.network_id
        FROM pairs t JOIN due d ON d.id = t.id
        JOIN seats s ON s.member_id = t.member_id AND s.network_id = d.network_id
        LEFT JOIN keys k ON k.member_id = s.member_id AND k.about_id = d.about_id
        WHERE (d.lens = 'all' OR (d.lens = 'social') = (s.side = 'social'))
          AND (d.subject > 5 OR s.side <> 'social')
          AND (d.facts <> '{{}}' OR {rule:bottleneck_for} > 0)
          AND (d.reach = 'readers' OR s.member_id IN (d.who_id, d.asker_id, d.about_id)
               OR (COALESCE(k.control, 0) >> d.subject) & 1 = 1
               OR EXISTS (SELECT FROM networks_member z WHERE z.id = s.member_id
                          AND (z.coordinator OR z.first_contact))
               OR EXISTS (SELECT FROM coordinating c WHERE c.member_id = s.member_id))
          AND NOT EXISTS (SELECT FROM unnest(d.members) x JOIN networks_member m ON m.id = x
                          WHERE m.compartment IS NOT NULL AND NOT m.compartment = ANY (s.compartments)
                            AND m.id <> s.member_id)
    )
    -- All its facts, or none of it. Each fact is asked with everybody's keys at once.
    SELECT n.id, n.member_id, n.person_id
    FROM meeting n JOIN due d ON d.id = n.id
    JOIN seats s ON s.network_id = n.network_id AND s.member_id = n.member_id
      AND s.person_id = n.person_id
    CROSS JOIN LATERAL unnest(d.facts) AS f(id)
    JOIN sharing_item i ON i.id = f.id AND i.withdrawn_at IS NULL
    LEFT JOIN keys k ON k.member_id = s.member_id AND k.about_id = i.about_id
    GROUP BY n.id, n.member_id, n.person_id, cardinality(d.facts)
    HAVING bool_and({rule:decisions} > 0) AND count(*) = cardinality(d.facts)
    UNION ALL
    SELECT n.id, n.member_id, n.person_id
    FROM meeting n JOIN due d ON d.id = n.id WHERE d.facts = '{{}}'
$$;

-- Gives each open bottleneck of these networks its owner: the last step of its ladder whose time has
-- come, of those who take part and may meet it; else the first of them. Who may not is passed over.
-- `p_again`: also of what has an owner whose time is not over, for who may meet it changed. Answers what
-- got another owner, and the persons to tell.
CREATE FUNCTION privacy.climb_bottlenecks(p_networks uuid[], p_now timestamptz, p_behind boolean,
    p_again boolean)
RETURNS TABLE (bottleneck_id uuid, network_id uuid, kind text, owner_id uuid, persons uuid[])
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
    WITH coordinating AS MATERIALIZED (
        SELECT c.* FROM privacy.coordinating(p_networks) c
    ), due AS MATERIALIZED (
        SELECT b.* FROM bottlenecks_bottleneck b
        WHERE b.network_id = ANY (p_networks) AND b.resolved_at IS NULL AND b.dismissed_at IS NULL
          AND (b.snoozed_until IS NULL OR b.snoozed_until <= p_now)
          AND (NOT p_behind OR privacy.behind_the_wall(b.subject, b.lens, b.facts))
          AND (p_again OR b.step_at IS NULL OR b.step_at <= p_now
               OR EXISTS (SELECT FROM networks_member m WHERE m.id = b.owner_id AND m.left_at <= p_now)
               -- Whose turn it was because they coordinate does so no more, or began to again.
               OR EXISTS (SELECT FROM privacy.bottleneck_ladders() g
                          WHERE g.kind = b.kind AND g.place = b.step AND g.step = 'coordinator')
                  AND b.owner_id IS NOT NULL
                  AND NOT EXISTS (SELECT FROM coordinating c WHERE c.member_id = b.owner_id))
    ), deciding AS MATERIALIZED (
        SELECT c.* FROM privacy.controllers(ARRAY(SELECT DISTINCT d.network_id FROM due d)) c
    ), turns AS MATERIALIZED (
        SELECT d.id, g.place, g.after, m.member_id
        FROM due d JOIN privacy.bottleneck_ladders() g ON g.kind = d.kind
        CROSS JOIN LATERAL (
            SELECT d.who_id AS member_id WHERE g.step = 'who'
            UNION ALL SELECT d.asker_id WHERE g.step = 'asker'
            UNION ALL SELECT n.id FROM networks_member n
                WHERE n.network_id = d.network_id AND g.step = 'first_contact' AND n.first_contact
            UNION ALL SELECT c.member_id FROM coordinating c
                WHERE c.network_id = d.network_id AND g.step = 'coordinator'
            UNION ALL SELECT c.member_id FROM deciding c
                WHERE c.network_id = d.network_id AND c.about_id = d.about_id
                  AND g.step = 'control' AND (c.subjects >> d.subject) & 1 = 1) m
        WHERE m.member_id IS NOT NULL
    ), able AS MATERIALIZED (
        SELECT t.id, t.place, t.after, t.member_id, array_agg(DISTINCT n.person_id) AS persons
        FROM turns t
        JOIN privacy.bottleneck_meeting(ARRAY(SELECT x.id FROM turns x ORDER BY x.id, x.member_id),
                 ARRAY(SELECT x.member_id FROM turns x ORDER BY x.id, x.member_id)) n
          ON n.bottleneck_id = t.id AND n.member_id = t.member_id
        GROUP BY t.id, t.place, t.after, t.member_id
    ), chosen AS (
        SELECT DISTINCT ON (d.id) d.id, a.place, a.member_id, a.persons,
            (SELECT d.opened_at + min(z.after) FROM able z
             WHERE z.id = d.id AND z.place > a.place AND d.opened_at + z.after > p_now) AS step_at
        FROM due d LEFT JOIN able a ON a.id = d.id
        ORDER BY d.id, (d.opened_at + a.after <= p_now) DESC NULLS LAST,
                 CASE WHEN d.opened_at + a.after <= p_now THEN -a.place ELSE a.place END, a.member_id
    )
    UPDATE bottlenecks_bottleneck b
    SET owner_id = c.member_id, step = COALESCE(c.place, 0),
        -- Nobody may meet it, or nobody comes after: looked at again tomorrow, rights change.
        step_at = COALESCE(c.step_at, p_now + interval '1 day')
    FROM chosen c JOIN due d ON d.id = c.id
    WHERE b.id = c.id
    RETURNING b.id, b.network_id, b.kind, b.owner_id,
        CASE WHEN b.owner_id <> d.owner_id OR d.owner_id IS NULL AND b.owner_id IS NOT NULL
             THEN c.persons ELSE '{{}}' END
$$;

-- For each of these pairs of a bottleneck and a person who came to own it an event in the journal,
-- in the person's own name and for them alone. Once for each time it is open, and not again within a
-- week: what comes and goes does not ring twice. Answers the events; they hold no reference.
CREATE FUNCTION privacy.tell_bottlenecks(p_bottlenecks uuid[], p_persons uuid[], p_serious integer,
    p_now timestamptz) RETURNS TABLE (event_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH told AS MATERIALIZED (
        SELECT gen_random_uuid() AS event, b.id, b.network_id, x.person_id, b.opened_at, b.seriousness
        FROM unnest(p_bottlenecks, p_persons) AS x(id, person_id)
        JOIN bottlenecks_bottleneck b ON b.id = x.id AND b.resolved_at IS NULL
        WHERE NOT EXISTS (SELECT FROM bottlenecks_told t
                          WHERE t.bottleneck_id = b.id AND t.person_id = x.person_id
                            AND (t.opened_at = b.opened_at OR t.at > p_now - interval '7 days'))
    ), noted AS (
        INSERT INTO bottlenecks_told (id, network_id, bottleneck_id, event_id, person_id, opened_at, at)
        SELECT gen_random_uuid(), t.network_id, t.id, t.event, t.person_id, t.opened_at, p_now
        FROM told t
    ), said AS (
        INSERT INTO journal_event (id, network_id, verb, person_id, to_person_id, at)
        SELECT t.event, t.network_id,
               CASE WHEN t.seriousness >= p_serious THEN 'bottleneck_presses'
                    ELSE 'bottleneck_waits' END,
               t.person_id, t.person_id, p_now
        FROM told t
    )
    SELECT t.event FROM told t ORDER BY t.id, t.person_id
$$;

-- Which of these events about bottlenecks each of these persons may know of now: of what is open, not
-- put aside, and theirs to meet.
CREATE FUNCTION privacy.bottlenecks_told_of(p_events uuid[], p_person uuid)
RETURNS TABLE (event_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH told AS MATERIALIZED (
        SELECT t.event_id, t.bottleneck_id, s.member_id
        FROM bottlenecks_told t
        JOIN bottlenecks_bottleneck b ON b.id = t.bottleneck_id AND b.resolved_at IS NULL
          AND b.dismissed_at IS NULL AND b.gone_at IS NULL
          AND (b.snoozed_until IS NULL OR b.snoozed_until <= privacy.moment())
        JOIN privacy.seats(NULL, p_person) s ON s.network_id = t.network_id
        WHERE t.event_id = ANY (p_events) AND t.person_id = p_person
    )
    SELECT t.event_id FROM told t
    JOIN privacy.bottleneck_meeting(ARRAY(SELECT x.bottleneck_id FROM told x ORDER BY x.event_id),
             ARRAY(SELECT x.member_id FROM told x ORDER BY x.event_id)) n
      ON n.bottleneck_id = t.bottleneck_id AND n.member_id = t.member_id AND n.person_id = p_person
$$;

-- The next networks to sweep: not looked at since the sweep began, in the order of their ids.
CREATE FUNCTION privacy.networks_to_sweep(p_since timestamptz, p_after uuid, p_limit integer)
RETURNS TABLE (network_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.id FROM networks_network n LEFT JOIN bottlenecks_watch w ON w.network_id = n.id
    WHERE n.id > p_after AND n.closed_at IS NULL AND (w.swept_at IS NULL OR w.swept_at < p_since)
    ORDER BY n.id LIMIT p_limit
$$;

-- What happened, for the detector: in which network, which verb, to what kind of item, and whether
-- that is medical or in a safety compartment.
CREATE FUNCTION privacy.event_for_bottlenecks(p_event uuid)
RETURNS TABLE (network_id uuid, verb text, item text, behind boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT v.network_id, v.verb, COALESCE(i.kind, ''),
           COALESCE(i.subject <= 5 OR i.compartment_id IS NOT NULL, false)
    FROM journal_event v LEFT JOIN sharing_item i ON i.id = v.item_id WHERE v.id = p_event
$$;
