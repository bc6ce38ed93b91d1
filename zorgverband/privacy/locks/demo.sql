-- The people of a demo, for its sign-in page and `./zv people`. Only who has a demo key is in it;
-- outside a demo nobody has one.
CREATE FUNCTION privacy.demo_people()
RETURNS TABLE (key text, name text, account_id uuid, network_id uuid, side text, function text, described text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.key, concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name), a.id,
           s.network_id, s.side, COALESCE(t.function, r.function, ''), COALESCE(NULLIF(r.description, ''), '')
    FROM people_person p
    JOIN people_account a ON a.person_id = p.id
    LEFT JOIN privacy.seats(NULL) s ON s.person_id = p.id
    LEFT JOIN networks_member m ON m.id = s.member_id
    LEFT JOIN people_teamperson t ON t.team_id = m.team_id AND t.person_id = p.id
    LEFT JOIN networks_role r ON r.member_id = s.member_id
    WHERE p.key <> ''
    ORDER BY p.id, s.network_id
$$;
