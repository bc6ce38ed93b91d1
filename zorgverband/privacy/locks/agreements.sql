-- An agreement is as readable as its item, and so are its changes and ticks. It is asked by who
-- wrote that item, of a member of the same network.
GRANT SELECT, INSERT ON agreements_agreement, agreements_agreementchange, agreements_agreementtick TO zv_app;
GRANT UPDATE (state, state_by_id, state_at, answer, remind_days, remind_at, reminded_on)
    ON agreements_agreement TO zv_app;
CREATE POLICY as_item ON agreements_agreement FOR SELECT TO zv_app USING ({header:agreements_agreement});
CREATE POLICY as_item ON agreements_agreementchange FOR SELECT TO zv_app
    USING ({header:agreements_agreementchange});
CREATE POLICY as_item ON agreements_agreementtick FOR SELECT TO zv_app
    USING ({header:agreements_agreementtick});

-- Whom it is asked of first, when that is not who does it, is who asked the one it takes the place of.
CREATE POLICY asking ON agreements_agreement FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = agreements_agreement.item_id
            AND h.network_id = agreements_agreement.network_id AND h.author_id = {person})
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = agreements_agreement.executor_id
                AND m.network_id = agreements_agreement.network_id)
    AND (instead_of_id IS NULL OR EXISTS (
            SELECT FROM sharing_item o WHERE o.id = agreements_agreement.instead_of_id
              AND o.network_id = agreements_agreement.network_id))
    AND (asked_of_id IS NULL OR EXISTS (
            SELECT FROM sharing_item o WHERE o.id = agreements_agreement.instead_of_id
              AND o.author_member_id = agreements_agreement.asked_of_id))
    AND state IN ('asked', 'accepted')
    AND (state = 'asked' OR asked_of_id IS NULL AND executor_id = ANY ({members})));

-- How it stands is said by who does it (anybody of a team that does it) and by whom it was asked of.
-- Who asked, and who is in control of what it is about, can hold it, resume it or call it off. The
-- guard below knows which follows on which; here stands who may touch it at all, in whose name.
CREATE POLICY answering ON agreements_agreement FOR UPDATE TO zv_app
    USING (executor_id = ANY ({members}) OR asked_of_id = ANY ({members}) OR EXISTS (
        SELECT FROM sharing_item h WHERE h.id = agreements_agreement.item_id
          AND (h.author_id = {person} OR (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1)))
    WITH CHECK (state_by_id = {person} OR executor_id = ANY ({members}));

-- The moves of `agreements/moves.py`: from, to, by whom.
CREATE FUNCTION privacy.agreement_moves() RETURNS TABLE (was text, became text, by text)
LANGUAGE sql IMMUTABLE AS $$
    VALUES ('asked', 'received', 'answerer'),
           ('asked', 'accepted', 'answerer'), ('received', 'accepted', 'answerer'),
           ('asked', 'declined', 'answerer'), ('received', 'declined', 'answerer'),
           ('accepted', 'running', 'executor'),
           ('accepted', 'on_hold', 'executor'), ('accepted', 'on_hold', 'asker'),
           ('running', 'on_hold', 'executor'), ('running', 'on_hold', 'asker'),
           ('on_hold', 'running', 'executor'), ('on_hold', 'running', 'asker'),
           ('asked', 'done', 'executor'), ('received', 'done', 'executor'),
           ('accepted', 'done', 'executor'), ('running', 'done', 'executor'),
           ('on_hold', 'done', 'executor'),
           ('accepted', 'failed', 'executor'), ('running', 'failed', 'executor'),
           ('on_hold', 'failed', 'executor'),
           ('asked', 'cancelled', 'asker'), ('received', 'cancelled', 'asker'),
           ('accepted', 'cancelled', 'asker'), ('running', 'cancelled', 'asker'),
           ('on_hold', 'cancelled', 'asker'),
           -- By the database alone, when the day of what it is for changes (handovers_discharge.sql).
           ('accepted', 'asked', 'date'), ('running', 'asked', 'date'), ('on_hold', 'asked', 'date')
$$;

-- A lock cannot compare a row with what it was. The state changes by a move only, by who may make
-- it, in their own name; of two at once the second waits, and finds a state from which it may not.
CREATE FUNCTION privacy.guard_agreement() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_roles text[] := '{{}}';
BEGIN
    IF current_user <> 'zv_app' THEN
        IF NEW.state <> OLD.state AND NOT EXISTS (
                SELECT FROM privacy.agreement_moves() m WHERE (m.was, m.became) = (OLD.state, NEW.state)) THEN
            RAISE EXCEPTION 'no such move' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.executor_id = ANY ({members}) THEN v_roles := v_roles || 'executor'::text; END IF;
    IF COALESCE(OLD.asked_of_id, OLD.executor_id) = ANY ({members}) THEN
        v_roles := v_roles || 'answerer'::text;
    END IF;
    IF EXISTS (SELECT FROM sharing_item h WHERE h.id = OLD.item_id
               AND (h.author_id = {person}
                    OR (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1)) THEN
        v_roles := v_roles || 'asker'::text;
    END IF;
    IF (NEW.state, NEW.state_by_id, NEW.state_at, NEW.answer)
            IS DISTINCT FROM (OLD.state, OLD.state_by_id, OLD.state_at, OLD.answer)
       AND (NEW.state_by_id IS DISTINCT FROM {person} OR NOT EXISTS (
            SELECT FROM privacy.agreement_moves() m
            WHERE (m.was, m.became) = (OLD.state, NEW.state) AND m.by = ANY (v_roles))) THEN
        RAISE EXCEPTION 'a move of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.remind_days, NEW.remind_at, NEW.reminded_on)
            IS DISTINCT FROM (OLD.remind_days, OLD.remind_at, OLD.reminded_on)
       AND NOT 'executor' = ANY (v_roles) THEN
        RAISE EXCEPTION 'the reminder of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON agreements_agreement
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_agreement();

-- Whether another answered this agreement of the viewer, or did it: then its words are no more theirs
-- alone, for yes was said to these words. Asked anew (another day) it is open again. A correction that
-- whom it is about asked for is granted all the same.
CREATE FUNCTION privacy.agreed_upon(p_item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM sharing_item i JOIN agreements_agreement a ON a.item_id = i.id
        JOIN agreements_agreementchange c ON c.item_id = i.id AND c.person_id <> i.author_id
        WHERE i.id = p_item AND i.author_id = {person} AND i.network_id = ANY ({networks})
          AND a.state NOT IN ('asked', 'received')
          AND c.became IN ('accepted', 'declined', 'running', 'done', 'failed'))
    AND NOT EXISTS (SELECT FROM requests_request r
                    WHERE r.of_item_id = p_item AND r.act = 'correct' AND r.state = 'open')
$$;

-- What changed is noted by who changed it, and only as it is now; never rewritten, never removed.
CREATE POLICY noting ON agreements_agreementchange FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM agreements_agreement a WHERE a.item_id = agreements_agreementchange.item_id
                AND a.network_id = agreements_agreementchange.network_id
                AND a.state = agreements_agreementchange.became AND a.state_by_id = {person}));
-- A day is ticked off by who does it, while it binds.
CREATE POLICY ticking ON agreements_agreementtick FOR INSERT TO zv_app WITH CHECK (
    person_id = {person}
    AND EXISTS (SELECT FROM agreements_agreement a WHERE a.item_id = agreements_agreementtick.item_id
                AND a.network_id = agreements_agreementtick.network_id AND a.repeat <> 'once'
                AND a.state IN ('accepted', 'running') AND a.executor_id = ANY ({members})
                AND a.executor_id = agreements_agreementtick.member_id));

-- The days of an agreement that somebody else does: taken over and not given back or called off. For
-- who may not know of that, they are the days of who always does it.
CREATE FUNCTION privacy.handed_days(p_network uuid, p_item uuid) RETURNS date[]
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT ARRAY(
        SELECT DISTINCT d::date
        FROM helping_helprequest r
        JOIN helping_helptaken t ON t.item_id = r.item_id AND t.given_back_at IS NULL
        CROSS JOIN LATERAL generate_series(
            r.day::timestamp, r.day + (r.weeks - 1) * interval '7 days', interval '7 days') d
        WHERE r.network_id = p_network AND r.instead_of_id = p_item AND NOT r.whole
          AND (r.weeks = 1 OR d >= (t.at AT TIME ZONE 'Europe/Amsterdam')::date)
          AND NOT EXISTS (SELECT FROM agreements_agreement a WHERE a.item_id = t.made_id
                          AND a.state IN ('declined', 'failed', 'cancelled')))
$$;

-- For the worker: which promises may be due for a reminder, and who made them (of a team: who of it
-- said yes, or did something with it last). References only; the worker looks at each as that person,
-- and reckons the days of what repeats. The clock on the wall is that of the Netherlands. Of what repeats
-- the day counts on which its time passed last: what is set for just before midnight is due just after.
CREATE FUNCTION privacy.promises_due(p_now timestamptz, p_limit integer)
RETURNS TABLE (item_id uuid, network_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.item_id, a.network_id, COALESCE(m.person_id, said.person_id)
    FROM agreements_agreement a JOIN networks_member m ON m.id = a.executor_id
    CROSS JOIN LATERAL (SELECT (p_now AT TIME ZONE 'Europe/Amsterdam') AS wall,
                               (p_now AT TIME ZONE 'Europe/Amsterdam') - interval '30 minutes' AS late) w
    CROSS JOIN LATERAL (SELECT CASE WHEN w.late::time < a.remind_at THEN w.late::date
                                    ELSE w.wall::date END AS day) passed
    LEFT JOIN LATERAL (
        SELECT t.person_id FROM people_teamperson t JOIN (
            SELECT a.state_by_id AS person_id, a.state_at AS at
            UNION ALL SELECT c.person_id, c.at FROM agreements_agreementchange c
            WHERE c.item_id = a.item_id AND c.member_id = a.executor_id) done ON done.person_id = t.person_id
        WHERE t.team_id = m.team_id AND t.starts_at <= p_now AND (t.ends_at IS NULL OR t.ends_at > p_now)
        ORDER BY done.at DESC LIMIT 1) said ON m.person_id IS NULL
    WHERE a.state IN ('accepted', 'running') AND COALESCE(m.person_id, said.person_id) IS NOT NULL
      AND CASE WHEN a.repeat = 'once'
          THEN a.due_on + a.remind_days + a.remind_at <= w.wall AND a.reminded_on IS DISTINCT FROM a.due_on
          ELSE passed.day + a.remind_at <= w.wall
               AND passed.day - a.remind_days BETWEEN a.first_on AND a.last_on
               AND a.reminded_on IS DISTINCT FROM passed.day - a.remind_days END
    ORDER BY a.reminded_on NULLS FIRST, a.item_id LIMIT p_limit
$$;
