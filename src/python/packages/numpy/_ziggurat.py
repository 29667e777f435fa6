"""Normal draws by the ziggurat of NumPy's new generators, with its tables computed to the last bit."""

from __future__ import annotations

import decimal
import functools
import math
from typing import Any

_LAYERS = 256
_EDGE = "3.6541528853610087963519472518"
_EDGE_INVERSE = 0.27366123732975827203338247596
_AREA = "0.004928673233974656"
_WIDTHS = (
    "C^XURNPNMMNONNMMLMLKJKJKKLLKJJKKJKKJJKKLMLLMLLLLLLKMLKKKLKKLLMLLLKLKLLLLMMLLLLLLLLLLLMMMMMNNNNN"
    "MMNMMMMMNMMMMMLLLMMMNMMMMMNNNNNMMMMMMMMMMMMMLKKKLKLLMMMMNMMNONOONNNNNONNNNOOPQQQQPPOOONONNNONNNN"
    "NNNNNMMMLMLLLLLMMMMMNNMMNNONNNNONNNNNNNNNMNMMMMMNNOOOOOOOONNOOON"
)
_HEIGHTS = (
    "NKLLMMNNNNNNNNNNOOOOPPPPPPOOPPPPPPPPPPPPOOOOOOOPOOPOPPQQRQQQQPPPPQQQQQPQPPOORRSSRRSSSRQPQPOOONOO"
    "PONOOOPPOPPPQQRRQQPPOOPOPPNMMONPOPOOOPPPOPQPQSTSRRRURRRQPQPOMNLLMOONMMMNMNMKJHEFEGHJLLNLNLNMNNNN"
    "NNNSRQVRXXYX[YYWVSUTPNRTQOLMPONIMMNOOOOPNRPSU\\YUQLIJGFCFGFJHGEEP"
)
_INSIDE = (
    "TNZSQQPNPPONNOOOOPNOOONPNNNNONNNNONONOMONNNONOONNNOONNPONOOONNNNONONONNONNNONOONMNNNONOONONNOOON"
    "ONNOOOOONONNNNPNNNNNNNOONONNONNOOONNONONONNOONOONONNMOONONONNOOONOONNOOOOOONNMNOOOOOONONONONONOO"
    "NOOONNONOOONONNNNOONNNOONNNNOONONONNONOONNONNNONNNNONNONOOOOOONO"
)
"""NumPy's tables were computed with rounding: how far each entry is from the exact one, as letters around N."""


def _off(letters: str, i: int) -> int:
    return ord(letters[i]) - ord("N")


def _near(exact: decimal.Decimal, steps: int) -> float:
    """The double that is so many steps from an exact value."""
    return math.nextafter(float(exact), math.copysign(math.inf, steps), steps=abs(steps))


@functools.cache
def _tables() -> tuple[list[int], list[float], list[float]]:
    """For each layer: below which 52 bits a draw is inside, the width of a bit, the density at the edge."""
    with decimal.localcontext() as context:
        context.prec = 40
        edge, area, scale = decimal.Decimal(_EDGE), decimal.Decimal(_AREA), decimal.Decimal(2) ** 52
        edges, densities = [edge], [_density(edge)]
        while len(edges) < _LAYERS - 1:
            edges.append((-2 * (area / edges[-1] + densities[-1]).ln()).sqrt())
            densities.append(_density(edges[-1]))
        # From the top layer down; the first is that of the tail.
        upward = [area / densities[0], *reversed(edges)]
        heights = [decimal.Decimal(1), *reversed(densities)]
        inside = [edge / upward[0], decimal.Decimal(0), *[upward[i - 1] / upward[i] for i in range(2, _LAYERS)]]
        return (
            [int(part * scale) + _off(_INSIDE, i) for i, part in enumerate(inside)],
            [_near(x / scale, _off(_WIDTHS, i)) for i, x in enumerate(upward)],
            [_near(height, _off(_HEIGHTS, i)) for i, height in enumerate(heights)],
        )


def _density(x: decimal.Decimal) -> decimal.Decimal:
    return (-x * x / 2).exp()


def normal(bits: Any) -> float:
    """A standard normal draw."""
    inside, widths, heights = _tables()
    while True:
        drawn = bits.uint64()
        layer = drawn & 0xFF
        drawn >>= 8
        magnitude = drawn >> 1 & 0x000FFFFFFFFFFFFF
        x = magnitude * widths[layer]
        if drawn & 1:
            x = -x
        if magnitude < inside[layer]:
            return x
        if layer == 0:
            return _beyond(bits, magnitude)
        if (heights[layer - 1] - heights[layer]) * bits.double() + heights[layer] < math.exp(-0.5 * x * x):
            return x


def _beyond(bits: Any, magnitude: int) -> float:
    edge = float(_EDGE)
    while True:
        xx = -_EDGE_INVERSE * math.log1p(-bits.double())
        yy = -math.log1p(-bits.double())
        if yy + yy > xx * xx:
            return -(edge + xx) if magnitude >> 8 & 1 else edge + xx
