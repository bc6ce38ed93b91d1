-- Programmes hold no facts about anybody: what was published is read by everybody who is known. A draft
-- is read and written by who keeps the programmes of that neighbourhood. What was published stays as it
-- is; the standard ones (without a neighbourhood) are written by the installation alone.
GRANT SELECT, INSERT ON programmes_programme TO zv_app;
CREATE POLICY reading ON programmes_programme FOR SELECT TO zv_app USING ({person} IS NOT NULL);
CREATE POLICY copying ON programmes_programme FOR INSERT TO zv_app
    WITH CHECK (privacy.keeps_programmes(neighbourhood_id));

-- Whether a version is a draft of a neighbourhood whose programmes the viewer keeps.
CREATE FUNCTION privacy.drafts(p_version uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM programmes_programmeversion v
                   JOIN programmes_programme p ON p.id = v.programme_id
                   WHERE v.id = p_version AND v.published_at IS NULL
                     AND privacy.keeps_programmes(p.neighbourhood_id))
$$;
CREATE FUNCTION privacy.keeps_programme(p_programme uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM programmes_programme p
                   WHERE p.id = p_programme AND privacy.keeps_programmes(p.neighbourhood_id))
$$;

GRANT SELECT, INSERT, DELETE ON programmes_programmeversion TO zv_app;
GRANT UPDATE (title, summary, subject, review_weeks, note, published_at, published_by_id)
    ON programmes_programmeversion TO zv_app;
CREATE POLICY reading ON programmes_programmeversion FOR SELECT TO zv_app USING (
    {person} IS NOT NULL AND (published_at IS NOT NULL OR privacy.keeps_programme(programme_id)));
CREATE POLICY drafting ON programmes_programmeversion FOR INSERT TO zv_app WITH CHECK (
    made_by_id = {person} AND published_at IS NULL AND file = ''
    AND privacy.keeps_programme(programme_id));
CREATE POLICY changing ON programmes_programmeversion FOR UPDATE TO zv_app
    USING (published_at IS NULL AND privacy.keeps_programme(programme_id))
    WITH CHECK (privacy.keeps_programme(programme_id)
                AND (published_at IS NULL OR published_by_id = {person}));
CREATE POLICY discarding ON programmes_programmeversion FOR DELETE TO zv_app
    USING (published_at IS NULL AND privacy.keeps_programme(programme_id));

GRANT SELECT, INSERT, DELETE ON programmes_programmeline TO zv_app;
GRANT UPDATE (place, words, more, domain, subject, party, measure, unit, target, repeat, due_days,
    weeks, checked_by, review_weeks, goal) ON programmes_programmeline TO zv_app;
CREATE POLICY reading ON programmes_programmeline FOR SELECT TO zv_app USING (
    EXISTS (SELECT FROM programmes_programmeversion v WHERE v.id = version_id));
CREATE POLICY drafting ON programmes_programmeline FOR INSERT TO zv_app
    WITH CHECK (privacy.drafts(version_id));
CREATE POLICY changing ON programmes_programmeline FOR UPDATE TO zv_app
    USING (privacy.drafts(version_id)) WITH CHECK (privacy.drafts(version_id));
CREATE POLICY discarding ON programmes_programmeline FOR DELETE TO zv_app
    USING (privacy.drafts(version_id));

-- That a plan began with a programme can tell what somebody has: as readable as that part of the plan.
-- What came from it is read by who may read both, so that a plain agreement does not tell either.
GRANT SELECT, INSERT ON programmes_programmestart, programmes_programmepick TO zv_app;
CREATE POLICY as_item ON programmes_programmestart FOR SELECT TO zv_app
    USING ({header:programmes_programmestart});
CREATE POLICY starting ON programmes_programmestart FOR INSERT TO zv_app WITH CHECK (
    {own_header:programmes_programmestart}
    AND EXISTS (SELECT FROM programmes_programmeversion v
                WHERE v.id = version_id AND v.published_at IS NOT NULL));
CREATE POLICY as_item ON programmes_programmepick FOR SELECT TO zv_app USING (
    {header:programmes_programmepick}
    AND EXISTS (SELECT FROM programmes_programmestart s WHERE s.item_id = start_id));
CREATE POLICY picking ON programmes_programmepick FOR INSERT TO zv_app WITH CHECK (
    {own_header:programmes_programmepick}
    AND EXISTS (SELECT FROM programmes_programmestart s
                WHERE s.item_id = start_id AND s.network_id = programmes_programmepick.network_id)
    AND EXISTS (SELECT FROM programmes_programmeline l WHERE l.id = line_id));

-- Two who pick from a programme at once each see what the other made, so that nothing comes twice.
CREATE FUNCTION privacy.one_picks(p_network uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_network::text, 20263));
END
$$;
