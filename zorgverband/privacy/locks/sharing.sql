-- THE lock: an item is read by whom the rule says. A withdrawn item is gone for everybody.
GRANT SELECT, INSERT ON sharing_item TO zv_app;
GRANT UPDATE (title, body, version, edited_at, happened_at, denied, allowed, audience, circle)
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

-- A lock cannot compare a row with what it was. Words are changed by their author alone, exceptions
-- are made by who is in control alone, and an author may only narrow the readers, not the subject.
CREATE FUNCTION privacy.guard_item() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF (NEW.title, NEW.body, NEW.version, NEW.edited_at, NEW.happened_at)
            IS DISTINCT FROM (OLD.title, OLD.body, OLD.version, OLD.edited_at, OLD.happened_at)
       AND OLD.author_id <> {person} THEN
        RAISE EXCEPTION 'words of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.denied, NEW.allowed) IS DISTINCT FROM (OLD.denied, OLD.allowed)
       AND COALESCE((({control})[array_position({abouts}, OLD.about_id)] >> OLD.subject) & 1, 0) = 0 THEN
        RAISE EXCEPTION 'an exception without control' USING ERRCODE = 'insufficient_privilege';
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
      AND withdrawn_at IS NULL AND created_at > now() - interval '5 minutes';
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

-- Compartments exist only for who is named in them.
GRANT SELECT, INSERT ON sharing_compartment, sharing_compartmentmember TO zv_app;
CREATE POLICY named ON sharing_compartment FOR SELECT TO zv_app USING (id = ANY ({compartments}));
CREATE POLICY named ON sharing_compartmentmember FOR SELECT TO zv_app
    USING (compartment_id = ANY ({compartments}));

-- Emergency access: opened by a care member for themselves; seen by who is in control of the
-- client, by the coordinator and by who opened it, never on the social side: the reason is medical.
GRANT SELECT, INSERT, UPDATE (ends_at, reviewed_by_id, reviewed_at) ON sharing_emergency TO zv_app;
CREATE POLICY inside ON sharing_emergency FOR SELECT TO zv_app USING (
    NOT network_id = ANY ({social})
    AND (person_id = {person} OR client_id = ANY ({decided}) OR client_id = ANY ({members})
         OR privacy.leads(network_id)));
CREATE POLICY opening ON sharing_emergency FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members}) AND network_id = ANY ({care}));

GRANT SELECT, INSERT, UPDATE (seen_until) ON sharing_readmark TO zv_app;
CREATE POLICY mine ON sharing_readmark FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});
