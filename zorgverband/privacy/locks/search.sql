-- Full-text search. Text operators are not leak-proof, so under a lock their index is not used;
-- this function looks past the lock, applies the very same rule, and gives ids, newest first. The
-- page then selects those ids under the lock again.
--
-- A common word is found by walking along the newest items; what is then still missing is found in
-- the index, by the words together with the marks of what this viewer might read (subjects of
-- their openings, what they wrote, what has readers of its own). So neither the size of the dossier
-- nor what is in it for others decides how long a search takes. A conversation is found by what was
-- said in it too, and is as readable as its item: its messages have its readers, never more.

-- In which of these conversations the words were said. Each message carries the mark of its conversation:
-- no other message is looked at, so that the time it takes tells nothing of what others talk about.
CREATE FUNCTION privacy.find_talks(p_network uuid, p_words tsquery, p_talks uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
    SELECT ARRAY(
        SELECT DISTINCT t.item_id FROM talks_message t
        WHERE public.message_search(t.network_id, t.item_id, t.body) @@ (p_words && (
                SELECT string_agg(quote_literal(public.item_mark(p_network, 'm', k::text)), ' | ')::tsquery
                FROM unnest(p_talks) k))
          AND t.taken_back_at IS NULL AND t.network_id = p_network AND t.item_id = ANY (p_talks))
$$;

CREATE FUNCTION privacy.search(p_network uuid, p_words text, p_before timestamptz, p_limit integer)
RETURNS TABLE (item_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
-- How rare a word is decides the way; a kept plan would not know.
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_words tsquery := public.item_query(p_words);
    v_social boolean := p_network = ANY ({social});
    v_steps integer := privacy.steps() * 10;
    v_far timestamptz; v_marks tsquery; v_found integer; v_talks uuid[];
BEGIN
    IF NOT p_network = ANY ({networks}) OR numnode(v_words) = 0 THEN
        RETURN;
    END IF;
    v_talks := privacy.find_talks(p_network, v_words, ARRAY(
        SELECT i.id FROM talks_conversation c JOIN sharing_item i ON i.id = c.item_id
        WHERE c.network_id = p_network AND (i.subject > 5 OR NOT v_social)
          AND i.withdrawn_at IS NULL AND {rule:search} > 0));
    v_far := greatest(privacy.horizon(p_network, p_before, true, v_steps),
                      privacy.horizon(p_network, p_before, false, v_steps));
    RETURN QUERY
    SELECT i.id FROM sharing_item i
    WHERE i.network_id = p_network AND (i.subject > 5 OR NOT v_social)
      AND i.in_news = ANY (ARRAY[true, false])
      AND i.happened_at < p_before AND i.happened_at >= v_far
      -- "IS TRUE" keeps this walk off the index of words.
      AND (i.search @@ v_words OR i.id = ANY (v_talks)) IS TRUE
      AND i.withdrawn_at IS NULL
      AND {rule:search} > 0
    ORDER BY i.happened_at DESC, i.id DESC
    LIMIT p_limit;
    GET DIAGNOSTICS v_found = ROW_COUNT;
    IF v_found >= p_limit OR v_far = '-infinity' THEN
        RETURN;
    END IF;
    SELECT string_agg(quote_literal(m.mark), ' | ')::tsquery INTO v_marks FROM (
        SELECT public.item_mark(p_network, 's', o.about_id::text || o.subject) AS mark
        FROM privacy.openings(p_network) o
        UNION SELECT public.item_mark(p_network, 'a', ({person})::text)
        UNION SELECT public.item_mark(p_network, 'o', '')) m;
    RETURN QUERY
    SELECT i.id FROM sharing_item i
    WHERE i.network_id = p_network
      AND (i.search @@ (v_words && v_marks) OR i.id = ANY (v_talks))
      AND i.happened_at < least(p_before, v_far) AND (i.subject > 5 OR NOT v_social)
      AND i.withdrawn_at IS NULL
      AND {rule:search} > 0
    ORDER BY i.happened_at DESC, i.id DESC
    LIMIT p_limit - v_found;
END
$$;
