-- Who leads a meeting: who called it, its chair and secretary, who coordinates or decides. With the
-- keys of who asks: a meeting one cannot read is not led.
CREATE FUNCTION privacy.leads_meeting(p_meeting uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM meetings_meeting g JOIN sharing_item h ON h.id = g.item_id
        WHERE g.item_id = p_meeting
          AND (h.author_id = {person} OR g.chair_id = ANY ({members}) OR g.secretary_id = ANY ({members})
               OR privacy.leads(g.network_id)))
$$;
-- Who is at a meeting or leads it: they bring points, notes and papers.
CREATE FUNCTION privacy.at_meeting(p_meeting uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM meetings_participant p WHERE p.item_id = p_meeting
                   AND p.member_id = ANY ({members}) AND p.ended_at IS NULL)
           OR privacy.leads_meeting(p_meeting)
$$;

-- A meeting is as readable as its item, and so is everything that is told of it.
GRANT SELECT, INSERT ON meetings_meeting, meetings_participant, meetings_presence, meetings_polloption,
    meetings_pollanswer, meetings_point, meetings_note, meetings_step, meetings_paper TO zv_app;
GRANT UPDATE (kind, chair_id, secretary_id, starts_at, minutes, place, video, state, visit_id, held_at, closed_at,
    next_id) ON meetings_meeting TO zv_app;
CREATE POLICY as_item ON meetings_meeting FOR SELECT TO zv_app USING ({header:meetings_meeting});
CREATE POLICY calling ON meetings_meeting FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = meetings_meeting.item_id AND h.kind = 'meeting'
            AND h.network_id = meetings_meeting.network_id AND h.author_id = {person})
    AND state IN ('preparing', 'dated')
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = meetings_meeting.chair_id
                AND m.network_id = meetings_meeting.network_id)
    AND (secretary_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = meetings_meeting.secretary_id AND m.network_id = meetings_meeting.network_id)));
CREATE POLICY steering ON meetings_meeting FOR UPDATE TO zv_app
    USING (privacy.leads_meeting(item_id))
    WITH CHECK (
        EXISTS (SELECT FROM networks_member m WHERE m.id = meetings_meeting.chair_id
                AND m.network_id = meetings_meeting.network_id)
        AND (secretary_id IS NULL OR EXISTS (SELECT FROM networks_member m
             WHERE m.id = meetings_meeting.secretary_id AND m.network_id = meetings_meeting.network_id)));
-- A lock cannot compare a row with what it was: what was held stays held.
CREATE FUNCTION privacy.guard_meeting() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('preparing', 'dated'), ('preparing', 'running'), ('preparing', 'cancelled'),
            ('dated', 'preparing'), ('dated', 'running'), ('dated', 'cancelled'), ('running', 'closed')) THEN
        RAISE EXCEPTION 'no such stage' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON meetings_meeting
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_meeting();

-- Who is asked, and what they answered, by who leads it; somebody in a safety compartment is there
-- for who may know of them. Each answers for themselves; who leads may note it for them.
GRANT UPDATE (must_be_there, answer, answered_at, asked, ready_at, ended_at, confirmed_at)
    ON meetings_participant TO zv_app;
CREATE POLICY as_item ON meetings_participant FOR SELECT TO zv_app USING (
    {header:meetings_participant}
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = meetings_participant.member_id));
CREATE POLICY inviting ON meetings_participant FOR INSERT TO zv_app WITH CHECK (
    privacy.leads_meeting(item_id) AND ready_at IS NULL AND confirmed_at IS NULL
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = meetings_participant.member_id
                AND m.network_id = meetings_participant.network_id)
    AND EXISTS (SELECT FROM meetings_meeting g WHERE g.item_id = meetings_participant.item_id
                AND g.network_id = meetings_participant.network_id));
CREATE POLICY answering ON meetings_participant FOR UPDATE TO zv_app
    USING (member_id = ANY ({members}) OR privacy.leads_meeting(item_id));
CREATE FUNCTION privacy.guard_participant() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'zv_app' THEN RETURN NEW; END IF;
    IF (NEW.ready_at, NEW.confirmed_at) IS DISTINCT FROM (OLD.ready_at, OLD.confirmed_at)
       AND NOT OLD.member_id = ANY ({members}) THEN
        RAISE EXCEPTION 'in the name of another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.must_be_there, NEW.asked, NEW.ended_at) IS DISTINCT FROM (OLD.must_be_there, OLD.asked, OLD.ended_at)
       AND NOT privacy.leads_meeting(OLD.item_id) THEN
        RAISE EXCEPTION 'for who leads it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON meetings_participant
    FOR EACH ROW EXECUTE FUNCTION privacy.guard_participant();

-- Who is there says so themselves, or who leads it says it.
GRANT UPDATE (until_at) ON meetings_presence TO zv_app;
CREATE POLICY as_item ON meetings_presence FOR SELECT TO zv_app USING (
    {header:meetings_presence}
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = meetings_presence.member_id));
CREATE POLICY coming ON meetings_presence FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM meetings_participant p WHERE p.item_id = meetings_presence.item_id
            AND p.network_id = meetings_presence.network_id AND p.member_id = meetings_presence.member_id
            AND p.ended_at IS NULL)
    AND (member_id = ANY ({members}) OR privacy.leads_meeting(item_id)));
CREATE POLICY going ON meetings_presence FOR UPDATE TO zv_app
    USING (member_id = ANY ({members}) OR privacy.leads_meeting(item_id));

-- Moments are proposed by who leads it; each says what suits them.
GRANT UPDATE (vote, at) ON meetings_pollanswer TO zv_app;
CREATE POLICY as_item ON meetings_polloption FOR SELECT TO zv_app USING ({header:meetings_polloption});
CREATE POLICY proposing ON meetings_polloption FOR INSERT TO zv_app WITH CHECK (
    privacy.leads_meeting(item_id)
    AND EXISTS (SELECT FROM meetings_meeting g WHERE g.item_id = meetings_polloption.item_id
                AND g.network_id = meetings_polloption.network_id));
CREATE POLICY as_item ON meetings_pollanswer FOR SELECT TO zv_app USING (
    {header:meetings_pollanswer}
    AND EXISTS (SELECT FROM networks_member m WHERE m.id = meetings_pollanswer.member_id));
CREATE POLICY voting ON meetings_pollanswer FOR INSERT TO zv_app WITH CHECK (
    member_id = ANY ({members})
    AND EXISTS (SELECT FROM meetings_participant p WHERE p.item_id = meetings_pollanswer.item_id
                AND p.member_id = meetings_pollanswer.member_id AND p.ended_at IS NULL)
    AND EXISTS (SELECT FROM meetings_polloption o WHERE o.id = meetings_pollanswer.option_id
                AND o.item_id = meetings_pollanswer.item_id
                AND o.network_id = meetings_pollanswer.network_id));
CREATE POLICY changing ON meetings_pollanswer FOR UPDATE TO zv_app USING (member_id = ANY ({members}));

-- A point is an item of its own: a medical one is not there for the social side. It shows to who
-- reads the meeting as well. In the client's name (own) only by a client, or who decides for one.
GRANT UPDATE (place, minutes, dropped_at, dropped_by_id) ON meetings_point TO zv_app;
CREATE POLICY as_both ON meetings_point FOR SELECT TO zv_app USING (
    {header:meetings_point}
    AND (SELECT true FROM sharing_item g WHERE g.id = meetings_point.meeting_id));
CREATE POLICY bringing ON meetings_point FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = meetings_point.item_id AND h.kind = 'meeting_point'
            AND h.network_id = meetings_point.network_id AND h.author_id = {person}
            AND (meetings_point.origin <> 'own'
                 OR (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1
                 OR EXISTS (SELECT FROM networks_member m WHERE m.id = h.author_member_id AND m.side = 'client')))
    AND EXISTS (SELECT FROM meetings_meeting g WHERE g.item_id = meetings_point.meeting_id
                AND g.network_id = meetings_point.network_id AND g.state IN ('preparing', 'dated', 'running'))
    AND privacy.at_meeting(meeting_id));
CREATE POLICY ordering ON meetings_point FOR UPDATE TO zv_app
    USING (privacy.leads_meeting(meeting_id)
           OR EXISTS (SELECT FROM sharing_item h WHERE h.id = meetings_point.item_id AND h.author_id = {person}))
    WITH CHECK (dropped_by_id IS NULL OR dropped_at IS NOT NULL AND dropped_by_id = {person});

-- A note is never read by more people than its point: of the same about and subject and no more
-- readers, or medical under what is not. That it belongs there shows to who reads both.
GRANT UPDATE (agreement_id) ON meetings_note TO zv_app;
CREATE POLICY as_both ON meetings_note FOR SELECT TO zv_app USING (
    {header:meetings_note}
    AND (SELECT true FROM sharing_item p WHERE p.id = meetings_note.point_id));
CREATE POLICY writing ON meetings_note FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h, sharing_item p
            WHERE h.id = meetings_note.item_id AND h.kind = 'meeting_note' AND h.author_id = {person}
              AND h.network_id = meetings_note.network_id
              AND p.id = meetings_note.point_id AND p.network_id = meetings_note.network_id
              AND (h.about_id = p.about_id OR p.about_id = p.network_id)
              AND (h.subject = p.subject OR h.subject <= 5 AND p.subject > 5)
              AND (p.audience IS NULL OR COALESCE(h.audience <@ p.audience, false)))
    AND EXISTS (SELECT FROM meetings_point p JOIN meetings_meeting g ON g.item_id = p.meeting_id
                WHERE p.item_id = meetings_note.point_id AND g.state <> 'cancelled'
                  -- What stands in the minutes stands; a correction comes beside it.
                  AND (g.state = 'closed') = (meetings_note.kind = 'correction')
                  AND privacy.at_meeting(g.item_id))
    AND agreement_id IS NULL
    AND (said_by_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = meetings_note.said_by_id AND m.network_id = meetings_note.network_id)));
CREATE POLICY agreeing ON meetings_note FOR UPDATE TO zv_app
    USING (agreement_id IS NULL AND EXISTS (
        SELECT FROM meetings_point p WHERE p.item_id = meetings_note.point_id AND privacy.at_meeting(p.meeting_id)))
    WITH CHECK (EXISTS (SELECT FROM sharing_item a WHERE a.id = meetings_note.agreement_id
                AND a.kind = 'agreement' AND a.network_id = meetings_note.network_id));

-- Where the meeting is now: said by who leads it, or by who may write about that point, so that a
-- medical part is led by who may be at it. For who may not read that point nothing changed.
CREATE POLICY as_both ON meetings_step FOR SELECT TO zv_app USING (
    {header:meetings_step}
    AND (SELECT true FROM sharing_item g WHERE g.id = meetings_step.meeting_id));
CREATE POLICY going_on ON meetings_step FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM meetings_point p JOIN meetings_meeting g ON g.item_id = p.meeting_id
                WHERE p.item_id = meetings_step.item_id AND p.meeting_id = meetings_step.meeting_id
                  AND p.network_id = meetings_step.network_id AND g.state = 'running')
    AND (privacy.leads_meeting(meeting_id)
         OR privacy.at_meeting(meeting_id) AND {own_header:meetings_step}));

-- What belongs to a point shows to who reads both.
CREATE POLICY as_both ON meetings_paper FOR SELECT TO zv_app USING (
    {header:meetings_paper}
    AND (SELECT true FROM sharing_item p WHERE p.id = meetings_paper.point_id));
CREATE POLICY adding ON meetings_paper FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = meetings_paper.item_id
            AND h.network_id = meetings_paper.network_id)
    AND EXISTS (SELECT FROM meetings_point p WHERE p.item_id = meetings_paper.point_id
                AND p.network_id = meetings_paper.network_id AND privacy.at_meeting(p.meeting_id)));
