-- Whoever can sign in has read everything but the last few hours of each of their networks, and was
-- told of the newest messages there.
INSERT INTO sharing_readmark (id, person_id, network_id, seen_until)
SELECT pg_temp.made_id('mark', row_number() OVER (ORDER BY w.person_id, w.network_id)),
       w.person_id, w.network_id, '{until}'::timestamptz - interval '5 hours'
FROM networks_presence w JOIN gen_network n ON n.id = w.network_id
WHERE w.person_id = ANY (%(people)s::uuid[])
GROUP BY w.person_id, w.network_id;

INSERT INTO journal_event (id, network_id, verb, item_id, member_id, person_id, to_person_id, at)
SELECT pg_temp.made_id('event', n.n * 8 + i.number), n.id, 'shared', i.id, NULL, i.author_id, NULL,
       i.created_at
FROM gen_network n
CROSS JOIN LATERAL (
    SELECT f.*, row_number() OVER (ORDER BY f.created_at DESC, f.id) AS number
    FROM (SELECT s.id, s.author_id, s.created_at FROM sharing_item s
          WHERE s.network_id = n.id ORDER BY s.created_at DESC LIMIT 4) f) i;

INSERT INTO notifications_notice (id, person_id, event_id, network_id, item_id, kind, at, read_at,
    bundle)
SELECT pg_temp.made_id('notice', row_number() OVER (ORDER BY w.person_id, e.id)), w.person_id, e.id,
       e.network_id, e.item_id, 'news', e.at, NULL, ''
FROM gen_network n
JOIN journal_event e ON e.network_id = n.id
JOIN (SELECT DISTINCT person_id, network_id FROM networks_presence
      WHERE person_id = ANY (%(people)s::uuid[])) w ON w.network_id = n.id
WHERE e.person_id <> w.person_id;
