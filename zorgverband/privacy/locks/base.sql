-- Idempotency keys: each person sees and adds their own.
GRANT SELECT, INSERT, UPDATE (location, status) ON base_done TO zv_app;
CREATE POLICY mine ON base_done FOR ALL TO zv_app
    USING (person_id = {person}) WITH CHECK (person_id = {person});
