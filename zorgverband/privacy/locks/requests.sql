-- Requests (AVG 16 to 18). A request is an item of its own: read by who asked, by whose item it is
-- about (line 4 of the rule), and by the one member who answers.

-- Whether an item is about the viewer, or about whom they represent for its subject; of the
-- household, whether they are its client or decide on it. They may ask, whether or not they may write.
CREATE FUNCTION privacy.is_theirs(p_network uuid, p_about uuid, p_subject integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM privacy.takes_of(p_network) t
        WHERE t.about_id = p_about AND (t.subjects >> p_subject) & 1 = 1
           OR t.household AND p_about = p_network)
$$;

-- Who answers: the author; else who reads it now by their work: of the author's organisation, the
-- coordinator, another professional. Nobody who may not read it, and never who asks.
CREATE FUNCTION privacy.answerer(p_item uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT r.member_id
    FROM sharing_item i
    JOIN LATERAL privacy.reasons(i.id) r ON r.line > 0 AND r.person_id <> {person}
    JOIN networks_member m ON m.id = r.member_id
    LEFT JOIN people_team t ON t.id = m.team_id
    LEFT JOIN networks_role o ON o.member_id = m.id
    LEFT JOIN networks_member w ON w.id = i.author_member_id
    LEFT JOIN people_team wt ON wt.id = w.team_id
    LEFT JOIN networks_role wo ON wo.member_id = w.id
    WHERE i.id = p_item
      AND (r.person_id = i.author_id OR m.side IN ('care', 'social') AND r.line <> 4)
    ORDER BY r.person_id = i.author_id DESC,
             COALESCE(COALESCE(o.organisation_id, t.organisation_id)
                      = COALESCE(wo.organisation_id, wt.organisation_id), false) DESC,
             m.coordinator DESC, m.joined_at, m.id
    LIMIT 1
$$;

CREATE POLICY requesting ON sharing_item FOR INSERT TO zv_app WITH CHECK (
    kind = 'request' AND author_id = {person}
    AND author_member_id = ({members})[array_position({networks}, network_id)]
    AND compartment_id IS NULL AND withdrawn_at IS NULL AND denied = '{{}}'
    AND cardinality(audience) = 1 AND allowed = audience
    AND privacy.is_theirs(network_id, about_id, subject));

GRANT SELECT, INSERT, UPDATE (due_on, extended_at, extended_because, state, state_by_id, state_at,
    ground, answer) ON requests_request TO zv_app;
CREATE POLICY as_item ON requests_request FOR SELECT TO zv_app USING ({header:requests_request});
CREATE POLICY asking ON requests_request FOR INSERT TO zv_app WITH CHECK (
    state = 'open' AND NOT restricted AND extended_at IS NULL
    AND answerer_id = privacy.answerer(of_item_id)
    AND EXISTS (SELECT FROM sharing_item h JOIN sharing_item i ON i.id = requests_request.of_item_id
            WHERE h.id = requests_request.item_id AND h.author_id = {person}
              AND h.network_id = requests_request.network_id AND i.network_id = h.network_id
              AND h.audience = ARRAY[requests_request.answerer_id]
              AND i.about_id = h.about_id AND i.subject = h.subject
              AND privacy.is_theirs(i.network_id, i.about_id, i.subject)));
-- Answered once, by the member it was asked of; taken back by who asked, also what was granted, so
-- that a restriction ends when they want.
CREATE POLICY answering ON requests_request FOR UPDATE TO zv_app
    USING (state = 'open' AND answerer_id = ANY ({members}))
    WITH CHECK (answerer_id = ANY ({members}) AND state IN ('open', 'granted', 'refused')
                AND (state = 'open' OR state_by_id = {person}));
CREATE POLICY withdrawing ON requests_request FOR UPDATE TO zv_app
    USING ((state = 'open' OR restricted AND state = 'granted')
           AND EXISTS (SELECT FROM sharing_item h WHERE h.id = requests_request.item_id
                       AND h.author_id = {person}))
    WITH CHECK (state = 'withdrawn' AND state_by_id = {person});

-- Restriction: read by nobody but who wrote it, whose it is, and who must answer. Narrower readers
-- are what the rule has for that (line 7); how it was is kept beside the request. Who asks need not be
-- in control, so this is a function that checks itself that it is theirs.
CREATE FUNCTION privacy.restrict_item(p_request uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_item uuid; v_network uuid; v_answerer uuid;
BEGIN
    UPDATE requests_request r SET restricted = true, was_audience = i.audience, was_allowed = i.allowed
    FROM sharing_item h, sharing_item i
    WHERE r.item_id = p_request AND h.id = r.item_id AND i.id = r.of_item_id
      AND r.act = 'restrict' AND r.state = 'open' AND NOT r.restricted
      AND h.author_id = {person} AND h.network_id = ANY ({networks}) AND i.withdrawn_at IS NULL
      AND privacy.is_theirs(i.network_id, i.about_id, i.subject)
    RETURNING r.of_item_id, r.network_id, r.answerer_id INTO v_item, v_network, v_answerer;
    IF NOT FOUND THEN RETURN false; END IF;
    -- An author reads their own words anyway; naming their team would let in their colleagues.
    UPDATE sharing_item i SET allowed = '{{}}', audience = CASE WHEN EXISTS (
            SELECT FROM privacy.seats(ARRAY[v_network]) s
            WHERE s.person_id = i.author_id AND s.member_id = v_answerer)
        THEN '{{}}' ELSE ARRAY[v_answerer] END
    WHERE i.id = v_item;
    RETURN true;
END
$$;

-- The readers it had come back when it was refused, or when who asked takes it back.
CREATE FUNCTION privacy.lift_restriction(p_request uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_item uuid; v_audience uuid[]; v_allowed uuid[];
BEGIN
    UPDATE requests_request r SET restricted = false FROM sharing_item h
    WHERE r.item_id = p_request AND h.id = r.item_id AND r.restricted
      AND r.network_id = ANY ({networks})
      AND (r.state = 'refused' AND r.state_by_id = {person} AND r.answerer_id = ANY ({members})
           OR r.state = 'withdrawn' AND h.author_id = {person})
    RETURNING r.of_item_id, r.was_audience, r.was_allowed INTO v_item, v_audience, v_allowed;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE sharing_item SET audience = v_audience, allowed = v_allowed WHERE id = v_item;
    RETURN true;
END
$$;

-- Removal for good, by the one who answers: the words, what hangs on them, and the structure of the
-- rooms. What another row rests on stays, unreadable for everybody like the item itself. Answers the
-- names in storage of the files that must go with it.
CREATE FUNCTION privacy.remove_requested(p_request uuid) RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_item uuid; v_files text[]; r record;
BEGIN
    SELECT q.of_item_id INTO v_item FROM requests_request q
    WHERE q.item_id = p_request AND q.act = 'remove' AND q.state = 'granted'
      AND q.state_by_id = {person} AND q.answerer_id = ANY ({members})
      AND q.network_id = ANY ({networks});
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT COALESCE(array_agg(f.name) FILTER (WHERE f.name <> ''), '{{}}') INTO v_files
    FROM sharing_attachment a CROSS JOIN LATERAL unnest(ARRAY[a.stored_as, a.thumbnail]) AS f(name)
    WHERE a.item_id = v_item;
    UPDATE sharing_item SET withdrawn_at = now(), title = '', body = '' WHERE id = v_item;
    FOR r IN
        -- First what hangs on a row of a room, then what hangs on the item itself. What was asked and
        -- what was changed in who reads it stay: they hold no words of the item.
        SELECT k.conrelid::regclass AS child, a.attname AS word, k.confrelid = 'sharing_item'::regclass AS last
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND a.attname = 'item_id'
          AND k.conrelid NOT IN ('requests_request'::regclass, 'sharing_change'::regclass)
          AND (k.confrelid = 'sharing_item'::regclass
               OR k.confrelid IN (SELECT c.conrelid FROM pg_constraint c
                    JOIN pg_attribute b ON b.attrelid = c.conrelid AND b.attnum = c.conkey[1]
                    WHERE c.contype = 'f' AND c.confrelid = 'sharing_item'::regclass
                      AND b.attname = 'item_id'))
        ORDER BY last, child
    LOOP
        BEGIN
            EXECUTE format('DELETE FROM %s WHERE %I = $1', r.child, r.word) USING v_item;
        EXCEPTION WHEN foreign_key_violation THEN NULL;
        END;
    END LOOP;
    RETURN v_files;
END
$$;
