"""What ./eddy understands: one parser, one function a command."""

import argparse
import textwrap

import places
from scale import SCALES, chosen_scale

_WHAT = """
Eddy: the steady state of stochastic gradient descent.

  ./eddy reproduce                 run all notebooks on the built-in digits, write reports/
  ./eddy reproduce 02 --scale paper    one notebook at the paper's size, on real data
  ./eddy lab                       open JupyterLab with the kernel "Eddy (Java)"
  ./eddy fetch mnist               download and verify MNIST into data/
  ./eddy publish 02                run at the paper's size and replace the tracked results
  ./eddy report                    make HTML and PDF of the published notebooks; --run: of the last run
  ./eddy scorecard                 write the table of findings into README.md; --check compares only
  ./eddy stale                     list published notebooks that older sources made
  ./eddy browser                   try the notebooks in JupyterLab in a real browser
  ./eddy bench                     compare with other libraries
  ./eddy setup                     set up what is missing, run nothing
  ./eddy doctor                    check this machine and this clone, change nothing
"""


def run(arguments: list) -> int:
    """Runs the command and returns the exit status."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "act"):
        parser.print_help()
        return 0
    return chosen.act(places.here(), chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./eddy", description=textwrap.dedent(_WHAT), formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="./eddy COMMAND ...", add_help=True,
    )
    commands = parser.add_subparsers(metavar="COMMAND", help=argparse.SUPPRESS)

    reproduce = commands.add_parser("reproduce")
    reproduce.add_argument("notebooks", nargs="*", help="name or number; all without one")
    reproduce.add_argument("--scale", choices=SCALES, help="EDDY_SCALE, else quick")
    reproduce.set_defaults(act=_reproduce)

    lab = commands.add_parser("lab")
    lab.add_argument("--scale", choices=SCALES, help="what notebooks start with; EDDY_SCALE, else quick")
    lab.add_argument("--no-browser", action="store_true", help="print the address only")
    lab.add_argument("--port", type=int, default=8888, help="the first port to try")
    lab.set_defaults(act=_lab)

    fetch = commands.add_parser("fetch")
    fetch.add_argument("dataset", choices=("mnist",))
    fetch.add_argument("--mirror", action="append", default=[], help="a base address to try first")
    fetch.set_defaults(act=_fetch)

    publish = commands.add_parser("publish")
    publish.add_argument("notebook", help="name or number")
    publish.set_defaults(act=_publish)

    report = commands.add_parser("report")
    report.add_argument("notebooks", nargs="*", help="name or number; all without one")
    report.add_argument("--run", action="store_true", help="of the last run in reports/, not of the published notebooks")
    report.set_defaults(act=_report)

    scorecard = commands.add_parser("scorecard")
    scorecard.add_argument("--check", action="store_true", help="fail when README.md or 00-scorecard disagree")
    scorecard.set_defaults(act=_scorecard)

    commands.add_parser("stale").set_defaults(act=_stale)

    browser = commands.add_parser("browser")
    browser.add_argument("notebooks", nargs="*", help="name or number; all without one")
    browser.add_argument("--all", action="store_true", help="restart, interrupt and kill all of them, not 02 and 03 only")
    browser.add_argument("--look", action="store_true", help="look at what is published, run nothing")
    browser.add_argument("--pictures", action="store_true", help="photograph them, top to bottom, in both themes")
    browser.set_defaults(act=_browser)

    bench = commands.add_parser("bench")
    bench.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to the benchmark")
    bench.set_defaults(act=_bench)

    commands.add_parser("setup").set_defaults(act=_setup)
    commands.add_parser("doctor").set_defaults(act=_doctor)
    return parser


def _reproduce(here, chosen) -> int:
    import reproduce

    return reproduce.run(here, chosen.notebooks, chosen_scale(chosen.scale))


def _lab(here, chosen) -> int:
    import lab

    return lab.run(here, chosen.port, not chosen.no_browser, chosen_scale(chosen.scale))


def _fetch(here, chosen) -> int:
    import fetch

    return fetch.run(here, chosen.dataset, chosen.mirror)


def _publish(here, chosen) -> int:
    import publish

    return publish.run(here, chosen.notebook)


def _report(here, chosen) -> int:
    import reporting

    return reporting.run(here, chosen.notebooks, chosen.run)


def _scorecard(here, chosen) -> int:
    import scorecard

    return scorecard.run(here, chosen.check)


def _stale(here, chosen) -> int:
    import stale

    return stale.run(here)


def _browser(here, chosen) -> int:
    import browsersuite

    return browsersuite.run(here, chosen.notebooks, chosen.all, chosen.look, chosen.pictures)


def _bench(here, chosen) -> int:
    import bench

    return bench.run(here, chosen.arguments)


def _setup(here, chosen) -> int:
    import ready

    ready.ensure(here)
    print("Eddy is set up.")
    return 0


def _doctor(here, chosen) -> int:
    import doctor

    return doctor.run(here)
