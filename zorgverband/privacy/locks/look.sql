-- The access log is filled from the truth of the database: who looked, through which membership,
-- at which readable items, and which line of the rule let them. Runs with the viewer's own rights.

CREATE FUNCTION privacy.look(p_items uuid[], p_actions text[], p_door text, p_address text)
RETURNS void
SET plan_cache_mode = force_generic_plan
LANGUAGE sql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    INSERT INTO journal_look (id, network_id, about_id, subject, compartment_id, person_id,
        person_name, member_id, side, function, organisation, action, door, items, ground, address,
        source, outcome, at)
    SELECT gen_random_uuid(), i.network_id, i.about_id, i.subject, i.compartment_id, {person},
           concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name), m.id, m.side,
           COALESCE(r.function, ''), COALESCE(o.name, ''), t.action, p_door, array_agg(i.id),
           CASE WHEN {rule:search} = 9 THEN 'emergency' WHEN {rule:search} = 4 THEN 'own'
                ELSE 'permission' END,
           p_address, 'zorgverband', 'ok', now()
    FROM sharing_item i
    JOIN unnest(p_items, p_actions) AS t(item, action) ON t.item = i.id
    JOIN networks_member m ON m.id = ({members})[array_position({networks}, i.network_id)]
    JOIN people_person p ON p.id = {person}
    LEFT JOIN networks_role r ON r.member_id = m.id
    LEFT JOIN people_organisation o ON o.id = r.organisation_id
    WHERE i.id = ANY (p_items)
    GROUP BY t.action, i.network_id, i.about_id, i.subject, i.compartment_id, p.id, m.id, r.id, o.id,
        15
    -- One order for all, in which the chains of the networks are lengthened at commit.
    ORDER BY i.network_id
$$;

-- That the viewer looked in the log itself: a row per person it is about, except what is only about
-- a carer's own load. It names no item.
CREATE FUNCTION privacy.look_at_log(p_network uuid, p_action text, p_door text, p_address text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    INSERT INTO journal_look (id, network_id, about_id, subject, compartment_id, person_id,
        person_name, member_id, side, function, organisation, action, door, items, ground, address,
        source, outcome, at)
    SELECT gen_random_uuid(), p_network, c.id, 14, NULL, {person},
           concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name), m.id, m.side,
           COALESCE(r.function, ''), COALESCE(o.name, ''), p_action, p_door, '{{}}',
           CASE WHEN c.id = m.id THEN 'own' ELSE 'representation' END, p_address, 'zorgverband', 'ok',
           now()
    FROM networks_member c
    JOIN networks_member m ON m.id = ({members})[array_position({networks}, p_network)]
    JOIN people_person p ON p.id = {person}
    LEFT JOIN networks_role r ON r.member_id = m.id
    LEFT JOIN people_organisation o ON o.id = r.organisation_id
    WHERE c.network_id = p_network AND c.side = 'client' AND c.id = ANY ({abouts})
      AND (({own})[array_position({abouts}, c.id)] >> 14) & 1 = 1
    ORDER BY c.id
$$;
