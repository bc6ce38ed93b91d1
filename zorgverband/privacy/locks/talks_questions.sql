-- A question is as readable as its item, never more, and so is how it moved. That somebody is asked who
-- takes part inside a safety compartment shows to who may know of them alone: to others it is a message.
GRANT SELECT, INSERT ON talks_question, talks_questionmove TO zv_app;
GRANT UPDATE (to_member_id, function, due_at, remind_at, reminded_at, state, state_by_id, state_at,
              answer_kind, answer) ON talks_question TO zv_app;
CREATE POLICY as_item ON talks_question FOR SELECT TO zv_app USING (
    {header:talks_question}
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = talks_question.to_member_id));
CREATE POLICY as_item ON talks_questionmove FOR SELECT TO zv_app USING (
    {header:talks_questionmove}
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = talks_questionmove.to_member_id)
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = talks_questionmove.member_id));

-- Asked by who wrote the item, of a member of the same network.
CREATE POLICY asking ON talks_question FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = talks_question.item_id
            AND h.network_id = talks_question.network_id AND h.author_id = {person})
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = talks_question.to_member_id
                AND m.network_id = talks_question.network_id)
    AND state = 'open' AND state_by_id = {person});

-- Answered and passed on by whom it waits for, withdrawn by who asked; the guard knows which is which.
CREATE POLICY moving ON talks_question FOR UPDATE TO zv_app
    USING (state IN ('open', 'passed') AND (
        privacy.question_waits_for(to_member_id, function, {members})
        OR EXISTS (SELECT FROM sharing_item h WHERE h.id = talks_question.item_id AND h.author_id = {person})))
    WITH CHECK (EXISTS (SELECT FROM networks_member m WHERE m.id = talks_question.to_member_id
                        AND m.network_id = talks_question.network_id));

-- A lock cannot compare a row with what it was.
CREATE FUNCTION privacy.guard_question() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_asked boolean := privacy.question_waits_for(OLD.to_member_id, OLD.function, {members});
    v_asker boolean := EXISTS (SELECT FROM sharing_item h WHERE h.id = OLD.item_id AND h.author_id = {person});
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF (NEW.state, NEW.state_by_id, NEW.state_at, NEW.to_member_id, NEW.function, NEW.due_at, NEW.remind_at,
        NEW.answer_kind, NEW.answer)
            IS DISTINCT FROM
       (OLD.state, OLD.state_by_id, OLD.state_at, OLD.to_member_id, OLD.function, OLD.due_at, OLD.remind_at,
        OLD.answer_kind, OLD.answer)
       AND NEW.state_by_id IS DISTINCT FROM {person} THEN
        RAISE EXCEPTION 'in the name of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.to_member_id, NEW.function, NEW.due_at, NEW.remind_at)
            IS DISTINCT FROM (OLD.to_member_id, OLD.function, OLD.due_at, OLD.remind_at)
       AND NOT (NEW.state = 'passed' AND (v_asked OR v_asker)) THEN
        RAISE EXCEPTION 'passed on by another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.state = 'answered' AND NOT v_asked OR NEW.state = 'withdrawn' AND NOT v_asker THEN
        RAISE EXCEPTION 'a move of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.state <> OLD.state AND NEW.state = 'open' THEN
        RAISE EXCEPTION 'no such move' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON talks_question
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_question();

-- What changed is noted by who changed it, as it is now; never rewritten, never removed.
CREATE POLICY noting ON talks_questionmove FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM talks_question q WHERE q.item_id = talks_questionmove.item_id
                AND q.network_id = talks_questionmove.network_id AND q.state = talks_questionmove.became
                AND q.to_member_id = talks_questionmove.to_member_id AND q.state_by_id = {person}));

-- When whom a question waits for first saw it, out of the access log: for who asked it alone. There are
-- no read receipts besides this one.
CREATE FUNCTION privacy.question_seen(p_item uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT min(l.at) FROM talks_question q
    JOIN sharing_item i ON i.id = q.item_id AND i.withdrawn_at IS NULL
    JOIN journal_look l ON l.network_id = i.network_id AND l.about_id = i.about_id
     -- What somebody read before it was passed on to them, was not yet asked of them.
     AND l.at >= CASE WHEN q.state = 'passed' THEN q.state_at ELSE i.created_at END
     AND l.member_id = q.to_member_id AND l.person_id <> i.author_id
     AND i.id = ANY (l.items)
    WHERE q.item_id = p_item AND i.author_id = {person} AND i.network_id = ANY ({networks})
$$;

-- For the worker: which questions wait without an answer until a reminder is due, and which person is
-- asked (of a team nobody in particular is). References only; the worker looks at each as that person.
CREATE FUNCTION privacy.questions_to_remind(p_now timestamptz, p_limit integer)
RETURNS TABLE (item_id uuid, network_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT q.item_id, q.network_id, m.person_id
    FROM talks_question q JOIN sharing_item i ON i.id = q.item_id AND i.withdrawn_at IS NULL
    JOIN networks_member m ON m.network_id = q.network_id AND m.person_id IS NOT NULL
     AND privacy.question_waits_for(q.to_member_id, q.function, ARRAY[m.id])
     AND (m.left_at IS NULL OR m.left_at > now())
    WHERE q.state IN ('open', 'passed') AND q.reminded_at IS NULL
      AND q.remind_at BETWEEN p_now - interval '14 days' AND p_now
    ORDER BY q.remind_at, q.item_id LIMIT p_limit
$$;
