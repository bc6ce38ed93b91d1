-- Asked when an answer is ready to leave: do the keys it was made with hold at this moment? A page
-- reads in several statements, and each of them sees what was committed before it began. So an
-- answer can hold what was shared after the right to read it had ended; never after this question:
-- what a statement saw was committed before, and the end of the right before that.
-- Hangs the keys that hold now on the transaction, and lets the clock stand at this moment.
CREATE FUNCTION privacy.still() RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_words text[] := ARRAY['networks', 'members', 'social', 'care', 'abouts', 'own', 'write', 'since',
        'control', 'decided', 'dead', 'emergency', 'compartments'];
    v_before text[] := ARRAY(SELECT current_setting('zv.' || w, true) FROM unnest(v_words) w);
BEGIN
    IF {person} IS NULL THEN RETURN true; END IF;
    -- An account that was stopped has read its last page.
    IF EXISTS (SELECT FROM people_account a WHERE a.person_id = {person} AND NOT a.is_active) THEN
        RETURN false;
    END IF;
    PERFORM set_config('zv.moment', clock_timestamp()::text, true);
    PERFORM privacy.enter({person}, {networks});
    RETURN v_before = ARRAY(SELECT current_setting('zv.' || w, true) FROM unnest(v_words) w);
END
$$;
