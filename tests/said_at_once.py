"""A test that fails is told at once, with its reason: a run that is broken off has said what it
found until then."""

import pytest


class SaidAtOnce:
    """Prints each failure when it comes; pytest itself prints them all once more in the end."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Print what failed, where, and why."""
        if not report.failed and report.outcome != "rerun":  # type: ignore[comparison-overlap]
            return
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None:
            terminal.ensure_newline()
            terminal.write_line(f"{report.outcome.upper()} {report.nodeid} ({report.when})")
            terminal.write_line(report.longreprtext[-6000:])
