-- Who comes at a part that not everybody reads is there at that point and not at the meeting: as
-- readable as the point. By the member, or by who leads the meeting and reads the point.
CREATE POLICY coming_at_point ON meetings_presence FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM meetings_point o JOIN meetings_participant p ON p.item_id = o.meeting_id
            WHERE o.item_id = meetings_presence.item_id AND o.network_id = meetings_presence.network_id
              AND p.member_id = meetings_presence.member_id AND p.ended_at IS NULL
              AND (meetings_presence.member_id = ANY ({members}) OR privacy.leads_meeting(o.meeting_id))));
CREATE POLICY going_from_point ON meetings_presence FOR UPDATE TO zv_app
    USING (EXISTS (SELECT FROM meetings_point o WHERE o.item_id = meetings_presence.item_id
                   AND privacy.leads_meeting(o.meeting_id)));

-- That somebody found the minutes right is as readable as the meeting; each says it for themselves.
GRANT SELECT, INSERT ON meetings_approval TO zv_app;
CREATE POLICY as_item ON meetings_approval FOR SELECT TO zv_app USING (
    {header:meetings_approval}
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = meetings_approval.member_id));
CREATE POLICY approving ON meetings_approval FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM meetings_meeting g WHERE g.item_id = meetings_approval.item_id
                AND g.network_id = meetings_approval.network_id AND g.state = 'closed'
                AND privacy.at_meeting(g.item_id)));

-- What somebody finds of working together is read by whom they chose: their item.
GRANT SELECT, INSERT ON meetings_cooperation TO zv_app;
CREATE POLICY as_item ON meetings_cooperation FOR SELECT TO zv_app
    USING ({header:meetings_cooperation});
CREATE POLICY saying ON meetings_cooperation FOR INSERT TO zv_app WITH CHECK (
    person_id = {person}
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = meetings_cooperation.item_id
                AND h.network_id = meetings_cooperation.network_id AND h.kind = 'cooperation'
                AND h.author_id = {person}));

-- The mean for each statement over what the viewer may read, with their own keys. Over everybody it
-- would tell what one alone answered: to who reads the others, and to who looks before and after.
CREATE FUNCTION privacy.cooperation(p_network uuid, p_half text)
RETURNS TABLE (statement integer, mean numeric, people integer)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    WITH answered AS (
        SELECT c.scores FROM meetings_cooperation c
        WHERE c.network_id = p_network AND c.half = p_half
    )
    SELECT s.place::integer, round(avg(s.score), 1), count(*)::integer
    FROM answered a CROSS JOIN LATERAL unnest(a.scores) WITH ORDINALITY s (score, place)
    WHERE s.score > 0
    GROUP BY s.place HAVING count(*) > 1
$$;

-- Whether others settled something on the words of this item of the viewer: a question or complaint that
-- was answered, a meeting that was held and what was said there. Of what is another's: no.
CREATE FUNCTION privacy.stands(p_item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM sharing_item i WHERE i.id = p_item AND i.author_id = {person}
                   AND i.network_id = ANY ({networks}))
    AND (EXISTS (SELECT FROM talks_question q WHERE q.item_id = p_item AND q.state = 'answered')
         OR EXISTS (SELECT FROM complaints_complaint c
                    WHERE c.item_id = p_item AND c.answered_at IS NOT NULL)
         OR EXISTS (SELECT FROM meetings_meeting g WHERE g.state = 'closed' AND g.item_id IN (
                SELECT p_item
                UNION ALL SELECT p.meeting_id FROM meetings_point p WHERE p.item_id = p_item
                UNION ALL SELECT p.meeting_id FROM meetings_note n
                          JOIN meetings_point p ON p.item_id = n.point_id WHERE n.item_id = p_item)))
$$;
