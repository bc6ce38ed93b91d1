"""Photos in the stories, drawn here so that nobody's own photo is needed; and a letter that was
brought."""

import io
from datetime import timedelta

from PIL import Image, ImageDraw

from zorgverband.album.actions import share_photos
from zorgverband.base import clock
from zorgverband.networks.queries import faces
from zorgverband.papers.actions import note_brought
from zorgverband.sharing.circles import EVERYONE, audience_of
from zorgverband.sharing.subjects import Subject

from .town_acting import Acting

WIDE, HIGH = 960, 720
# Sky, ground, and what stands there.
SCENES = {
    "park": ("#9fd3f0", "#4f9a4a", "tree"),
    "sea": ("#cfe8f5", "#d9c48a", "sun"),
    "soup": ("#f3e3c3", "#8a5a33", "bowl"),
    "cake": ("#fde3ea", "#c98fa3", "cake"),
    "flowers": ("#eef4e0", "#6f9b54", "flower"),
}


class Photos:
    """The verbs of a story about small news."""

    def photos(
        self: Acting,
        who: str,
        days_ago: int,
        at: str,
        words: str,
        *scenes: str,
        shows: str = "",
        circle: str = EVERYONE,
    ) -> None:
        """`who` shares photos of these scenes."""
        with self.as_(who, days_ago, at) as (seat, person):
            share_photos(
                seat=seat, person=person, about=self.about(""), subject=Subject.DAY, words=words,
                shows=shows, circle=circle,
                audience=audience_of(circle, faces(self.id).values()),
                photos=[(f"{scene}.jpg", io.BytesIO(drawn(scene))) for scene in scenes],
            )  # fmt: skip

    def letter(self: Acting, noted_by: str, brought_by: str, days_ago: int, at: str) -> None:
        """A letter with the news of two weeks, brought the same day."""
        with self.as_(noted_by, days_ago, at) as (seat, person):
            until = clock.now()
            note_brought(
                seat=seat, person=person, client=self.about(""), until=until, on=clock.today(),
                since=until - timedelta(days=14), by=self.members[brought_by],
            )  # fmt: skip


def drawn(scene: str) -> bytes:
    """A simple picture of a scene."""
    sky, ground, thing = SCENES[scene]
    picture = Image.new("RGB", (WIDE, HIGH), sky)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, HIGH * 2 // 3, WIDE, HIGH), fill=ground)
    if thing == "tree":
        draw.rectangle((440, 330, 500, 540), fill="#6b4a2b")
        draw.ellipse((310, 100, 630, 400), fill="#2f6f36")
    elif thing == "sun":
        draw.ellipse((620, 110, 800, 290), fill="#f6c344")
        draw.rectangle((0, 400, WIDE, 500), fill="#4c8fb5")
    elif thing == "bowl":
        draw.pieslice((250, 180, 710, 640), 0, 180, fill="#f7f7f2")
        draw.ellipse((250, 370, 710, 450), fill="#d98a2b")
    elif thing == "cake":
        draw.rectangle((280, 380, 680, 560), fill="#fff6ef")
        draw.rectangle((280, 380, 680, 420), fill="#d4557a")
        for left in (360, 470, 580):
            draw.rectangle((left, 300, left + 16, 380), fill="#f6c344")
    else:
        for left, colour in ((300, "#d4557a"), (470, "#f6c344"), (640, "#8c6bb1")):
            draw.rectangle((left - 6, 330, left + 6, 560), fill="#3f7a3c")
            draw.ellipse((left - 70, 220, left + 70, 360), fill=colour)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()
