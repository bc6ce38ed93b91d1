-- Organisations and teams are a public directory.
GRANT SELECT, INSERT ON people_organisation, people_team TO zv_app;
CREATE POLICY directory ON people_organisation FOR SELECT TO zv_app USING (true);
CREATE POLICY directory ON people_team FOR SELECT TO zv_app USING (true);
CREATE POLICY adding ON people_organisation FOR INSERT TO zv_app WITH CHECK ({person} IS NOT NULL);

-- A person: themselves, and whoever takes or took part in a network the viewer entered.
GRANT SELECT, INSERT, UPDATE (given_name, infix, family_name, salutation) ON people_person TO zv_app;
CREATE POLICY known ON people_person FOR SELECT TO zv_app USING (
    id = {person}
    OR EXISTS (SELECT FROM networks_presence p WHERE p.person_id = people_person.id)
    OR EXISTS (SELECT FROM people_teamperson t WHERE t.person_id = people_person.id));
CREATE POLICY arriving ON people_person FOR INSERT TO zv_app WITH CHECK (id = {person});
CREATE POLICY mine ON people_person FOR UPDATE TO zv_app USING (id = {person});

-- Personal facts are for oneself; a birth date decides who decides, so nobody changes it here. Who may
-- write about the health of a client sees when that client was born, to know whom a record is about.
CREATE FUNCTION privacy.births(p_network uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT COALESCE(jsonb_object_agg(m.id, p.birth_date), '{{}}')
    FROM networks_member m JOIN people_personal p ON p.person_id = m.person_id
    WHERE m.network_id = p_network AND m.network_id = ANY ({networks}) AND m.side = 'client'
      AND privacy.running(m.joined_at, m.left_at) AND p.birth_date IS NOT NULL
      AND (m.person_id = {person}
           OR COALESCE((({write})[array_position({abouts}, m.id)] & 62) <> 0, false))
$$;
GRANT SELECT, INSERT ON people_personal TO zv_app;
CREATE POLICY mine ON people_personal FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

-- A photo of themselves: for who may know what they do. Of care members the social side sees it as it sees
-- their function (networks.sql).
GRANT SELECT, INSERT, UPDATE (stored_as, set_at), DELETE ON people_portrait TO zv_app;
CREATE POLICY known ON people_portrait FOR SELECT TO zv_app USING (
    person_id = {person}
    OR EXISTS (SELECT FROM networks_member m
               WHERE m.person_id = people_portrait.person_id AND privacy.running(m.joined_at, m.left_at)
                 AND (m.side <> 'care'
                      OR EXISTS (SELECT FROM networks_role r WHERE r.member_id = m.id))));
CREATE POLICY adding ON people_portrait FOR INSERT TO zv_app WITH CHECK (person_id = {person});
CREATE POLICY changing ON people_portrait FOR UPDATE TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});
CREATE POLICY removing ON people_portrait FOR DELETE TO zv_app USING (person_id = {person});

-- Who takes turns in a team: for who shares a network with that team, and for oneself.
GRANT SELECT, INSERT, UPDATE (ends_at) ON people_teamperson TO zv_app;
CREATE POLICY colleagues ON people_teamperson FOR SELECT TO zv_app USING (
    person_id = {person}
    OR EXISTS (SELECT FROM networks_member m WHERE m.team_id = people_teamperson.team_id));

-- Accounts are needed before anybody is known (signing in), so they have an open lock. They hold
-- an address, a password hash and reading preferences; no page lists them.
GRANT SELECT, INSERT, UPDATE ON people_account TO zv_app;
CREATE POLICY signing_in ON people_account FOR ALL TO zv_app USING (true) WITH CHECK (true);

-- On which devices one reads without reception: for oneself. Ended for good, and made anew.
GRANT SELECT, INSERT, UPDATE (ends_at) ON people_owndevice TO zv_app;
CREATE POLICY mine ON people_owndevice FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

-- With a session that is ended goes what was said of its device, also where nobody is known yet.
CREATE FUNCTION privacy.end_own_devices(p_account uuid, p_only text, p_but text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE people_owndevice d SET ends_at = now()
    FROM people_account a
    WHERE a.id = p_account AND d.person_id = a.person_id AND d.ends_at IS NULL
      AND (p_only = '' OR d.mark = p_only) AND (p_but = '' OR d.mark <> p_but)
$$;
