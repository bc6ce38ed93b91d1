-- Reading the plan page in one statement: what is in the plan now with how its goals go, of what was
-- agreed the first of each goal and how many there are, what is not so any more, who signed, who
-- decides, and how much was suggested. As JSON: the
-- page turns only what it shows into values. All of it runs with the viewer's own rights; what
-- comes, and what is counted, is decided by the locks alone.
CREATE FUNCTION privacy.plan_page(p_network uuid, p_member uuid, p_since date,
    p_many_goals integer, p_few integer, p_more integer)
RETURNS TABLE (parts text, agreed text, gone text, signed text, decide text, suggested integer)
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH part AS MATERIALIZED (
        SELECT p.item_id, p.kind, p.domain, p.said_by_id, p.quote, p.since, p.value, p.by_client,
               p.review_on, p.ended_at, h.title, h.body, h.about_id, h.subject, h.author_id,
               h.author_member_id, h.created_at, h.edited_at, h.version, g.measure, g.unit,
               g.target::text AS target, g.due_on, g.attained, g.closed_at, h.taken_over_from,
               p.who_id, p.signs, p.goal_id
        FROM plan_planpart p JOIN sharing_item h ON h.id = p.item_id
        LEFT JOIN plan_goal g ON g.item_id = p.item_id
        WHERE p.network_id = p_network AND p.ended_at IS NULL AND g.closed_at IS NULL
          AND p.kind NOT IN ('went_well', 'went_less', 'next')),
    step AS (
        SELECT s.item_id, json_agg(json_build_array(s.value::text, s.words, s.person_id, s.at,
                                                    s.attained) ORDER BY s.at, s.id) AS steps
        FROM (SELECT t.*, row_number() OVER (PARTITION BY t.item_id ORDER BY t.at, t.id) AS place,
                     row_number() OVER (PARTITION BY t.item_id ORDER BY t.at DESC, t.id DESC) AS back
              FROM plan_goalstep t WHERE t.network_id = p_network) s
        WHERE s.place = 1 OR s.back <= 12
        GROUP BY s.item_id),
    promise AS (
        SELECT a.*, h.title, h.body, h.about_id, h.author_id, h.author_member_id, h.subject,
               h.created_at, h.circle, h.version, COALESCE(g.item_id, h.about_id) AS under,
               CASE WHEN g.item_id IS NULL THEN p_more
                    WHEN (SELECT count(*) FROM part WHERE part.kind = 'goal') > p_many_goals THEN 1
                    ELSE p_few END AS at_most
        FROM agreements_agreement a JOIN sharing_item h ON h.id = a.item_id
        LEFT JOIN part g ON g.item_id = a.goal_id AND g.kind = 'goal'
        WHERE a.network_id = p_network
          AND a.state IN ('asked', 'received', 'accepted', 'running', 'on_hold')),
    counted AS (
        SELECT q.*, count(*) OVER (PARTITION BY q.under) AS many,
               row_number() OVER (PARTITION BY q.under
                   ORDER BY q.executor_id <> p_member, q.due_on NULLS LAST, q.item_id) AS place
        FROM promise q),
    ended AS (
        SELECT h.about_id, count(*) FILTER (WHERE p.ended_at IS NULL) AS goals,
               max(GREATEST(p.ended_at, g.closed_at)) AS last
        FROM plan_planpart p JOIN sharing_item h ON h.id = p.item_id
        LEFT JOIN plan_goal g ON g.item_id = p.item_id
        WHERE p.network_id = p_network AND (p.ended_at IS NOT NULL OR g.closed_at IS NOT NULL)
          AND p.kind NOT IN ('score', 'agreed', 'disagreed', 'cycle', 'went_well', 'went_less', 'next')
        GROUP BY h.about_id)
    SELECT (SELECT json_agg(json_build_array(
                p.item_id, p.kind, p.domain, p.said_by_id, p.quote, p.since, p.value, p.by_client,
                p.review_on, p.ended_at, p.title, p.body, p.about_id, p.subject, p.author_id,
                p.author_member_id, p.created_at, p.edited_at, p.version, p.measure, p.unit,
                p.target, p.due_on, p.attained, p.closed_at, p.taken_over_from, p.who_id,
                p.signs, p.goal_id, s.steps)
                ORDER BY p.created_at, p.item_id)::text
            FROM part p LEFT JOIN step s ON s.item_id = p.item_id),
           (SELECT json_agg(json_build_array(
                c.item_id, c.network_id, c.executor_id, c.asked_of_id, c.instead_of_id, c.goal_id,
                c.checked_by, c.due_on, c.first_on, c.last_on, c.repeat, c.weekdays, c.remind_days,
                c.remind_at, c.reminded_on, c.state, c.state_by_id, c.state_at, c.answer, c.title,
                c.body, c.about_id, c.author_id, c.author_member_id, c.subject, c.created_at,
                c.circle, c.version,
                CASE WHEN c.repeat = 'once' THEN NULL ELSE ARRAY(
                    SELECT t.on_date FROM agreements_agreementtick t
                    WHERE t.network_id = c.network_id AND t.item_id = c.item_id
                      AND t.on_date >= p_since) END,
                CASE WHEN c.repeat = 'once' THEN NULL
                     ELSE privacy.handed_days(c.network_id, c.item_id) END,
                c.under, c.many) ORDER BY c.place, c.item_id)::text
            FROM counted c WHERE c.place <= c.at_most),
           (SELECT json_agg(json_build_array(e.about_id, e.goals, e.last))::text FROM ended e),
           (SELECT json_agg(json_build_array(n.item_id, n.member_id, n.at, n.agrees, n.words)
                            ORDER BY n.at, n.id)::text
            FROM plan_signature n WHERE n.network_id = p_network),
           (SELECT json_agg(json_build_array(d.client_id, d.age_group, d.deciders))::text
            FROM privacy.standing(p_network) d),
           (SELECT count(*)::integer FROM plan_suggestion w WHERE w.network_id = p_network
            AND w.agreement_id IS NULL AND w.closed_at IS NULL AND w.ended_at IS NULL);
END
$$;
