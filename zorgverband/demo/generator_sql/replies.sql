-- Replies under about one in eight of messages {from} up to {to}, by others who write on that
-- subject.
INSERT INTO sharing_reply (id, network_id, item_id, author_id, author_member_id, created_at, body)
SELECT pg_temp.made_id('reply', g * 4 + nr), n.id, i.id, p.person_id, p.member_id,
       least(i.created_at + nr * interval '25 minutes', '{until}'::timestamptz), b.words
FROM gen_network n
CROSS JOIN LATERAL generate_series(greatest(n.first, {from}),
                                   least(n.first + n.size, {to}) - 1) AS g
CROSS JOIN generate_series(1, 3) AS nr
JOIN sharing_item i ON i.id = pg_temp.made_id('item', g)
JOIN gen_pens q ON q.n = n.n AND q.subject = i.subject
JOIN gen_pen p ON p.n = n.n AND p.subject = i.subject
    AND p.number = 1 + floor(q.pens * pg_temp.chance(g * 4 + nr, 31))::integer
JOIN gen_list l ON l.list = 102
JOIN gen_sentence b ON b.list = 102
    AND b.number = floor(power(l.length + 1, pg_temp.chance(g * 4 + nr, 32)))::integer
WHERE n.first < {to} AND n.first + n.size > {from}
  AND pg_temp.chance(g, 30) < power(0.4, nr) / 3
