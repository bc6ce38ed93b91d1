-- From some day on a series is at another time: it is cut in two, as when somebody hands it over
-- (handovers_handover.sql). What was stays as it was; the later half has exactly the header, and so the
-- readers, of the first, and what it is for, also of who may not read that.
CREATE FUNCTION privacy.hand_series(p_item uuid, p_from date, p_begins date, p_starts time, p_ends time,
    p_weekdays smallint[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v agenda_visit;
    v_new uuid := privacy.hand_copy(p_item);
    v_busy uuid;
    v_purpose uuid;
    v_table text;
    -- Where it begins earlier than what it was moved from, the first half ends earlier too: no day twice.
    v_cut date := LEAST(p_from, p_begins);
BEGIN
    SELECT * INTO v FROM agenda_visit a WHERE a.item_id = p_item FOR UPDATE;
    IF v.busy_id IS NOT NULL THEN
        v_busy := privacy.hand_series(v.busy_id, p_from, p_begins, p_starts, p_ends, p_weekdays);
    END IF;
    INSERT INTO agenda_visit (item_id, network_id, who_id, who_name, place, first_on, last_on, starts,
        ends, repeat, weekdays, stopped_reason, kind, "window", along_id, along_name, transport,
        driver_id, rota, busy_id)
    VALUES (v_new, v.network_id, v.who_id, v.who_name, v.place, p_begins, v.last_on, p_starts, p_ends,
        v.repeat, p_weekdays, '', v.kind, v."window" AND p_ends IS NOT NULL, v.along_id, v.along_name,
        v.transport, v.driver_id,
        privacy.rota_from(v.rota, privacy.round_of(v.first_on, v.repeat, p_from)), v_busy);
    FOR v_purpose IN SELECT p.item_id FROM agenda_visitpurpose p WHERE p.visit_id = p_item LOOP
        INSERT INTO agenda_visitpurpose (item_id, network_id, visit_id)
        VALUES (privacy.hand_copy(v_purpose), v.network_id, v_new);
    END LOOP;
    -- What was different about a later day stays so, on that day or as far from it as the series moved.
    FOREACH v_table IN ARRAY ARRAY['agenda_visitchange', 'agenda_visitturn', 'agenda_turnasked'] LOOP
        EXECUTE format(
            'UPDATE %I t SET item_id = $1, on_date = CASE
                 WHEN privacy.falls_on($2, $3, $4, $5, t.on_date) THEN t.on_date
                 ELSE t.on_date + ($2 - $6) END
             WHERE t.item_id = $7 AND t.on_date %s $10
               AND (privacy.falls_on($2, $3, $4, $5, t.on_date)
                    OR privacy.falls_on($2, $3, $4, $5, t.on_date + ($2 - $6))
                       AND NOT privacy.falls_on($8, $3, $4, $9, t.on_date + ($2 - $6)))', v_table,
            -- When it is that day, was just said anew; who comes then, was not.
            CASE v_table WHEN 'agenda_visitchange' THEN '>' ELSE '>=' END)
        USING v_new, p_begins, v.last_on, v.repeat, p_weekdays, p_from, p_item, v.first_on, v.weekdays, v_cut;
    END LOOP;
    UPDATE agenda_turnasked t SET instead_on = t.instead_on + (p_begins - p_from)
    WHERE t.item_id = v_new AND t.accepted IS NULL AND t.instead_on > p_from
      AND NOT privacy.falls_on(p_begins, v.last_on, v.repeat, p_weekdays, t.instead_on);
    UPDATE agenda_visit SET stopped_from = v_cut, stopped_by_id = {person}, goes_on_as_id = v_new
    WHERE item_id = p_item;
    RETURN v_new;
END
$$;

-- Asked by who may change the series: its author, or who may write about it, and who reads it. NULL for
-- others.
CREATE FUNCTION privacy.move_series(p_item uuid, p_from date, p_begins date, p_starts time, p_ends time,
    p_weekdays smallint[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM agenda_visit v
    WHERE v.item_id = p_item AND v.network_id = ANY ({networks}) AND v.repeat <> 'once'
      AND v.stopped_from IS NULL AND p_begins <= v.last_on AND NOT privacy.frozen(p_item)
      AND {own_header:v}
      AND EXISTS (SELECT FROM privacy.decisions_all(v.network_id, ARRAY[p_item]) r
                  WHERE r.person_id = {person} AND r.line > 0)
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    RETURN privacy.hand_series(p_item, p_from, p_begins, p_starts, p_ends, p_weekdays);
END
$$;
