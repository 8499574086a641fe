"""The few protobuf messages of a current package that we read, declared here by their published numbers.

Numbers: Anki's proto/anki/import_export.proto and notetypes.proto. Unknown fields are skipped, as protobuf does.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_KINDS = descriptor_pb2.FieldDescriptorProto
_MESSAGES: dict[str, list[tuple[str, int, int, str]]] = {
    "Metadata": [("version", 1, _KINDS.TYPE_INT64, "")],
    "MediaEntry": [("name", 1, _KINDS.TYPE_STRING, ""), ("legacy_number", 255, _KINDS.TYPE_UINT32, "")],
    "MediaEntries": [("entries", 1, _KINDS.TYPE_MESSAGE, "MediaEntry")],
    "NoteTypeConfig": [("kind", 1, _KINDS.TYPE_INT64, "")],
    "TemplateConfig": [("front", 1, _KINDS.TYPE_STRING, ""), ("back", 2, _KINDS.TYPE_STRING, "")],
}


def parsed(message: str, data: bytes) -> Any:
    """The message of that name. Raises google.protobuf.message.DecodeError."""
    made = _classes()[message]()
    made.ParseFromString(data)
    return made


@cache
def _classes() -> dict[str, Any]:
    file = descriptor_pb2.FileDescriptorProto(name="deckmaker.proto", package="deckmaker", syntax="proto3")
    for name, fields in _MESSAGES.items():
        message = file.message_type.add(name=name)
        for field, number, kind, of in fields:
            label = _KINDS.LABEL_REPEATED if of else _KINDS.LABEL_OPTIONAL
            added = message.field.add(name=field, number=number, type=kind, label=label)
            if of:
                added.type_name = f".deckmaker.{of}"
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"deckmaker.{name}")) for name in _MESSAGES
    }
