-- Closing a network and opening it again; taking back a death from outside. Who is left without a seat
-- by it reads nothing here but that it happened, so these functions answer for a person, not for a seat.

-- Closings are kept for good; the application reads none of them as rows.
GRANT SELECT ON control_closing TO zv_app;
CREATE POLICY inside ON control_closing FOR SELECT TO zv_app USING (network_id = ANY ({networks}));

-- The coordinator, or who decides; about a household all who decide on it together. Not while somebody
-- keeps the dossier of who died: that must stay readable.
CREATE FUNCTION privacy.may_close(p_network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_network = ANY ({networks})
       AND NOT EXISTS (SELECT FROM privacy.dead(ARRAY[p_network]) d)
       AND (EXISTS (SELECT FROM networks_member m
                    WHERE m.id = ({members})[array_position({networks}, p_network)] AND m.coordinator)
            OR privacy.decides(p_network) AND privacy.enough_alone(p_network, p_network, false))
$$;
CREATE FUNCTION privacy.close_network(p_network uuid, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT privacy.may_close(p_network) THEN RETURN false; END IF;
    UPDATE networks_network SET closed_at = LEAST(p_at, now())
    WHERE id = p_network AND closed_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO control_closing (id, network_id, closed_by_id, closed_at)
    VALUES (gen_random_uuid(), p_network, {person}, LEAST(p_at, now()));
    RETURN true;
END
$$;
-- Streams of everybody in it look again.
CREATE FUNCTION privacy.network_closed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM privacy.look_again(ARRAY(
        SELECT m.person_id FROM networks_member m
        WHERE m.network_id = NEW.id AND m.person_id IS NOT NULL
        UNION SELECT t.person_id FROM networks_member m JOIN people_teamperson t ON t.team_id = m.team_id
        WHERE m.network_id = NEW.id));
    RETURN NULL;
END
$$;
CREATE TRIGGER ending AFTER UPDATE OF closed_at ON networks_network FOR EACH ROW
    EXECUTE FUNCTION privacy.network_closed();

-- The members that are this person themselves, not through a team: in their own name, not kept out, with
-- the second step that work asks for.
CREATE FUNCTION privacy.my_own_members() RETURNS TABLE (id uuid, network_id uuid, side text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.network_id, m.side FROM networks_member m
    WHERE m.person_id = {person} AND m.compartment IS NULL
      AND privacy.running(m.joined_at, m.left_at)
      AND (m.side NOT IN ('care', 'social') OR NOT privacy.weak())
      AND NOT EXISTS (SELECT FROM networks_exclusion x
                      WHERE x.network_id = m.network_id AND x.person_id = {person}
                        AND privacy.running(x.starts_at, x.ends_at))
$$;

-- What a person may open again: who closed it, and whoever decides about a client of it. So what a
-- client closed is not opened by a coordinator.
CREATE FUNCTION privacy.closed_networks()
RETURNS TABLE (network_id uuid, name text, closed_at timestamptz, closed_by text, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.id,
           (SELECT string_agg(concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name), ', '
                              ORDER BY c.joined_at, c.id)
            FROM networks_member c JOIN people_person p ON p.id = c.person_id
            WHERE c.network_id = n.id AND c.side = 'client'),
           n.closed_at, concat_ws(' ', b.given_name, NULLIF(b.infix, ''), b.family_name),
           n.closed_at + make_interval(days => {days:reopen})
    FROM networks_network n
    JOIN control_closing k ON k.network_id = n.id AND k.reopened_at IS NULL
    JOIN people_person b ON b.id = k.closed_by_id
    WHERE n.closed_at > now() - make_interval(days => {days:reopen})
      AND EXISTS (
        SELECT FROM privacy.my_own_members() m
        WHERE m.network_id = n.id
          AND (k.closed_by_id = {person} OR EXISTS (
                SELECT FROM privacy.controllers(ARRAY[n.id]) c
                WHERE c.member_id = m.id AND (c.about_id <> m.id OR m.side = 'client'))))
    ORDER BY n.closed_at DESC, n.id
$$;
CREATE FUNCTION privacy.open_again(p_network uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM privacy.closed_networks() n WHERE n.network_id = p_network) THEN
        RETURN false;
    END IF;
    UPDATE networks_network SET closed_at = NULL WHERE id = p_network AND closed_at IS NOT NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE control_closing SET reopened_at = now(), reopened_by_id = {person}
    WHERE network_id = p_network AND reopened_at IS NULL;
    RETURN true;
END
$$;

-- Who decided about a client until the death was recorded: the client, who acts for them, a parent with
-- authority of who is under 16, or the coordinator for some days.
CREATE FUNCTION privacy.decided_before(p_client uuid) RETURNS TABLE (member_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_client
    UNION
    SELECT r.representative_id FROM networks_representation r
    WHERE r.client_id = p_client AND privacy.running(r.starts_at, r.ends_at)
      AND privacy.state_of(p_client) = 'represented'
    UNION
    SELECT a.parent_id FROM networks_authority a JOIN networks_member c ON c.id = a.child_id
    WHERE a.child_id = p_client AND privacy.running(a.starts_at, a.ends_at)
      AND privacy.age(c.person_id) < 16
    UNION
    SELECT k.holder_id FROM networks_control k
    WHERE k.client_id = p_client AND k.state = 'interim' AND privacy.state_of(p_client) = 'interim'
      AND privacy.running(k.starts_at, k.ends_at)
$$;
CREATE FUNCTION privacy.recorded_deaths()
RETURNS TABLE (network_id uuid, client_id uuid, name text, died_on date, until timestamptz, me boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.network_id, d.client_id,
           concat_ws(' ', p.given_name, NULLIF(p.infix, ''), p.family_name), d.died_on,
           d.starts_at + make_interval(days => privacy.death_days()), p.id = {person}
    FROM networks_death d JOIN networks_member c ON c.id = d.client_id
    JOIN people_person p ON p.id = c.person_id
    WHERE privacy.running(d.starts_at, d.ends_at)
      AND d.starts_at > now() - make_interval(days => privacy.death_days())
      AND EXISTS (SELECT FROM privacy.my_own_members() m JOIN privacy.decided_before(d.client_id) b
                  ON b.member_id = m.id WHERE m.network_id = d.network_id)
    ORDER BY d.starts_at DESC, d.client_id
$$;
CREATE FUNCTION privacy.something_to_undo() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM privacy.closed_networks())
        OR EXISTS (SELECT FROM privacy.recorded_deaths())
$$;

-- By mistake: within some days, by the keeper, by the client, or by who decided about them; the last two
-- have no seat then.
CREATE FUNCTION privacy.undo_death(p_client uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (privacy.i_keep(p_client) OR EXISTS (
            SELECT FROM privacy.recorded_deaths() d WHERE d.client_id = p_client)) THEN
        RETURN false;
    END IF;
    UPDATE networks_death SET ends_at = now()
    WHERE client_id = p_client AND privacy.running(starts_at, ends_at)
      AND starts_at > now() - make_interval(days => privacy.death_days());
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE networks_keptaccess k SET ends_at = GREATEST(now(), k.starts_at)
    FROM networks_member m
    WHERE m.id = p_client AND k.network_id = m.network_id
      AND (k.about_id = m.id OR k.about_id = m.network_id AND NOT EXISTS (
            SELECT FROM networks_death d
            WHERE d.network_id = m.network_id AND privacy.running(d.starts_at, d.ends_at)))
      AND privacy.running(k.starts_at, k.ends_at);
    RETURN true;
END
$$;
