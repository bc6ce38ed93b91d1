-- Full-text search. Text operators are not leak-proof, so under a lock their index is not used;
-- this function looks in the index, applies the very same rule, and gives ids, newest first. The
-- page then selects those ids under the lock again.

CREATE FUNCTION privacy.search(p_network uuid, p_words text, p_before timestamptz, p_limit integer)
RETURNS TABLE (item_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.id FROM sharing_item i
    WHERE p_network = ANY ({networks})
      AND i.network_id = p_network
      AND i.search @@ (('n' || replace(p_network::text, '-', ''))::tsquery
                       && public.item_query(p_words))
      AND i.happened_at < p_before
      AND i.withdrawn_at IS NULL
      AND {rule:search} > 0
    ORDER BY i.happened_at DESC, i.id DESC
    LIMIT p_limit
$$;
