"""The one stylesheet: all files of `static/ui/css` in order of their number, once per process."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "ui" / "css"


@dataclass(frozen=True)
class Stylesheet:
    """What is served: the text as bytes, the same packed, and the digest that names it."""

    content: bytes
    packed: bytes
    digest: str

    @property
    def url(self) -> str:
        """An address that changes with the content, so that browsers may keep it for ever."""
        return f"/ui/{self.digest}.css"


def squeeze(text: str) -> str:
    """Take out comments and the blank space that means nothing in CSS."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};,>])\s*", r"\1", text)
    text = re.sub(r":\s+", ":", text)
    return text.replace(";}", "}").strip()


def build(folder: Path = FOLDER) -> Stylesheet:
    """Join the files of `folder` by name. Raises FileNotFoundError when there are none."""
    files = sorted(folder.glob("*.css"))
    if not files:
        raise FileNotFoundError(f"no stylesheet in {folder}")
    content = squeeze("\n".join(file.read_text(encoding="utf-8") for file in files)).encode()
    digest = hashlib.sha256(content).hexdigest()[:16]
    return Stylesheet(content=content, packed=gzip.compress(content, 9, mtime=0), digest=digest)


@lru_cache(maxsize=1)
def stylesheet() -> Stylesheet:
    """The stylesheet of this process."""
    return build()
