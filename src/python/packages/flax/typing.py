"""The names that annotations of Flax programs use; on this page they stand for any value."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

import jax

Array = jax.Array | Any
ArrayPytree = PRNGKey = PRNGFoldable = Leaf = Key = Any
RNGSequences = dict[str, PRNGKey]
Dtype = ShapeDtype = Any
Shape = Sequence[int]
Path = PathParts = tuple[Any, ...]
Axes = Axis = AxisName = int | Sequence[int]
PaddingLike = LaxPadding = PrecisionLike = Any
Initializer = Callable[..., Any]
DotGeneralT = ConvGeneralDilatedT = EinsumT = PromoteDtypeFn = Callable[..., Any]
Collection = MutableCollection = Mapping[str, Any]
VariableDict = FrozenVariableDict = MutableVariableDict = Mapping[str, Any]
LogicalNames = LogicalRules = Sharding = LogicalPartitionSpec = Any
LogicalPartitionSpecPytree = PartitionSpecPytree = Any
In = Out = InOutAxis = InOutScanAxis = ScanAxis = Any
HashableMapping = Mapping[Hashable, Any]
