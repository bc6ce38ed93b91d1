-- An advice is as readable as its item, never more. Asked row by row: a list of advice is one client's.
GRANT SELECT, INSERT ON advice_advice TO zv_app;
GRANT UPDATE (ended_at, ended_by_id) ON advice_advice TO zv_app;
CREATE POLICY as_item ON advice_advice FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = advice_advice.item_id));

-- Written by who wrote the item. The message it was made from, and the advice it takes the place of, are
-- of the same network and readable for who writes; so is the membership of who gave it.
CREATE POLICY writing ON advice_advice FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = advice_advice.item_id
            AND h.network_id = advice_advice.network_id AND h.about_id = advice_advice.about_id
            AND h.author_id = {person})
    AND (source_id IS NULL OR EXISTS (SELECT FROM sharing_item s WHERE s.id = advice_advice.source_id
         AND s.network_id = advice_advice.network_id AND s.about_id = advice_advice.about_id))
    AND (instead_of_id IS NULL OR EXISTS (SELECT FROM sharing_item o WHERE o.id = advice_advice.instead_of_id
         AND o.network_id = advice_advice.network_id AND o.about_id = advice_advice.about_id))
    AND (by_member_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = advice_advice.by_member_id AND m.network_id = advice_advice.network_id)));

-- Ended, once, by who wrote it or may write about its subject, in their own name.
CREATE POLICY ending ON advice_advice FOR UPDATE TO zv_app
    USING ({own_header:advice_advice} AND ended_at IS NULL)
    WITH CHECK ({own_header:advice_advice} AND ended_by_id = {person});
