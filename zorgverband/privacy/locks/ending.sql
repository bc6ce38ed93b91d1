-- What ends at the commit that ends it: open streams. Whatever changes one of these rows, a page, a
-- command or somebody at the database, the process that holds the streams hears of the account and
-- looks again at each of its streams: still signed in, still a seat.

CREATE FUNCTION privacy.look_again(p_persons uuid[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT pg_notify('zv_sessions', a.id::text) FROM people_account a
    WHERE a.person_id = ANY (p_persons)
$$;

-- Deactivated: no session of it stands any more. Another password: only sessions that know it do.
CREATE FUNCTION privacy.account_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT NEW.is_active THEN
        DELETE FROM people_session WHERE account_id = NEW.id;
    END IF;
    PERFORM pg_notify('zv_sessions', NEW.id::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER ending AFTER UPDATE OF is_active, password ON people_account FOR EACH ROW
    WHEN (NEW.is_active IS DISTINCT FROM OLD.is_active OR NEW.password IS DISTINCT FROM OLD.password)
    EXECUTE FUNCTION privacy.account_changed();

CREATE FUNCTION privacy.session_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.account_id IS NOT NULL THEN
        PERFORM pg_notify('zv_sessions', OLD.account_id::text);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER ending AFTER DELETE ON people_session FOR EACH ROW
    EXECUTE FUNCTION privacy.session_ended();

-- A membership or a turn in a team that ended, a person kept out.
CREATE FUNCTION privacy.seat_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'networks_member' THEN
        PERFORM privacy.look_again(ARRAY[NEW.person_id] || ARRAY(
            SELECT t.person_id FROM people_teamperson t WHERE t.team_id = NEW.team_id));
    ELSE
        PERFORM privacy.look_again(ARRAY[NEW.person_id]);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER ending AFTER UPDATE OF left_at ON networks_member FOR EACH ROW
    EXECUTE FUNCTION privacy.seat_changed();
CREATE TRIGGER ending AFTER UPDATE OF ends_at ON people_teamperson FOR EACH ROW
    EXECUTE FUNCTION privacy.seat_changed();
CREATE TRIGGER ending AFTER INSERT ON networks_exclusion FOR EACH ROW
    EXECUTE FUNCTION privacy.seat_changed();
