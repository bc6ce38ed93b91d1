-- "Wie ziet wat": the rule asked for something new under each subject, for everybody with a seat.
-- For the social side medical subjects do not exist here either.
CREATE FUNCTION privacy.overview_all(p_network uuid, p_about uuid)
RETURNS TABLE (subject integer, member_id uuid, person_id uuid, line integer, writes boolean, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seats AS MATERIALIZED (
        SELECT s.*, '{{}}'::uuid[] AS compartments FROM privacy.seats(ARRAY[p_network]) s
    ), keys AS MATERIALIZED (
        SELECT k.* FROM privacy.keys(ARRAY[p_network], ARRAY(SELECT s.member_id FROM seats s), p_about) k
    )
    SELECT subject, s.member_id, s.person_id, {rule:overview},
           COALESCE((k.write >> subject) & 1 = 1, false), k.since[subject]
    FROM generate_series(1, 15) AS subject CROSS JOIN seats s
    LEFT JOIN keys k ON k.member_id = s.member_id
$$;

CREATE FUNCTION privacy.overview_inside(p_network uuid, p_about uuid)
RETURNS TABLE (subject integer, member_id uuid, person_id uuid, line integer, writes boolean, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.* FROM privacy.overview_all(p_network, p_about) o
    WHERE p_network = ANY ({networks})
      AND (o.subject > 5 OR NOT p_network = ANY ({social}))
$$;

CREATE FUNCTION privacy.overview(p_network uuid, p_about uuid)
RETURNS TABLE (subject integer, member_id uuid, person_id uuid, line integer, writes boolean, since timestamptz)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT o.* FROM privacy.overview_inside(p_network, p_about) o
    JOIN networks_member m ON m.id = o.member_id
    ORDER BY o.subject
$$;
