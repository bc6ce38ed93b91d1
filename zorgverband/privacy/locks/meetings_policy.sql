-- Team meetings on general policy: read and written by who works for that organisation now, or for an
-- organisation of that neighbourhood, with a second factor. They open no network.
CREATE FUNCTION privacy.meets_on_policy(p_organisation uuid, p_neighbourhood uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN NOT privacy.weak() AND (
        privacy.works_in(p_neighbourhood, {person})
        OR EXISTS (SELECT FROM organisations_employment e
                   WHERE e.organisation_id = p_organisation AND e.person_id = {person}
                     AND privacy.running(e.starts_at, e.ends_at)));
END
$$;

GRANT SELECT, INSERT ON meetings_policymeeting, meetings_policypoint, meetings_policynote TO zv_app;
GRANT UPDATE (closed_at, closed_by_id) ON meetings_policymeeting TO zv_app;
GRANT UPDATE (done_at, done_by_id) ON meetings_policynote TO zv_app;
CREATE POLICY reading ON meetings_policymeeting FOR SELECT TO zv_app
    USING (privacy.meets_on_policy(organisation_id, neighbourhood_id));
CREATE POLICY making ON meetings_policymeeting FOR INSERT TO zv_app WITH CHECK (
    made_by_id = {person} AND closed_at IS NULL
    AND privacy.meets_on_policy(organisation_id, neighbourhood_id));
CREATE POLICY closing ON meetings_policymeeting FOR UPDATE TO zv_app
    USING (closed_at IS NULL AND privacy.meets_on_policy(organisation_id, neighbourhood_id))
    WITH CHECK (closed_by_id = {person});

CREATE POLICY reading ON meetings_policypoint FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM meetings_policymeeting m WHERE m.id = meeting_id));
CREATE POLICY adding ON meetings_policypoint FOR INSERT TO zv_app WITH CHECK (
    made_by_id = {person}
    AND EXISTS (SELECT FROM meetings_policymeeting m WHERE m.id = meeting_id AND m.closed_at IS NULL));

-- What was written stays as it is; of an action only that it was done, also after the meeting.
CREATE POLICY reading ON meetings_policynote FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM meetings_policypoint p WHERE p.id = point_id));
CREATE POLICY writing ON meetings_policynote FOR INSERT TO zv_app WITH CHECK (
    made_by_id = {person} AND done_at IS NULL
    AND EXISTS (SELECT FROM meetings_policypoint p JOIN meetings_policymeeting m ON m.id = p.meeting_id
                WHERE p.id = point_id AND m.closed_at IS NULL));
CREATE POLICY doing ON meetings_policynote FOR UPDATE TO zv_app
    USING (kind = 'action' AND done_at IS NULL
           AND EXISTS (SELECT FROM meetings_policypoint p WHERE p.id = point_id))
    WITH CHECK (done_by_id = {person});

-- The names of who wrote in one meeting: colleagues know each other without sharing a network.
CREATE FUNCTION privacy.policy_writers(p_meeting uuid) RETURNS TABLE (person_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name)
    FROM people_person p
    WHERE EXISTS (SELECT FROM meetings_policymeeting m WHERE m.id = p_meeting
                  AND privacy.meets_on_policy(m.organisation_id, m.neighbourhood_id))
      AND p.id IN (
        SELECT m.made_by_id FROM meetings_policymeeting m WHERE m.id = p_meeting
        UNION SELECT t.made_by_id FROM meetings_policypoint t WHERE t.meeting_id = p_meeting
        UNION SELECT unnest(ARRAY[n.made_by_id, n.done_by_id])
              FROM meetings_policynote n JOIN meetings_policypoint t ON t.id = n.point_id
              WHERE t.meeting_id = p_meeting)
$$;
