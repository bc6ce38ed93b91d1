-- Whether the viewer leads a network: its coordinator, or in control of a client or household.
CREATE FUNCTION privacy.leads(p_network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_network = ANY ({networks}) AND EXISTS (
        SELECT FROM networks_member m
        WHERE m.id = ({members})[array_position({networks}, p_network)]
          AND (m.coordinator OR EXISTS (
                SELECT FROM privacy.controllers(ARRAY[p_network]) c
                WHERE c.member_id = m.id AND (c.about_id <> m.id OR m.side = 'client'))))
$$;

-- Whether the viewer is in control of a client or household of the network, wholly.
CREATE FUNCTION privacy.decides(p_network uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM privacy.controllers(ARRAY[p_network]) c
        JOIN networks_member m ON m.id = c.about_id AND m.side = 'client'
        WHERE c.member_id = ANY ({members}) AND c.subjects & 65472 = 65472)
$$;

-- Whether the client may see now who looked inside this compartment: by a dated fact, at the moment
-- it is asked.
CREATE FUNCTION privacy.log_opened(p_compartment uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM safety_opening o
                   WHERE o.compartment_id = p_compartment AND o.opens_at <= privacy.moment()
                     AND o.withdrawn_at IS NULL)
$$;

-- Whether a question waits for one of these members: it was asked of them, or of a function that one
-- of them has now that who was asked has left.
CREATE FUNCTION privacy.question_waits_for(p_to uuid, p_function text, p_members uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    SELECT p_to = ANY (p_members) OR p_function <> '' AND EXISTS (
        SELECT FROM networks_member o JOIN networks_member m ON m.network_id = o.network_id
        JOIN networks_role r ON r.member_id = m.id AND r.function = p_function
        WHERE o.id = p_to AND o.left_at <= now() AND m.id = ANY (p_members))
$$;
