"""A table of text with borders, for columns that share a width."""

from collections.abc import Sequence


def render_table(
    title: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    footer: Sequence[str],
    caption: str,
    width: int,
) -> str:
    """The table at most `width` characters wide; cells of several lines, title and caption centred."""
    cells = [header, *rows, footer]
    widths = _fit([max(_widest(row[i]) for row in cells) for i in range(len(header))], width)
    total = sum(widths) + 3 * len(widths) + 1
    right = [False] * len(widths)
    in_footer = [text == "Total" for text in footer]
    lines = _centred(title, total)
    lines.append(_rule("┏", "━", "┳", "┓", widths))
    lines += _row(header, widths, "┃", right)
    lines.append(_rule("┡", "━", "╇", "┩", widths))
    for i, row in enumerate(rows):
        if i:
            lines.append(_rule("├", "─", "┼", "┤", widths))
        lines += _row(row, widths, "│", right)
    lines.append(_rule("├", "─", "┼", "┤", widths))
    lines += _row(footer, widths, "│", in_footer)
    lines.append(_rule("└", "─", "┴", "┘", widths))
    lines += [" " * total, *_centred(caption, total)]
    return "\n" + "\n".join(lines) + "\n\n"


def _widest(text: str) -> int:
    return max((len(line) for line in text.split("\n")), default=0)


def _fit(widths: list[int], limit: int) -> list[int]:
    """The widths, the widest of them reduced until the table fits."""
    widths = list(widths)
    excess = sum(widths) + 3 * len(widths) + 1 - limit
    while excess > 0 and max(widths) > 1:
        widest = max(widths)
        tied = [i for i, w in enumerate(widths) if w == widest]
        second = max((w for w in widths if w < widest), default=1)
        for position, cut in zip(tied, _shares(min(excess, (widest - second) * len(tied)), len(tied)), strict=True):
            widths[position] -= cut
            excess -= cut
    return widths


def _shares(total: int, count: int) -> list[int]:
    """Parts of a whole number, each rounded from what is left: ties go to the even number, as in rich's tables."""
    shares: list[int] = []
    for left in range(count, 0, -1):
        shares.append(round((total - sum(shares)) / left))
    return shares


def _rule(left: str, fill: str, cross: str, right: str, widths: Sequence[int]) -> str:
    return left + cross.join(fill * (w + 2) for w in widths) + right


def _row(cells: Sequence[str], widths: Sequence[int], bar: str, right: Sequence[bool]) -> list[str]:
    columns = [_wrapped(text, w) for text, w in zip(cells, widths, strict=True)]
    height = max(len(column) for column in columns)
    lines: list[str] = []
    for i in range(height):
        texts = [column[i] if i < len(column) else "" for column in columns]
        padded = [
            text.rjust(w) if flush else text.ljust(w) for text, w, flush in zip(texts, widths, right, strict=True)
        ]
        lines.append(f"{bar} " + f" {bar} ".join(padded) + f" {bar}")
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a cell, broken between words; what is too long for a line ends with an ellipsis."""
    lines: list[str] = []
    for line in text.split("\n"):
        current = ""
        for word in _words(line):
            if current and len(current) + len(word.rstrip()) > width:
                lines.append(current.rstrip())
                current = ""
            current += word
        lines.append(current.rstrip())
    return [line if len(line) <= width else f"{line[: width - 1]}…" for line in lines]


def _words(line: str) -> list[str]:
    """The words of a line, each with the spaces after it."""
    words: list[str] = []
    word = ""
    for i, char in enumerate(line):
        word += char
        if char == " " and i + 1 < len(line) and line[i + 1] != " ":
            words.append(word)
            word = ""
    return [*words, word]


def _centred(text: str, width: int) -> list[str]:
    return [
        line.center(width) if width % 2 == len(line) % 2 else _left_of_middle(line, width)
        for line in _wrapped(text, width)
    ]


def _left_of_middle(line: str, width: int) -> str:
    before = (width - len(line)) // 2
    return " " * before + line + " " * (width - len(line) - before)
