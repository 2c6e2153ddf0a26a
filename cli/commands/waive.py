"""`zhibiao waive`: a finding that a reviewer lets pass in, a waiver beside the draft out."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import ModelOption, OutputOption, ProjectOption, open_model, write

if TYPE_CHECKING:
    from classifier.types import DraftReview, Finding


def waive(
    draft: Annotated[str, typer.Argument(metavar="文件", help="问题所在的文件", show_default=False)],
    code: Annotated[str, typer.Argument(metavar="代码", help="要豁免的问题的代码，如 N002；导出时不写")] = "",
    project: ProjectOption = None,
    row: Annotated[int | None, typer.Option("--row", metavar="行", help="第几条指标；不给就是表头和整张表的问题", show_default=False)] = None,
    by: Annotated[str, typer.Option("--by", metavar="姓名", help="谁同意保留（必填）")] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么可以保留（必填）")] = "",
    export: Annotated[bool, typer.Option("--export", help="把已豁免的措辞问题导出为待标注的行（JSONL），不新增豁免")] = False,
    output: OutputOption = "",
    config: Annotated[str, typer.Option("--config", metavar="文件", help="设置文件，与 review 用的相同；不给就往上找 zhibiao.toml")] = "",
    model: ModelOption = "",
) -> int:
    """豁免一处问题：记下谁、何时、为什么，写在文件旁边的 文件名.waivers.toml；再审时不计，可列出。"""
    from classifier.errors import ZhibiaoError
    from classifier.waivers import WaiverEntry, append_waivers, waivers_beside

    if not export and not (code and by.strip() and reason.strip()):
        raise ZhibiaoError("豁免要写明代码、--by 姓名 和 --reason 理由")
    if Path(draft).is_dir():
        raise ZhibiaoError(f"{draft} 是文件夹，请给一个文件")
    reviewed = _review(draft, model, Path(config) if config else None)
    if export:
        write("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _candidates(reviewed)), output)
        return 0
    wanted = code.strip().upper()
    found = [item for item in _named(reviewed) if (item[2].code, item[2].row, item[2].project) == (wanted, row, project or 0)]
    if not found:
        where = (f"第{project}号项目" if project else "全文") + (f"第{row}行" if row else "")
        raise ZhibiaoError(f"{where}没有 {wanted} 这个问题，先用 zhibiao review 看有哪些（提示级的加 --min-severity hint）")
    path, today = waivers_beside(Path(draft)), date.today().isoformat()
    fresh = [WaiverEntry(f.id, f.code, name, text, by.strip(), today, reason.strip()) for name, text, f in found if not f.waived]
    if fresh:
        append_waivers(path, fresh)
    for _, _, finding in found:
        if finding.waived:
            typer.echo(f"{finding.code} {finding.message}：已由{finding.waived.by}于{finding.waived.at}豁免过了，没有改动")
    for entry, finding in zip(fresh, (f for _, _, f in found if not f.waived), strict=True):
        typer.echo(f"已豁免 {entry.code} {finding.message}")
    if fresh:
        typer.echo(f"共 {len(fresh)} 处，写在 {path}")
    return 0


def _review(draft: str, model: str, config: Path | None) -> "DraftReview":
    """The review of the one file, hints and all."""
    from classifier.errors import ZhibiaoError
    from classifier.review import review_paths
    from classifier.settings import Options

    result = review_paths([Path(draft)], open_model(model), Options(min_severity="hint", fold=False), config=config)
    if result.unread or len(result.drafts) != 1:
        raise ZhibiaoError(f"{draft}：{result.unread[0].reason}" if result.unread else f"{draft} 应是一个文件，不是文件夹")
    return result.drafts[0]


def _named(draft: "DraftReview") -> "list[tuple[str, str, Finding]]":
    """Every finding with the names of its project and its row."""
    named = [("全文", "", finding) for finding in draft.findings]
    for project in draft.projects:
        rows = {line.indicator.row: line.indicator.name.strip() for line in project.analysis.rows}
        named += [(project.analysis.project.name.strip(), rows.get(finding.row or 0, ""), finding) for finding in project.findings]
    return named


def _candidates(draft: "DraftReview") -> list[dict[str, str]]:
    """The rows whose wording somebody let pass, for a trainer to label."""
    lines = []
    for project in draft.projects:
        head = project.analysis.project
        waived = {finding.row for finding in project.findings if finding.waived and finding.label}
        context = {"project": head.name, "purpose": head.purpose, "goal": head.goal, "budget_unit": head.money_unit, "source": "waiver"}
        budget = {} if head.budget is None else {"budget": f"{head.budget:f}"}
        for indicator in (line.indicator for line in project.analysis.rows if line.indicator.row in waived):
            fields = {field: str(getattr(indicator, field)) for field in ("level1", "level2", "name", "description", "value", "basis")}
            lines.append({key: value for key, value in (context | budget | fields).items() if value})
    return lines


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("waive", cls=ChineseCommand)(waive)
