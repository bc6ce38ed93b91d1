-- A visit is as readable as its item; so is what changed about it. What a visit is for is an item
-- of its own, under its own subject: its lock asks for that item, and for the visit besides.
GRANT SELECT, INSERT, UPDATE (place, stopped_from, stopped_reason, stopped_by_id) ON agenda_visit TO zv_app;
GRANT SELECT, INSERT ON agenda_visitchange, agenda_visitpurpose TO zv_app;
GRANT UPDATE (moved_on, starts, ends, cancelled, reason, changed_by_id, changed_at, been_at,
              been_by_id, been_member_id, version) ON agenda_visitchange TO zv_app;

CREATE POLICY as_item ON agenda_visit FOR SELECT TO zv_app USING ({header:agenda_visit});
CREATE POLICY as_item ON agenda_visitchange FOR SELECT TO zv_app USING ({header:agenda_visitchange});
CREATE POLICY as_item ON agenda_visitpurpose FOR SELECT TO zv_app USING (
    {header:agenda_visitpurpose}
    AND EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = agenda_visitpurpose.visit_id));

-- Entered by who wrote the item, about a member of the same network; a series is stopped, and where it
-- is changed, by who wrote it or may write about it.
CREATE POLICY writing ON agenda_visit FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = agenda_visit.item_id
            AND h.network_id = agenda_visit.network_id AND h.author_id = {person})
    -- Who takes part inside a compartment is not there for others: they would find a nameless visitor.
    AND NOT EXISTS (SELECT FROM unnest(rota || ARRAY[who_id, along_id, driver_id]) AS other(id)
        WHERE other.id IS NOT NULL AND NOT EXISTS (SELECT FROM networks_member m
            WHERE m.id = other.id AND m.network_id = agenda_visit.network_id AND m.compartment IS NULL))
    AND (busy_id IS NULL OR EXISTS (SELECT FROM sharing_item b WHERE b.id = agenda_visit.busy_id
         AND b.network_id = agenda_visit.network_id AND b.author_id = {person})));
CREATE POLICY stopping ON agenda_visit FOR UPDATE TO zv_app
    USING ({own_header:agenda_visit}) WITH CHECK ({own_header:agenda_visit});
CREATE POLICY writing ON agenda_visitpurpose FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = agenda_visitpurpose.item_id
            AND h.network_id = agenda_visitpurpose.network_id AND h.author_id = {person})
    AND EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = agenda_visitpurpose.visit_id
                AND v.network_id = agenda_visitpurpose.network_id));

-- Who comes on a day is asked of the rota and of turns that were swapped (days.sql).
GRANT SELECT, INSERT, UPDATE (ended_at) ON agenda_visitturn TO zv_app;
GRANT SELECT, INSERT, UPDATE (accepted, answered_at) ON agenda_turnasked TO zv_app;
CREATE POLICY as_item ON agenda_visitturn FOR SELECT TO zv_app USING ({header:agenda_visitturn});
CREATE POLICY as_item ON agenda_turnasked FOR SELECT TO zv_app USING ({header:agenda_turnasked});

-- Whether who looks comes on this day, or is one of those who take turns.
CREATE FUNCTION privacy.comes(p_item uuid, p_date date) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = p_item
                   AND (v.who_id = ANY ({members}) OR v.rota && {members}))
        OR EXISTS (SELECT FROM agenda_visitturn t WHERE t.item_id = p_item AND t.on_date = p_date
                   AND t.part = 'comes' AND t.ended_at IS NULL AND t.member_id = ANY ({members}))
        -- That a time is taken, changes along with what it is taken for.
        OR EXISTS (SELECT FROM agenda_visit v WHERE v.busy_id = p_item
                   AND (v.who_id = ANY ({members}) OR v.rota && {members}))
$$;

-- A turn is asked by whose it is, or who plans; answered by who was asked, or taken back.
CREATE POLICY asking ON agenda_turnasked FOR INSERT TO zv_app WITH CHECK (
    asked_by_id = {person} AND accepted IS NULL AND {header:agenda_turnasked}
    AND (from_member_id = ANY ({members}) AND privacy.comes(item_id, on_date)
         OR {own_header:agenda_turnasked})
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = agenda_turnasked.to_member_id
                AND m.network_id = agenda_turnasked.network_id));
CREATE POLICY answering ON agenda_turnasked FOR UPDATE TO zv_app
    USING (accepted IS NULL AND (to_member_id = ANY ({members}) OR from_member_id = ANY ({members})
                                 OR asked_by_id = {person}))
    WITH CHECK (to_member_id = ANY ({members})
                OR (asked_by_id = {person} OR from_member_id = ANY ({members})) AND NOT accepted);

-- Going along and driving is taken upon oneself; a turn to come only by who was asked for it, with the
-- turn given in return. Who plans, says it of everybody.
CREATE POLICY taking ON agenda_visitturn FOR INSERT TO zv_app WITH CHECK (
    set_by_id = {person} AND ended_at IS NULL AND {header:agenda_visitturn}
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = agenda_visitturn.member_id
                AND m.network_id = agenda_visitturn.network_id)
    AND ({own_header:agenda_visitturn}
         OR part <> 'comes' AND member_id = ANY ({members})
         OR part = 'comes' AND EXISTS (
             SELECT FROM agenda_turnasked a
             WHERE a.item_id = agenda_visitturn.item_id AND a.to_member_id = ANY ({members})
               AND a.accepted IS NULL
               AND (a.on_date = agenda_visitturn.on_date
                        AND a.to_member_id = agenda_visitturn.member_id
                    OR a.instead_on = agenda_visitturn.on_date
                        AND a.from_member_id = agenda_visitturn.member_id))));
CREATE POLICY giving_back ON agenda_visitturn FOR UPDATE TO zv_app
    USING (ended_at IS NULL AND (
        {own_header:agenda_visitturn} OR member_id = ANY ({members})
        -- Of who left, anybody who takes it upon them.
        OR part <> 'comes' AND EXISTS (SELECT FROM networks_member m
            WHERE m.id = agenda_visitturn.member_id AND m.left_at <= now())
        OR EXISTS (SELECT FROM agenda_turnasked a
                   WHERE a.item_id = agenda_visitturn.item_id AND a.to_member_id = ANY ({members})
                     AND a.accepted IS NULL AND agenda_visitturn.on_date IN (a.on_date, a.instead_on))))
    WITH CHECK (ended_at IS NOT NULL);

-- One occurrence is changed by the same people, and by who comes: a neighbour who reads the agenda
-- but does not write in it can still say "I cannot come" and "I have been".
CREATE POLICY changing ON agenda_visitchange FOR INSERT TO zv_app WITH CHECK (
    {header:agenda_visitchange}
    AND EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = agenda_visitchange.item_id
                AND v.network_id = agenda_visitchange.network_id)
    AND ({own_header:agenda_visitchange}
         OR privacy.comes(agenda_visitchange.item_id, agenda_visitchange.on_date))
    AND (changed_by_id IS NULL OR changed_by_id = {person})
    AND (been_by_id IS NULL OR been_by_id = {person})
    AND (been_member_id IS NULL OR been_member_id = ANY ({members})));
CREATE POLICY again ON agenda_visitchange FOR UPDATE TO zv_app
    USING ({own_header:agenda_visitchange}
           OR privacy.comes(agenda_visitchange.item_id, agenda_visitchange.on_date));
-- A lock cannot compare a row with what it was: who changed it, and who has been, is written down by
-- themselves.
CREATE FUNCTION privacy.guard_visit_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF NEW.changed_by_id IS DISTINCT FROM OLD.changed_by_id
            AND COALESCE(NEW.changed_by_id <> {person}, false)
       OR (NEW.been_at, NEW.been_by_id, NEW.been_member_id)
            IS DISTINCT FROM (OLD.been_at, OLD.been_by_id, OLD.been_member_id)
            AND (COALESCE(NEW.been_by_id <> {person}, false)
                 OR NOT COALESCE(NEW.been_member_id = ANY ({members}), true)) THEN
        RAISE EXCEPTION 'in the name of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON agenda_visitchange
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_visit_change();
