-- The access log is filled from the truth of the database: who looked, through which membership,
-- at which readable items, and which line of the rule let them. Runs with the viewer's own rights.

CREATE FUNCTION privacy.look(p_items uuid[], p_action text, p_door text, p_address text)
RETURNS void
SET plan_cache_mode = force_generic_plan
LANGUAGE sql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    INSERT INTO journal_look (id, network_id, about_id, subject, compartment_id, person_id,
        person_name, member_id, side, function, organisation, action, door, items, ground, address,
        source, outcome, at)
    SELECT gen_random_uuid(), i.network_id, i.about_id, i.subject, i.compartment_id, {person},
           concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name), m.id, m.side,
           COALESCE(r.function, ''), COALESCE(o.name, ''), p_action, p_door, array_agg(i.id),
           CASE WHEN {rule:search} = 9 THEN 'emergency' WHEN {rule:search} = 4 THEN 'own'
                ELSE 'permission' END,
           p_address, 'zorgverband', 'ok', now()
    FROM sharing_item i
    JOIN networks_member m ON m.id = ({members})[array_position({networks}, i.network_id)]
    JOIN people_person p ON p.id = {person}
    LEFT JOIN networks_role r ON r.member_id = m.id
    LEFT JOIN people_organisation o ON o.id = r.organisation_id
    WHERE i.id = ANY (p_items)
    GROUP BY i.network_id, i.about_id, i.subject, i.compartment_id, p.id, m.id, r.id, o.id, 15
$$;
