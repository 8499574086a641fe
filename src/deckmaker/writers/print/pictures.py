"""Pictures for Typst, which takes text only: every raster picture rides in an SVG of its own."""

from __future__ import annotations

from base64 import b64encode

_MAGIC = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"RIFF": "webp"}


def is_raster(data: bytes) -> bool:
    """Whether its first bytes are those of a PNG, JPEG, GIF or WebP."""
    return bool(_raster_type(data))


def svg(data: bytes) -> str:
    """The picture as SVG text; "" for bytes that are no picture at all."""
    if kind := _raster_type(data):
        address = f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"
        return f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'
    return data.decode("utf-8-sig", "ignore")


def _raster_type(data: bytes) -> str:
    return next((name for magic, name in _MAGIC.items() if data.startswith(magic)), "")
