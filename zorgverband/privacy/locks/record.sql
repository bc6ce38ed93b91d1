-- The structure of the record is as readable as the item it belongs to, never more; it is written
-- by who wrote the item or may write about its subject. `about_id` must be the item's own.
GRANT SELECT, INSERT ON record_measurement, record_measurementpart, record_medication,
    record_allergy, record_problem, record_examination, record_source TO zv_app;
-- What may change: by an act (stopped, closed, done) or because the source changed.
GRANT UPDATE (name, code_system, code, changed_at, changed_by_id, replaced_at, series, value,
    comparator, unit, text, low, high, taken_at) ON record_measurement TO zv_app;
GRANT UPDATE (name, code_system, code, changed_at, changed_by_id, replaced_at, dose, route,
    starts_on, ends_on, status) ON record_medication TO zv_app;
GRANT UPDATE (name, code_system, code, changed_at, changed_by_id, replaced_at, criticality,
    reaction, status) ON record_allergy TO zv_app;
GRANT UPDATE (name, code_system, code, changed_at, changed_by_id, replaced_at, since, until,
    status) ON record_problem TO zv_app;
GRANT UPDATE (name, code_system, code, changed_at, changed_by_id, replaced_at, state, on_date, by,
    kind, result_id) ON record_examination TO zv_app;
-- The parts of a measurement are written anew when the source changed them; how they were stays
-- readable in the version of the item and in the kept source.
GRANT DELETE ON record_measurementpart TO zv_app;

-- Asked row by row: as EXISTS the planner may read all items of a network to answer for fifty rows.
CREATE POLICY as_item ON record_measurement FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_measurement.item_id));
CREATE POLICY as_item ON record_measurementpart FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_measurementpart.item_id));
CREATE POLICY as_item ON record_medication FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_medication.item_id));
CREATE POLICY as_item ON record_allergy FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_allergy.item_id));
CREATE POLICY as_item ON record_problem FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_problem.item_id));
CREATE POLICY as_item ON record_examination FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_examination.item_id));
CREATE POLICY as_item ON record_source FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_source.item_id));

CREATE POLICY writing ON record_measurement FOR INSERT TO zv_app WITH CHECK (
    {own_header:record_measurement} AND EXISTS (SELECT FROM sharing_item i WHERE i.id = record_measurement.item_id
        AND i.about_id = record_measurement.about_id));
CREATE POLICY writing ON record_medication FOR INSERT TO zv_app WITH CHECK (
    {own_header:record_medication} AND EXISTS (SELECT FROM sharing_item i WHERE i.id = record_medication.item_id
        AND i.about_id = record_medication.about_id));
CREATE POLICY writing ON record_allergy FOR INSERT TO zv_app WITH CHECK (
    {own_header:record_allergy} AND EXISTS (SELECT FROM sharing_item i WHERE i.id = record_allergy.item_id
        AND i.about_id = record_allergy.about_id));
CREATE POLICY writing ON record_problem FOR INSERT TO zv_app WITH CHECK (
    {own_header:record_problem} AND EXISTS (SELECT FROM sharing_item i WHERE i.id = record_problem.item_id
        AND i.about_id = record_problem.about_id));
CREATE POLICY writing ON record_examination FOR INSERT TO zv_app WITH CHECK (
    {own_header:record_examination} AND EXISTS (SELECT FROM sharing_item i WHERE i.id = record_examination.item_id
        AND i.about_id = record_examination.about_id)
    AND (result_id IS NULL OR EXISTS (SELECT FROM sharing_item r WHERE r.id = record_examination.result_id
         AND r.network_id = record_examination.network_id AND r.about_id = record_examination.about_id)));
CREATE POLICY writing ON record_measurementpart FOR INSERT TO zv_app WITH CHECK (
    {own_header:record_measurementpart});
CREATE POLICY writing ON record_source FOR INSERT TO zv_app WITH CHECK ({own_header:record_source});

CREATE POLICY changing ON record_measurement FOR UPDATE TO zv_app
    USING ({own_header:record_measurement}) WITH CHECK ({own_header:record_measurement});
CREATE POLICY changing ON record_medication FOR UPDATE TO zv_app
    USING ({own_header:record_medication}) WITH CHECK ({own_header:record_medication});
CREATE POLICY changing ON record_allergy FOR UPDATE TO zv_app
    USING ({own_header:record_allergy}) WITH CHECK ({own_header:record_allergy});
CREATE POLICY changing ON record_problem FOR UPDATE TO zv_app
    USING ({own_header:record_problem}) WITH CHECK ({own_header:record_problem});
CREATE POLICY changing ON record_examination FOR UPDATE TO zv_app
    USING ({own_header:record_examination}) WITH CHECK (
    {own_header:record_examination}
    AND (result_id IS NULL OR EXISTS (SELECT FROM sharing_item r WHERE r.id = record_examination.result_id
         AND r.network_id = record_examination.network_id AND r.about_id = record_examination.about_id)));
CREATE POLICY changing ON record_measurementpart FOR DELETE TO zv_app
    USING ({own_header:record_measurementpart});

-- Asked by the member themselves, under their own item; answered by sharing, so it never changes.
GRANT SELECT, INSERT ON record_resultquestion TO zv_app;
CREATE POLICY as_item ON record_resultquestion FOR SELECT TO zv_app USING (
    (SELECT true FROM sharing_item h WHERE h.id = record_resultquestion.item_id));
CREATE POLICY asking ON record_resultquestion FOR INSERT TO zv_app WITH CHECK (
    member_id = ANY ({members})
    AND EXISTS (SELECT FROM sharing_item h WHERE h.id = record_resultquestion.item_id
        AND h.network_id = record_resultquestion.network_id
        AND h.about_id = record_resultquestion.about_id AND h.author_id = {person} AND h.subject = 3));

-- The newest readable measurement of every series of one client: one look into the index for each
-- series, however many measurements it has. Under the caller's own lock.
CREATE FUNCTION privacy.latest_measurements(p_network uuid, p_about uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE latest AS (
        (SELECT m.series, m.item_id FROM record_measurement m
         WHERE m.network_id = p_network AND m.about_id = p_about AND m.replaced_at IS NULL
         ORDER BY m.series, m.taken_at DESC, m.item_id DESC LIMIT 1)
        UNION ALL
        SELECT n.series, n.item_id FROM latest l CROSS JOIN LATERAL (
            SELECT m.series, m.item_id FROM record_measurement m
            WHERE m.network_id = p_network AND m.about_id = p_about AND m.replaced_at IS NULL
              AND m.series > l.series
            ORDER BY m.series, m.taken_at DESC, m.item_id DESC LIMIT 1) n
    )
    SELECT COALESCE(array_agg(item_id), '{{}}') FROM latest
$$;

-- Whether a client was born on this day, so that a file about somebody else is noticed before it
-- is taken over; NULL when no birth date is known. Only for who may write about a medical subject
-- of that client: they know the date, or may have it.
CREATE FUNCTION privacy.born_on(p_client uuid, p_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.birth_date = p_day
    FROM networks_member m JOIN people_personal p ON p.person_id = m.person_id
    WHERE m.id = p_client AND m.side = 'client' AND m.network_id = ANY ({networks})
      AND ({write})[array_position({abouts}, m.id)] & 62 <> 0
$$;

-- As whom the command `import` acts when nobody is named: the client it is about, by the id of the
-- membership or of the person. It answers an id only; that person enters like everybody.
CREATE FUNCTION privacy.client_person(p_network uuid, p_about uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.person_id FROM networks_member m
    WHERE m.network_id = p_network AND m.side = 'client' AND p_about IN (m.id, m.person_id)
      AND privacy.running(m.joined_at, m.left_at)
$$;

-- Whether an examination of this kind is planned, or was done on or after a day, that the viewer may
-- not read: yes or no, and nothing more. Said only on the care side, to who may write about results of
-- this client and is given them to read (from some day on): to them the subject is no secret. What the
-- client objected to, what has readers of its own, and what is in a compartment stays unsaid: of the rule
-- only its last line, "nothing", is told.
CREATE FUNCTION privacy.examination_unseen(p_network uuid, p_about uuid, p_kind text, p_since date)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p_kind <> '' AND COALESCE(
        p_network = ANY ({care})
        AND (({write})[array_position({abouts}, p_about)] >> 3) & 1 = 1
        AND ({since})[array_position({abouts}, p_about)][3] IS NOT NULL
        AND EXISTS (
            SELECT FROM record_examination x JOIN sharing_item i ON i.id = x.item_id
            WHERE x.network_id = p_network AND x.about_id = p_about AND x.kind = p_kind
              AND x.replaced_at IS NULL AND i.withdrawn_at IS NULL AND i.subject = 3
              AND (x.state = 'planned' AND x.on_date IS NULL
                   OR x.state IN ('planned', 'done') AND x.on_date >= p_since)
              AND {rule:search} = -10), false)
$$;
