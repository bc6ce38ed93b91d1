"""Every line of the rule and every fact it leans on, broken on purpose: file, what stands there,
and what is put in its place. A line that changed so much that a mutant no longer fits makes the
test fail, so that this list stays in step with the locks."""

from dataclasses import dataclass

from zorgverband.privacy.apply import LOCKS

STEPS = "privacy.steps() RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 200 $$"


def few_steps() -> dict[str, str]:
    """The locks with walks so short that pages and searches look per opening almost at once, as
    they do in large dossiers."""
    whole = (LOCKS / "reading.sql").read_text()
    if whole.count(STEPS) != 1:
        raise ValueError("the length of a walk is said in another way")
    return {"reading.sql": whole.replace(STEPS, STEPS.replace("200", "0"))}


@dataclass(frozen=True)
class Mutant:
    """One fault: in `file`, the one place where `old` stands becomes `new`."""

    name: str
    file: str
    old: str
    new: str
    few_steps: bool = False

    def texts(self) -> dict[str, str]:
        """The files that are other than they should be; raises when the fault no longer fits."""
        whole = (LOCKS / self.file).read_text()
        found = whole.count(self.old)
        if found != 1:
            raise ValueError(f"{self.name}: {self.old!r} stands {found} times in {self.file}")
        broken = {self.file: whole.replace(self.old, self.new)}
        return broken | few_steps() if self.few_steps else broken


def _rule(name: str, old: str, new: str) -> Mutant:
    return Mutant(f"rule: {name}", "rule.sql", old, new)


def _ring(name: str, old: str, new: str) -> Mutant:
    return Mutant(f"ring: {name}", "ring.sql", old, new)


WALL = "WHEN {subject} <= 5 AND {social} THEN -1"
NAMED = "CASE WHEN {compartment} = ANY ({compartments}) THEN 2 ELSE -2 END"
AUTHOR = "WHEN {author} = {person} THEN 3"
OWN = "WHEN ({own} >> {subject}) & 1 = 1 THEN 4"
DENY = "WHEN {denied} && {mine} THEN -5"
ALLOW = "WHEN {allowed} && {mine} THEN 6"
AUDIENCE = "WHEN {audience} IS NOT NULL AND NOT {audience} && {mine} THEN -7"
PERMISSION = "WHEN {created} >= {since} THEN 8"
EMERGENCY = "WHEN {subject} <= 5 AND {emergency} THEN 9"
NEVER = "WHEN false THEN -10"

RULE = (
    _rule("no wall", WALL, NEVER),
    _rule("a wall that says yes", WALL, WALL.replace("-1", "1")),
    _rule("a wall without mind", WALL, WALL.replace("<= 5", "<= 4")),
    _rule("a wall around the day too", WALL, WALL.replace("<= 5", "<= 6")),
    _rule("a wall for everybody", WALL, WALL.replace(" AND {social}", "")),
    _rule("a wall around everything", WALL, WALL.replace("{subject} <= 5 AND ", "")),
    _rule("no compartment", "WHEN {compartment} IS NOT NULL THEN", "WHEN false THEN"),
    _rule("a compartment open to all", NAMED, "2"),
    _rule("a compartment closed to all", NAMED, "-2"),
    _rule("a compartment only for others", NAMED, NAMED.replace("= ANY", "<> ALL")),
    _rule("a compartment that says no by falling through", "THEN 2 ELSE -2 END", "THEN 2 END"),
    _rule("no author", AUTHOR, NEVER),
    _rule("an author who may not", AUTHOR, AUTHOR.replace("3", "-3")),
    _rule("everybody but the author", AUTHOR, AUTHOR.replace("=", "<>")),
    _rule("nothing is one's own", OWN, NEVER),
    _rule("one's own is closed", OWN, OWN.replace("4", "-4")),
    _rule("own is the subject beside it", OWN, OWN.replace(">> {subject}", ">> {subject} - 1")),
    _rule("own is every subject", OWN, OWN.replace("({own} >> {subject}) & 1 = 1", "{own} <> 0")),
    _rule("no objection", DENY, NEVER),
    _rule("an objection that opens", DENY, DENY.replace("-5", "5")),
    _rule("an objection to whoever is not named", DENY, DENY.replace("WHEN", "WHEN NOT")),
    _rule("no exception", ALLOW, NEVER),
    _rule("an exception that closes", ALLOW, ALLOW.replace("6", "-6")),
    _rule("an exception for who is not named", ALLOW, ALLOW.replace("WHEN", "WHEN NOT")),
    _rule("objection after exception", f"{DENY}\n    -- 6 allow\n    {ALLOW}",
          f"{ALLOW}\n    {DENY}"),
    _rule("no audience", AUDIENCE, NEVER),
    _rule("an audience that opens", AUDIENCE, AUDIENCE.replace("-7", "7")),
    _rule("an audience of others", AUDIENCE, AUDIENCE.replace("AND NOT", "AND")),
    _rule("an empty audience is everybody", AUDIENCE,
          AUDIENCE.replace("IS NOT NULL", "<> '{}'")),
    _rule("no permission", PERMISSION, NEVER),
    _rule("a permission that closes", PERMISSION, PERMISSION.replace("8", "-8")),
    _rule("a permission from after its moment", PERMISSION, PERMISSION.replace(">=", ">")),
    _rule("a permission for what was before", PERMISSION, PERMISSION.replace(">=", "<=")),
    _rule("a permission whenever it began", PERMISSION,
          PERMISSION.replace("{created} >= {since}", "{since} IS NOT NULL")),
    _rule("no emergency", EMERGENCY, NEVER),
    _rule("an emergency that closes", EMERGENCY, EMERGENCY.replace("9", "-9")),
    _rule("an emergency for everything", EMERGENCY, EMERGENCY.replace("{subject} <= 5 AND ", "")),
    _rule("an emergency without mind", EMERGENCY, EMERGENCY.replace("<= 5", "<= 4")),
    _rule("an emergency for everybody", EMERGENCY, EMERGENCY.replace(" AND {emergency}", "")),
    _rule("otherwise yes", "ELSE -10", "ELSE 10"),
)  # fmt: skip

SEATS = (
    _ring("what ends now still runs", "AND (p_to IS NULL OR p_to > privacy.moment())",
          "AND (p_to IS NULL OR p_to >= privacy.moment())"),
    _ring("what begins now does not run yet", "p_from <= privacy.moment()", "p_from < privacy.moment()"),
    _ring("nothing ends", "AND (p_to IS NULL OR p_to > privacy.moment())", ""),
    _ring("everything has begun", "p_from <= privacy.moment() AND (", "("),
    _ring("members who left",
          "WHERE m.person_id IS NOT NULL AND privacy.running(m.joined_at, m.left_at)",
          "WHERE m.person_id IS NOT NULL"),
    _ring("teams that left",
          "privacy.running(m.joined_at, m.left_at) AND privacy.running(t.starts_at",
          "privacy.running(t.starts_at"),
    _ring("turns that ended", "m.left_at) AND privacy.running(t.starts_at, t.ends_at)", "m.left_at)"),
    _ring("a team although one is a member", "w.turn = w.first_turn", "true"),
    _ring("two hats without a choice", "w.hats = 1 OR EXISTS", "true OR EXISTS"),
    _ring("two hats although one chose", "w.hats = 1 OR EXISTS", "w.hats = 1 OR NOT EXISTS"),
    _ring("another's hat", "h.network_id = w.network_id AND h.person_id = w.person_id AND",
          "h.network_id = w.network_id AND"),
    _ring("a double turn is two hats", "SELECT DISTINCT m.network_id", "SELECT m.network_id"),
    _ring("no exclusion", "WHERE x.network_id = w.network_id AND x.person_id = w.person_id",
          "WHERE false"),
    _ring("an exclusion that never ends",
          "x.person_id = w.person_id\n              AND privacy.running(x.starts_at, x.ends_at)",
          "x.person_id = w.person_id"),
    _ring("an exclusion everywhere", "WHERE x.network_id = w.network_id AND", "WHERE"),
)  # fmt: skip

CONTROL = (
    _ring("a control that ended", "k.client_id = c.id AND privacy.running(k.starts_at, k.ends_at)",
          "k.client_id = c.id"),
    _ring("the oldest control holds", "k.starts_at DESC", "k.starts_at ASC"),
    _ring("a client who left decides", "c.side = 'client'\n          AND privacy.running"
          "(c.joined_at, c.left_at)", "c.side = 'client'"),
    _ring("a child of eleven decides", "age >= 12", "age >= 11"),
    _ring("a child of twelve does not decide", "age >= 12", "age > 12"),
    _ring("who is supported does not decide", "state IN ('self', 'supported')",
          "state IN ('self')"),
    _ring("who is represented decides too", "AND state IN ('self', 'supported')", ""),
    _ring("parents of a child of sixteen decide", "c.age < 16", "c.age <= 16"),
    _ring("parents of a child of fifteen do not decide", "c.age < 16", "c.age < 15"),
    _ring("authority that ended decides", "c.age < 16 AND privacy.running(a.starts_at, a.ends_at)",
          "c.age < 16"),
    _ring("who represents decides always", "WHERE c.state = 'represented' AND", "WHERE"),
    _ring("who represented decides", "'represented' AND privacy.running(r.starts_at, r.ends_at)",
          "'represented'"),
    _ring("who holds decides always", "WHERE c.state = 'interim' AND", "WHERE"),
    _ring("who represents decides on every subject", "c.age, privacy.mask(r.subjects)",
          "c.age, 65534"),
    _ring("what is medical is about the household", "d.subjects & 65472", "d.subjects"),
    _ring("carers decide on more than their load", "1 << 12", "65534"),
    _ring("children decide on the household", "d.age >= 18 OR NOT", "true OR NOT"),
    _ring("the household of a child of seventeen", "WHERE d.age >= 18 OR",
          "WHERE d.age >= 17 OR"),
    _ring("the household of children is nobody's", """d.age >= 18 OR NOT EXISTS (
        SELECT FROM clients c WHERE c.network_id = d.network_id AND c.age >= 18)""",
          "d.age >= 18"),
    _ring("the household of other networks' children",
          "WHERE c.network_id = d.network_id AND c.age", "WHERE c.age"),
    _ring("carers do not decide on themselves", "AND m.side = 'family'", "AND false"),
    _ring("everybody decides on themselves", "AND m.side = 'family'", ""),
)  # fmt: skip

KEYS = (
    _ring("one's own is not one's own", "65534 AS own, 0 AS control", "0 AS own, 0 AS control"),
    _ring("all that is medical is in the mask of social", "THEN 65472", "THEN 65534"),
    _ring("mind is in the mask of social", "THEN 65472", "THEN 65504"),
    _ring("the day is not in the mask of social", "THEN 65472", "THEN 65408"),
    _ring("story is in nobody's mask", "ELSE 65534 END AS may", "ELSE 32766 END AS may"),
    _ring("who represents sees every subject", "r.client_id, privacy.mask(r.subjects), 0",
          "r.client_id, 65534, 0"),
    _ring("who represents sees nothing", "r.client_id, privacy.mask(r.subjects), 0",
          "r.client_id, 0, 0"),
    _ring("who represented still sees",
          "r.representative_id = ANY (p_members) AND privacy.running(r.starts_at, r.ends_at)",
          "r.representative_id = ANY (p_members)"),
    _ring("the mask is one off", "bit_or(1 << s), 0) FROM unnest",
          "bit_or(1 << (s - 1)), 0) FROM unnest"),
    _ring("parents see what a child of sixteen has", "privacy.age(c.person_id) < 16",
          "privacy.age(c.person_id) <= 16"),
    _ring("parents do not see what a child of fifteen has", "privacy.age(c.person_id) < 16",
          "privacy.age(c.person_id) < 15"),
    _ring("parents see only until twelve", "privacy.age(c.person_id) < 16",
          "privacy.age(c.person_id) < 12"),
    _ring("authority that ended sees",
          "a.parent_id = ANY (p_members) AND privacy.running(a.starts_at, a.ends_at)",
          "a.parent_id = ANY (p_members)"),
    _ring("the day of birth in another time zone's tomorrow",
          "(now() AT TIME ZONE 'Europe/Amsterdam')::date",
          "(now() AT TIME ZONE 'Europe/Amsterdam')::date + 1"),
    _ring("the day of birth counts a day late",
          "(now() AT TIME ZONE 'Europe/Amsterdam')::date",
          "(now() AT TIME ZONE 'Europe/Amsterdam')::date - 1"),
    _ring("without a birth date one is a child", "birth_date))::int\n         FROM people_personal "
          "WHERE person_id = p_person), 99)", "birth_date))::int\n         FROM people_personal "
          "WHERE person_id = p_person), 9)"),
    _ring("control gives nothing to write", "COALESCE(p.write, 0) | COALESCE(h.control, 0)",
          "COALESCE(p.write, 0)"),
    _ring("emergency for every side", "WHERE m.side = 'care' AND", "WHERE"),
    _ring("emergency for the family", "WHERE m.side = 'care' AND",
          "WHERE m.side IN ('care', 'family') AND"),
    _ring("emergency that ended", "m.side = 'care' AND privacy.running(e.starts_at, e.ends_at)",
          "m.side = 'care'"),
    _ring("emergency about everybody", "SELECT e.member_id, e.client_id, 0, 0, true",
          "SELECT e.member_id, c.id, 0, 0, true FROM (SELECT 1) one, networks_member c, "
          "LATERAL (SELECT e.* FROM sharing_emergency e WHERE e.network_id = c.network_id) e "
          "JOIN m ON m.id = e.member_id WHERE m.side = 'care' AND privacy.running(e.starts_at, "
          "e.ends_at) UNION ALL SELECT e.member_id, e.client_id, 0, 0, true"),
    _ring("write permission is read permission", "FILTER (WHERE p.can_write)",
          "FILTER (WHERE p.can_read)"),
    _ring("read permission is write permission", "CASE WHEN NOT p.can_read THEN NULL",
          "CASE WHEN NOT p.can_write THEN NULL"),
    _ring("the past always", "WHEN p.past THEN '-infinity'", "WHEN true THEN '-infinity'"),
    _ring("the past never", "WHEN p.past THEN '-infinity'", "WHEN false THEN '-infinity'"),
    _ring("moments in the order of time", "ELSE p.since END ORDER BY p.subject)",
          "ELSE p.since END ORDER BY p.since)"),
    _ring("compartments of other members", "WHERE c.member_id = ANY (v_members);",
          "WHERE c.network_id = ANY (v_networks);"),
    _ring("no compartments", "WHERE c.member_id = ANY (v_members);", "WHERE false;"),
    _ring("nobody is social", "FILTER (WHERE s.side = 'social')", "FILTER (WHERE false)"),
)  # fmt: skip


ENDED = "WHEN {dead} AND {since} IS NULL THEN -11"

DEATH = (
    _rule("nobody dies", ENDED, NEVER),
    _rule("what is kept is closed too", ENDED, "WHEN {dead} THEN -11"),
    _rule("what is about the living is closed", ENDED, "WHEN {since} IS NULL THEN -11"),
    _rule("who died is an open book", ENDED, ENDED.replace("-11", "11")),
    _ring("a death that was taken back",
          "WHERE d.network_id = ANY (p_networks) AND privacy.running(d.starts_at, d.ends_at)",
          "WHERE d.network_id = ANY (p_networks)"),
    _ring("the household lives on without anybody",
          "SELECT g.network_id, g.network_id FROM gone g",
          "SELECT g.network_id, g.client_id FROM gone g"),
    _ring("one death ends the whole household",
          "AND NOT EXISTS (SELECT FROM gone x WHERE x.client_id = m.id)", "AND false"),
    _ring("a client who left keeps the household alive",
          "m.side = 'client'\n          AND privacy.running(m.joined_at, m.left_at)\n          AND NOT"
          " EXISTS (SELECT FROM gone", "m.side = 'client'\n          AND NOT EXISTS (SELECT FROM gone"),
    _ring("who died reads on", "AND NOT w.id = ANY (v_dead)", ""),
    _ring("everybody stays when no client lives",
          "NOT w.network_id = ANY (v_dead) OR EXISTS", "true OR EXISTS"),
    _ring("nobody stays when no client lives", "a.member_id = w.id AND a.about_id", "a.about_id"
          " IS NULL AND a.about_id"),
    _ring("who kept something of the living stays",
          "AND a.about_id = ANY (v_dead)\n", "\n"),
    _ring("who kept something stays",
          "a.about_id = ANY (v_dead)\n              AND privacy.running(a.starts_at, a.ends_at)",
          "a.about_id = ANY (v_dead)"),
    _ring("who died decides", "AND c.id NOT IN (SELECT d.about_id FROM privacy.dead(p_networks) d)",
          ""),
    _ring("one holds keys about the dead as before",
          "AND g.about_id NOT IN (SELECT d.about_id FROM dead d)", ""),
    _ring("permissions about the dead hold",
          "AND p.about_id NOT IN (SELECT d.about_id FROM dead d)", ""),
    _ring("what is kept is kept about the living too",
          "AND a.about_id IN (SELECT d.about_id FROM dead d)", ""),
    _ring("what was kept is kept",
          "AND privacy.running(a.starts_at, a.ends_at)\n          AND a.about_id IN",
          "AND a.about_id IN"),
    _ring("keeping is writing", " FILTER (WHERE a.can_write)", ""),
    _ring("keeping is not reading", "(COALESCE(k.read, 0) >> s) & 1 = 1", "false"),
    _ring("who keeps does not write", " | COALESCE(k.write, 0)", ""),
    _ring("the social side keeps what is medical", "WHEN (m.may >> s) & 1 = 0 THEN NULL\n", "\n"),
    _ring("what begins later holds now", "AND p.since <= privacy.moment()", ""),
    _ring("what begins now holds later", "AND p.since <= privacy.moment()",
          "AND p.since < privacy.moment()"),
)  # fmt: skip


def _other(file: str, name: str, old: str, new: str, *, few: bool = False) -> Mutant:
    return Mutant(f"{file.removesuffix('.sql')}: {name}", file, old, new, few)


NEAR = " > 0\n    ORDER BY i.happened_at DESC, i.id DESC\n    LIMIT p_limit;"
FAR = NEAR.replace("p_limit;", "p_limit - v_found;")


AROUND = (
    _other("explain.sql", "reasons of who cannot be seen",
           "    -- Somebody who takes part inside a compartment stays unseen by others.\n"
           "    JOIN networks_member m ON m.id = e.member_id\n", ""),
    _other("explain.sql", "reasons of what cannot be read",
           "LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$\n"
           "    SELECT e.member_id, e.person_id, e.line\n    FROM sharing_item i",
           "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$\n"
           "    SELECT e.member_id, e.person_id, e.line\n    FROM sharing_item i"),
    _other("explain.sql", "who may not read it hears of it", "AND x.line > 0",
           "AND x.line <> 0"),
    _other("explain.sql", "everybody hears what was for one",
           "AND (v.to_person_id IS NULL OR v.to_person_id = x.person_id)", ""),
    _other("explain.sql", "everybody hears of a member that was for one",
           "AND (v.to_person_id IS NULL OR v.to_person_id = s.person_id)", ""),
    _other("explain.sql", "all hear who joined inside a compartment",
           "AND (m.compartment IS NULL OR m.id = s.member_id OR EXISTS (", "AND (true OR EXISTS ("),
    _other("explain.sql", "counted readers who do not read", "WHERE d.line > 0 AND", "WHERE"),
    _other("search.sql", "search finds what one may not read", "AND {rule:search}" + NEAR,
           "AND 1" + NEAR),
    _other("search.sql", "search far back finds what one may not read", "AND {rule:search}" + FAR,
           "AND 1" + FAR, few=True),
    _other("search.sql", "search in networks not entered", "NOT p_network = ANY ({networks})",
           "false"),
    _other("search.sql", "search finds what was taken back",
           "AND i.withdrawn_at IS NULL\n      AND {rule:search}" + NEAR, "AND {rule:search}" + NEAR),
    _other("search.sql", "search far back finds what was taken back",
           "AND i.withdrawn_at IS NULL\n      AND {rule:search}" + FAR, "AND {rule:search}" + FAR,
           few=True),
    _other("search.sql", "search far back forgets what one wrote",
           "UNION SELECT public.item_mark(p_network, 'a', ({person})::text)", "", few=True),
    _other("search.sql", "search far back forgets what has its own readers",
           "UNION SELECT public.item_mark(p_network, 'o', '')", "", few=True),
    _other("search.sql", "search far back forgets what the ring opens",
           "FROM privacy.openings(p_network) o", "FROM privacy.openings(p_network) o WHERE false",
           few=True),
    _other("sharing.sql", "what was taken back is read",
           "USING (\n    withdrawn_at IS NULL AND (network_id", "USING (\n    (network_id"),
    _other("sharing.sql", "the lock is open", "AND {rule:lock} > 0", ""),
    _other("sharing.sql", "networks not entered are read",
           "withdrawn_at IS NULL AND (network_id = ANY ({networks})) IS TRUE AND {rule:lock}",
           "withdrawn_at IS NULL AND {rule:lock}"),
    _other("networks.sql", "members inside a compartment are seen",
           "compartment IS NULL OR compartment = ANY ({compartments}) OR", "true OR"),
    _other("networks.sql", "members inside a compartment are seen by nobody",
           "compartment IS NULL OR compartment = ANY ({compartments}) OR",
           "compartment IS NULL OR"),
)  # fmt: skip

TOLD = (
    _other("journal.sql", "what happened to what one may not read",
           "item_id IS NULL OR EXISTS (SELECT FROM sharing_item i WHERE i.id = journal_event.item_id)",
           "true"),
    _other("journal.sql", "what happened to members one may not see",
           "member_id IS NULL OR EXISTS", "true OR EXISTS"),
    _other("journal.sql", "what happened in networks not entered",
           "USING (\n    network_id = ANY ({networks})\n    -- Meant",
           "USING (\n    true\n    -- Meant"),
    _other("journal.sql", "what was meant for another",
           "to_person_id IS NULL OR {person} IN (to_person_id, person_id)", "true"),
    _other("notifications.sql", "an inbox with what was meant for another",
           "starts_with(v.verb, 'bottleneck_')\n      AND (v.to_person_id IS NULL OR p_person IN "
           "(v.to_person_id, v.person_id))", "starts_with(v.verb, 'bottleneck_')"),
    _other("journal.sql", "who looked inside a compartment",
           "OR compartment_id = ANY ({compartments})\n", "OR true\n"),
    _other("journal.sql", "who looked, of members one may not see",
           "SELECT FROM networks_member m WHERE m.id = journal_look.member_id", "SELECT"),
    _other("journal.sql", "inside a compartment the log opens to who represents",
           "about_id = ANY ({members}) AND privacy.log_opened", "privacy.log_opened"),
    _other("leads.sql", "the log of a compartment opens before its time",
           "AND o.opens_at <= privacy.moment()", ""),
    _other("leads.sql", "the log of a compartment opens though that was withdrawn",
           "\n                     AND o.withdrawn_at IS NULL", ""),
    _other("journal.sql", "who looked at another's",
           "((({own})[array_position({abouts}, about_id)] >> subject) & 1 = 1", "(true"),
    _other("journal.sql", "nobody sees who looked at the household",
           "OR (about_id = network_id AND about_id = ANY ({decided}))", ""),
    _other("journal.sql", "everybody sees who looked at the household",
           "AND about_id = ANY ({decided})", ""),
    _ring("who decides on something decides on all", "k.control & 65472 = 65472",
          "k.control <> 0"),
    _other("notifications.sql", "the notices of others",
           "mine ON notifications_notice FOR ALL TO zv_app USING (\n    person_id = {person} AND",
           "mine ON notifications_notice FOR ALL TO zv_app USING (\n   "),
    _other("notifications.sql", "notices of what one may not know",
           "AND EXISTS (SELECT FROM journal_event e WHERE e.id = notifications_notice.event_id)", ""),
    _other("notifications.sql", "knowing of what one may not read", "WHERE {rule:decisions} > 0",
           "WHERE true"),
    _other("notifications.sql", "knowing of who joined inside a compartment",
           "AND (m.compartment IS NULL OR m.compartment = ANY (s.compartments) OR m.id = s.member_id)",
           ""),
    _other("notifications.sql", "an inbox of everything",
           "WHERE n.id IN (SELECT k.id FROM privacy.knowable(v_person, v_chunk) k)",
           "WHERE n.id = ANY (v_chunk)"),
)  # fmt: skip

MUTANTS = (*RULE, *SEATS, *CONTROL, *KEYS, *DEATH, *AROUND, *TOLD)
