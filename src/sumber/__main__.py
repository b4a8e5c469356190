"""``python -m sumber``: the command line."""

from .cli import main

main(prog_name="sumber")
