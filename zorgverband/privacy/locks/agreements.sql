-- An agreement is as readable as its item. It is asked by who wrote that item, of a member of the
-- same network.
GRANT SELECT, INSERT, UPDATE (state, state_by_id, state_at, answer) ON agreements_agreement TO zv_app;
CREATE POLICY as_item ON agreements_agreement FOR SELECT TO zv_app USING ({header:agreements_agreement});
CREATE POLICY asking ON agreements_agreement FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = agreements_agreement.item_id
            AND h.network_id = agreements_agreement.network_id AND h.author_id = {person})
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = agreements_agreement.executor_id
                AND m.network_id = agreements_agreement.network_id)
    AND state IN ('asked', 'accepted')
    AND (state = 'asked' OR executor_id = ANY ({members})));

-- How it stands is said by who does it (anybody of a team that does it). Who asked, and who is in
-- control of what it is about, can only call it off.
CREATE POLICY answering ON agreements_agreement FOR UPDATE TO zv_app
    USING (executor_id = ANY ({members}) OR EXISTS (
        SELECT FROM sharing_item h WHERE h.id = agreements_agreement.item_id
          AND (h.author_id = {person} OR (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1)))
    WITH CHECK (state_by_id = {person} AND (executor_id = ANY ({members}) OR state = 'cancelled'));
