"""`manage.py corpus_report FOLDER --gold FILE`: how right extraction is, what a change gains and loses."""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from importers.corpus import Figures, Finding, Row, Tally, figures, score
from importers.corpus_baseline import Comparison, compare, renewed
from importers.extract import extract
from importers.read import ReadError, find_documents, read
from importers.show import as_json


class Command(BaseCommand):
    help = (
        "Compare what is found in a folder of documents with what a careful reader takes from them. Exit code"
        " 1 where anything is lost that the baseline holds. Writes nothing, except the baseline when told."
    )
    requires_system_checks: list[str] = []  # Django's own form; no database is needed

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", help="The documents.")
        parser.add_argument("--gold", required=True, type=Path, help="Expectations, one JSON object a line.")
        parser.add_argument("--baseline", type=Path, help="What was right at the last agreed run.")
        parser.add_argument("--update-baseline", action="store_true", help="Make this run the baseline.")
        parser.add_argument("--reason", default="", help="Why the baseline changes; kept in its log.")
        parser.add_argument("--split", default="", help="Only expectations of this half.")
        parser.add_argument("--by", default="", help="Figures by a field too: style, country, about.")
        parser.add_argument("--no-errors", action="store_true", help="Figures only.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        expected = load_expectations(options["gold"], options["split"])
        findings = score(expected, found_in(options["folder"]))
        baseline = load_baseline(options["baseline"])
        change = compare(baseline, findings)
        if options["json"]:
            self.stdout.write(json.dumps(for_machines(findings, change), ensure_ascii=False))
        else:
            self.stdout.write(report(expected, findings, options["by"], errors=not options["no_errors"]))
            if options["baseline"]:
                self.stdout.write(differences(change))
        if options["update_baseline"]:
            self._update(baseline, findings, options)
        elif change.lost:
            raise CommandError(f"{len(change.lost)} that the baseline holds are lost.", returncode=1)

    def _update(self, baseline: Row, findings: Sequence[Finding], options: dict[str, Any]) -> None:
        if not options["baseline"] or options["split"]:
            raise CommandError("A baseline is written whole: name its file, and no split.", returncode=2)
        try:
            made = renewed(
                baseline, findings, on=datetime.now(UTC).date().isoformat(), reason=options["reason"]
            )
        except ValueError as error:
            raise CommandError(str(error), returncode=2) from None
        text = json.dumps(made, ensure_ascii=False, indent=1)
        options["baseline"].write_text(text + "\n", encoding="utf-8")


def load_expectations(path: Path, split: str = "") -> dict[str, Row]:
    """The expectations in a file by the name of their document; raises `CommandError` with the line."""
    rows: dict[str, Row] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.", returncode=2) from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            name, _ = row["doc"], row["people"]
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{path}, line {number}: no expectation ({error}).", returncode=2) from None
        if not split or row.get("split") == split:
            rows[name] = row
    if not rows:
        raise CommandError(
            f"{path} holds no expectation{f' of split {split}' if split else ''}.", returncode=2
        )
    return rows


def load_baseline(path: Path | None) -> dict[str, Any]:
    """The baseline, or an empty one where the file is still to be written."""
    if path is None or not path.exists():
        return {}
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def found_in(folder: str) -> dict[str, Row]:
    """What extraction finds in each document of a folder, by its name without ending."""
    found: dict[str, Row] = {}
    try:
        for path in find_documents([folder]):
            reading = read(path)
            found[Path(path).stem] = as_json(reading, extract(reading))
    except ReadError as error:
        raise CommandError(str(error), returncode=2) from None
    return found


def for_machines(findings: Sequence[Finding], change: Comparison) -> dict[str, Any]:
    """The report as one JSON object."""
    wrong = [asdict(one) for one in findings if one.verdict != "right"]
    lists = {"gained": change.gained, "lost": change.lost}
    return (
        _numbers(figures(findings))
        | {"errors": wrong}
        | {name: [str(one) for one in rows] for name, rows in lists.items()}
    )


def _numbers(now: Figures) -> dict[str, Any]:
    pairs = {"people": now.people, "facts": now.facts, "groups": now.groups, "figures": now.counts}
    shares = {"dates_right": now.dates, "status_right": now.status, "published_right": now.published}
    return {
        **{name: _prf(one) for name, one in pairs.items()},
        **{name: round(one.share, 4) for name, one in shares.items()},
        "forbidden_people": now.forbidden,
        "kinds": {kind: _prf(one) for kind, one in now.kinds.items()},
    }


def _prf(one: Tally) -> dict[str, float]:
    return {name: round(getattr(one, name), 4) for name in ("precision", "recall", "f1")} | asdict(one)


def report(expected: dict[str, Row], findings: Sequence[Finding], by: str, *, errors: bool) -> str:
    """The report for a reader: figures of all and of each half, kinds, errors text by text."""
    lines = [f"{len(expected)} documents", "", _head(), _line("all", findings)]
    groups = ["split", by] if by else ["split"]
    for field in groups:
        lines += [_line(value, rows) for value, rows in _grouped(expected, findings, field).items()]
    lines += ["", f"{'kind':<12}{'precision':>10}{'recall':>10}{'f1':>10}{'expected':>10}"]
    for kind, one in figures(findings).kinds.items():
        asked = one.right + one.missed
        lines.append(f"{kind:<12}{one.precision:>10.3f}{one.recall:>10.3f}{one.f1:>10.3f}{asked:>10}")
    return "\n".join([*lines, *(_errors(findings) if errors else ())])


COLUMNS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("people p", lambda now: _show(now.people, "precision")),
    ("people r", lambda now: _show(now.people, "recall")),
    ("facts p", lambda now: _show(now.facts, "precision")),
    ("facts r", lambda now: _show(now.facts, "recall")),
    ("facts f1", lambda now: _show(now.facts, "f1")),
    ("dates", lambda now: _show(now.dates, "share")),
    ("status", lambda now: _show(now.status, "share")),
    ("published", lambda now: _show(now.published, "share")),
    ("groups f1", lambda now: _show(now.groups, "f1")),
    ("figures f1", lambda now: _show(now.counts, "f1")),
    ("forbidden", lambda now: str(now.forbidden)),
)
WIDTH = 22


def _head() -> str:
    return f"{'':<{WIDTH}}" + "".join(f"{name:>11}" for name, _ in COLUMNS)


def _line(name: str, findings: Sequence[Finding]) -> str:
    now = figures(findings)
    return f"{name[: WIDTH - 1]:<{WIDTH}}" + "".join(f"{show(now):>11}" for _, show in COLUMNS)


def _show(one: Tally, name: str) -> str:
    """A figure, or a dash where there was nothing to find and nothing found."""
    return f"{getattr(one, name):.3f}" if one != Tally() else "–"


def _grouped(expected: dict[str, Row], findings: Sequence[Finding], field: str) -> dict[str, list[Finding]]:
    """Findings by the values of a field of their expectation; a list counts under each of its values."""
    rows: dict[str, list[Finding]] = {}
    for one in findings:
        value = expected[one.doc].get(field) or []
        for name in value if isinstance(value, list) else [value]:
            rows.setdefault(str(name), []).append(one)
    return dict(sorted(rows.items()))


def _errors(findings: Sequence[Finding]) -> list[str]:
    lines: list[str] = []
    doc = ""
    for one in findings:
        if one.verdict == "right":
            continue
        if one.doc != doc:
            lines += ["", one.doc]
            doc = one.doc
        kind = f" ({one.kind})" if one.what == "person" and one.kind else ""
        lines.append(
            f"  {one.verdict:<7}{one.what:<10}{one.label}{kind}{f' · {one.detail}' if one.detail else ''}"
        )
    return lines


def differences(change: Comparison) -> str:
    """Gains and losses against the baseline."""
    lines = ["", f"Against the baseline: {len(change.gained)} gained, {len(change.lost)} lost"]
    lines += [f"  + {one}" for one in change.gained]
    return "\n".join([*lines, *(f"  - {one}" for one in change.lost)])
