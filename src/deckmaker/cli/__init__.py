"""The command line: one command a file, a few lines each over the library. Only here is anything printed or written."""

from __future__ import annotations

import _thread
import io
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import Any

from deckmaker.collector import collector_resting

with collector_resting():  # what is loaded stays, and is as good as never garbage
    import click

COMMANDS = {
    "new": "Make a starter set that builds as it stands.",
    "check": "Check sets: everything short of writing.",
    "build": "Build the decks and quizzes of sets.",
    "issue": "Freeze a paper that is handed out.",
    "push": "Send sets to a running Anki.",
    "import": "Make a set of anybody's deck, or take edits made in Anki over.",
    "explain": "Show the page of a diagnostic.",
    "trace": "Show where a question comes from, down to the paragraph.",
    "refused": "Show what was not asked, and why.",
    "report": "Make one page that shows a set to a reviewer.",
    "schema": "Print the JSON Schema of the file format, for editors.",
}
"""Every command, in the order of the help, with its line there. A command's module is loaded when it runs."""


class _Lazy(click.Group):
    """A group whose commands are loaded one by one, so that `--help` costs next to nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        with collector_resting():
            command: click.Command = import_module(f"deckmaker.cli.{name}{'_' if iskeyword(name) else ''}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        before, sys.unraisablehook = sys.unraisablehook, _asked_again(sys.unraisablehook)
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stopped:
            words = "stopped: every file is whole, as it was or as it should be; the same command again does the rest"
            click.echo(f"\n{words}", err=True)
            sys.exit(128 + getattr(stopped, "number", signal.SIGINT))
        except Exception as error:
            from deckmaker.cli.output import of_the_system
            from deckmaker.cli.telling import tell

            # Another deckmaker at work, a folder that goes away, a disk that fails: nobody's bug.
            problem = getattr(error, "diagnostic", None) or of_the_system(error)
            if problem is None:
                raise
            tell([problem])
            sys.exit(1)
        finally:
            sys.unraisablehook = before

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            also = f' Did you mean "{near[0]}"?' if near else ""
            ctx.fail(f'There is no command "{args[0]}".{also}')
        return super().resolve_command(ctx, args)


def _asked_again(others: Callable[[Any], object]) -> Callable[[Any], object]:
    """Stops once more where the wish to stop came in a callback of Python's own, which drops it with a traceback."""

    def hook(lost: Any) -> None:
        if isinstance(lost.exc_value, KeyboardInterrupt):
            _thread.start_new_thread(_stop, (getattr(lost.exc_value, "number", None),))
        else:
            others(lost)

    return hook


def _stop(number: int | None) -> None:
    """From another thread and a moment later, when the callback is over: it would be dropped again."""
    time.sleep(0.01)
    _thread.interrupt_main(signal.Signals(number or signal.SIGINT))


def _version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from deckmaker import __version__

        click.echo(f"deckmaker {__version__}")
        ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version.")
def main() -> None:
    """Compile an article's claims and their sources into Anki decks and printable quizzes.

    \b
    Start with:
      deckmaker new tides
      deckmaker build
    """
    for stream in (sys.stdout, sys.stderr):  # a Windows pipe may know no arrows: a "?" is better than a traceback
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
