-- The log is tamper-evident: every row gets a place in the chain of its network, with a digest that
-- holds the digest before it. At commit, so that readers of one network wait for each other only
-- then, and no page waits for another. See docs/decisions/0010-the-chain-of-the-log.md.

-- What of a row is in its digest: everything, in one form that no setting changes.
CREATE FUNCTION privacy.look_words(l journal_look, p_place bigint) RETURNS bytea
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT convert_to(jsonb_build_array(p_place, l.id, l.network_id, l.about_id, l.subject,
        l.compartment_id, l.person_id, l.person_name, l.member_id, l.side, l.function,
        l.organisation, l.action, l.door, to_jsonb(l.items), l.ground, l.address, l.source,
        l.outcome, extract(epoch FROM l.at))::text, 'UTF8')
$$;

CREATE FUNCTION privacy.chain_look() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_place bigint; v_digest bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.network_id::text, 20261));
    SELECT k.place, k.digest INTO v_place, v_digest FROM journal_link k
    WHERE k.network_id = NEW.network_id ORDER BY k.place DESC LIMIT 1;
    v_place := COALESCE(v_place, 0) + 1;
    INSERT INTO journal_link (look_id, network_id, place, digest)
    VALUES (NEW.id, NEW.network_id, v_place,
            sha256(COALESCE(v_digest, ''::bytea) || privacy.look_words(NEW, v_place)));
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON journal_look
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION privacy.chain_look();

-- How far each chain came since it was sealed last: hashes only, for the worker.
CREATE FUNCTION privacy.heads() RETURNS TABLE (network_id uuid, place bigint, digest bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.id, k.place, k.digest
    FROM networks_network n
    CROSS JOIN LATERAL (SELECT l.place, l.digest FROM journal_link l WHERE l.network_id = n.id
                        ORDER BY l.place DESC LIMIT 1) k
    WHERE k.place > COALESCE((SELECT s.place FROM journal_seal s WHERE s.network_id = n.id
                              ORDER BY s.place DESC LIMIT 1), 0)
    ORDER BY n.id
$$;

-- The last line that was signed, and those that have not reached the file yet.
CREATE FUNCTION privacy.last_seal() RETURNS TABLE (number bigint, line text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.number, s.line FROM journal_seal s ORDER BY s.number DESC LIMIT 1
$$;
CREATE FUNCTION privacy.seals_to_write() RETURNS TABLE (number bigint, line text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.number, s.line FROM journal_seal s WHERE NOT s.written ORDER BY s.number
$$;

-- Keep signed lines; a number that is there already makes this fail: another worker was first.
CREATE FUNCTION privacy.keep_seals(p_lines text[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO journal_seal (number, network_id, place, digest, at, line, written)
    SELECT (w.j ->> 'number')::bigint, (w.j ->> 'network')::uuid, (w.j ->> 'place')::bigint,
           decode(w.j ->> 'digest', 'hex'), (w.j ->> 'at')::timestamptz, t.line, false
    FROM unnest(p_lines) AS t(line) CROSS JOIN LATERAL (SELECT t.line::jsonb AS j) w
$$;
CREATE FUNCTION privacy.seals_written(p_until bigint) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE journal_seal SET written = true WHERE NOT written AND number <= p_until
$$;

-- How far a chain is sealed tells how much was looked: only for whom the log itself is about, and
-- not on the social side.
CREATE FUNCTION privacy.may_see_seals(p_network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM networks_member m
        WHERE m.network_id = p_network AND m.side = 'client' AND m.id = ANY ({abouts})
          AND ({own})[array_position({abouts}, m.id)] & 65534 = 65534)
$$;
GRANT SELECT ON journal_seal TO zv_app;
CREATE POLICY own ON journal_seal FOR SELECT TO zv_app USING (
    network_id = ANY ({networks}) AND NOT network_id = ANY ({social})
    AND privacy.may_see_seals(network_id));

-- Nobody reads the links: what the application needs of them the functions above give.
CREATE POLICY closed ON journal_link FOR ALL TO zv_app USING (false) WITH CHECK (false);

-- Who hears of the weekly code: clients, and who decides for one; for the worker.
CREATE FUNCTION privacy.hear_of_codes() RETURNS TABLE (network_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT s.network_id, s.person_id
    FROM privacy.seats(NULL) s
    JOIN people_account a ON a.person_id = s.person_id AND a.is_active
    WHERE s.side <> 'social' AND (s.side = 'client' OR EXISTS (
        SELECT FROM privacy.controllers(ARRAY[s.network_id]) c
        JOIN networks_member m ON m.id = c.about_id AND m.side = 'client'
        WHERE c.member_id = s.member_id))
      AND EXISTS (SELECT FROM journal_seal k WHERE k.network_id = s.network_id)
$$;
