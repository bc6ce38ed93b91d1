-- Networks in which somebody takes part through two teams and did not choose yet as whom to look.
CREATE FUNCTION privacy.hats_to_choose(p_person uuid)
RETURNS TABLE (network_id uuid, member_id uuid, team text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT m.network_id, m.id, t.name
    FROM people_teamperson p
    JOIN networks_member m ON m.team_id = p.team_id
    JOIN people_team t ON t.id = p.team_id
    WHERE p_person = {person} AND p.person_id = p_person
      AND privacy.running(p.starts_at, p.ends_at) AND privacy.running(m.joined_at, m.left_at)
      AND NOT EXISTS (SELECT FROM privacy.seats(ARRAY[m.network_id], p_person))
      AND NOT EXISTS (SELECT FROM networks_exclusion x
                      WHERE x.network_id = m.network_id AND x.person_id = p_person
                        AND privacy.running(x.starts_at, x.ends_at))
      AND m.network_id NOT IN (SELECT d.about_id FROM privacy.dead(ARRAY[m.network_id]) d)
    ORDER BY 1, 3
$$;
