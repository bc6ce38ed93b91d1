-- A conversation is as readable as its item, never more, and so are its messages. Asked row by row: a
-- page shows fifty messages of ten thousand.
GRANT SELECT, INSERT ON talks_conversation, talks_message TO zv_app;
GRANT UPDATE (last_number, last_at, closed_at, closed_by_id, conclusion_id) ON talks_conversation TO zv_app;
CREATE POLICY as_item ON talks_conversation FOR SELECT TO zv_app USING ({header:talks_conversation});
CREATE POLICY as_item ON talks_message FOR SELECT TO zv_app USING ({header:talks_message});

-- Begun by who wrote the item; at an item of the same network, about the same, that who begins reads.
CREATE POLICY beginning ON talks_conversation FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = talks_conversation.item_id
            AND h.network_id = talks_conversation.network_id AND h.author_id = {person}
            AND h.kind IN ('conversation', 'consultation')
            AND (talks_conversation.source_id IS NULL OR EXISTS (
                SELECT FROM sharing_item s WHERE s.id = talks_conversation.source_id
                  AND s.network_id = h.network_id AND s.about_id = h.about_id)))
    AND last_number = 0 AND closed_at IS NULL AND conclusion_id IS NULL);
-- Gone on with, closed and opened again by who began it or may write about its subject; closed in
-- one's own name.
CREATE POLICY going_on ON talks_conversation FOR UPDATE TO zv_app
    USING ({own_header:talks_conversation})
    WITH CHECK ({own_header:talks_conversation} AND (conclusion_id IS NULL OR EXISTS (
        SELECT FROM sharing_item c WHERE c.id = conclusion_id
          AND c.network_id = talks_conversation.network_id)));
CREATE FUNCTION privacy.guard_conversation() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF NEW.last_number NOT IN (OLD.last_number, OLD.last_number + 1) THEN
        RAISE EXCEPTION 'messages have places in a row' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.closed_by_id IS DISTINCT FROM OLD.closed_by_id
       AND NEW.closed_by_id IS NOT NULL AND NEW.closed_by_id <> {person} THEN
        RAISE EXCEPTION 'in the name of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON talks_conversation
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_conversation();

-- Files of a message belong to its conversation and to no other message: with it they can be taken back.
CREATE FUNCTION privacy.files_of_message(p_item uuid, p_files uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT p_files = '{{}}' OR (
        (SELECT count(*) FROM sharing_attachment a WHERE a.item_id = p_item AND a.id = ANY (p_files))
            = cardinality(p_files)
        AND NOT EXISTS (SELECT FROM talks_message m WHERE m.item_id = p_item AND m.files && p_files))
$$;
-- A message is written in one's own name, at the newest place of a conversation that is not closed.
CREATE POLICY talking ON talks_message FOR INSERT TO zv_app WITH CHECK (
    author_id = {person} AND author_member_id = ANY ({members}) AND taken_back_at IS NULL
    AND {own_header:talks_message}
    AND privacy.files_of_message(item_id, files)
    AND EXISTS (SELECT FROM talks_conversation c WHERE c.item_id = talks_message.item_id
                AND c.network_id = talks_message.network_id
                AND c.closed_at IS NULL AND c.last_number = talks_message.number));

-- Taking one's own message back within five minutes: its words and files are gone for everybody, its
-- place stays, so that who answered is still understood. Answers the words.
CREATE FUNCTION privacy.take_back_message(p_message uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_message talks_message;
BEGIN
    SELECT m.* INTO v_message FROM talks_message m JOIN sharing_item i ON i.id = m.item_id
    WHERE m.id = p_message AND m.author_id = {person} AND m.network_id = ANY ({networks})
      AND m.taken_back_at IS NULL AND m.created_at > now() - interval '5 minutes'
      AND i.withdrawn_at IS NULL AND (i.about_id = ANY ({dead})) IS NOT TRUE
    FOR UPDATE OF m;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE talks_message SET body = '', files = '{{}}', mentioned = '{{}}', taken_back_at = now()
    WHERE id = p_message;
    DELETE FROM sharing_attachment WHERE id = ANY (v_message.files) AND item_id = v_message.item_id;
    RETURN v_message.body;
END
$$;

-- How far one read is one's own, and only of what one may read.
GRANT SELECT, INSERT, UPDATE (seen, seen_at) ON talks_readingmark TO zv_app;
CREATE POLICY mine ON talks_readingmark FOR ALL TO zv_app
    USING (person_id = {person} AND {header:talks_readingmark})
    WITH CHECK (person_id = {person} AND {header:talks_readingmark});
