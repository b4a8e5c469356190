"""``sumber schema``."""

import json

import click

__all__ = ["schema"]


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    \b
      $ sumber schema > sumber-1.schema.json
    """
    from ..record import schema as record_schema

    click.echo(json.dumps(record_schema(), indent=2, ensure_ascii=False))
