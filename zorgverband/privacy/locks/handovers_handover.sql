-- A handover is as readable as its item. A section, a line and a question have an item of their own
-- (a line: the agreement or visit itself): who does not read that one does not find them.
GRANT SELECT, INSERT ON handovers_handover, handovers_handoversection, handovers_handoverline,
    handovers_handoverquestion TO zv_app;
GRANT UPDATE (to_member_id, to_name, ends, planned_on, state, sent_at, sent_by_id, closed_at,
    closed_by_id, reason) ON handovers_handover TO zv_app;
GRANT UPDATE (state) ON handovers_handoversection TO zv_app;
GRANT UPDATE (to_member_id, state, given_at, answered_at, answered_by_id, reason)
    ON handovers_handoverline TO zv_app;
GRANT UPDATE (answer, answered_by_id, answered_at) ON handovers_handoverquestion TO zv_app;

CREATE POLICY as_item ON handovers_handover FOR SELECT TO zv_app USING ({header:handovers_handover});
CREATE POLICY as_both ON handovers_handoversection FOR SELECT TO zv_app USING (
    {header:handovers_handoversection}
    AND EXISTS (SELECT FROM sharing_item o WHERE o.id = handover_id));
CREATE POLICY as_both ON handovers_handoverline FOR SELECT TO zv_app USING (
    {header:handovers_handoverline}
    AND EXISTS (SELECT FROM sharing_item o WHERE o.id = handover_id));
CREATE POLICY as_both ON handovers_handoverquestion FOR SELECT TO zv_app USING (
    {header:handovers_handoverquestion}
    AND EXISTS (SELECT FROM sharing_item o WHERE o.id = handover_id));

-- Handing over is for the leaver: the member it is from, in its own name.
CREATE POLICY announcing ON handovers_handover FOR INSERT TO zv_app WITH CHECK (
    from_member_id = ANY ({members}) AND state = 'announced'
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = handovers_handover.item_id
                AND h.network_id = handovers_handover.network_id AND h.author_id = {person}
                AND h.about_id = handovers_handover.about_id)
    AND (to_member_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = handovers_handover.to_member_id
           AND m.network_id = handovers_handover.network_id)));
CREATE POLICY stating ON handovers_handoversection FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = handovers_handoversection.item_id
            AND h.network_id = handovers_handoversection.network_id AND h.author_id = {person})
    AND EXISTS (SELECT FROM handovers_handover o WHERE o.item_id = handovers_handoversection.handover_id
                AND o.network_id = handovers_handoversection.network_id
                AND o.from_member_id = ANY ({members}) AND o.state IN ('announced', 'sent')));
CREATE POLICY restating ON handovers_handoversection FOR UPDATE TO zv_app
    USING (EXISTS (SELECT FROM handovers_handover o
                   WHERE o.item_id = handovers_handoversection.handover_id
                     AND o.from_member_id = ANY ({members}) AND o.state IN ('announced', 'sent')));
CREATE POLICY giving ON handovers_handoverline FOR INSERT TO zv_app WITH CHECK (
    state = 'announced'
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = handovers_handoverline.item_id
                AND h.network_id = handovers_handoverline.network_id)
    AND EXISTS (SELECT FROM handovers_handover o WHERE o.item_id = handovers_handoverline.handover_id
                AND o.network_id = handovers_handoverline.network_id
                AND o.from_member_id = ANY ({members}) AND o.state IN ('announced', 'sent'))
    AND (to_member_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = handovers_handoverline.to_member_id
           AND m.network_id = handovers_handoverline.network_id)));
CREATE POLICY asking ON handovers_handoverquestion FOR INSERT TO zv_app WITH CHECK (
    asked_by_id = {person} AND asked_member_id = ANY ({members})
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = handovers_handoverquestion.item_id
                AND h.network_id = handovers_handoverquestion.network_id)
    AND EXISTS (SELECT FROM handovers_handover o WHERE o.item_id = handovers_handoverquestion.handover_id
                AND o.network_id = handovers_handoverquestion.network_id
                AND o.state IN ('announced', 'sent')));

-- Who may touch what is there already; what becomes of it, the guards below. To whom, is somebody of
-- the same network.
CREATE POLICY going_on ON handovers_handover FOR UPDATE TO zv_app
    USING (from_member_id = ANY ({members}) OR to_member_id = ANY ({members}))
    WITH CHECK (to_member_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = handovers_handover.to_member_id
           AND m.network_id = handovers_handover.network_id));
CREATE POLICY answering ON handovers_handoverline FOR UPDATE TO zv_app
    USING (to_member_id = ANY ({members})
           OR EXISTS (SELECT FROM handovers_handover o
                      WHERE o.item_id = handovers_handoverline.handover_id
                        AND o.from_member_id = ANY ({members})))
    WITH CHECK (to_member_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = handovers_handoverline.to_member_id
           AND m.network_id = handovers_handoverline.network_id));
CREATE POLICY answering ON handovers_handoverquestion FOR UPDATE TO zv_app
    USING (EXISTS (SELECT FROM handovers_handover o
                   WHERE o.item_id = handovers_handoverquestion.handover_id
                     AND o.from_member_id = ANY ({members})))
    WITH CHECK (answered_by_id = {person});

-- The leaver chooses who receives, sends and withdraws; the receiver refuses. That it was received
-- is said by the one function below alone.
CREATE FUNCTION privacy.guard_handover() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_leaver boolean := OLD.from_member_id = ANY ({members});
    v_receiver boolean := COALESCE(OLD.to_member_id = ANY ({members}), false);
    v_may boolean;
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF OLD.state NOT IN ('announced', 'sent') THEN
        RAISE EXCEPTION 'this handover is over' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.to_member_id, NEW.to_name, NEW.ends, NEW.planned_on)
            IS DISTINCT FROM (OLD.to_member_id, OLD.to_name, OLD.ends, OLD.planned_on)
       AND NOT (v_leaver AND OLD.state = 'announced') THEN
        RAISE EXCEPTION 'chosen by the leaver' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Who sent it decides what may pass on (below), so nobody writes another's name there.
    IF (NEW.sent_at, NEW.sent_by_id) IS DISTINCT FROM (OLD.sent_at, OLD.sent_by_id)
            AND (NEW.state <> 'sent' OR OLD.state = 'sent')
       OR (NEW.closed_at, NEW.closed_by_id, NEW.reason)
            IS DISTINCT FROM (OLD.closed_at, OLD.closed_by_id, OLD.reason)
            AND NEW.state = OLD.state THEN
        RAISE EXCEPTION 'in the name of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    v_may := CASE NEW.state
        WHEN OLD.state THEN true
        WHEN 'sent' THEN v_leaver AND NEW.sent_by_id = {person}
        WHEN 'withdrawn' THEN v_leaver AND NEW.closed_by_id = {person}
        WHEN 'refused' THEN v_receiver AND NEW.closed_by_id = {person}
        ELSE false END;
    IF NOT COALESCE(v_may, false) THEN
        RAISE EXCEPTION 'no such step' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON handovers_handover
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_handover();

-- A line is given anew by the leaver, answered by whom it was given to, in their own name; only while
-- the handover is not over.
CREATE FUNCTION privacy.guard_handover_line() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF NOT EXISTS (SELECT FROM handovers_handover o WHERE o.item_id = OLD.handover_id
                   AND o.state IN ('announced', 'sent')) THEN
        RAISE EXCEPTION 'this handover is over' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.state = 'announced' THEN
        IF NOT EXISTS (SELECT FROM handovers_handover o WHERE o.item_id = OLD.handover_id
                       AND o.from_member_id = ANY ({members})) THEN
            RAISE EXCEPTION 'given by the leaver' USING ERRCODE = 'insufficient_privilege';
        END IF;
    ELSIF NEW.to_member_id IS DISTINCT FROM OLD.to_member_id
          OR NOT COALESCE(OLD.to_member_id = ANY ({members}), false)
          OR NEW.answered_by_id IS DISTINCT FROM {person} THEN
        RAISE EXCEPTION 'answered by whom it was given to' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON handovers_handoverline
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_handover_line();

-- A line passes to somebody: an agreement gets another executor (what was only asked of the leaver is
-- promised by the receiver from here), a visit another who comes. What was before stays as it was: a
-- series is cut in two, its later half with exactly the header, and so the readers, of the first.
CREATE FUNCTION privacy.hand_agreement(p_item uuid, p_from uuid, p_to uuid, p_person uuid, p_words text)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v agreements_agreement;
    v_state text;
BEGIN
    SELECT * INTO v FROM agreements_agreement a
    WHERE a.item_id = p_item AND a.executor_id = p_from
      AND a.state IN ('asked', 'received', 'accepted', 'running', 'on_hold') FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    v_state := CASE WHEN v.state IN ('asked', 'received') THEN 'accepted' ELSE v.state END;
    UPDATE agreements_agreement SET executor_id = p_to, asked_of_id = NULL, reminded_on = NULL,
        state = v_state, state_by_id = p_person, state_at = privacy.moment()
    WHERE item_id = p_item;
    INSERT INTO agreements_agreementchange (id, network_id, item_id, was, became, person_id, member_id,
                                            at, words)
    VALUES (gen_random_uuid(), v.network_id, p_item, v.state, v_state, p_person, p_to,
            privacy.moment(), p_words);
END
$$;

CREATE FUNCTION privacy.hand_copy(p_item uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_new uuid := gen_random_uuid();
BEGIN
    INSERT INTO sharing_item (id, network_id, about_id, subject, kind, author_id, author_member_id,
        created_at, happened_at, audience, circle, denied, allowed, compartment_id, title, body,
        in_news, version, edited_at, taken_over_from, source)
    SELECT v_new, network_id, about_id, subject, kind, author_id, author_member_id, created_at,
        happened_at, audience, circle, denied, allowed, compartment_id, title, body, in_news, 1, NULL,
        taken_over_from, ''
    FROM sharing_item WHERE id = p_item;
    RETURN v_new;
END
$$;

-- From which day the later half of a series begins, so that it falls on exactly the same days; NULL
-- when no day does (the 31st of each month).
CREATE FUNCTION privacy.hand_begins(p_first date, p_repeat text, p_from date) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE p_repeat
        WHEN 'biweekly' THEN
            CASE WHEN (date_trunc('week', p_from)::date - date_trunc('week', p_first)::date) % 14 = 0
                 THEN p_from ELSE date_trunc('week', p_from)::date + 7 END
        WHEN 'monthly' THEN (
            SELECT min(d)::date FROM generate_series(p_from, p_from + 31, interval '1 day') d
            WHERE extract(day FROM p_first) <= 28 AND extract(day FROM d) = extract(day FROM p_first))
        ELSE p_from END
$$;

-- Who took over a turn comes then, whoever takes turns from now on; turns of the leaver are of the
-- receiver. What was asked about a turn goes along too, except what the leaver asked or was asked.
CREATE FUNCTION privacy.hand_turns(p_old uuid, p_new uuid, p_from uuid, p_to uuid, p_today date)
RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE agenda_visitturn SET item_id = p_new,
        member_id = CASE WHEN part = 'comes' AND member_id = p_from THEN p_to ELSE member_id END
    WHERE item_id = p_old AND on_date >= p_today AND ended_at IS NULL;
    UPDATE agenda_turnasked SET item_id = p_new
    WHERE item_id = p_old AND on_date >= p_today AND p_from NOT IN (from_member_id, to_member_id);
$$;

CREATE FUNCTION privacy.hand_visit(p_item uuid, p_from uuid, p_to uuid, p_today date)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v agenda_visit;
    v_begins date;
    v_new uuid;
    v_purpose uuid;
    v_rota uuid[];
BEGIN
    -- Who has been today, has been: then the other comes from tomorrow.
    IF EXISTS (SELECT FROM agenda_visitchange c WHERE c.item_id = p_item AND c.on_date = p_today
               AND c.been_at IS NOT NULL) THEN
        p_today := p_today + 1;
    END IF;
    SELECT * INTO v FROM agenda_visit a
    WHERE a.item_id = p_item AND (a.who_id = p_from OR p_from = ANY (a.rota)) AND a.last_on >= p_today
      AND (a.stopped_from IS NULL OR a.stopped_from > p_today) FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    v_begins := privacy.hand_begins(v.first_on, v.repeat, p_today);
    IF v.first_on >= p_today OR v_begins IS NULL THEN
        -- Of who take turns the first is also who comes.
        v_rota := array_replace(v.rota, p_from, p_to);
        UPDATE agenda_visit SET who_id = COALESCE(v_rota[1], p_to), who_name = '', rota = v_rota
        WHERE item_id = p_item;
        PERFORM privacy.hand_turns(p_item, p_item, p_from, p_to, p_today);
        RETURN;
    END IF;
    IF v_begins > v.last_on THEN RETURN; END IF;
    v_new := privacy.hand_copy(p_item);
    v_rota := array_replace(privacy.rota_from(v.rota, privacy.round_of(v.first_on, v.repeat, v_begins)),
                            p_from, p_to);
    INSERT INTO agenda_visit (item_id, network_id, who_id, who_name, place, first_on, last_on, starts,
        ends, repeat, weekdays, stopped_from, stopped_reason, stopped_by_id, kind, "window", along_id,
        along_name, transport, driver_id, rota, busy_id)
    VALUES (v_new, v.network_id, COALESCE(v_rota[1], p_to), '', v.place, v_begins, v.last_on, v.starts, v.ends, v.repeat,
        CASE WHEN v.repeat IN ('weekly', 'biweekly') AND cardinality(v.weekdays) = 0
             THEN ARRAY[extract(isodow FROM v.first_on)::smallint - 1]::smallint[] ELSE v.weekdays END,
        v.stopped_from, v.stopped_reason, v.stopped_by_id, v.kind, v."window", v.along_id, v.along_name,
        v.transport, v.driver_id, v_rota, v.busy_id);
    FOR v_purpose IN SELECT p.item_id FROM agenda_visitpurpose p WHERE p.visit_id = p_item LOOP
        INSERT INTO agenda_visitpurpose (item_id, network_id, visit_id)
        VALUES (privacy.hand_copy(v_purpose), v.network_id, v_new);
    END LOOP;
    UPDATE agenda_visitchange SET item_id = v_new WHERE item_id = p_item AND on_date >= p_today;
    PERFORM privacy.hand_turns(p_item, v_new, p_from, p_to, p_today);
    UPDATE agenda_visit SET stopped_from = p_today, stopped_by_id = {person}, goes_on_as_id = v_new
    WHERE item_id = p_item;
END
$$;

-- A role passes on only while the leaver has it; else it stays where it is: who takes over the rest
-- cannot help that.
CREATE FUNCTION privacy.hand_role(p_network uuid, p_role text, p_from uuid, p_to uuid)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- Not while somebody else is being chosen (`privacy.in_line`).
    PERFORM privacy.wait_for(p_network);
    IF NOT EXISTS (
            SELECT FROM networks_member f
            WHERE f.id = p_from AND f.network_id = p_network AND privacy.running(f.joined_at, f.left_at)
              AND CASE p_role WHEN 'coordinator' THEN f.coordinator ELSE f.first_contact END) THEN
        RETURN;
    END IF;
    IF p_role = 'coordinator' THEN
        -- One person; nobody loses the role to who cannot have it.
        UPDATE networks_member SET coordinator = (id = p_to)
        WHERE network_id = p_network AND (id = p_to OR id = p_from AND coordinator)
          AND EXISTS (SELECT FROM networks_member t WHERE t.id = p_to AND t.network_id = p_network
                      AND t.person_id IS NOT NULL AND t.side <> 'client');
    ELSIF p_role = 'first_contact' THEN
        UPDATE networks_member SET first_contact = (id = p_to)
        WHERE network_id = p_network AND (id = p_to OR id = p_from AND first_contact);
    END IF;
END
$$;

-- The leaver stays, without reading or writing: kept as any change of permissions.
CREATE FUNCTION privacy.hand_reading(p_network uuid, p_member uuid, p_by uuid, p_at timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO sharing_change (id, network_id, kind, about_id, subject, member_id, before, after,
        person_id, ground, at)
    SELECT gen_random_uuid(), p_network, 'permission', p.about_id, p.subject, p_member,
        jsonb_build_object('read', p.can_read, 'write', p.can_write, 'past', p.can_read AND p.past),
        '{{"read": false, "write": false, "past": false}}', p_by, 'handover', p_at
    FROM sharing_permission p
    WHERE p.member_id = p_member AND (p.can_read OR p.can_write) AND p.about_id <> p_member;
    UPDATE sharing_permission SET can_read = false, can_write = false, given_by_id = p_by,
        given_at = p_at
    WHERE member_id = p_member AND (can_read OR can_write) AND about_id <> p_member;
END
$$;

-- The whole is taken over, by who receives it: what was accepted passes on (with it what came up
-- since, of what the receiver reads: `p_more`), and in the same transaction what the leaver chose to
-- end, ends; not before. Answers whether it was there to be received. The leaver's own yes is the
-- sending: nobody else can end a seat this way.
CREATE FUNCTION privacy.receive_handover(p_handover uuid, p_more uuid[], p_words text, p_today date,
                                         p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v handovers_handover;
    v_line handovers_handoverline;
    v_more uuid;
    v_leads boolean;
    v_at timestamptz := LEAST(p_at, now());
BEGIN
    SELECT * INTO v FROM handovers_handover h
    WHERE h.item_id = p_handover AND h.network_id = ANY ({networks}) FOR UPDATE;
    IF NOT FOUND OR v.state <> 'sent' OR NOT v.to_member_id = ANY ({members}) THEN RETURN false; END IF;
    IF NOT EXISTS (SELECT FROM handovers_handoverline l
                   WHERE l.handover_id = p_handover AND l.state = 'accepted')
       AND EXISTS (SELECT FROM handovers_handoverline l WHERE l.handover_id = p_handover) THEN
        RETURN false;
    END IF;
    -- Whether who sent it may still choose who has a role; asked before the first of them passes on.
    v_leads := privacy.person_leads(v.network_id, v.sent_by_id);
    -- Nothing passes to who left since they said yes, or reads it no more: that stays with the leaver.
    FOR v_line IN WITH seen AS MATERIALIZED (
                      SELECT d.item_id, d.member_id, bool_or(d.line > 0) AS reads
                      FROM privacy.decisions_all(v.network_id, ARRAY(
                          SELECT l.item_id FROM handovers_handoverline l
                          WHERE l.handover_id = p_handover)) d
                      GROUP BY d.item_id, d.member_id)
                  SELECT l.* FROM handovers_handoverline l
                  JOIN networks_member m ON m.id = l.to_member_id
                       AND privacy.running(m.joined_at, m.left_at)
                  LEFT JOIN seen s ON s.item_id = l.item_id AND s.member_id = l.to_member_id
                  WHERE l.handover_id = p_handover AND l.state = 'accepted'
                    AND s.reads IS NOT FALSE LOOP
        IF v_line.kind = 'agreement' THEN
            PERFORM privacy.hand_agreement(v_line.item_id, v.from_member_id, v_line.to_member_id,
                                           v_line.answered_by_id, p_words);
        ELSIF v_line.kind = 'visit' THEN
            PERFORM privacy.hand_visit(v_line.item_id, v.from_member_id, v_line.to_member_id, p_today);
        ELSIF v_line.kind = 'role' AND v_leads THEN
            PERFORM privacy.hand_role(v.network_id, v_line.role, v.from_member_id, v_line.to_member_id);
        END IF;
    END LOOP;
    FOREACH v_more IN ARRAY p_more LOOP
        IF EXISTS (SELECT FROM privacy.decisions_all(v.network_id, ARRAY[v_more]) d
                   WHERE d.person_id = {person} AND d.line > 0) THEN
            PERFORM privacy.hand_agreement(v_more, v.from_member_id, v.to_member_id, {person}, p_words);
            PERFORM privacy.hand_visit(v_more, v.from_member_id, v.to_member_id, p_today);
        END IF;
    END LOOP;
    UPDATE handovers_handover SET state = 'received', closed_at = v_at, closed_by_id = {person}
    WHERE item_id = p_handover;
    IF v.ends = 'leave' THEN
        UPDATE networks_member SET left_at = GREATEST(v_at, joined_at)
        WHERE id = v.from_member_id AND side <> 'client' AND left_at IS NULL;
    ELSIF v.ends = 'reading' THEN
        PERFORM privacy.hand_reading(v.network_id, v.from_member_id, v.sent_by_id, v_at);
    END IF;
    RETURN true;
END
$$;
