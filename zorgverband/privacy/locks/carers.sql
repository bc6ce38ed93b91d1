-- What a carer offers and how it goes: as readable as its item, which is about that carer alone. The rule
-- knows what that means: the carer, and whom the carer chose.
GRANT SELECT, INSERT ON carers_careroffer, carers_carertask, carers_carercheck TO zv_app;
GRANT UPDATE (replaced_at) ON carers_careroffer TO zv_app;
CREATE POLICY as_item ON carers_careroffer FOR SELECT TO zv_app USING ({header:carers_careroffer});
CREATE POLICY as_item ON carers_carertask FOR SELECT TO zv_app USING ({header:carers_carertask});
CREATE POLICY as_item ON carers_carercheck FOR SELECT TO zv_app USING ({header:carers_carercheck});

-- Said by the carer, about themselves, and by nobody else.
CREATE POLICY writing ON carers_careroffer FOR INSERT TO zv_app WITH CHECK (
    about_id = ANY ({members})
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = carers_careroffer.item_id
        AND h.network_id = carers_careroffer.network_id AND h.about_id = carers_careroffer.about_id
        AND h.author_id = {person} AND h.subject = 12));
CREATE POLICY writing ON carers_carertask FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM carers_careroffer o WHERE o.item_id = carers_carertask.item_id
            AND o.network_id = carers_carertask.network_id AND o.about_id = ANY ({members})));
CREATE POLICY writing ON carers_carercheck FOR INSERT TO zv_app WITH CHECK (
    about_id = ANY ({members})
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = carers_carercheck.item_id
        AND h.network_id = carers_carercheck.network_id AND h.about_id = carers_carercheck.about_id
        AND h.author_id = {person} AND h.subject = 12));
CREATE POLICY replacing ON carers_careroffer FOR UPDATE TO zv_app
    USING (about_id = ANY ({members}) AND replaced_at IS NULL)
    WITH CHECK (about_id = ANY ({members}));
