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

-- Personal facts are for oneself; a birth date decides who decides, so nobody changes it here.
GRANT SELECT, INSERT ON people_personal TO zv_app;
CREATE POLICY mine ON people_personal FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

-- Who takes turns in a team: for who shares a network with that team, and for oneself.
GRANT SELECT, INSERT, UPDATE (ends_at) ON people_teamperson TO zv_app;
CREATE POLICY colleagues ON people_teamperson FOR SELECT TO zv_app USING (
    person_id = {person}
    OR EXISTS (SELECT FROM networks_member m WHERE m.team_id = people_teamperson.team_id));

-- Accounts are needed before anybody is known (signing in), so they have an open lock. They hold
-- an address, a password hash and reading preferences; no page lists them.
GRANT SELECT, INSERT, UPDATE ON people_account TO zv_app;
CREATE POLICY signing_in ON people_account FOR ALL TO zv_app USING (true) WITH CHECK (true);
