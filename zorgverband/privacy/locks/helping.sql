-- Help that is asked is as readable as its item. Of whom it is asked at a moment widens by its dates;
-- who reads it never does.

-- Where asking stands at a moment: 0 of one person, 1 of who offered it, 2 of all who read it.
CREATE FUNCTION privacy.help_step(p_first_until timestamptz, p_offered timestamptz, p_opened timestamptz,
    p_wait integer, p_now timestamptz) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN LEAST(LEAST(p_first_until, p_offered) + p_wait * interval '1 minute', p_opened) <= p_now THEN 2
                WHEN LEAST(p_first_until, p_offered) <= p_now THEN 1 ELSE 0 END
$$;

GRANT SELECT, INSERT ON helping_helprequest, helping_helpanswer, helping_helptaken, helping_helptold,
    helping_away TO zv_app;
GRANT UPDATE (opened_at, ended_at, ended_by_id) ON helping_helprequest TO zv_app;
GRANT UPDATE (given_back_at, thanked_at, thanked_by_id, thanks) ON helping_helptaken TO zv_app;
GRANT UPDATE (ended_at) ON helping_away TO zv_app;
CREATE POLICY as_item ON helping_helprequest FOR SELECT TO zv_app USING ({header:helping_helprequest});
CREATE POLICY as_item ON helping_helptaken FOR SELECT TO zv_app USING ({header:helping_helptaken});
CREATE POLICY as_item ON helping_away FOR SELECT TO zv_app USING ({header:helping_away});
-- That somebody cannot is for who asked, and for themselves.
CREATE POLICY between_two ON helping_helpanswer FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = helping_helpanswer.item_id
     AND (h.author_id = {person} OR helping_helpanswer.member_id = ANY ({members}))));
CREATE POLICY mine ON helping_helptold FOR SELECT TO zv_app USING (
    person_id = {person} AND {header:helping_helptold});

-- Asked by who wrote the item, of a member of that network; to be taken over only what one does oneself.
CREATE POLICY asking ON helping_helprequest FOR INSERT TO zv_app WITH CHECK (
    offered_at IS NULL AND opened_at IS NULL AND ended_at IS NULL AND ended_by_id IS NULL
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = helping_helprequest.item_id
                AND h.network_id = helping_helprequest.network_id AND h.kind = 'help'
                AND h.author_id = {person})
    AND (first_to_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = helping_helprequest.first_to_id AND m.network_id = helping_helprequest.network_id))
    AND (instead_of_id IS NULL OR EXISTS (
        SELECT FROM sharing_item h JOIN sharing_item o ON o.id = helping_helprequest.instead_of_id
        WHERE h.id = helping_helprequest.item_id AND o.network_id = h.network_id
          AND o.about_id = h.about_id AND o.subject = h.subject
          AND (EXISTS (SELECT FROM agreements_agreement a WHERE a.item_id = o.id AND a.executor_id = ANY ({members}))
               OR EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = o.id AND v.who_id = ANY ({members}))))));
-- Opened to all who read it, or ended, by who wrote it or decides on what it is about.
CREATE POLICY opening ON helping_helprequest FOR UPDATE TO zv_app
    USING (EXISTS (SELECT FROM sharing_item h WHERE h.id = helping_helprequest.item_id AND (h.author_id = {person}
           OR (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1)))
    WITH CHECK (ended_by_id IS NULL OR ended_by_id = {person});

CREATE POLICY refusing ON helping_helpanswer FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM helping_helprequest r WHERE r.item_id = helping_helpanswer.item_id
                AND r.network_id = helping_helpanswer.network_id AND r.ended_at IS NULL));
CREATE POLICY telling ON helping_helptold FOR INSERT TO zv_app WITH CHECK (
    person_id = {person}
    AND EXISTS (SELECT FROM helping_helprequest r WHERE r.item_id = helping_helptold.item_id
                AND r.network_id = helping_helptold.network_id));

-- Whether there is no such item, readable or not: what was made by hand is not given back as if it came
-- of this.
CREATE FUNCTION privacy.is_new(p_item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM sharing_item i WHERE i.id = p_item)
$$;

-- Taken by whom it is asked of at that moment: the one person, who offered that kind, or all.
CREATE POLICY taking ON helping_helptaken FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND given_back_at IS NULL AND thanked_at IS NULL AND thanked_by_id IS NULL AND thanks = ''
    AND EXISTS (
        SELECT FROM helping_helprequest r
        CROSS JOIN LATERAL privacy.help_step(r.first_until, r.offered_at, r.opened_at, r.wait_minutes,
                                             helping_helptaken.at) AS step
        WHERE r.item_id = helping_helptaken.item_id AND r.network_id = helping_helptaken.network_id
          AND r.ended_at IS NULL
          AND (helping_helptaken.made_id = r.instead_of_id AND r.whole
               OR privacy.is_new(helping_helptaken.made_id))
          AND (r.first_to_id = helping_helptaken.member_id OR step = 2 OR step = 1 AND EXISTS (
                SELECT FROM carers_careroffer o JOIN carers_carertask t ON t.item_id = o.item_id
                WHERE o.network_id = r.network_id AND o.about_id = helping_helptaken.member_id
                  AND o.replaced_at IS NULL AND t.task = r.task AND t.stance IN ('wants', 'can')))));
-- Given back by who took it; thanked for by who asked or decides.
CREATE POLICY after ON helping_helptaken FOR UPDATE TO zv_app
    USING (given_back_at IS NULL AND (member_id = ANY ({members}) OR EXISTS (
        SELECT FROM sharing_item h WHERE h.id = helping_helptaken.item_id AND (h.author_id = {person}
          OR (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1))))
    WITH CHECK (thanked_by_id IS NULL OR thanked_by_id = {person} OR given_back_at IS NOT NULL);
CREATE FUNCTION privacy.guard_help_taken() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF NEW.given_back_at IS DISTINCT FROM OLD.given_back_at AND NOT OLD.member_id = ANY ({members}) THEN
        RAISE EXCEPTION 'what another does' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.thanked_at, NEW.thanked_by_id, NEW.thanks)
            IS DISTINCT FROM (OLD.thanked_at, OLD.thanked_by_id, OLD.thanks)
       AND (OLD.thanked_at IS NOT NULL OR NEW.thanked_by_id IS DISTINCT FROM {person}
            OR OLD.member_id = ANY ({members})) THEN
        RAISE EXCEPTION 'thanks of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON helping_helptaken
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_help_taken();

-- The one it was asked of first cannot: from that moment it is asked of who offered it.
CREATE FUNCTION privacy.help_refused() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE helping_helprequest r SET offered_at = NEW.at
    WHERE r.item_id = NEW.item_id AND r.first_to_id = NEW.member_id AND r.offered_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER refused AFTER INSERT ON helping_helpanswer
    FOR EACH ROW EXECUTE FUNCTION privacy.help_refused();

-- Whether what came of it does not happen: called off or failed where it stands, not given back here.
CREATE FUNCTION privacy.help_fell(p_made uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM agreements_agreement a
                   WHERE a.item_id = p_made AND a.state IN ('declined', 'failed', 'cancelled'))
        OR EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = p_made
                   AND (v.stopped_from IS NOT NULL OR v.repeat = 'once' AND EXISTS (
                        SELECT FROM agenda_visitchange c WHERE c.item_id = v.item_id AND c.cancelled)))
$$;

-- Whether what is taken over is still done by who asked: meanwhile it can be another's.
CREATE FUNCTION privacy.help_still_theirs(p_asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (
        SELECT FROM helping_helprequest r JOIN sharing_item h ON h.id = r.item_id
        WHERE r.item_id = p_asked AND (
            EXISTS (SELECT FROM agreements_agreement a WHERE a.item_id = r.instead_of_id
                    AND a.executor_id <> h.author_member_id)
            OR EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = r.instead_of_id
                       AND v.who_id IS DISTINCT FROM h.author_member_id)))
$$;

-- When it is taken says the database: on that moment rests whose turn it is, and who was first. Who of a
-- demo (demo.sql) tells a story of some days ago; but nobody takes it in the future.
CREATE FUNCTION privacy.tells_a_story(p_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM people_person p WHERE p.id = p_person AND p.key <> '')
$$;
CREATE FUNCTION privacy.help_taken_now() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user = 'zv_app' AND (NEW.at > clock_timestamp() OR NOT privacy.tells_a_story({person})) THEN
        NEW.at := clock_timestamp();
    END IF;
    RETURN NEW;
END
$$;
-- Triggers of one moment go by their names: this one before `taking`.
CREATE TRIGGER at_that_moment BEFORE INSERT ON helping_helptaken
    FOR EACH ROW EXECUTE FUNCTION privacy.help_taken_now();

-- Of two who take it at once the second waits here; of what was ended meanwhile nothing comes.
CREATE FUNCTION privacy.help_taking() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM helping_helprequest r WHERE r.item_id = NEW.item_id AND r.ended_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE helping_helptaken t SET given_back_at = NEW.at
    WHERE t.item_id = NEW.item_id AND t.given_back_at IS NULL AND privacy.help_fell(t.made_id);
    IF NOT privacy.help_still_theirs(NEW.item_id) THEN RETURN NULL; END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER taking BEFORE INSERT ON helping_helptaken
    FOR EACH ROW EXECUTE FUNCTION privacy.help_taking();

-- What comes of it, with the readers of what was asked, neither more nor fewer, and in the name of who
-- asked: a visit when it has a time, else an agreement. What somebody does already is taken over.
CREATE FUNCTION privacy.help_taken() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    r helping_helprequest;
    h sharing_item;
    o agenda_visit;
    v_today date := (NEW.at AT TIME ZONE 'Europe/Amsterdam')::date;
    v_step integer;
    v_first date;
    v_visit boolean;
BEGIN
    SELECT * INTO r FROM helping_helprequest q WHERE q.item_id = NEW.item_id;
    SELECT * INTO h FROM sharing_item i WHERE i.id = NEW.item_id;
    IF r.whole AND NEW.made_id = r.instead_of_id THEN
        UPDATE agreements_agreement a SET executor_id = NEW.member_id WHERE a.item_id = NEW.made_id;
        INSERT INTO agreements_agreementchange (id, network_id, item_id, was, became, person_id, member_id, at, words)
        SELECT gen_random_uuid(), a.network_id, a.item_id, a.state, a.state, NEW.person_id, NEW.member_id, NEW.at, ''
        FROM agreements_agreement a WHERE a.item_id = NEW.made_id;
        RETURN NULL;
    END IF;
    -- It stands there already: the row was put there by hand, not by an action.
    IF EXISTS (SELECT FROM sharing_item i WHERE i.id = NEW.made_id) THEN RETURN NULL; END IF;
    SELECT * INTO o FROM agenda_visit v WHERE v.item_id = r.instead_of_id;
    v_visit := o.item_id IS NOT NULL OR r.starts IS NOT NULL AND h.subject = 13;
    INSERT INTO sharing_item (id, network_id, about_id, subject, kind, author_id, author_member_id, created_at,
        happened_at, audience, circle, denied, allowed, compartment_id, title, body, in_news, version,
        taken_over_from, source)
    VALUES (NEW.made_id, h.network_id, h.about_id, h.subject, CASE WHEN v_visit THEN 'visit' ELSE 'agreement' END,
        h.author_id, h.author_member_id, h.created_at, h.created_at, h.audience, h.circle, h.denied, h.allowed,
        h.compartment_id, CASE WHEN v_visit THEN COALESCE((SELECT i.title FROM sharing_item i WHERE i.id = o.item_id), 'Bezoek')
            ELSE h.title END,
        CASE WHEN v_visit THEN h.title ELSE h.body END, false, 1, '', '');
    v_step := CASE WHEN r.whole AND o.repeat = 'daily' THEN 1 WHEN r.whole AND o.repeat = 'biweekly' THEN 14 ELSE 7 END;
    v_first := CASE WHEN r.day >= v_today OR r.weeks = 1 AND NOT r.whole THEN r.day
        ELSE r.day + ((v_today - r.day + v_step - 1) / v_step) * v_step END;
    -- All of it from the next day on which it falls, so that it stays on the same days; what is each 31st
    -- from a 31st.
    IF r.whole AND o.repeat <> 'once' THEN
        v_first := COALESCE((
            SELECT min(d)::date
            FROM generate_series(GREATEST(r.day, v_today), GREATEST(r.day, v_today) + 62, interval '1 day') d
            WHERE privacy.falls_on(o.first_on, o.last_on, o.repeat, o.weekdays, d::date)
              AND (o.repeat <> 'monthly' OR extract(day FROM d) = extract(day FROM o.first_on))), v_first);
    END IF;
    IF NOT v_visit THEN
        INSERT INTO agreements_agreement (item_id, network_id, executor_id, checked_by, due_on, first_on, last_on,
            repeat, weekdays, remind_days, remind_at, state, state_by_id, state_at, answer)
        VALUES (NEW.made_id, h.network_id, NEW.member_id, '', CASE WHEN r.weeks = 1 THEN r.day END,
            CASE WHEN r.weeks > 1 THEN v_first END, CASE WHEN r.weeks > 1 THEN r.last_on ELSE '9999-12-31' END,
            CASE WHEN r.weeks > 1 THEN 'weekly' ELSE 'once' END,
            CASE WHEN r.weeks > 1 THEN ARRAY[extract(isodow FROM r.day)::smallint - 1]::smallint[] ELSE '{{}}' END,
            0, '09:00', 'accepted', NEW.person_id, NEW.at, '');
        INSERT INTO agreements_agreementchange (id, network_id, item_id, was, became, person_id, member_id, at, words)
        VALUES (gen_random_uuid(), h.network_id, NEW.made_id, '', 'accepted', NEW.person_id, NEW.member_id, NEW.at, '');
        RETURN NULL;
    END IF;
    IF r.whole THEN
        UPDATE agenda_visit v SET stopped_from = v_first, stopped_by_id = NEW.person_id WHERE v.item_id = o.item_id;
    ELSIF o.item_id IS NOT NULL THEN
        INSERT INTO agenda_visitchange (id, network_id, item_id, on_date, cancelled, reason, changed_by_id, changed_at, version)
        SELECT gen_random_uuid(), o.network_id, o.item_id, d::date, true, '', NEW.person_id, NEW.at, 1
        FROM generate_series(v_first::timestamp, r.last_on::timestamp, interval '7 days') d
        ON CONFLICT (network_id, item_id, on_date) DO UPDATE
        SET cancelled = true, changed_by_id = NEW.person_id, changed_at = NEW.at,
            version = agenda_visitchange.version + 1;
    END IF;
    INSERT INTO agenda_visit (item_id, network_id, who_id, who_name, place, first_on, last_on, starts, ends, repeat,
        weekdays, stopped_reason, kind, "window", along_id, along_name, transport, driver_id)
    VALUES (NEW.made_id, h.network_id, NEW.member_id, '', COALESCE(o.place, ''), v_first,
        CASE WHEN r.whole THEN o.last_on ELSE r.last_on END, r.starts, r.ends,
        CASE WHEN r.whole THEN o.repeat WHEN r.weeks > 1 THEN 'weekly' ELSE 'once' END,
        CASE WHEN r.whole THEN o.weekdays
             WHEN r.weeks > 1 THEN ARRAY[extract(isodow FROM r.day)::smallint - 1]::smallint[] ELSE '{{}}' END, '',
        -- What is taken over stays what it is: going to a doctor, or medicines.
        COALESCE(o.kind, 'visit'), COALESCE(o."window", false) AND r.ends IS NOT NULL, o.along_id,
        COALESCE(o.along_name, ''), COALESCE(o.transport, ''), o.driver_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER taken AFTER INSERT ON helping_helptaken
    FOR EACH ROW EXECUTE FUNCTION privacy.help_taken();

-- Given back: what came of it does not happen; what was taken over is again of who did it before.
CREATE FUNCTION privacy.help_given_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    r helping_helprequest;
    v_today date := (NEW.given_back_at AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    SELECT * INTO r FROM helping_helprequest q WHERE q.item_id = NEW.item_id;
    IF r.whole AND NEW.made_id = r.instead_of_id THEN
        UPDATE agreements_agreement a SET executor_id = h.author_member_id
        FROM sharing_item h WHERE h.id = NEW.item_id AND a.item_id = NEW.made_id AND a.executor_id = NEW.member_id;
        RETURN NULL;
    END IF;
    INSERT INTO agreements_agreementchange (id, network_id, item_id, was, became, person_id, member_id, at, words)
    SELECT gen_random_uuid(), a.network_id, a.item_id, a.state, 'failed', NEW.person_id, NEW.member_id,
           NEW.given_back_at, ''
    FROM agreements_agreement a WHERE a.item_id = NEW.made_id AND a.state IN ('accepted', 'running', 'on_hold');
    UPDATE agreements_agreement a
    SET state = 'failed', state_by_id = NEW.person_id, state_at = NEW.given_back_at, answer = ''
    WHERE a.item_id = NEW.made_id AND a.state IN ('accepted', 'running', 'on_hold');
    -- Who has been today, has been.
    UPDATE agenda_visit v SET stopped_by_id = NEW.person_id,
        stopped_from = GREATEST(v.first_on, v_today + EXISTS (
            SELECT FROM agenda_visitchange b WHERE b.item_id = v.item_id AND b.on_date = v_today
            AND b.been_at IS NOT NULL)::int)
    WHERE v.item_id = NEW.made_id AND v.stopped_from IS NULL;
    -- Of a visit: the days that were called off for this, and were not touched since; all of it as long
    -- as nobody came in their place yet.
    UPDATE agenda_visitchange c SET cancelled = false, changed_by_id = NEW.person_id,
        changed_at = NEW.given_back_at, version = c.version + 1
    WHERE NOT r.whole AND c.item_id = r.instead_of_id AND c.cancelled AND c.on_date >= v_today
      AND c.changed_by_id = NEW.person_id AND c.changed_at = NEW.at
      AND NOT EXISTS (SELECT FROM agenda_visitchange b WHERE b.item_id = NEW.made_id
                      AND b.on_date = c.on_date AND b.been_at IS NOT NULL);
    UPDATE agenda_visit o SET stopped_from = NULL, stopped_by_id = NULL
    FROM agenda_visit m
    WHERE r.whole AND o.item_id = r.instead_of_id AND m.item_id = NEW.made_id AND m.first_on >= v_today
      AND o.stopped_from = m.first_on AND o.stopped_by_id = NEW.person_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER given_back AFTER UPDATE OF given_back_at ON helping_helptaken
    FOR EACH ROW WHEN (OLD.given_back_at IS NULL AND NEW.given_back_at IS NOT NULL)
    EXECUTE FUNCTION privacy.help_given_back();

-- A carer says themselves when they are away, about themselves.
CREATE POLICY writing ON helping_away FOR INSERT TO zv_app WITH CHECK (
    about_id = ANY ({members}) AND ended_at IS NULL
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = helping_away.item_id
        AND h.network_id = helping_away.network_id AND h.about_id = helping_away.about_id
        AND h.author_id = {person} AND h.subject = 12));
CREATE POLICY ending ON helping_away FOR UPDATE TO zv_app
    USING (about_id = ANY ({members}) AND ended_at IS NULL) WITH CHECK (about_id = ANY ({members}));

-- Of whom help is asked when it is asked of all who read it: of family, neighbours and volunteers; of who
-- works in home care what is care for the body. Of others by name only: no doctor is asked to do the
-- garden. Whoever reads it may do it all the same. The page reckons the same (`helping/kinds.py`).
CREATE FUNCTION privacy.helps_with(p_task text, p_member uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM networks_member m LEFT JOIN networks_role f ON f.member_id = m.id
        WHERE m.id = p_member AND (m.side = 'family'
            OR f.function IN ('home_care_team', 'district_nurse', 'home_carer')
               AND p_task IN ('washing', 'toilet', 'medicines', 'lifting', 'nursing')))
$$;

-- For the worker: of whom it is asked now besides the first, who reads it and was not told; of a team of
-- whoever is in it. Not who asked, cannot, or does not want to do such things; nobody once whom it is about
-- has died. References only.
CREATE FUNCTION privacy.help_to_tell(p_now timestamptz, p_limit integer)
RETURNS TABLE (item_id uuid, network_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH open AS MATERIALIZED (
        SELECT r.*, h.author_id, h.author_member_id,
               privacy.help_step(r.first_until, r.offered_at, r.opened_at, r.wait_minutes, p_now) AS step
        FROM helping_helprequest r JOIN sharing_item h ON h.id = r.item_id AND h.withdrawn_at IS NULL
        WHERE r.ended_at IS NULL AND h.created_at > p_now - interval '60 days'
          AND NOT EXISTS (SELECT FROM privacy.dead(ARRAY[r.network_id]) d WHERE d.about_id = h.about_id)
          AND (r.last_on IS NULL OR r.last_on >= (p_now AT TIME ZONE 'Europe/Amsterdam')::date)
          AND NOT EXISTS (SELECT FROM helping_helptaken t
                          WHERE t.item_id = r.item_id AND t.given_back_at IS NULL)
    )
    SELECT o.item_id, o.network_id, d.person_id
    FROM open o CROSS JOIN LATERAL privacy.decisions_all(o.network_id, ARRAY[o.item_id]) d
    LEFT JOIN LATERAL (
        SELECT t.stance FROM carers_careroffer c JOIN carers_carertask t ON t.item_id = c.item_id
        WHERE c.network_id = o.network_id AND c.about_id = d.member_id AND c.replaced_at IS NULL
          AND t.task = o.task) said ON true
    WHERE o.step > 0 AND d.line > 0 AND d.person_id <> o.author_id
      AND d.member_id <> o.author_member_id AND d.member_id IS DISTINCT FROM o.first_to_id
      AND CASE o.step WHEN 1 THEN said.stance IN ('wants', 'can')
          ELSE said.stance IS DISTINCT FROM 'not' AND privacy.helps_with(o.task, d.member_id) END
      AND NOT EXISTS (SELECT FROM helping_helpanswer a WHERE a.item_id = o.item_id AND a.member_id = d.member_id)
      AND NOT EXISTS (SELECT FROM helping_helptold x WHERE x.item_id = o.item_id AND x.person_id = d.person_id)
    ORDER BY o.item_id, d.person_id LIMIT p_limit
$$;
