-- Replies under about one in six of the messages just written, by others who write on that subject.
INSERT INTO sharing_reply (id, network_id, item_id, author_id, author_member_id, created_at, body)
SELECT pg_temp.made_id('reply', i.g * 4 + nr), i.network_id, pg_temp.made_id('item', i.g),
       p.person_id, p.member_id,
       '{until}'::timestamptz - greatest(i.ago - nr * interval '25 minutes', interval '0'), b.words
FROM gen_placed i
CROSS JOIN generate_series(1, 3) AS nr
JOIN gen_pens q ON q.n = i.n AND q.subject = i.subject
JOIN gen_pen p ON p.n = i.n AND p.subject = i.subject
    AND p.number = 1 + floor(q.pens * pg_temp.chance(i.g * 4 + nr, 31))::integer
JOIN gen_list l ON l.list = 102
JOIN gen_sentence b ON b.list = 102
    AND b.number = floor(power(l.length + 1, pg_temp.chance(i.g * 4 + nr, 32)))::integer
WHERE pg_temp.chance(i.g, 30) < power(0.4, nr) / 3
ORDER BY i.g, nr;
