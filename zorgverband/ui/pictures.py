"""Pictures that are drawn for one page, such as a square to scan, and photos on paper."""

import base64
import io

from PIL import Image


def as_picture(svg: str) -> str:
    """An address that holds the drawing itself, for an `img`; the content security policy allows
    pictures of this kind and nothing else. Empty for no drawing."""
    if not svg:
        return ""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def as_drawing(jpeg: bytes) -> bytes:
    """A drawing with nothing in it but this photo: the typesetter takes its files as text."""
    with Image.open(io.BytesIO(jpeg)) as photo:
        width, height = photo.size
    size = f'width="{width}" height="{height}"'
    inside = base64.b64encode(jpeg).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
        f'<image {size} href="data:image/jpeg;base64,{inside}"/></svg>'
    ).encode()
