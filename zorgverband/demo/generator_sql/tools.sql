-- Ids and chances that depend on the seed and a number only, for the statements that follow.

-- The same UUIDv7 as `made_id` in generator_people.py.
CREATE OR REPLACE FUNCTION pg_temp.made_id(kind text, number bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(1577836800000 + number), 12, '0') || overlay(overlay(
        substr(md5({seed}::text || ':' || kind || ':' || number), 1, 20)
        PLACING '7' FROM 1 FOR 1) PLACING '8' FROM 5 FOR 1))::uuid
$$;

-- A number from 0 up to 1; `question` makes several of them for one number.
CREATE OR REPLACE FUNCTION pg_temp.chance(number bigint, question integer) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (hashint8extended(number, {seed}::bigint * 1000 + question) & 9007199254740991)
           / 9007199254740992.0::double precision
$$;

CREATE TEMP TABLE gen_network (
    n integer PRIMARY KEY, id uuid NOT NULL, first bigint NOT NULL, size integer NOT NULL,
    alike boolean NOT NULL, begun timestamptz NOT NULL) ON COMMIT DROP;
CREATE TEMP TABLE gen_default (
    side text, function text, subject smallint, can_read boolean, can_write boolean, past boolean)
    ON COMMIT DROP;
CREATE TEMP TABLE gen_only (member_id uuid PRIMARY KEY, subject smallint) ON COMMIT DROP;
-- Subjects as pieces of the line from 0 to 1.
CREATE TEMP TABLE gen_subject (alike boolean, low double precision, high double precision,
    subject smallint) ON COMMIT DROP;
CREATE TEMP TABLE gen_sentence (
    list smallint, number integer, words text, PRIMARY KEY (list, number)) ON COMMIT DROP;
CREATE TEMP TABLE gen_list (list smallint PRIMARY KEY, length integer) ON COMMIT DROP;
-- The messages of one round: which network, which subject, how long ago.
CREATE TEMP TABLE gen_placed (
    n integer, network_id uuid, size integer, g bigint, subject smallint, ago interval) ON COMMIT DROP;
