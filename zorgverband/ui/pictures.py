"""Pictures that are drawn for one page, such as a square to scan."""

import base64


def as_picture(svg: str) -> str:
    """An address that holds the drawing itself, for an `img`; the content security policy allows
    pictures of this kind and nothing else. Empty for no drawing."""
    if not svg:
        return ""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
