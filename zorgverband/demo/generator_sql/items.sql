-- Messages {from} up to {to} of the whole world; within a network the oldest has number 1 and the
-- newest its `size`. In dossiers that must be alike, the newest hundred are spread alike over
-- the last days, and three messages each about work and about who comes lie deep down.
TRUNCATE gen_placed;
INSERT INTO gen_placed (n, network_id, size, g, subject, ago)
SELECT n.n, n.id AS network_id, n.size, g,
       CASE WHEN n.alike AND n.size - (g - n.first + 1) IN (n.size / 2, n.size * 3 / 4, n.size - 5)
            THEN 9
            WHEN n.alike AND n.size - (g - n.first + 1)
                 IN (n.size / 2 + 1, n.size * 3 / 4 + 1, n.size - 4)
            THEN 13 ELSE s.subject END::smallint AS subject,
       CASE WHEN n.alike
            THEN least(n.size - (g - n.first), 100) * interval '40 minutes'
                 + greatest(n.size - (g - n.first) - 100, 0)
                   * least(interval '40 minutes', interval '3650 days' / n.size)
            ELSE ('{until}'::timestamptz - n.begun)
                 * ((n.size - (g - n.first) - pg_temp.chance(g, 1)) / n.size)
       END AS ago
FROM gen_network n
CROSS JOIN LATERAL generate_series(greatest(n.first, {from}),
                                   least(n.first + n.size, {to}) - 1) AS g
JOIN gen_subject s ON s.alike = n.alike
    AND pg_temp.chance(g, 2) >= s.low AND pg_temp.chance(g, 2) < s.high
WHERE n.first < {to} AND n.first + n.size > {from};
ANALYZE gen_placed;

INSERT INTO sharing_item (id, network_id, about_id, subject, kind, author_id, author_member_id,
    created_at, happened_at, audience, circle, denied, allowed, compartment_id, title, body,
    in_news, version, edited_at, withdrawn_at, taken_over_from, source)
SELECT pg_temp.made_id('item', i.g), i.network_id, p.about_id, i.subject, 'note', p.person_id,
       p.member_id, '{until}'::timestamptz - i.ago, '{until}'::timestamptz - i.ago,
       CASE c.circle WHEN 'family' THEN w.family WHEN 'family_care' THEN w.family_care
            WHEN 'own' THEN w.clients || w.others[1 + (pg_temp.chance(i.g, 9)
                                                       * cardinality(w.others))::integer] END,
       CASE WHEN i.subject <= 5 AND c.circle = 'everyone' THEN 'family_care' ELSE c.circle END,
       CASE WHEN pg_temp.chance(i.g, 10) < least(0.003, 50.0 / i.size)
            THEN ARRAY[w.others[1 + floor(pg_temp.chance(i.g, 11) * cardinality(w.others))::integer]]
            ELSE '{{}}' END,
       CASE WHEN pg_temp.chance(i.g, 12) < least(0.003, 50.0 / i.size)
            THEN ARRAY[w.others[1 + floor(pg_temp.chance(i.g, 13) * cardinality(w.others))::integer]]
            ELSE '{{}}' END,
       NULL, CASE WHEN pg_temp.chance(i.g, 3) < 0.3 THEN rtrim(split_part(b1.words, ',', 1), '.')
             ELSE '' END,
       concat_ws(' ', b1.words, CASE WHEN pg_temp.chance(i.g, 4) < 0.7 THEN b2.words END,
                 CASE WHEN pg_temp.chance(i.g, 5) < 0.6 THEN b3.words END),
       true, 1, NULL, NULL, '', ''
FROM gen_placed i
JOIN gen_pens q ON q.n = i.n AND q.subject = i.subject
JOIN gen_pen p ON p.n = i.n AND p.subject = i.subject
    AND p.number = 1 + floor(q.pens * power(pg_temp.chance(i.g, 6), 1.6))::integer
JOIN gen_circle w ON w.n = i.n
CROSS JOIN LATERAL (SELECT CASE
    WHEN i.subject <= 5 AND pg_temp.chance(i.g, 7) < 0.97 THEN 'everyone'
    WHEN pg_temp.chance(i.g, 7) < 0.93 THEN 'everyone'
    WHEN pg_temp.chance(i.g, 7) < 0.96 THEN 'family_care'
    WHEN pg_temp.chance(i.g, 7) < 0.99 THEN 'family' ELSE 'own' END AS circle) c
JOIN gen_list l ON l.list = i.subject
JOIN gen_list l3 ON l3.list = 101
JOIN gen_sentence b1 ON b1.list = i.subject
    AND b1.number = floor(power(l.length + 1, pg_temp.chance(i.g, 20)))::integer
JOIN gen_sentence b2 ON b2.list = i.subject
    AND b2.number = floor(power(l.length + 1, pg_temp.chance(i.g, 21)))::integer
JOIN gen_sentence b3 ON b3.list = 101
    AND b3.number = floor(power(l3.length + 1, pg_temp.chance(i.g, 22)))::integer
ORDER BY i.g;
