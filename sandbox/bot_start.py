"""Starts the bot process with the garbage collector at rest while modules load, where it finds nothing; it does no more.

Walking through all that was loaded so far, again and again, would take a fifth of the time until the bot is up.
"""

import gc


def main() -> None:
    """Load everything, then serve as `sandbox.bot_process` does."""
    gc.disable()
    from sandbox.bot_process import main as serve  # noqa: PLC0415 late: this is the loading

    gc.freeze()
    gc.enable()
    serve()


if __name__ == "__main__":
    main()
