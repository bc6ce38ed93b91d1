-- The rule of visibility.md, once. It is rendered twice from this text: as the lock on an item
-- (words in braces come from the key ring) and as the explanation of an item (words come from
-- every member's keys). The number is the line that decided; above zero is yes. Line 11 is no line of
-- the page but what comes before it: access to what is about who died ends except as recorded.
CASE
    -- 1 wall: what is medical never reaches the social side
    WHEN {subject} <= 5 AND {social} THEN -1
    -- 11 ended: about who died, for whom no reading was recorded
    WHEN {dead} AND {since} IS NULL THEN -11
    -- 2 compartment: only who is named in it
    WHEN {compartment} IS NOT NULL THEN
        CASE WHEN {compartment} = ANY ({compartments}) THEN 2 ELSE -2 END
    -- 3 author
    WHEN {author} = {person} THEN 3
    -- 4 own: about me, or about whom I represent for this subject
    WHEN ({own} >> {subject}) & 1 = 1 THEN 4
    -- 5 deny: the client's objection
    WHEN {denied} && {mine} THEN -5
    -- 6 allow
    WHEN {allowed} && {mine} THEN 6
    -- 7 audience
    WHEN {audience} IS NOT NULL AND NOT {audience} && {mine} THEN -7
    -- 8 permission: '-infinity' where the past is included, no date where there is no permission
    WHEN {created} >= {since} THEN 8
    -- 9 emergency: care side, medical, running now
    WHEN {subject} <= 5 AND {emergency} THEN 9
    -- 10 nothing
    ELSE -10
END
