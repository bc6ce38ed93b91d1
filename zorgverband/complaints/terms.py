"""Within which terms a question or complaint is received and answered.

Source: Wet kwaliteit, klachten en geschillen zorg (Wkkgz), artikel 17: an answer within six weeks after
it was handed in; four weeks more, once, when that is said with the reason before the term is over. The
receipt within five working days is our own promise. Both count for the social side and for questions
too, so that everybody knows one term. How long one may still say what one thinks of the answer is ours.
"""

from datetime import date, timedelta

from zorgverband.base.workdays import workdays_later

RECEIPT_WORKDAYS = 5
ANSWER = timedelta(weeks=6)
EXTENSION = timedelta(weeks=4)
REACTION = timedelta(weeks=4)


def receipt_by(day: date) -> date:
    """The last day on which who handles it says that it was received."""
    return workdays_later(day, RECEIPT_WORKDAYS)


def answer_by(day: date) -> date:
    """The last day for the answer to what was handed in on `day`."""
    return day + ANSWER
