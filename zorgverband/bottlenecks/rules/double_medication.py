"""Somebody uses the same medicine twice, or two of the same group (by ATC code, else by name)."""

from django.utils.translation import gettext_lazy as _

from zorgverband.record.doubles import ATC, GROUP

from ..rule import Act, Rule, ladder

# The first word of what stands on the box, when it is long enough to say something.
NAME = "substring(lower(replace({0}.name, ',', ' ')) from '^\\s*(\\S{{5,}})')"
USED = """
    m.replaced_at IS NULL
    -- What was to begin on a day is used from that day: nobody writes that down once more.
    AND (m.status = 'active' OR m.status = 'planned' AND m.starts_on IS NOT NULL)
    AND (m.starts_on IS NULL OR m.starts_on <= p_today) AND (m.ends_on IS NULL
      OR m.ends_on >= p_today)
"""
MEDICINES = f"""
    SELECT m.item_id, m.network_id, m.about_id, i.subject::integer AS subject, i.author_member_id,
           i.created_at, {NAME.format("m")} AS word,
           CASE WHEN m.code_system = '{ATC}' THEN m.code ELSE '' END AS atc
    FROM record_medication m
    JOIN sharing_item i ON i.id = m.item_id AND i.withdrawn_at IS NULL AND i.compartment_id IS NULL
    WHERE m.network_id = ANY (p_networks) AND {USED}
"""
_WHOLE = "^[A-Z][0-9][0-9][A-Z]{2}[0-9][0-9]$"

RULE = Rule(
    kind="double_medication",
    title=_("Dubbel medicijn"),
    looks_at="the medicines somebody uses now, two by two",
    finds=f"""
        WITH m AS MATERIALIZED ({MEDICINES})
        SELECT a.network_id, a.item_id || ' ' || b.item_id, a.about_id, LEAST(a.subject, b.subject),
               ARRAY[b.item_id, a.item_id], '{{}}'::uuid[], NULL::uuid, b.author_member_id,
               GREATEST(a.created_at, b.created_at), '{{}}'::jsonb
        FROM m a JOIN m b ON b.network_id = a.network_id AND b.about_id = a.about_id
          AND (a.created_at, a.item_id) < (b.created_at, b.item_id)
        WHERE CASE WHEN a.atc ~ '{_WHOLE}' AND b.atc ~ '{_WHOLE}'
                   THEN left(a.atc, {GROUP}) = left(b.atc, {GROUP})
                   ELSE a.word = b.word END
    """,
    resolved_if="one of the two is stopped",
    ladder=ladder(asker=0, coordinator=2, control=5),
    seriousness=7,
    act=Act.ASK_BOTH,
    act_words=_("Vraag of het klopt"),
    why=_("“%(what)s” en “%(other)s” zijn hetzelfde of lijken erg op elkaar."),
    client=_(
        "Twee van uw medicijnen lijken op elkaar. Hier wordt naar gekeken. Blijf ze gewoon nemen."
    ),
    items=("medication",),
)
