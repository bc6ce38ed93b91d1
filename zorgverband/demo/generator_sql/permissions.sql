-- What every member gets on joining, about each client and about the household.
INSERT INTO sharing_permission (id, network_id, member_id, about_id, subject, can_read, can_write,
    since, past, ground, wording, given_by_id, given_at)
SELECT pg_temp.made_id('permission', row_number() OVER (ORDER BY m.id, a.id, d.subject)),
       m.network_id, m.id, a.id, d.subject, d.can_read, d.can_write, m.joined_at, d.past,
       'default', '', NULL, m.joined_at
FROM gen_network n
JOIN networks_member m ON m.network_id = n.id
JOIN networks_role r ON r.member_id = m.id
JOIN gen_default d ON d.side = m.side AND d.function = r.function
JOIN (SELECT network_id, id FROM networks_member WHERE side = 'client'
      UNION ALL SELECT id, id FROM gen_network) a ON a.network_id = n.id
LEFT JOIN gen_only o ON o.member_id = m.id
WHERE (d.subject > 5 OR a.id <> n.id) AND (o.subject IS NULL OR o.subject = d.subject);

-- Who can write what, numbered within network and subject: the people a message can be from.
CREATE TEMP TABLE gen_pen ON COMMIT DROP AS
SELECT n.n, p.subject, p.about_id, p.member_id, w.person_id, m.side,
       row_number() OVER (PARTITION BY n.n, p.subject ORDER BY
           m.side = 'client', p.about_id = n.id, md5(p.member_id::text || p.about_id || w.person_id)
       )::integer AS number
FROM gen_network n
JOIN (SELECT network_id, member_id, about_id, subject FROM sharing_permission WHERE can_write
      UNION ALL
      SELECT network_id, id, id, 12 FROM networks_member WHERE side = 'family') p
  ON p.network_id = n.id
JOIN networks_member m ON m.id = p.member_id
JOIN networks_presence w ON w.member_id = m.id;
CREATE UNIQUE INDEX ON gen_pen (n, subject, number);
CREATE TEMP TABLE gen_pens ON COMMIT DROP AS
SELECT n, subject, count(*)::integer AS pens FROM gen_pen GROUP BY n, subject;
CREATE UNIQUE INDEX ON gen_pens (n, subject);

-- Whom the ready circles name in each network.
CREATE TEMP TABLE gen_circle ON COMMIT DROP AS
SELECT n.n, array_agg(m.id) FILTER (WHERE m.side IN ('client', 'family')) AS family,
       array_agg(m.id) FILTER (WHERE m.side <> 'social') AS family_care,
       array_agg(m.id ORDER BY m.id) FILTER (WHERE m.side <> 'client') AS others,
       array_agg(m.id) FILTER (WHERE m.side = 'client') AS clients
FROM gen_network n JOIN networks_member m ON m.network_id = n.id
WHERE m.left_at IS NULL
GROUP BY n.n;
CREATE UNIQUE INDEX ON gen_circle (n);
ANALYZE gen_network, gen_pen, gen_pens, gen_circle, gen_sentence, gen_list, gen_subject;
