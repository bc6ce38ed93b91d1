-- Networks and who takes part: for who is inside.
GRANT SELECT, INSERT ON networks_network TO zv_app;
GRANT UPDATE (closed_at) ON networks_network TO zv_app;
CREATE POLICY inside ON networks_network FOR SELECT TO zv_app USING (id = ANY ({networks}));

GRANT SELECT, INSERT, UPDATE (left_at, coordinator, first_contact) ON networks_member TO zv_app;
CREATE POLICY inside ON networks_member FOR SELECT TO zv_app USING (
    network_id = ANY ({networks})
    AND (compartment IS NULL OR compartment = ANY ({compartments}) OR id = ANY ({members})));
-- Leaving is for oneself; everything else about members is for who decides or coordinates.
CREATE POLICY leaving ON networks_member FOR UPDATE TO zv_app USING (
    id = ANY ({members}) OR privacy.leads(network_id));
CREATE POLICY joining ON networks_member FOR INSERT TO zv_app WITH CHECK (privacy.leads(network_id));

-- What a member does: the social side reads it of care members only when it is known by nature
-- (GP, home care, pharmacy) or shown by who is in control.
GRANT SELECT, INSERT, UPDATE (function, description, phone, known) ON networks_role TO zv_app;
CREATE POLICY inside ON networks_role FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m
            WHERE m.id = networks_role.member_id
              AND (known OR m.side <> 'care' OR NOT m.network_id = ANY ({social})
                   OR m.id = ANY ({members}))));
CREATE POLICY mine ON networks_role FOR UPDATE TO zv_app USING (
    member_id = ANY ({members}) OR privacy.leads(network_id));
CREATE POLICY joining ON networks_role FOR INSERT TO zv_app WITH CHECK (privacy.leads(network_id));

-- Who was ever present: as visible as the membership it came through.
GRANT SELECT, INSERT ON networks_presence TO zv_app;
CREATE POLICY inside ON networks_presence FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m WHERE m.id = networks_presence.member_id));
CREATE POLICY mine ON networks_presence FOR INSERT TO zv_app WITH CHECK (
    (person_id = {person} AND member_id = ANY ({members})) OR privacy.leads(network_id));

GRANT SELECT, INSERT, UPDATE (ends_at) ON networks_exclusion TO zv_app;
CREATE POLICY deciding ON networks_exclusion FOR ALL TO zv_app
    USING (privacy.leads(network_id)) WITH CHECK (privacy.leads(network_id));

GRANT SELECT, INSERT, UPDATE (member_id) ON networks_hat TO zv_app;
CREATE POLICY mine ON networks_hat FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});

-- Who represents, has authority, or is in control: for everybody inside (visible take-over),
-- changed only by who is in control of that client.
GRANT SELECT, INSERT, UPDATE (ends_at) ON networks_representation TO zv_app;
GRANT SELECT, INSERT, UPDATE (ends_at) ON networks_authority TO zv_app;
GRANT SELECT, INSERT, UPDATE (ends_at) ON networks_control TO zv_app;
CREATE POLICY inside ON networks_representation FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m WHERE m.id = networks_representation.representative_id));
CREATE POLICY inside ON networks_authority FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM networks_member m WHERE m.id = networks_authority.parent_id));
CREATE POLICY inside ON networks_control FOR SELECT TO zv_app USING (network_id = ANY ({networks}));
CREATE POLICY deciding ON networks_representation FOR INSERT TO zv_app
    WITH CHECK (client_id = ANY ({control}));
CREATE POLICY deciding ON networks_authority FOR INSERT TO zv_app
    WITH CHECK (child_id = ANY ({control}));
CREATE POLICY deciding ON networks_control FOR INSERT TO zv_app
    WITH CHECK (client_id = ANY ({control}));
CREATE POLICY ending ON networks_representation FOR UPDATE TO zv_app USING (client_id = ANY ({control}));
CREATE POLICY ending ON networks_authority FOR UPDATE TO zv_app USING (child_id = ANY ({control}));
CREATE POLICY ending ON networks_control FOR UPDATE TO zv_app USING (client_id = ANY ({control}));
