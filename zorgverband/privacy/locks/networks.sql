-- Networks and who takes part: for who is inside.
GRANT SELECT, INSERT ON networks_network TO zv_app;
GRANT UPDATE (closed_at) ON networks_network TO zv_app;
CREATE POLICY inside ON networks_network FOR SELECT TO zv_app USING (id = ANY ({networks}));

GRANT SELECT, UPDATE (left_at, coordinator, first_contact) ON networks_member TO zv_app;
CREATE POLICY inside ON networks_member FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (compartment IS NULL OR compartment = ANY ({compartments}) OR id = ANY ({members})));
-- Leaving is for oneself; everything else about members is for who decides or coordinates.
CREATE POLICY leaving ON networks_member FOR UPDATE TO zv_app USING (
    id = ANY ({members}) OR privacy.leads(network_id));

-- What a member does: the social side reads it of care members only when it is known by nature
-- (GP, home care, pharmacy) or shown by who is in control.
GRANT SELECT, UPDATE (function, description, phone, known) ON networks_role TO zv_app;
CREATE POLICY inside ON networks_role FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m
            WHERE m.id = networks_role.member_id
              AND (known OR m.side <> 'care' OR NOT m.network_id = ANY ({social})
                   OR m.id = ANY ({members}))));
CREATE POLICY mine ON networks_role FOR UPDATE TO zv_app USING (
    member_id = ANY ({members}) OR privacy.leads(network_id));

-- What a lock cannot say, because it compares a row with what it was: coordinator and first contact
-- are chosen by who leads; a care member is shown to the social side by who is in control.
CREATE FUNCTION privacy.guard_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user = 'zv_app' AND NOT privacy.leads(OLD.network_id)
       AND (NEW.coordinator, NEW.first_contact) IS DISTINCT FROM (OLD.coordinator, OLD.first_contact)
    THEN
        RAISE EXCEPTION 'chosen by who leads' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Nobody stays longer than was said.
    IF current_user = 'zv_app' AND NOT privacy.leads(OLD.network_id)
       AND COALESCE(NEW.left_at > OLD.left_at, OLD.left_at IS NOT NULL AND NEW.left_at IS NULL) THEN
        RAISE EXCEPTION 'made longer by who leads' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- A client is never taken out by another than who decides about them.
    IF current_user = 'zv_app' AND OLD.side = 'client' AND NEW.left_at IS DISTINCT FROM OLD.left_at
       AND NOT (OLD.id = ANY ({members}) OR COALESCE(OLD.id = ANY ({decided}), false)) THEN
        RAISE EXCEPTION 'a client is taken out by who decides' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON networks_member
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_member();
CREATE FUNCTION privacy.guard_role() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user = 'zv_app' AND NEW.known AND NOT OLD.known AND NOT privacy.decides(OLD.network_id)
    THEN
        RAISE EXCEPTION 'shown by who is in control' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON networks_role
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_role();

-- One coordinator and one first contact: whoever is chosen takes the place of who was. Two who choose at
-- one moment do it one after the other, and the second is asked again whether they lead.
CREATE FUNCTION privacy.wait_for(p_network uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM networks_network n WHERE n.id = p_network FOR NO KEY UPDATE;
    -- What the one before did holds now, also when it began after this transaction did.
    PERFORM set_config('zv.moment', clock_timestamp()::text, true);
END
$$;
CREATE FUNCTION privacy.in_line(p_network uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT COALESCE(p_network = ANY ({networks}), false) THEN RETURN false; END IF;
    PERFORM privacy.wait_for(p_network);
    RETURN privacy.leads(p_network);
END
$$;
CREATE FUNCTION privacy.one_of_each() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM networks_network n WHERE n.id = NEW.network_id FOR NO KEY UPDATE;
    -- As it stands now: of two chosen in one statement the first made room for no second.
    IF EXISTS (SELECT FROM networks_member m WHERE m.id = NEW.id AND m.coordinator) THEN
        UPDATE networks_member SET coordinator = false
        WHERE network_id = NEW.network_id AND coordinator AND id <> NEW.id;
    END IF;
    IF EXISTS (SELECT FROM networks_member m WHERE m.id = NEW.id AND m.first_contact) THEN
        UPDATE networks_member SET first_contact = false
        WHERE network_id = NEW.network_id AND first_contact AND id <> NEW.id;
    END IF;
    RETURN NULL;
END
$$;
-- For whatever the application does, itself or by a function; not for what the owner of the database
-- puts back row by row.
CREATE TRIGGER one_of_each AFTER INSERT OR UPDATE OF coordinator, first_contact ON networks_member
    FOR EACH ROW WHEN ((NEW.coordinator OR NEW.first_contact) AND pg_trigger_depth() = 0
                       AND current_user IN ('zv_app', 'zv_keeper'))
    EXECUTE FUNCTION privacy.one_of_each();

-- Who looks after a network for its coordinator: known to all who see both. Named by the coordinator,
-- of care or social; ended before its time by either, never made longer.
GRANT SELECT, INSERT, UPDATE (ends_at) ON networks_substitute TO zv_app;
CREATE POLICY inside ON networks_substitute FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (SELECT true FROM networks_member m WHERE m.id = networks_substitute.coordinator_id)
    AND (SELECT true FROM networks_member m WHERE m.id = networks_substitute.substitute_id));
CREATE POLICY naming ON networks_substitute FOR INSERT TO zv_app WITH CHECK (
    named_by_id = {person} AND network_id = ANY ({networks}) AND coordinator_id = ANY ({members})
    AND ends_at <= starts_at + interval '100 days'
    AND EXISTS (SELECT FROM networks_member c
                WHERE c.id = networks_substitute.coordinator_id
                  AND c.network_id = networks_substitute.network_id AND c.coordinator)
    AND EXISTS (SELECT FROM networks_member s
                WHERE s.id = networks_substitute.substitute_id
                  AND s.network_id = networks_substitute.network_id
                  AND s.side IN ('care', 'social') AND s.compartment IS NULL
                  AND privacy.running(s.joined_at, s.left_at)));
CREATE POLICY ending ON networks_substitute FOR UPDATE TO zv_app
    USING (coordinator_id = ANY ({members}) OR substitute_id = ANY ({members}))
    WITH CHECK (ends_at <= GREATEST(privacy.moment(), starts_at));

-- Who was ever present: as visible as the membership it came through.
GRANT SELECT, INSERT, UPDATE (medical) ON networks_presence TO zv_app;
CREATE POLICY inside ON networks_presence FOR SELECT TO zv_app USING (
    NOT (medical AND network_id = ANY ({social}))
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = networks_presence.member_id));
CREATE POLICY again ON networks_presence FOR UPDATE TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person} AND NOT medical);
CREATE POLICY mine ON networks_presence FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members}));

GRANT SELECT, INSERT, UPDATE (ends_at) ON networks_exclusion TO zv_app;
CREATE POLICY deciding ON networks_exclusion FOR ALL TO zv_app
    USING (privacy.decides(network_id)) WITH CHECK (privacy.decides(network_id));

GRANT SELECT, INSERT, UPDATE (member_id) ON networks_hat TO zv_app;
CREATE POLICY mine ON networks_hat FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

-- Who represents, has authority, or is in control: for everybody inside (visible take-over). Changed
-- only by functions, which know who may (control.sql).
GRANT SELECT ON networks_representation, networks_authority, networks_control TO zv_app;
CREATE POLICY inside ON networks_representation FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m WHERE m.id = networks_representation.representative_id));
CREATE POLICY inside ON networks_authority FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m WHERE m.id = networks_authority.parent_id));
CREATE POLICY inside ON networks_control FOR SELECT TO zv_app USING (network_id = ANY ({networks}));

-- Who died, and who keeps what then: for everybody still inside. Recorded by functions (control.sql).
GRANT SELECT ON networks_death, networks_keptaccess TO zv_app;
CREATE POLICY inside ON networks_death FOR SELECT TO zv_app USING (network_id = ANY ({networks}));
CREATE POLICY inside ON networks_keptaccess FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m WHERE m.id = networks_keptaccess.member_id));
