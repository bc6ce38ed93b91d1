"""The plan page of a household with forty goals and three hundred agreements."""

from collections.abc import Iterator

from zorgverband.demo.generator_people import made_id

from .household_rows import fill
from .measure import Question, page, plain_rows
from .place import SEED, Place
from .visitor import Visitor

NUMBER = 4  # the first network after those that are alike but for their size
ROWS = """
WITH parts AS (
    SELECT p.*, i.title, i.body, i.about_id, i.subject, i.author_id, i.author_member_id, i.created_at,
           i.edited_at, i.version, g.measure, g.unit, g.target, g.due_on, g.attained, g.closed_at
    FROM plan_planpart p JOIN sharing_item i ON i.id = p.item_id
    LEFT JOIN plan_goal g ON g.item_id = p.item_id
    WHERE p.network_id = %(network)s AND p.ended_at IS NULL AND g.closed_at IS NULL),
steps AS (
    SELECT item_id, json_agg(json_build_array(value, words, person_id, at) ORDER BY at, id) AS steps
    FROM plan_goalstep WHERE network_id = %(network)s GROUP BY item_id),
agreed AS (
    SELECT a.*, i.title, i.body, count(*) OVER goal AS of_goal,
           row_number() OVER (goal ORDER BY a.due_on NULLS LAST, a.item_id) AS place,
           ARRAY(SELECT t.on_date FROM agreements_agreementtick t WHERE t.item_id = a.item_id) AS ticks
    FROM agreements_agreement a JOIN sharing_item i ON i.id = a.item_id
    WHERE a.network_id = %(network)s
      AND a.state NOT IN ('declined', 'done', 'failed', 'cancelled')
    WINDOW goal AS (PARTITION BY a.goal_id))
SELECT * FROM parts p LEFT JOIN steps s ON s.item_id = p.item_id
LEFT JOIN agreed a ON a.goal_id = p.item_id AND a.place <= 3 ORDER BY p.created_at, p.item_id
"""


def questions(place: Place) -> Iterator[Question]:
    """The page as the GP; in plain SQL the same goals with their steps and the first agreements,
    counted."""
    network = made_id(SEED, "network", NUMBER)
    fill(network)
    visitor = Visitor(place.person("gp", place.sizes[0]))
    yield Question(
        "plan of a household", "care", 0, page(visitor, f"/n/{network}/plan/"),
        plain_rows(ROWS, {"network": network}),
    )  # fmt: skip
