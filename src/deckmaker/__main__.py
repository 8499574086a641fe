"""`python -m deckmaker`."""

from deckmaker.cli import main

if __name__ == "__main__":
    main(prog_name="deckmaker")
