"""Pictures for Typst, which takes text only."""

from __future__ import annotations

from base64 import b64encode
from typing import TypeAlias

Picture: TypeAlias = str | list[int]
"""An SVG's text, or a picture's bytes."""

_MAGIC = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"RIFF": "webp"}
_EXIF = b"Exif\0\0"
_HEAD = 4096
"""Bytes of a JPEG in which a camera says which way is up."""


def is_raster(data: bytes) -> bool:
    """Whether its first bytes are those of a PNG, JPEG, GIF or WebP."""
    return bool(_raster_type(data))


def packed(data: bytes) -> Picture:
    """The picture as the template takes it.

    A raster picture rides in an SVG, ten times quicker than as bytes; but for those that may have to be turned, which
    an SVG forgets. An SVG also forgets pictures that it cannot read: see `unpacked`.
    """
    kind = _raster_type(data)
    if kind == "jpeg" and _EXIF in data[:_HEAD]:
        return list(data)
    if kind:
        address = f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"
        return f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'
    return data.decode("utf-8-sig", "replace")


def unpacked(data: bytes) -> Picture:
    """The picture in the form in which Typst refuses what it cannot read."""
    return list(data) if is_raster(data) else packed(data)


def _raster_type(data: bytes) -> str:
    return next((name for magic, name in _MAGIC.items() if data.startswith(magic)), "")
