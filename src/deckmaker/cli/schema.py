"""`deckmaker schema`."""

from __future__ import annotations

import json

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the file format, for completion and checks in an editor.

    \b
    Example:
      deckmaker schema > deckmaker.schema.json
    """
    from deckmaker.readers.exact import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
