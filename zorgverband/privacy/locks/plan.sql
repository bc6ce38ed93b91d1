-- A part of the plan is as readable as its item, and so is what belongs to it when it is a goal.
GRANT SELECT, INSERT ON plan_planpart, plan_goal, plan_goalstep TO zv_app;
GRANT UPDATE (ended_at, ended_by_id) ON plan_planpart TO zv_app;
GRANT UPDATE (measure, unit, target, due_on, attained, closed_at, closed_by_id) ON plan_goal TO zv_app;
CREATE POLICY as_item ON plan_planpart FOR SELECT TO zv_app USING ({header:plan_planpart});
CREATE POLICY as_item ON plan_goal FOR SELECT TO zv_app USING ({header:plan_goal});
CREATE POLICY as_item ON plan_goalstep FOR SELECT TO zv_app USING ({header:plan_goalstep});

-- Written by who wrote the item. That the plan is agreed to is said only by who decides on what is
-- about that client or household.
CREATE POLICY writing ON plan_planpart FOR INSERT TO zv_app WITH CHECK (
    EXISTS (SELECT FROM sharing_item h WHERE h.id = plan_planpart.item_id
            AND h.network_id = plan_planpart.network_id AND h.author_id = {person}
            AND (plan_planpart.kind NOT IN ('agreed', 'disagreed')
                 OR (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1))
    AND (said_by_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = plan_planpart.said_by_id AND m.network_id = plan_planpart.network_id))
    AND (who_id IS NULL OR EXISTS (SELECT FROM networks_member m
         WHERE m.id = plan_planpart.who_id AND m.network_id = plan_planpart.network_id)));
CREATE POLICY writing ON plan_goal FOR INSERT TO zv_app WITH CHECK ({own_header:plan_goal});
CREATE POLICY writing ON plan_goalstep FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members}) AND {own_header:plan_goalstep});

-- A part is ended, and a goal changed or closed, by who wrote it or may write about its subject.

CREATE POLICY ending ON plan_planpart FOR UPDATE TO zv_app
    USING ({own_header:plan_planpart} AND (kind NOT IN ('agreed', 'disagreed') OR EXISTS (
        SELECT FROM sharing_item h WHERE h.id = plan_planpart.item_id
          AND (({control})[array_position({abouts}, h.about_id)] >> h.subject) & 1 = 1)))
    WITH CHECK ({own_header:plan_planpart} AND (ended_by_id IS NULL OR ended_by_id = {person}));
CREATE POLICY changing ON plan_goal FOR UPDATE TO zv_app
    USING ({own_header:plan_goal})
    WITH CHECK ({own_header:plan_goal} AND (closed_by_id IS NULL OR closed_by_id = {person}));

-- The plan is signed by who is asked to, in their own name, as long as they are asked. What they
-- said is as readable as that they are asked.
GRANT SELECT, INSERT ON plan_signature TO zv_app;
CREATE POLICY as_item ON plan_signature FOR SELECT TO zv_app USING ({header:plan_signature});
CREATE POLICY signing ON plan_signature FOR INSERT TO zv_app WITH CHECK (
    person_id = {person} AND member_id = ANY ({members})
    AND EXISTS (SELECT FROM plan_planpart p WHERE p.item_id = plan_signature.item_id
                AND p.network_id = plan_signature.network_id AND p.kind = 'present' AND p.signs
                AND p.who_id = plan_signature.member_id AND p.ended_at IS NULL));

-- What was taken over can suggest something: as readable as the item that says so, written by who
-- took it over, and taken up or put aside by who may write about it.
GRANT SELECT, INSERT ON plan_suggestion, plan_belonging TO zv_app;
GRANT UPDATE (what, who, moment, function, due_on, repeat, weekdays, goal_id, agreement_id, closed_at,
    closed_by_id, ended_at, place) ON plan_suggestion TO zv_app;
CREATE POLICY as_item ON plan_suggestion FOR SELECT TO zv_app USING ({header:plan_suggestion});
CREATE POLICY writing ON plan_suggestion FOR INSERT TO zv_app WITH CHECK ({own_header:plan_suggestion});
CREATE POLICY changing ON plan_suggestion FOR UPDATE TO zv_app
    USING ({own_header:plan_suggestion}) WITH CHECK ({own_header:plan_suggestion});
-- That one thing belongs to another shows only to who may read both.
CREATE POLICY as_both ON plan_belonging FOR SELECT TO zv_app USING (
    {header:plan_belonging}
    AND EXISTS (SELECT FROM sharing_item w WHERE w.id = plan_belonging.whole_id));
CREATE POLICY writing ON plan_belonging FOR INSERT TO zv_app WITH CHECK (
    {own_header:plan_belonging} AND EXISTS (SELECT FROM sharing_item w
        WHERE w.id = plan_belonging.whole_id AND w.network_id = plan_belonging.network_id));
