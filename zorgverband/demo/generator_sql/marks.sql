-- Whoever can sign in has read everything but the last few hours of each of their networks.
INSERT INTO sharing_readmark (id, person_id, network_id, seen_until)
SELECT pg_temp.made_id('mark', row_number() OVER (ORDER BY w.person_id, w.network_id)),
       w.person_id, w.network_id, '{until}'::timestamptz - interval '5 hours'
FROM networks_presence w JOIN gen_network n ON n.id = w.network_id
WHERE w.person_id = ANY (%s::uuid[])
GROUP BY w.person_id, w.network_id;
