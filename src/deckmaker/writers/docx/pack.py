"""A Word file's bytes, the same for the same document on any day."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(document: Document) -> bytes:
    """The document as a .docx file whose parts carry no time of the clock."""
    properties = document.core_properties
    properties.created = properties.modified = datetime(1980, 1, 1)
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.revision = 1
    for id, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/customXml"):  # of python-docx's own template, and of no use
            del document.part.rels[id]
    raw, made = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(info, source.read(name))
    return made.getvalue()
