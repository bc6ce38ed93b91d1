-- What happened: as readable as the item it happened to; about membership, as the member. That
-- somebody looked in need is medical.
GRANT SELECT, INSERT ON journal_event TO zv_app;
CREATE POLICY inside ON journal_event FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    -- Meant for one person, it is known to that person and to who did it.
    AND (to_person_id IS NULL OR {person} IN (to_person_id, person_id))
    AND NOT (starts_with(verb, 'emergency_') AND network_id = ANY ({social}))
    AND (NOT starts_with(verb, 'bottleneck_')
         OR EXISTS (SELECT FROM bottlenecks_told t WHERE t.event_id = journal_event.id))
    AND (item_id IS NULL OR EXISTS (SELECT FROM sharing_item i WHERE i.id = journal_event.item_id))
    AND (member_id IS NULL OR EXISTS (SELECT FROM networks_member m WHERE m.id = journal_event.member_id)));
CREATE POLICY acting ON journal_event FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND network_id = ANY ({networks}));

-- Who looked: added by who looks, read by whom it is about (or represents them for that subject),
-- within the wall and within compartments. Never changed, never removed. What was looked at inside
-- a compartment opens to the client alone, from the recorded moment (`privacy.log_opened`).
GRANT SELECT, INSERT ON journal_look TO zv_app;
CREATE POLICY looking ON journal_look FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members}) AND network_id = ANY ({networks}));
CREATE POLICY own ON journal_look FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND NOT (subject <= 5 AND network_id = ANY ({social}))
    AND (compartment_id IS NULL AND EXISTS (
            SELECT FROM networks_member m WHERE m.id = journal_look.member_id)
         OR compartment_id = ANY ({compartments})
         OR about_id = ANY ({members}) AND privacy.log_opened(compartment_id))
    AND ((({own})[array_position({abouts}, about_id)] >> subject) & 1 = 1
         OR (about_id = network_id AND about_id = ANY ({decided}))));
