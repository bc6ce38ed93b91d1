-- Letters that were brought: for who sees both the client and who brought it. Noted by who takes part,
-- about a client and a visitor everybody may know of; undone by who noted it.
GRANT SELECT, INSERT, UPDATE (undone_at) ON papers_letter TO zv_app;
CREATE POLICY inside ON papers_letter FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (SELECT true FROM networks_member m WHERE m.id = papers_letter.client_id)
    AND (SELECT true FROM networks_member m WHERE m.id = papers_letter.brought_by_id));
CREATE POLICY noting ON papers_letter FOR INSERT TO zv_app WITH CHECK (
    noted_by_id = {person} AND network_id = ANY ({networks}) AND undone_at IS NULL
    AND until <= privacy.moment()
    AND EXISTS (SELECT FROM networks_member c
                WHERE c.id = papers_letter.client_id AND c.network_id = papers_letter.network_id
                  AND c.side = 'client' AND privacy.running(c.joined_at, c.left_at))
    AND EXISTS (SELECT FROM networks_member m
                WHERE m.id = papers_letter.brought_by_id AND m.network_id = papers_letter.network_id
                  AND m.compartment IS NULL AND privacy.running(m.joined_at, m.left_at)));
CREATE POLICY undoing ON papers_letter FOR UPDATE TO zv_app
    USING (noted_by_id = {person} AND network_id = ANY ({networks}))
    WITH CHECK (noted_by_id = {person} AND undone_at IS NOT NULL);
