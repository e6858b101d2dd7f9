"""Pictures of what was measured, as SVG that reads on light and dark pages."""

from collections.abc import Mapping, Sequence
from html import escape

COLOURS = ("#4f7cff", "#e0803a", "#3aa876", "#b565c9")
_STYLE = (
    "<style>text{font:13px system-ui,sans-serif;fill:#7d8590}.title{font-weight:600;font-size:15px}</style>"
)


def bars(title: str, unit: str, groups: Mapping[str, Mapping[str, float]]) -> str:
    """Groups of bars that lie, with a name and a value at each: `{group: {name: value}}`."""
    longest = max(value for group in groups.values() for value in group.values())
    parts, y = [_text(16, 26, title, "title")], 48
    for group, values in groups.items():
        parts.append(_text(16, y + 4, group))
        y += 14
        for colour, (name, value) in zip(COLOURS, values.items(), strict=False):
            width = max(2.0, 380 * value / longest)
            parts.append(f'<rect x="130" y="{y}" width="{width:.1f}" height="14" rx="2" fill="{colour}"/>')
            parts.append(_text(122, y + 12, name, anchor="end"))
            parts.append(_text(138 + width, y + 12, f"{value:.2g} {unit}"))
            y += 19
        y += 14
    return _svg(640, y, title, parts)


def lines(title: str, across: str, up: str, series: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """A line for each name through its points."""
    most_x, most_y = (max(point[at] for points in series.values() for point in points) for at in (0, 1))
    parts = [_text(16, 26, title, "title"), _text(60, 44, up), _text(600, 300, across, anchor="end")]
    parts.append('<path d="M60 50V270H600" fill="none" stroke="#7d8590"/>')
    for share in (0.5, 1.0):
        parts.append(_text(54, 274 - 210 * share, f"{most_y * share:.2g}", anchor="end"))
        parts.append(_text(60 + 520 * share, 286, f"{most_x * share:.0f}", anchor="middle"))
    for at, (colour, (name, points)) in enumerate(zip(COLOURS, series.items(), strict=False)):
        places = [(60 + 520 * x / most_x, 270 - 210 * y / most_y) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        parts.append(f'<rect x="76" y="{58 + 20 * at}" width="12" height="12" rx="2" fill="{colour}"/>')
        parts.append(_text(94, 69 + 20 * at, name))
    return _svg(640, 312, title, parts)


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" class="{kind}" text-anchor="{anchor}">{escape(text)}</text>'


def _svg(width: int, height: int, title: str, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
    return "\n".join([f'{head} aria-label="{escape(title)}">', _STYLE, *parts, "</svg>", ""])
