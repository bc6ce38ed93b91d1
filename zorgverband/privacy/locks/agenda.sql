-- A visit is as readable as its item; so is what changed about it. What a visit is for is an item
-- of its own, under its own subject: its lock asks for that item, and for the visit besides.
GRANT SELECT, INSERT, UPDATE (stopped_from, stopped_reason, stopped_by_id) ON agenda_visit TO zv_app;
GRANT SELECT, INSERT ON agenda_visitchange, agenda_visitpurpose TO zv_app;
GRANT UPDATE (moved_on, starts, ends, cancelled, reason, changed_by_id, changed_at, been_at,
              been_by_id, been_member_id, version) ON agenda_visitchange TO zv_app;

CREATE POLICY as_item ON agenda_visit FOR SELECT TO zv_app USING ({header:agenda_visit});
CREATE POLICY as_item ON agenda_visitchange FOR SELECT TO zv_app USING ({header:agenda_visitchange});
CREATE POLICY as_item ON agenda_visitpurpose FOR SELECT TO zv_app USING (
    {header:agenda_visitpurpose}
    AND EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = agenda_visitpurpose.visit_id));

-- Entered by who wrote the item, about a member of the same network; a series is stopped by who
-- wrote it or may write about it.
CREATE POLICY writing ON agenda_visit FOR INSERT TO zv_app WITH CHECK (
    {own_header:agenda_visit}
    AND (who_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = agenda_visit.who_id AND m.network_id = agenda_visit.network_id)));
CREATE POLICY stopping ON agenda_visit FOR UPDATE TO zv_app
    USING ({own_header:agenda_visit}) WITH CHECK ({own_header:agenda_visit});
CREATE POLICY writing ON agenda_visitpurpose FOR INSERT TO zv_app WITH CHECK (
    {own_header:agenda_visitpurpose}
    AND EXISTS (SELECT FROM agenda_visit v WHERE v.item_id = agenda_visitpurpose.visit_id
                AND v.network_id = agenda_visitpurpose.network_id));

-- One occurrence is changed by the same people, and by who comes: a neighbour who reads the agenda
-- but does not write in it can still say "I cannot come" and "I have been".
CREATE POLICY changing ON agenda_visitchange FOR INSERT TO zv_app WITH CHECK (
    ({own_header:agenda_visitchange} OR EXISTS (SELECT FROM agenda_visit v
        WHERE v.item_id = agenda_visitchange.item_id AND v.network_id = agenda_visitchange.network_id
          AND v.who_id = ANY ({members})))
    AND (changed_by_id IS NULL OR changed_by_id = {person})
    AND (been_by_id IS NULL OR been_by_id = {person}));
CREATE POLICY again ON agenda_visitchange FOR UPDATE TO zv_app
    USING ({own_header:agenda_visitchange} OR EXISTS (SELECT FROM agenda_visit v
        WHERE v.item_id = agenda_visitchange.item_id AND v.who_id = ANY ({members})));
