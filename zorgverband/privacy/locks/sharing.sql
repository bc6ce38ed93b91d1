-- THE lock: an item is read by whom the rule says. A withdrawn item is gone for everybody.
GRANT SELECT, INSERT ON sharing_item TO zv_app;
GRANT UPDATE (title, body, version, edited_at, happened_at, denied, allowed, audience, circle, subject)
    ON sharing_item TO zv_app;
-- "IS TRUE" keeps the list of networks off the indexes: it would make every way along them look
-- equally dear, and the planner choose blindly.
CREATE POLICY rule ON sharing_item FOR SELECT TO zv_app USING (
    withdrawn_at IS NULL AND (network_id = ANY ({networks})) IS TRUE AND {rule:lock} > 0);
-- Second wall, besides the rule.
CREATE POLICY wall ON sharing_item AS RESTRICTIVE FOR ALL TO zv_app
    USING (subject > 5 OR NOT network_id = ANY ({social}))
    WITH CHECK (subject > 5 OR NOT network_id = ANY ({social}));
CREATE POLICY writing ON sharing_item FOR INSERT TO zv_app WITH CHECK (
    author_id = {person}
    AND author_member_id = ({members})[array_position({networks}, network_id)]
    AND (({write})[array_position({abouts}, about_id)] >> subject) & 1 = 1
    AND (compartment_id IS NULL OR compartment_id = ANY ({compartments}))
    AND withdrawn_at IS NULL
    AND (denied = '{{}}' AND allowed = '{{}}' OR (({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1));
CREATE POLICY changing ON sharing_item FOR UPDATE TO zv_app
    USING (author_id = {person} OR (({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1)
    WITH CHECK (author_id = {person} OR (({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1);

-- After a client's death what is about them stands as it is, except for whom writing was recorded;
-- new items need a writing key, which nobody else has.
CREATE POLICY frozen ON sharing_item AS RESTRICTIVE FOR UPDATE TO zv_app USING (
    (about_id = ANY ({dead})) IS NOT TRUE
    OR (({write})[array_position({abouts}, about_id)] >> subject) & 1 = 1);
-- The same for what belongs to an item; the locks of all tables that do so ask this (apply.py).
CREATE FUNCTION privacy.frozen(p_item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT COALESCE((
        SELECT h.about_id = ANY ({dead})
               AND COALESCE((({write})[array_position({abouts}, h.about_id)] >> h.subject) & 1, 0) = 0
        FROM sharing_item h WHERE h.id = p_item), false)
$$;

-- A lock cannot compare a row with what it was. Words are changed by their author alone, and those of
-- an agreement not once another answered it (agreements.sql). Exceptions
-- are made by who is in control alone. An author may always narrow the readers; only who is in control
-- widens them, or an author would undo what the client closed. Another subject is chosen by either, and
-- out of what is medical only by who is in control or an author of care.
CREATE FUNCTION privacy.guard_item() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_author boolean := OLD.author_id = {person};
    v_control boolean := COALESCE((({control})[array_position({abouts}, OLD.about_id)] >> OLD.subject) & 1, 0) = 1;
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF (NEW.title, NEW.body, NEW.version, NEW.edited_at, NEW.happened_at)
            IS DISTINCT FROM (OLD.title, OLD.body, OLD.version, OLD.edited_at, OLD.happened_at)
       AND NOT v_author THEN
        RAISE EXCEPTION 'words of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.kind = 'agreement' AND (NEW.title, NEW.body) IS DISTINCT FROM (OLD.title, OLD.body)
       AND privacy.agreed_upon(OLD.id) THEN
        RAISE EXCEPTION 'words another agreed to' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.denied, NEW.allowed) IS DISTINCT FROM (OLD.denied, OLD.allowed) AND NOT v_control THEN
        RAISE EXCEPTION 'an exception without control' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT NEW.allowed <@ OLD.allowed AND NOT privacy.may_open(OLD.network_id, OLD.about_id, OLD.subject,
            (SELECT m FROM unnest(NEW.allowed) m WHERE NOT m = ANY (OLD.allowed) LIMIT 1), OLD.id) THEN
        RAISE EXCEPTION 'opened by one of two' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT OLD.denied <@ NEW.denied AND NOT privacy.may_open(OLD.network_id, OLD.about_id, OLD.subject,
            (SELECT m FROM unnest(OLD.denied) m WHERE NOT m = ANY (NEW.denied) LIMIT 1), OLD.id) THEN
        RAISE EXCEPTION 'opened by one of two' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF v_control AND OLD.audience IS NOT NULL
       AND (NEW.audience IS NULL OR NOT NEW.audience <@ (OLD.audience || {members}))
       AND NOT privacy.may_widen(OLD.network_id, OLD.about_id, OLD.subject, OLD.id, NEW.audience) THEN
        RAISE EXCEPTION 'opened by one of two' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.audience IS DISTINCT FROM OLD.audience AND NOT v_control
       AND (NOT v_author OR NEW.audience IS NULL
            OR OLD.audience IS NOT NULL AND NOT NEW.audience <@ OLD.audience) THEN
        RAISE EXCEPTION 'more readers without control' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.subject <> OLD.subject
       AND (NOT (v_author OR v_control)
            OR COALESCE((({write})[array_position({abouts}, OLD.about_id)] >> NEW.subject) & 1, 0) = 0
            OR OLD.subject <= 5 AND NEW.subject > 5 AND NOT v_control
               AND NOT COALESCE(OLD.network_id = ANY ({care}), false)) THEN
        RAISE EXCEPTION 'a subject of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON sharing_item
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_item();

-- Taking back within five minutes: the row must vanish for its own author too, which a lock on
-- UPDATE cannot say; so this one act is a function that checks it itself.
CREATE FUNCTION privacy.take_back(p_item uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE sharing_item SET withdrawn_at = now(), title = '', body = ''
    WHERE id = p_item AND author_id = {person} AND network_id = ANY ({networks})
      AND withdrawn_at IS NULL AND created_at > now() - interval '5 minutes'
      AND (about_id = ANY ({dead})) IS NOT TRUE;
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM sharing_version WHERE item_id = p_item;
    DELETE FROM sharing_reply WHERE item_id = p_item;
    DELETE FROM sharing_attachment WHERE item_id = p_item;
    RETURN true;
END
$$;

-- What belongs to an item is as readable as the item, never more.
GRANT SELECT, INSERT ON sharing_reply, sharing_version, sharing_attachment TO zv_app;
CREATE POLICY as_item ON sharing_reply FOR SELECT TO zv_app USING ({header:sharing_reply});
CREATE POLICY as_item ON sharing_version FOR SELECT TO zv_app USING ({header:sharing_version});
CREATE POLICY as_item ON sharing_attachment FOR SELECT TO zv_app USING ({header:sharing_attachment});
CREATE POLICY replying ON sharing_reply FOR INSERT TO zv_app WITH CHECK (
    author_id = {person} AND author_member_id = ANY ({members})
    AND {header:sharing_reply});
CREATE POLICY writing ON sharing_version FOR INSERT TO zv_app WITH CHECK (
    {own_header:sharing_version});
CREATE POLICY writing ON sharing_attachment FOR INSERT TO zv_app WITH CHECK (
    {own_header:sharing_attachment});

-- Out of what an item was made: for who may read both. Noted once, by who made it.
GRANT SELECT, INSERT ON sharing_origin TO zv_app;
CREATE POLICY as_both ON sharing_origin FOR SELECT TO zv_app USING (
    {header:sharing_origin} AND (SELECT true FROM sharing_item s WHERE s.id = sharing_origin.source_id));
CREATE POLICY making ON sharing_origin FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = sharing_origin.item_id
            AND h.network_id = sharing_origin.network_id AND h.author_id = {person})
    AND EXISTS (SELECT FROM sharing_item s WHERE s.id = sharing_origin.source_id
                AND s.network_id = sharing_origin.network_id));

-- Permissions: everybody inside may know who reads what, except that the social side never learns
-- of medical ones. Given and changed by who is in control of that about.
GRANT SELECT, INSERT ON sharing_permission TO zv_app;
GRANT UPDATE (can_read, can_write, since, past, ground, wording, given_by_id, given_at)
    ON sharing_permission TO zv_app;
CREATE POLICY inside ON sharing_permission FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (subject > 5 OR NOT network_id = ANY ({social}))
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = sharing_permission.member_id));
CREATE POLICY giving ON sharing_permission FOR INSERT TO zv_app
    WITH CHECK ((({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1);
CREATE POLICY changing ON sharing_permission FOR UPDATE TO zv_app
    USING ((({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1) WITH CHECK ((({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1);

-- What was changed in who reads what: for who decides on it, for the member it was changed for, and
-- for who did it. Never changed, never removed. What was shown tells of others too.
GRANT SELECT, INSERT ON sharing_change, sharing_changewords TO zv_app;
CREATE POLICY inside ON sharing_change FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (subject > 5 OR NOT network_id = ANY ({social}))
    AND (item_id IS NULL OR {header:sharing_change})
    AND (member_id IS NULL OR EXISTS (SELECT FROM networks_member m WHERE m.id = sharing_change.member_id))
    AND ((({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1
         OR member_id = ANY ({members}) OR person_id = {person}));
CREATE POLICY changing ON sharing_change FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND network_id = ANY ({networks})
    AND ((({control})[array_position({abouts}, about_id)] >> subject) & 1 = 1
         OR (SELECT h.author_id = {person} FROM sharing_item h WHERE h.id = item_id)));
CREATE POLICY deciding ON sharing_changewords FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM sharing_change c WHERE c.id = change_id
            AND ((({control})[array_position({abouts}, c.about_id)] >> c.subject) & 1 = 1
                 OR c.person_id = {person})));
CREATE POLICY shown ON sharing_changewords FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_change c WHERE c.id = change_id AND c.person_id = {person}));

GRANT SELECT, INSERT, UPDATE (seen_until) ON sharing_readmark TO zv_app;
CREATE POLICY mine ON sharing_readmark FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});
