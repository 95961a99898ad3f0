"""The command line: `waiqin COMMAND`. A command's code is imported only when it is asked for."""

import argparse
import sys
from importlib import import_module

COMMANDS = {
    "run": ("bot.cli.run", "run the bot: poll Telegram, or serve its webhook"),
    "demo": ("bot.cli.demo", "a field day on this machine: phones in the browser, no token, no network"),
    "migrate": ("bot.cli.migrate", "bring the database to this version's tables"),
    "import": ("bot.cli.imports", "import units, staff, clients, places, holidays or credit items from CSV or XLSX"),
    "invite": ("bot.cli.invite", "make a one-time link that lets a colleague in"),
    "staff": ("bot.cli.staff", "list, add, move, suspend and remove colleagues; duty and leave"),
    "leave": ("bot.cli.leave", "accounts of leave; export for HR and calendars"),
    "policy": ("bot.cli.policy", "check a policy file; show what applies to a unit"),
    "understand": ("bot.cli.understand", "read sentences from JSON lines, for scripts"),
    "speech": ("bot.cli.speech", "put the speech model in place, check it, try a recording"),
    "audit": ("bot.cli.audit", "verify the audit's chain of hashes; export a period with proof"),
    "backup": ("bot.cli.backup", "put everything into one encrypted file, while the bot runs"),
    "restore": ("bot.cli.backup", "put a backup in the place of the database, once it is found whole"),
    "retention": ("bot.cli.retention", "legal holds; what was purged and what a hold keeps"),
    "permissions": ("bot.cli.permissions", "print who may do what, as a table"),
    "doctor": ("bot.cli.doctor", "look for what is wrong, with a remedy for each finding"),
}
DONE, FAILED, BAD_INPUT = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 done, 2 bad input and nothing changed, 1 anything else."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given or given[0] in ("-h", "--help", "help"):
        print(usage())
        return DONE if given else BAD_INPUT
    if given[0] == "--version":
        from importlib.metadata import version

        print(version("waiqin"))
        return DONE
    if given[0] not in COMMANDS:
        print(f"waiqin: {given[0]!r} is no command.\n\n{usage()}", file=sys.stderr)
        return BAD_INPUT
    parser = argparse.ArgumentParser(prog="waiqin")
    import_module(COMMANDS[given[0]][0]).register(parser.add_subparsers())
    arguments_read = parser.parse_args(given)
    from bot.settings import BadSettings

    try:
        return int(arguments_read.run(arguments_read))
    except BadSettings as wrong:
        print("\n".join(wrong.mistakes), file=sys.stderr)
        return BAD_INPUT
    except (KeyboardInterrupt, BrokenPipeError):
        return FAILED


def usage() -> str:
    width = max(len(name) for name in COMMANDS)
    lines = [f"  {name:<{width}}  {what}" for name, (_, what) in COMMANDS.items()]
    return "\n".join(
        [
            "waiqin (外勤): the field day of a bank's relationship managers, as a Telegram bot",
            "",
            "usage: waiqin COMMAND [options]      waiqin COMMAND --help",
            "",
            *lines,
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
