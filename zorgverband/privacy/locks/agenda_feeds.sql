-- An address at which a calendar program reads the agenda: made by somebody for the seat they have,
-- seen and ended by nobody else.
GRANT SELECT, INSERT, UPDATE (ended_at) ON agenda_feed TO zv_app;
CREATE POLICY mine ON agenda_feed FOR SELECT TO zv_app USING (person_id = {person});
CREATE POLICY making ON agenda_feed FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ({members})[array_position({networks}, network_id)]
    AND ended_at IS NULL);
CREATE POLICY ending ON agenda_feed FOR UPDATE TO zv_app
    USING (person_id = {person} AND ended_at IS NULL) WITH CHECK (person_id = {person});

-- For who knows the secret: whose it is. The door then lets that person enter as always, so what it shows
-- is what they may read at that moment, and nothing without a seat.
CREATE FUNCTION privacy.bearer_of_feed(p_token text)
RETURNS TABLE (person_id uuid, network_id uuid, member_id uuid, titles boolean, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.person_id, f.network_id, f.member_id, f.titles, a.language
    FROM agenda_feed f JOIN people_account a ON a.person_id = f.person_id AND a.is_active
    WHERE f.token_hash = p_token AND f.ended_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION privacy.bearer_of_feed(text) TO zv_app;
