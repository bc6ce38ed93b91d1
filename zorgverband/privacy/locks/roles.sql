-- Another function or side for somebody who takes part: what it gives by default takes the place of what
-- the old one gave by default. What who decides chose stays, except that another side ends all old keys;
-- an objection always stays.

CREATE FUNCTION privacy.rights_of(p_member uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT COALESCE(jsonb_object_agg(p.about_id || ' ' || p.subject, jsonb_build_object(
        'read', p.can_read, 'write', p.can_write, 'past', p.can_read AND p.past)), '{{}}')
    FROM sharing_permission p WHERE p.member_id = p_member
$$;

CREATE FUNCTION privacy.replace_rights(p jsonb, p_ended boolean) RETURNS void
LANGUAGE sql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    UPDATE sharing_permission o
    SET can_read = false, can_write = false, wording = '', given_by_id = {person}, given_at = now()
    WHERE o.member_id = (p ->> 'member')::uuid AND o.about_id <> o.member_id
      AND (o.ground = 'default' OR p_ended)
      AND NOT EXISTS (SELECT FROM privacy.default_rights(p) d
                      WHERE (d.about_id, d.subject) = (o.about_id, o.subject));
    INSERT INTO sharing_permission AS o (id, network_id, member_id, about_id, subject, can_read,
        can_write, since, past, ground, wording, given_by_id, given_at)
    SELECT gen_random_uuid(), (p ->> 'network')::uuid, (p ->> 'member')::uuid, d.about_id, d.subject,
        d.can_read, d.can_write, now(), d.past, 'default', d.wording, {person}, now()
    FROM privacy.default_rights(p) d
    ON CONFLICT (member_id, about_id, subject) DO UPDATE
    SET can_read = EXCLUDED.can_read, can_write = EXCLUDED.can_write, past = EXCLUDED.past,
        since = CASE WHEN o.can_read THEN o.since ELSE EXCLUDED.since END, ground = 'default',
        wording = EXCLUDED.wording, given_by_id = EXCLUDED.given_by_id, given_at = EXCLUDED.given_at
    WHERE o.ground = 'default' OR p_ended AND o.ground <> 'objection';
$$;

-- For who leads the network, not for themselves; nobody becomes a client or stops being one; the social
-- side makes nobody care, unless it is in control. Not where a client who gets help with deciding is
-- asked first: a friend who became the doctor would pass them by. Answers the changes that were kept.
CREATE FUNCTION privacy.change_role(p jsonb) RETURNS SETOF uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_network uuid := p ->> 'network';
    v_member uuid := p ->> 'member';
    v_organisation uuid := p ->> 'organisation';
    v_old text := (SELECT m.side FROM networks_member m WHERE m.id = v_member
                   AND m.network_id = v_network AND privacy.running(m.joined_at, m.left_at));
    v_before jsonb := privacy.rights_of(v_member);
BEGIN
    IF v_old IS NULL OR v_old = 'client' OR p ->> 'side' NOT IN ('family', 'care', 'social')
       OR v_member = ANY ({members}) OR NOT privacy.leads(v_network) OR privacy.asks_client(v_network)
       OR (p ->> 'side' = 'care' AND v_network = ANY ({social}) AND NOT privacy.decides(v_network))
       OR EXISTS (SELECT FROM people_organisation o WHERE o.id = v_organisation
                  AND o.kind IN ('insurer', 'company_doctor', 'examining_doctor')) THEN
        RAISE EXCEPTION 'a role that may not be given' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE networks_member SET side = p ->> 'side' WHERE id = v_member;
    UPDATE networks_role SET function = p ->> 'function', description = '',
        organisation_id = v_organisation, known = (p ->> 'known')::boolean
    WHERE member_id = v_member;
    PERFORM privacy.replace_rights(p, v_old <> p ->> 'side');
    RETURN QUERY
    INSERT INTO sharing_change (id, network_id, kind, about_id, subject, member_id, before, after,
        person_id, ground, at)
    SELECT gen_random_uuid(), v_network, 'permission', split_part(n.key, ' ', 1)::uuid,
        split_part(n.key, ' ', 2)::smallint, v_member,
        COALESCE(v_before -> n.key, '{{"read": false, "write": false, "past": false}}'), n.value,
        {person}, 'role', now()
    FROM jsonb_each(privacy.rights_of(v_member)) n
    WHERE n.value <> COALESCE(v_before -> n.key, '{{"read": false, "write": false, "past": false}}')
    RETURNING id;
END
$$;
