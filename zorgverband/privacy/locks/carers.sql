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

-- For the worker: carers who once said what they offer or how it goes, and after a month were not asked
-- again how it goes; once for each time. References only. Not where nobody lives any more to care for.
CREATE FUNCTION privacy.checks_due(p_today date, p_limit integer)
RETURNS TABLE (network_id uuid, member_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.network_id, m.id, m.person_id
    FROM (SELECT x.about_id, max(x.said) AS said
          FROM (SELECT c.about_id, c.on_date AS said FROM carers_carercheck c
                UNION ALL SELECT o.about_id, i.created_at::date
                FROM carers_careroffer o JOIN sharing_item i ON i.id = o.item_id) x
          GROUP BY x.about_id HAVING max(x.said) <= p_today - 30) last
    JOIN networks_member m ON m.id = last.about_id AND m.person_id IS NOT NULL
      AND m.side = 'family' AND privacy.running(m.joined_at, m.left_at)
    JOIN networks_network n ON n.id = m.network_id AND n.closed_at IS NULL
    WHERE NOT EXISTS (SELECT FROM journal_event e
                      WHERE e.network_id = m.network_id AND e.verb = 'carer_check_due'
                        AND e.member_id = m.id AND e.at::date > last.said)
      AND NOT EXISTS (SELECT FROM privacy.dead(ARRAY[m.network_id]) d WHERE d.about_id = m.network_id)
    ORDER BY m.id LIMIT p_limit
$$;
