"""Ctrl-C at a moment when Python itself cannot pass it on."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys, time, weakref
import click
from deckmaker.cli import main

class Thing:
    pass

def dropped(_):
    raise KeyboardInterrupt

@click.command()
def command():
    thing = Thing()
    kept = weakref.ref(thing, dropped)
    del thing
    for _ in range(1000):
        time.sleep(0.01)
    print("went on")

main.get_command = lambda ctx, name: command
main(["check"])
"""


def test_ctrl_c_in_a_callback_of_python_itself_stops_all_the_same_and_shows_no_traceback():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 130
    assert done.stdout == ""
    assert done.stderr.strip().startswith("stopped: every file is whole")
