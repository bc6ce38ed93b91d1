"""A question or complaint whose receipt or answer is too late. Who it is against cannot read it, and so
does not meet this either."""

from django.utils.translation import gettext_lazy as _

from ..rule import Act, Rule, ladder

RULE = Rule(
    kind="complaint_term",
    title=_("Antwoord op vraag of klacht te laat"),
    looks_at="questions and complaints that run without an answer, and their terms",
    finds="""
        SELECT c.network_id, c.item_id::text, i.about_id, i.subject::integer, ARRAY[c.item_id],
               ARRAY[c.handler_id], c.handler_id, i.author_member_id,
               (late.day + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam',
               jsonb_build_object('date', late.day)
        FROM complaints_complaint c
        JOIN sharing_item i ON i.id = c.item_id AND i.withdrawn_at IS NULL
        CROSS JOIN LATERAL (
            SELECT CASE WHEN c.received_at IS NULL THEN LEAST(c.receipt_by, c.answer_by)
                        ELSE c.answer_by END AS day) late
        WHERE c.network_id = ANY (p_networks) AND i.created_at <= p_now
          AND (c.ends_at IS NULL OR c.ends_at > p_now)
          AND (c.answered_at IS NULL OR c.answered_at > p_now)
          AND late.day < p_today
    """,
    resolved_if="it is received, gets more time, is answered, or is stopped by who asked",
    ladder=ladder(who=0, asker=7),
    seriousness=7,
    act=Act.LOOK,
    act_words=_("Bekijk de vraag of klacht"),
    why=_("%(who)s zou uiterlijk %(date)s reageren op “%(what)s”. U kunt ook naar iemand buiten dit "
          "netwerk."),
    client=_("Op “%(what)s” is nog niet op tijd gereageerd. U kunt ook naar iemand buiten dit netwerk."),
    doer=_("U zou uiterlijk %(date)s reageren op “%(what)s”."),
    items=("complaint",),
)  # fmt: skip
