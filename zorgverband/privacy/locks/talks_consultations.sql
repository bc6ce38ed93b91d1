-- A question to somebody outside is its asker's alone, a professional's. Nothing in it is about anybody of
-- the network; what is made of it is an item under the rule. The hash of the link is read by no one.
GRANT SELECT (id, network_id, asker_id, asker_member_id, topic, body, email, created_at, sent_at, expires_at,
    withdrawn_at, answered_at, answer, answered_by, seen_at, kept_as_id) ON talks_outsidequestion TO zv_app;
GRANT INSERT ON talks_outsidequestion TO zv_app;
GRANT UPDATE (email, withdrawn_at, seen_at, kept_as_id) ON talks_outsidequestion TO zv_app;
CREATE POLICY mine ON talks_outsidequestion FOR SELECT TO zv_app USING (
    asker_id = {person} AND network_id = ANY ({networks}));
CREATE POLICY asking ON talks_outsidequestion FOR INSERT TO zv_app WITH CHECK (
    asker_id = {person} AND network_id = ANY ({networks}) AND asker_member_id = ANY ({members})
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = asker_member_id
                AND m.network_id = talks_outsidequestion.network_id AND m.side IN ('care', 'social'))
    AND sent_at IS NULL AND answered_at IS NULL AND answer = '' AND kept_as_id IS NULL);
CREATE POLICY keeping ON talks_outsidequestion FOR UPDATE TO zv_app
    USING (asker_id = {person} AND network_id = ANY ({networks}) AND withdrawn_at IS NULL)
    WITH CHECK (asker_id = {person} AND (kept_as_id IS NULL OR EXISTS (
        SELECT FROM sharing_item h WHERE h.id = kept_as_id
          AND h.network_id = talks_outsidequestion.network_id AND h.author_id = {person})));

-- For who has the link, and is nobody here: what is asked, as long as it waits for an answer. What was
-- withdrawn, answered or is too old gives no row, as a link that never was.
CREATE FUNCTION privacy.outside_question(p_token text) RETURNS TABLE (topic text, body text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT q.topic, q.body FROM talks_outsidequestion q
    WHERE q.token_hash = p_token AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
      AND q.expires_at > now()
$$;
-- The one answer. Of two at once the second finds nothing. Answers whose question it was.
CREATE FUNCTION privacy.answer_outside(p_token text, p_answer text, p_by text)
RETURNS TABLE (network_id uuid, asker_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE talks_outsidequestion q
    SET answered_at = now(), answer = p_answer, answered_by = p_by, email = ''
    WHERE q.token_hash = p_token AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
      AND q.expires_at > now() AND p_answer <> ''
    RETURNING q.network_id, q.asker_id
$$;
-- For the worker, which knows the number and nothing else: where the mail goes, once.
CREATE FUNCTION privacy.outside_to_send(p_question uuid) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE talks_outsidequestion q SET sent_at = now()
    WHERE q.id = p_question AND q.sent_at IS NULL AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
      AND q.expires_at > now()
    RETURNING q.email
$$;
-- The address goes when the question ends, also when that is because nobody answered in time.
CREATE FUNCTION privacy.forget_outside() RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (UPDATE talks_outsidequestion q SET email = ''
                  WHERE q.email <> '' AND q.expires_at <= now() RETURNING q.id)
    SELECT count(*)::integer FROM gone
$$;
