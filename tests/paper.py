"""What a printed page says: the words of a PDF as this product makes them, read back from its bytes.

Knows no more of the format than these files need: plain objects, packed streams, two bytes a letter.
"""

import re
import zlib

_OBJECT = re.compile(rb"(?ms)^(\d+) 0 obj\n(.*?)\nendobj$")
_STREAM = re.compile(rb"(?s)stream\n(.*)\nendstream")
_MAPPED = re.compile(r"<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>\s*)?<([0-9A-Fa-f]+)>")
# A string between parentheses; those that come in pairs within it stand there as they are.
_DEEPEST = rb"\((?:\\.|[^\\()])*\)"
_NESTED = rb"\((?:\\.|[^\\()]|" + _DEEPEST + rb")*\)"
_WORDS = rb"\((?:\\.|[^\\()]|" + _NESTED + rb")*\)"
_SHOWN = re.compile(
    rb"(?s)/(f\d+) [\d.]+ Tf|\[((?:" + _WORDS + rb"|[^()\]])*)\]TJ"
    rb"|(" + _WORDS + rb"|<[0-9a-fA-F]+>)Tj|((?<=\n)ET)"
)
_STRING = re.compile(rb"(?s)(" + _WORDS + rb")|<([0-9a-fA-F]*)>")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def words_on(pdf: bytes) -> str:
    """All words of all pages, in the order of reading; a space for each new line or cell."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    said = [
        _page(objects, page)
        for page in objects.values()
        if b"/Type/Page/" in page and b"/Contents" in page
    ]
    return re.sub(r"\s+", " ", " ".join(said)).strip()


def pages_of(pdf: bytes) -> int:
    """How many pages it has."""
    return len(re.findall(rb"/Type/Page/", pdf))


def sizes_on(pdf: bytes) -> set[float]:
    """In how many points the letters of all its pages are."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    shown = [
        _unpacked(objects[_reference(page, b"Contents")])
        for page in objects.values()
        if b"/Type/Page/" in page and b"/Contents" in page
    ]
    return {float(size) for page in shown for size in re.findall(rb"/f\d+ ([\d.]+) Tf", page)}


def _page(objects: dict[int, bytes], page: bytes) -> str:
    fonts = {
        name.decode(): _letters(objects, objects[int(number)])
        for name, number in re.findall(
            rb"/(f\d+) (\d+) 0 R", objects[_reference(page, b"Resources")]
        )
    }
    said, font = [], {}
    for found in _SHOWN.finditer(_unpacked(objects[_reference(page, b"Contents")])):
        if found[1]:
            font = fonts[found[1].decode()]
        elif found[4]:
            said.append(" ")
        else:
            said += [font.get(code, "?") for code in _codes(found[2] or found[3] or b"")]
    return "".join(said)


def _letters(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    """Which letters each number of this font stands for."""
    table = _unpacked(objects[_reference(font, b"ToUnicode")]).decode("latin-1")
    found = {}
    for line in table.splitlines():
        mapped = _MAPPED.fullmatch(line.strip())
        if mapped and not line.strip().startswith("<0000> <FFFF>"):
            first, last = int(mapped[1], 16), int(mapped[2] or mapped[1], 16)
            letters = bytes.fromhex(mapped[3]).decode("utf-16-be")
            for away in range(last - first + 1):
                found[first + away] = letters[:-1] + chr(ord(letters[-1]) + away)
    return found


def _codes(shown: bytes) -> list[int]:
    raw = b"".join(
        bytes.fromhex(hexed.decode()) if hexed else _plain(string[1:-1])
        for string, hexed in _STRING.findall(shown)
    )
    return [int.from_bytes(raw[place : place + 2], "big") for place in range(0, len(raw), 2)]


def _plain(string: bytes) -> bytes:
    def letter(found: re.Match[bytes]) -> bytes:
        code = found[1]
        return bytes([int(code, 8)]) if code.isdigit() else _ESCAPES.get(code, code)

    return re.sub(rb"(?s)\\([0-7]{1,3}|.)", letter, string)


def _reference(source: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", source)
    assert found is not None, f"no {name.decode()}"
    return int(found[1])


def _unpacked(source: bytes) -> bytes:
    found = _STREAM.search(source)
    assert found is not None, "no stream"
    return zlib.decompress(found[1])
