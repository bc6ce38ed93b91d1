-- Reading for pages: what would be several statements is one, its plan is kept by the session, and
-- where to look is chosen so that what somebody may not read costs them nothing.
--
-- All of it runs with the viewer's own rights: what comes is decided by the locks alone. The
-- functions only choose the way along an index; a wrong choice can make a page slow, never show
-- more. What could be missed by a way that is too narrow is tested (tests/speed/test_ways.py,
-- tests/rule/test_news_agrees.py).

-- Everybody who takes or took part, with what is known of them, in the order of joining.
CREATE FUNCTION privacy.company(p_network uuid)
RETURNS TABLE (member_id uuid, person_id uuid, team_id uuid, side text, coordinator boolean,
    first_contact boolean, joined_at timestamptz, left_at timestamptz, given_name text, infix text,
    family_name text, salutation text, team text, team_phone text, team_organisation text,
    team_organisation_phone text, function text, description text, phone text, organisation text, portrait timestamptz,
    inside boolean)
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT m.id, m.person_id, m.team_id, m.side, m.coordinator, m.first_contact, m.joined_at,
           m.left_at, p.given_name, p.infix, p.family_name, p.salutation, t.name, t.phone, o.name,
           o.phone, r.function, r.description, r.phone, q.name, f.set_at,
           m.compartment IS NOT NULL
    FROM networks_member m
    LEFT JOIN people_person p ON p.id = m.person_id
    LEFT JOIN people_team t ON t.id = m.team_id
    LEFT JOIN people_organisation o ON o.id = t.organisation_id
    LEFT JOIN networks_role r ON r.member_id = m.id
    LEFT JOIN people_organisation q ON q.id = r.organisation_id
    LEFT JOIN people_portrait f ON f.person_id = m.person_id
    WHERE m.network_id = p_network
    ORDER BY m.joined_at, m.id;
END
$$;

-- The names of all persons who took part, people of teams too.
CREATE FUNCTION privacy.names(p_network uuid)
RETURNS TABLE (person_id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT p.id, concat_ws(' ', NULLIF(p.given_name, ''), NULLIF(p.infix, ''),
                           NULLIF(p.family_name, ''))
    FROM people_person p
    WHERE p.id IN (SELECT w.person_id FROM networks_presence w WHERE w.network_id = p_network);
END
$$;

-- What the ring opens in one network, as places to look: about whom, which subject, and since when.
CREATE FUNCTION privacy.openings(p_network uuid)
RETURNS TABLE (about_id uuid, subject smallint, since timestamptz)
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
DECLARE
    v_own integer[] := {own}; v_since timestamptz[] := {since}; v_emergency uuid[] := {emergency};
BEGIN
    RETURN QUERY
    SELECT o.about_id, o.subject, o.since
    FROM (SELECT a.about_id, s::smallint AS subject,
                 CASE WHEN (v_own[a.place] >> s) & 1 = 1 OR s <= 5 AND a.about_id = ANY (v_emergency)
                      THEN '-infinity' ELSE v_since[a.place][s] END AS since
          FROM unnest({abouts}) WITH ORDINALITY AS a(about_id, place)
          CROSS JOIN generate_series(1, 15) AS s
          -- Left out is only what is known to be elsewhere: a member may be out of sight.
          WHERE a.about_id = p_network
             OR NOT a.about_id = ANY ({networks})
                AND NOT EXISTS (SELECT FROM networks_member m
                                WHERE m.id = a.about_id AND m.network_id <> p_network)) o
    WHERE o.since IS NOT NULL;
END
$$;

-- How many items a plain walk passes before it is better to look per opening. A function of its own
-- so that tests can make it small.
CREATE FUNCTION privacy.steps() RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 200 $$;

-- How far back that is among what is in the news (or is not), before a moment. It looks past the
-- lock, and for that reason only in a network that was entered, and for the social side only at
-- what is not medical.
CREATE FUNCTION privacy.horizon(p_network uuid, p_before timestamptz, p_news boolean DEFAULT true,
    p_steps integer DEFAULT privacy.steps()) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_far timestamptz;
BEGIN
    IF NOT p_network = ANY ({networks}) THEN
        RETURN 'infinity';
    ELSIF p_network = ANY ({social}) THEN
        SELECT i.happened_at INTO v_far FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news = p_news AND i.subject > 5
          AND i.happened_at <= p_before
        ORDER BY i.happened_at DESC, i.id DESC OFFSET p_steps LIMIT 1;
    ELSE
        SELECT i.happened_at INTO v_far FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news = p_news AND i.happened_at <= p_before
        ORDER BY i.happened_at DESC, i.id DESC OFFSET p_steps LIMIT 1;
    END IF;
    RETURN COALESCE(v_far, '-infinity');
END
$$;

-- The same for what was written last, whenever it happened.
CREATE FUNCTION privacy.written_horizon(p_network uuid) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_far timestamptz;
BEGIN
    IF NOT p_network = ANY ({networks}) THEN
        RETURN 'infinity';
    END IF;
    SELECT i.created_at INTO v_far FROM sharing_item i
    WHERE i.network_id = p_network
    ORDER BY i.created_at DESC OFFSET privacy.steps() LIMIT 1;
    RETURN COALESCE(v_far, '-infinity');
END
$$;

-- The news, newest first, before a place in it: first a plain walk along the newest; when that
-- does not fill the page, per opening of the ring, along what the viewer wrote, and along the few
-- items with readers of their own. The walk is written four times because the plan is kept: each
-- way of asking has its own index.
CREATE FUNCTION privacy.timeline(p_network uuid, p_subject integer, p_author uuid, p_about uuid,
    p_before timestamptz, p_id uuid, p_limit integer)
RETURNS SETOF sharing_item
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
DECLARE
    v_far timestamptz := privacy.horizon(p_network, p_before);
    v_social boolean := p_network = ANY ({social});
    v_narrow boolean := p_subject IS NOT NULL OR p_author IS NOT NULL OR p_about IS NOT NULL;
    v_person uuid := {person};
    v_found integer;
BEGIN
    IF NOT v_social AND NOT v_narrow THEN
        RETURN QUERY
        SELECT i.* FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news
          AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at >= v_far
        ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit;
    ELSIF NOT v_narrow THEN
        RETURN QUERY
        SELECT i.* FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news AND i.subject > 5
          AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at >= v_far
        ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit;
    ELSIF NOT v_social THEN
        RETURN QUERY
        SELECT i.* FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news
          AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at >= v_far
          AND (p_subject IS NULL OR i.subject = p_subject)
          AND (p_author IS NULL OR i.author_id = p_author)
          AND (p_about IS NULL OR i.about_id = p_about)
        ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit;
    ELSE
        RETURN QUERY
        SELECT i.* FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news AND i.subject > 5
          AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at >= v_far
          AND (p_subject IS NULL OR i.subject = p_subject)
          AND (p_author IS NULL OR i.author_id = p_author)
          AND (p_about IS NULL OR i.about_id = p_about)
        ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit;
    END IF;
    GET DIAGNOSTICS v_found = ROW_COUNT;
    IF v_found >= p_limit OR v_far = '-infinity' THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH openings AS MATERIALIZED (SELECT o.* FROM privacy.openings(p_network) o
                                   WHERE (p_subject IS NULL OR o.subject = p_subject)
                                     AND (p_about IS NULL OR o.about_id = p_about)),
    found AS (
        SELECT f.id FROM openings o CROSS JOIN LATERAL (
            SELECT i.id FROM sharing_item i
            WHERE p_author IS NULL AND i.network_id = p_network AND i.in_news
              AND i.about_id = o.about_id AND i.subject = o.subject
              AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at < v_far
              AND i.happened_at >= o.since
            ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit - v_found) f
        UNION
        -- What was written down later than it happened, after the permission began.
        SELECT f.id FROM openings o CROSS JOIN LATERAL (
            SELECT i.id FROM sharing_item i
            WHERE i.network_id = p_network AND i.in_news AND i.happened_at < i.created_at
              AND i.about_id = o.about_id AND i.subject = o.subject AND i.created_at >= o.since
              AND i.happened_at < o.since
              AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at < v_far
              AND (p_subject IS NULL OR i.subject = p_subject)
              AND (p_author IS NULL OR i.author_id = p_author)
              AND (p_about IS NULL OR i.about_id = p_about)
            ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit - v_found) f
        WHERE o.since > '-infinity'
        UNION
        -- By one author: theirs within the openings; the viewer's own under every subject.
        SELECT f.id
        FROM (SELECT DISTINCT o.subject, p_author AS author_id FROM openings o
              WHERE p_author IS NOT NULL
              UNION
              SELECT s::smallint, v_person FROM generate_series(1, 15) s
              WHERE (p_author IS NULL OR p_author = v_person)
                AND (p_subject IS NULL OR s = p_subject)) w
        CROSS JOIN LATERAL (
            SELECT i.id FROM sharing_item i
            WHERE i.network_id = p_network AND i.in_news
              AND i.author_id = w.author_id AND i.subject = w.subject
              AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at < v_far
              AND (p_about IS NULL OR i.about_id = p_about)
            ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit - v_found) f
        UNION
        SELECT f.id FROM (
            SELECT i.id FROM sharing_item i
            WHERE i.network_id = p_network AND i.in_news
              AND (i.allowed <> '{{}}' OR i.compartment_id IS NOT NULL)
              AND (i.happened_at, i.id) < (p_before, p_id) AND i.happened_at < v_far
              AND (p_subject IS NULL OR i.subject = p_subject)
              AND (p_author IS NULL OR i.author_id = p_author)
              AND (p_about IS NULL OR i.about_id = p_about)
            ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit - v_found) f
    )
    SELECT i.* FROM sharing_item i
    WHERE i.id = ANY (ARRAY(SELECT f.id FROM found f))
    ORDER BY i.happened_at DESC, i.id DESC LIMIT p_limit - v_found;
END
$$;

-- How many items by others the viewer has not seen, no further than `p_most`: among the last few
-- hundred by a plain walk, further back per opening of the ring.
CREATE FUNCTION privacy.unread(p_network uuid, p_most integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
DECLARE
    v_person uuid := {person};
    v_seen timestamptz := COALESCE((SELECT r.seen_until FROM sharing_readmark r
        WHERE r.person_id = v_person AND r.network_id = p_network), '-infinity');
    v_far timestamptz := greatest(privacy.written_horizon(p_network), v_seen);
    v_count integer; v_more integer;
BEGIN
    SELECT count(*) INTO v_count FROM (
        SELECT FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news AND i.created_at > v_far
          AND i.author_id <> v_person
        LIMIT p_most) f;
    IF v_count >= p_most OR v_far = v_seen THEN
        RETURN v_count;
    END IF;
    SELECT count(*) INTO v_more FROM (
        SELECT f.id FROM privacy.openings(p_network) o CROSS JOIN LATERAL (
            SELECT i.id FROM sharing_item i
            WHERE i.network_id = p_network AND i.in_news
              AND i.about_id = o.about_id AND i.subject = o.subject
              AND i.happened_at > v_seen AND i.happened_at >= o.since
              AND i.created_at > v_seen AND i.created_at <= v_far AND i.author_id <> v_person
            ORDER BY i.happened_at DESC, i.id DESC LIMIT p_most - v_count) f
        UNION
        SELECT f.id FROM privacy.openings(p_network) o CROSS JOIN LATERAL (
            SELECT i.id FROM sharing_item i
            WHERE i.network_id = p_network AND i.in_news AND i.happened_at < i.created_at
              AND i.about_id = o.about_id AND i.subject = o.subject AND i.created_at >= o.since
              AND i.created_at > v_seen AND i.created_at <= v_far AND i.author_id <> v_person
            LIMIT p_most - v_count) f
        UNION
        SELECT i.id FROM sharing_item i
        WHERE i.network_id = p_network AND i.in_news
          AND (i.allowed <> '{{}}' OR i.compartment_id IS NOT NULL)
          AND i.created_at > v_seen AND i.created_at <= v_far AND i.author_id <> v_person
        LIMIT p_most - v_count) f;
    RETURN v_count + v_more;
END
$$;

-- Until when the viewer has seen the news, and how much is new to them.
CREATE FUNCTION privacy.marks(p_network uuid, p_most integer)
RETURNS TABLE (seen_until timestamptz, unread integer)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT (SELECT r.seen_until FROM sharing_readmark r
            WHERE r.person_id = {person} AND r.network_id = p_network),
           privacy.unread(p_network, p_most)
$$;

-- What hangs on items of one network the viewer may read: replies, files, how many persons of which
-- sides read each of them and whether that is everybody, and what their author does in the team through which they wrote.
CREATE FUNCTION privacy.hanging(p_network uuid, p_items uuid[])
RETURNS TABLE (item_id uuid, replies integer, files jsonb, readers integer, turn text, sides text[], everyone boolean)
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
DECLARE
    v_items uuid[] := ARRAY(SELECT i.id FROM sharing_item i WHERE i.id = ANY (p_items));
BEGIN
    RETURN QUERY
    WITH counted AS MATERIALIZED (
        SELECT d.item_id, count(*) FILTER (WHERE d.line > 0)::integer AS persons,
               array_agg(DISTINCT m.side) FILTER (WHERE d.line > 0) AS sides,
               bool_and(d.line > 0) AS everyone
        FROM privacy.decisions(p_network, v_items) d
        JOIN networks_member m ON m.id = d.member_id AND m.network_id = p_network
        GROUP BY d.item_id
    ), answered AS MATERIALIZED (
        SELECT r.item_id, count(*)::integer AS times FROM sharing_reply r
        WHERE r.item_id = ANY (v_items) GROUP BY r.item_id
    ), attached AS MATERIALIZED (
        SELECT a.item_id, jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'content_type',
            a.content_type, 'size', a.size, 'thumbnail', a.thumbnail, 'shows', a.shows) ORDER BY a.id) AS files
        FROM sharing_attachment a WHERE a.item_id = ANY (v_items) GROUP BY a.item_id
    ), taken AS MATERIALIZED (
        -- The newest turn counts, also of who left.
        SELECT DISTINCT ON (i.id) i.id AS item_id, t.function
        FROM sharing_item i JOIN networks_member m ON m.id = i.author_member_id
        JOIN people_teamperson t ON t.team_id = m.team_id AND t.person_id = i.author_id
        WHERE i.id = ANY (v_items)
        ORDER BY i.id, t.starts_at DESC
    )
    SELECT v.id, COALESCE(b.times, 0), f.files, COALESCE(c.persons, 0), t.function,
           COALESCE(c.sides, '{{}}'), COALESCE(c.everyone, false)
    FROM unnest(v_items) AS v(id)
    LEFT JOIN counted c ON c.item_id = v.id
    LEFT JOIN answered b ON b.item_id = v.id
    LEFT JOIN attached f ON f.item_id = v.id
    LEFT JOIN taken t ON t.item_id = v.id;
END
$$;
