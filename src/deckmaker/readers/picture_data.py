"""What a picture tells beside what it shows: the place that a phone writes into its photographs."""

from __future__ import annotations

import io
import logging

_MARKS = (b"Exif\0\0", b"eXIf", b"EXIF")
"""How JPEG, PNG and WebP announce what a camera wrote."""


def tells_place(data: bytes) -> bool:
    """Whether the picture's Exif data hold a position on the globe."""
    if not any(mark in data for mark in _MARKS):
        return False
    import exifread  # for the few sets that have photographs

    logging.getLogger("exifread").setLevel(logging.CRITICAL)
    try:
        tags = exifread.process_file(io.BytesIO(data), details=False, extract_thumbnail=False)
    except Exception:  # damaged data tell nothing, in whatever way the library finds that out
        return False
    return "GPS GPSLatitude" in tags or "GPS GPSLongitude" in tags
