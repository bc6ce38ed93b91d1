-- Notices: the references in somebody's inbox. One sees only one's own, in networks one entered,
-- of events one may know of at this moment.
GRANT SELECT, UPDATE (read_at) ON notifications_notice TO zv_app;
CREATE POLICY mine ON notifications_notice FOR ALL TO zv_app USING (
    person_id = {person} AND network_id = ANY ({networks})
    AND EXISTS (SELECT FROM journal_event e WHERE e.id = notifications_notice.event_id))
    WITH CHECK (person_id = {person});

-- What goes out to whom. The worker acts as that person.
GRANT SELECT, UPDATE (due_at, claimed_at, attempts, sent_at, dropped_at)
    ON notifications_delivery TO zv_app;
CREATE POLICY mine ON notifications_delivery FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

GRANT SELECT, INSERT, UPDATE (pace) ON notifications_preference TO zv_app;
CREATE POLICY mine ON notifications_preference FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});
GRANT SELECT, INSERT, UPDATE (quiet, quiet_from, quiet_until, work_hours)
    ON notifications_rest TO zv_app;
CREATE POLICY mine ON notifications_rest FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

-- On which devices one gets messages. Forgotten at the commit that signs that device out or turns the
-- account off; a session that merely grew old leaves it.
GRANT SELECT, INSERT, DELETE ON notifications_pushaddress TO zv_app;
CREATE POLICY mine ON notifications_pushaddress FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

CREATE FUNCTION privacy.push_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM notifications_pushaddress d USING people_account a
    WHERE a.id = OLD.account_id AND d.person_id = a.person_id AND d.mark = OLD.known;
    RETURN NULL;
END
$$;
CREATE TRIGGER push_ends AFTER DELETE ON people_session FOR EACH ROW
    WHEN (OLD.known <> '' AND OLD.expire_date > now()) EXECUTE FUNCTION privacy.push_ends();

CREATE FUNCTION privacy.push_stops() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM notifications_pushaddress d WHERE d.person_id = NEW.person_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER push_stops AFTER UPDATE OF is_active, password ON people_account FOR EACH ROW
    WHEN (NOT NEW.is_active OR NEW.password IS DISTINCT FROM OLD.password)
    EXECUTE FUNCTION privacy.push_stops();

-- An address of a push service belongs to one browser: who subscribes with it is who uses it now.
CREATE FUNCTION privacy.take_over_device(p_endpoint text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM notifications_pushaddress d WHERE d.endpoint = p_endpoint
$$;

-- Who is to be told of an event now, and when they want to hear: for the worker. References only.
CREATE FUNCTION privacy.to_tell(p_event uuid)
RETURNS TABLE (person_id uuid, side text, to_me boolean, verb text, item_kind text, at timestamptz, paces jsonb,
               quiet boolean, quiet_from integer, quiet_until integer, work_hours boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.person_id, s.side,
           -- What is asked of a team is asked of whoever is in it.
           v.to_person_id IS NOT NULL OR v.verb = 'agreement_asked' AND EXISTS (
                SELECT FROM agreements_agreement a
                WHERE a.item_id = v.item_id
                  AND COALESCE(a.asked_of_id, a.executor_id) = s.member_id)
           OR v.verb = 'help_asked' AND EXISTS (
                SELECT FROM helping_helprequest r
                WHERE r.item_id = v.item_id AND r.first_to_id = s.member_id)
           OR v.verb IN ('question_asked', 'question_passed') AND EXISTS (
                SELECT FROM talks_question q
                WHERE q.item_id = v.item_id AND q.state IN ('open', 'passed')
                  AND privacy.question_waits_for(q.to_member_id, q.function, ARRAY[s.member_id])),
           v.verb, i.kind, v.at,
           COALESCE((SELECT jsonb_object_agg(p.kind, p.pace) FROM notifications_preference p
                     WHERE p.person_id = h.person_id), '{{}}'),
           r.quiet, r.quiet_from, r.quiet_until, r.work_hours
    FROM journal_event v
    CROSS JOIN LATERAL privacy.hearers(v.id) h
    JOIN privacy.seats(ARRAY(SELECT e.network_id FROM journal_event e WHERE e.id = p_event)) s
      ON s.person_id = h.person_id
    LEFT JOIN sharing_item i ON i.id = v.item_id
    LEFT JOIN notifications_rest r ON r.person_id = h.person_id
    WHERE v.id = p_event
      -- Who did it knows; unless it was done in their name, for them to hear.
      AND (h.person_id <> v.person_id OR v.to_person_id = v.person_id)
      AND (v.item_id IS NULL OR i.withdrawn_at IS NULL)
      -- Of a conversation that goes on one hears once in half an hour; who was mentioned, always.
      AND NOT (v.verb = 'talked' AND EXISTS (
            SELECT FROM notifications_notice n JOIN journal_event e ON e.id = n.event_id
            WHERE n.person_id = h.person_id AND n.item_id = v.item_id AND e.id <> v.id
              AND e.verb IN ('shared', 'talked', 'mentioned')
              AND n.at <= v.at AND n.at > v.at - interval '30 minutes'))
$$;

-- Put an event in the inboxes of these persons and plan what goes out, in one statement. Only for
-- who may know of it, whatever the caller asks; a second time changes nothing.
CREATE FUNCTION privacy.tell(p_event uuid, p_persons uuid[], p_kinds text[], p_bundles text[],
    p_dues timestamptz[]) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH told AS MATERIALIZED (
        SELECT t.* FROM unnest(p_persons, p_kinds, p_bundles, p_dues)
             AS t(person_id, kind, bundle, due_at)
        WHERE t.person_id IN (SELECT h.person_id FROM privacy.hearers(p_event) h)
    ), placed AS (
        INSERT INTO notifications_notice
            (id, person_id, event_id, network_id, item_id, kind, at, read_at, bundle)
        SELECT gen_random_uuid(), t.person_id, v.id, v.network_id, v.item_id, t.kind, v.at, NULL,
               t.bundle
        FROM journal_event v CROSS JOIN told t
        WHERE v.id = p_event AND (t.person_id <> v.person_id OR v.to_person_id = v.person_id)
        -- One order for all, so that two workers never wait for each other in a circle.
        ORDER BY t.person_id
        -- What had to be in the inbox at once was put there without a mail: that is planned now.
        ON CONFLICT (person_id, event_id) DO UPDATE SET bundle = EXCLUDED.bundle
        WHERE notifications_notice.bundle = '' AND EXCLUDED.bundle <> ''
        RETURNING person_id, bundle
    ), planned AS (
        INSERT INTO notifications_delivery (id, person_id, bundle, channel, due_at, attempts)
        SELECT gen_random_uuid(), p.person_id, p.bundle, c.channel, t.due_at, 0
        FROM placed p JOIN told t USING (person_id)
        CROSS JOIN LATERAL (
            SELECT 'mail' UNION ALL SELECT 'push' WHERE EXISTS (
                SELECT FROM notifications_pushaddress d WHERE d.person_id = p.person_id)
        ) AS c(channel)
        WHERE p.bundle <> '' ORDER BY p.person_id, c.channel
        ON CONFLICT (person_id, bundle, channel) DO NOTHING
    )
    SELECT count(*)::integer FROM placed
$$;

-- Which of these notices of one person rest on something that person may know of now: the rule
-- itself, for many networks at once.
CREATE FUNCTION privacy.knowable(p_person uuid, p_notices uuid[])
RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH n AS MATERIALIZED (
        SELECT n.id, n.network_id, n.event_id, n.item_id FROM notifications_notice n
        WHERE n.id = ANY (p_notices) AND n.person_id = p_person
    ), seats AS MATERIALIZED (
        SELECT s.*, ARRAY(SELECT c.compartment_id FROM sharing_compartmentmember c
                          WHERE c.member_id = s.member_id) AS compartments
        FROM privacy.seats(ARRAY(SELECT DISTINCT n.network_id FROM n), p_person) s
    ), keys AS MATERIALIZED (
        SELECT k.* FROM privacy.keys(ARRAY(SELECT s.network_id FROM seats s),
                                     ARRAY(SELECT s.member_id FROM seats s)) k
    )
    SELECT n.id
    FROM n JOIN seats s ON s.network_id = n.network_id
    JOIN journal_event v ON v.id = n.event_id
    JOIN sharing_item i ON i.id = n.item_id AND i.withdrawn_at IS NULL
    LEFT JOIN keys k ON k.member_id = s.member_id AND k.about_id = i.about_id
    WHERE {rule:decisions} > 0
      AND (v.to_person_id IS NULL OR p_person IN (v.to_person_id, v.person_id))
    UNION ALL
    SELECT n.id
    FROM n JOIN seats s ON s.network_id = n.network_id
    JOIN journal_event v ON v.id = n.event_id
    LEFT JOIN networks_member m ON m.id = v.member_id
    WHERE n.item_id IS NULL AND NOT starts_with(v.verb, 'bottleneck_')
      AND (v.to_person_id IS NULL OR p_person IN (v.to_person_id, v.person_id))
      AND NOT (s.side = 'social' AND starts_with(v.verb, 'emergency_'))
      AND (m.compartment IS NULL OR m.compartment = ANY (s.compartments) OR m.id = s.member_id)
    UNION ALL
    SELECT n.id
    FROM (SELECT array_agg(n.event_id) AS events FROM n JOIN bottlenecks_told t USING (event_id)) x
    CROSS JOIN LATERAL privacy.bottlenecks_told_of(x.events, p_person) t
    JOIN n ON n.event_id = t.event_id
    WHERE x.events IS NOT NULL
$$;

-- Somebody's notices, and which of them are new: not marked as read, nor seen in the news of the
-- network; what was asked stays new until it was answered. Becomes part of the query that asks it.
CREATE FUNCTION privacy.notices(p_person uuid)
RETURNS TABLE (id uuid, network_id uuid, event_id uuid, item_id uuid, kind text, at timestamptz,
               read_at timestamptz, bundle text, unread boolean)
LANGUAGE sql STABLE AS $$
    SELECT n.id, n.network_id, n.event_id, n.item_id, n.kind, n.at, n.read_at, n.bundle,
        n.read_at IS NULL
        -- What was said in a conversation is read where somebody read on to.
        AND NOT EXISTS (SELECT FROM talks_readingmark t
                        WHERE t.person_id = p_person AND t.item_id = n.item_id
                          AND t.seen_at >= n.at - interval '1 second')
        -- An answer from outside is new until its asker saw it.
        AND NOT (n.item_id IS NULL AND EXISTS (
                SELECT FROM journal_event e WHERE e.id = n.event_id AND e.verb = 'outside_answered')
            AND NOT EXISTS (
                SELECT FROM talks_outsidequestion q
                WHERE q.asker_id = p_person AND q.network_id = n.network_id
                  AND q.answered_at IS NOT NULL AND q.seen_at IS NULL))
        AND CASE
            WHEN n.kind = 'asked' THEN NOT EXISTS (
                SELECT FROM agreements_agreement a JOIN journal_event e ON e.id = n.event_id
                WHERE a.item_id = n.item_id AND CASE
                    WHEN e.verb = 'agreement_reminder' THEN a.state NOT IN ('accepted', 'running')
                    ELSE a.state NOT IN ('asked', 'received') END)
                AND NOT EXISTS (
                    SELECT FROM journal_event e JOIN carers_carercheck c ON c.about_id = e.member_id
                    WHERE e.id = n.event_id AND e.verb = 'carer_check_due' AND n.item_id IS NULL
                      AND c.network_id = e.network_id AND c.on_date >= e.at::date)
                -- Of a question: nor passed on to another since.
                AND NOT EXISTS (
                SELECT FROM talks_question q WHERE q.item_id = n.item_id
                  AND (q.state NOT IN ('open', 'passed') OR q.state = 'passed' AND n.at < q.state_at))
            WHEN n.kind IN ('important', 'answered') THEN true
            ELSE NOT EXISTS (
                SELECT FROM sharing_readmark r
                WHERE r.person_id = p_person AND r.network_id = n.network_id
                  -- An event is noted a moment after the words it is about.
                  AND r.seen_until >= n.at - interval '1 second') END
    FROM notifications_notice n WHERE n.person_id = p_person
$$;

-- The viewer's inbox over all their networks, newest first: only what they may know of now.
-- Planned anew each time: what is read and what is unread lie in different indexes.
CREATE FUNCTION privacy.inbox(p_unread boolean, p_kinds text[], p_bundle text,
    p_before timestamptz, p_id uuid, p_limit integer)
RETURNS TABLE (id uuid, network_id uuid, item_id uuid, kind text, at timestamptz, verb text,
               actor_id uuid, member_id uuid, unread boolean, bottleneck_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_person uuid := {person}; v_before timestamptz := p_before; v_id uuid := p_id;
    v_chunk uuid[]; v_left integer := p_limit; v_found integer;
BEGIN
    WHILE v_left > 0 LOOP
        SELECT array_agg(c.id), min(c.at), (array_agg(c.id ORDER BY c.at, c.id))[1]
        INTO v_chunk, v_before, v_id
        FROM (SELECT n.id, n.at FROM privacy.notices(v_person) n
              WHERE (n.at, n.id) < (v_before, v_id)
                AND (p_bundle IS NULL OR n.bundle = p_bundle)
                AND (p_kinds IS NULL OR n.kind = ANY (p_kinds))
                AND (NOT p_unread OR n.read_at IS NULL AND n.unread)
              ORDER BY n.at DESC, n.id DESC LIMIT p_limit) c;
        EXIT WHEN v_chunk IS NULL;
        RETURN QUERY
            SELECT n.id, n.network_id, n.item_id, n.kind, n.at, v.verb, v.person_id, v.member_id,
                   n.unread, t.bottleneck_id
            FROM privacy.notices(v_person) n JOIN journal_event v ON v.id = n.event_id
            LEFT JOIN bottlenecks_told t ON t.event_id = n.event_id
            WHERE n.id IN (SELECT k.id FROM privacy.knowable(v_person, v_chunk) k)
            ORDER BY n.at DESC, n.id DESC LIMIT v_left;
        GET DIAGNOSTICS v_found = ROW_COUNT;
        v_left := v_left - v_found;
        EXIT WHEN cardinality(v_chunk) < p_limit;
    END LOOP;
END
$$;

-- In which networks something waits for the viewer's answer or deed, first what is due first; and a
-- few in which they look at a bottleneck. Networks only: the page enters them, and reads what they
-- may read there. What is medical puts no network forward for the social side.
CREATE FUNCTION privacy.waiting_networks(p_limit integer) RETURNS TABLE (network_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seats AS MATERIALIZED (SELECT * FROM privacy.seats(NULL, {person})),
    agreed AS (
        SELECT a.network_id, min(a.due_on) AS due
        FROM seats s
        JOIN agreements_agreement a ON a.executor_id = s.member_id
                AND a.state IN ('asked', 'received', 'accepted', 'running')
            OR a.asked_of_id = s.member_id AND a.state IN ('asked', 'received')
        GROUP BY a.network_id
    ), asked AS (
        SELECT q.network_id, q.due_at
        FROM seats s JOIN talks_question q ON q.to_member_id = s.member_id
         AND q.state IN ('open', 'passed')
        UNION ALL
        -- Asked of a function, of which who had it has left.
        SELECT q.network_id, q.due_at
        FROM seats s JOIN networks_role r ON r.member_id = s.member_id
        JOIN talks_question q ON q.network_id = s.network_id AND q.state IN ('open', 'passed')
         AND q.function = r.function
        JOIN networks_member o ON o.id = q.to_member_id AND o.left_at <= now()
    ), attention AS (
        SELECT b.network_id, max(b.seriousness) AS seriousness
        FROM (SELECT s.side, o.id FROM seats s JOIN bottlenecks_bottleneck o
                  ON o.owner_id = s.member_id AND o.resolved_at IS NULL
              UNION SELECT s.side, o.id FROM seats s
                  JOIN networks_substitute t ON t.substitute_id = s.member_id
                    AND privacy.running(t.starts_at, t.ends_at)
                  JOIN bottlenecks_bottleneck o ON o.owner_id = t.coordinator_id
                    AND o.resolved_at IS NULL
              UNION SELECT s.side, o.id FROM seats s JOIN bottlenecks_bottleneck o
                  ON o.who_id = s.member_id AND o.resolved_at IS NULL) x
        JOIN bottlenecks_bottleneck b ON b.id = x.id
        WHERE b.dismissed_at IS NULL AND (b.snoozed_until IS NULL OR b.snoozed_until <= now())
          AND CASE WHEN x.side = 'social' THEN b.subject > 5 AND b.lens <> 'whole'
                   ELSE b.lens <> 'social' END
        GROUP BY b.network_id ORDER BY 2 DESC, 1 LIMIT 8
    )
    SELECT w.network_id
    FROM (SELECT network_id, privacy.midnight(due) AS due, 0 AS seriousness FROM agreed
          UNION ALL SELECT network_id, due_at, 0 FROM asked
          UNION ALL SELECT network_id, NULL, seriousness FROM attention) w
    GROUP BY w.network_id
    ORDER BY min(w.due) NULLS LAST, max(w.seriousness) DESC, w.network_id LIMIT p_limit
$$;

-- How often the viewer was told of each kind in a period, of what they may know of now.
CREATE FUNCTION privacy.told_between(p_from timestamptz, p_to timestamptz)
RETURNS TABLE (kind text, times integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.kind, count(*)::integer
    FROM privacy.knowable({person}, ARRAY(
            SELECT c.id FROM notifications_notice c
            WHERE c.person_id = {person} AND c.at >= p_from AND c.at < p_to
            ORDER BY c.at DESC LIMIT 1000)) k
    JOIN notifications_notice n ON n.id = k.id
    GROUP BY n.kind
$$;

-- The sides on which the viewer takes part now, over all their networks.
CREATE FUNCTION privacy.my_sides() RETURNS TABLE (side text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT s.side FROM privacy.seats(NULL, {person}) s
$$;

-- Take what is due for sending; what another worker holds is left to it. Taken anew when the one
-- who took it has been silent since `p_abandoned`. `p_at_once`: only what is about one event.
CREATE FUNCTION privacy.claim_deliveries(p_channel text, p_now timestamptz, p_abandoned timestamptz,
    p_limit integer, p_at_once boolean)
RETURNS TABLE (id uuid, person_id uuid, bundle text, attempts integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE notifications_delivery d SET claimed_at = p_now, attempts = d.attempts + 1
    WHERE d.id IN (
        SELECT q.id FROM notifications_delivery q
        WHERE q.sent_at IS NULL AND q.dropped_at IS NULL AND q.due_at <= p_now
          AND q.channel = p_channel AND (q.claimed_at IS NULL OR q.claimed_at < p_abandoned)
          AND (NOT p_at_once OR starts_with(q.bundle, 'event '))
        ORDER BY q.due_at LIMIT p_limit FOR UPDATE SKIP LOCKED)
    RETURNING d.id, d.person_id, d.bundle, d.attempts
$$;

-- For who keeps the installation running: per channel how many messages should have left by now, since
-- when the oldest, and how many were not taken and are tried again later. Numbers, about nobody.
CREATE FUNCTION privacy.waiting_deliveries(p_now timestamptz)
RETURNS TABLE (channel text, waiting integer, since timestamptz, again integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.channel, count(*) FILTER (WHERE d.due_at <= p_now)::integer,
           min(d.due_at) FILTER (WHERE d.due_at <= p_now),
           count(*) FILTER (WHERE d.due_at > p_now AND d.attempts > 0)::integer
    FROM notifications_delivery d WHERE d.sent_at IS NULL AND d.dropped_at IS NULL GROUP BY d.channel
$$;

-- For the live stream: the network of each event, who may know of it now, and whether it is about
-- who takes part (then streams of that network are looked through again).
CREATE FUNCTION privacy.stirred(p_events uuid[])
RETURNS TABLE (event_id uuid, network_id uuid, people uuid[], membership boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT v.id, v.network_id, ARRAY(SELECT h.person_id FROM privacy.hearers(v.id) h
                                           -- An account that was stopped hears nothing from that commit.
                                           JOIN people_account a ON a.person_id = h.person_id AND a.is_active),
           v.item_id IS NULL
    FROM journal_event v WHERE v.id = ANY (p_events)
$$;

-- Every night: what was seen in the news needs no looking up any more; what is old and read goes.
CREATE FUNCTION privacy.tidy_notices(p_now timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE notifications_notice n SET read_at = r.seen_until
    FROM sharing_readmark r
    WHERE n.read_at IS NULL AND n.kind NOT IN ('asked', 'answered', 'important')
      AND r.person_id = n.person_id AND r.network_id = n.network_id
      AND r.seen_until >= n.at - interval '1 second';
    DELETE FROM notifications_notice n
    WHERE n.read_at IS NOT NULL AND n.at < p_now - interval '1 year';
    DELETE FROM notifications_delivery d
    WHERE COALESCE(d.sent_at, d.dropped_at) < p_now - interval '1 year'
$$;
