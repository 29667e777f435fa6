"""Random streams: keys that are drawn one after the other, each folded in from a counter."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import jax
import jax.numpy as jnp
from _lab import call_log
from flax.nnx import filterlib
from flax.nnx.pytreelib import Pytree
from flax.nnx.variablelib import Variable
from jax import random

_SAMPLERS = (
    "bits uniform randint permutation choice normal multivariate_normal truncated_normal bernoulli "
    "beta cauchy dirichlet exponential gamma loggamma poisson gumbel categorical laplace logistic "
    "pareto t chisquare f rademacher maxwell double_sided_maxwell weibull_min orthogonal "
    "generalized_normal ball rayleigh wald geometric triangular lognormal binomial multinomial"
).split()
_INITIALIZERS = (
    "delta_orthogonal glorot_normal glorot_uniform he_normal he_uniform kaiming_normal "
    "kaiming_uniform lecun_normal lecun_uniform variance_scaling xavier_normal xavier_uniform"
).split()


class RngState(Variable):
    """State of a random stream; ``tag`` is the stream's name."""


class RngCount(RngState):
    """How many keys a stream has given."""


class RngKey(RngState):
    """The key that a stream's keys are made from."""


NotKey = filterlib.All(RngState, filterlib.Not(RngKey))


def _sampler(sample: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        return sample(self(), *args, **kwargs)

    method.__name__, method.__doc__ = sample.__name__, f"Draw a key for jax.random.{sample.__name__}. {sample.__doc__}"
    key, *rest = inspect.signature(sample).parameters.values()
    own = key.replace(name="self")
    method.__signature__ = inspect.Signature([own, *rest])  # type: ignore[attr-defined]
    method.__annotations__ = dict(getattr(sample, "__annotations__", {}))
    return method


def _initializer(make: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        init = make(*args, **kwargs)
        return lambda *shape, **options: init(self(), *shape, **options)

    method.__name__, method.__doc__ = make.__name__, f"The initializer {make.__name__}, keys drawn."
    return method


class _Samplers:
    """What draws a key by calling the object and samples with it."""


for _name in _SAMPLERS:
    if hasattr(random, _name):
        setattr(_Samplers, _name, _sampler(getattr(random, _name)))
for _name in _INITIALIZERS:
    if hasattr(jax.nn.initializers, _name):
        setattr(_Samplers, _name, _initializer(getattr(jax.nn.initializers, _name)))


def _fork_warning() -> None:
    warnings.warn(
        "The 'split' argument of 'fork' is deprecated; use the 'split' method instead.",
        DeprecationWarning,
        stacklevel=3,
    )


class RngStream(_Samplers, Pytree):
    """One stream of keys. Calling it gives ``fold_in(key, count)`` and counts on."""

    def __init__(self, key: Any, *, tag: str):
        if isinstance(key, int):
            key = random.key(key)
        elif isinstance(key, jax.Array) and key.dtype == jnp.uint32:
            key = random.wrap_key_data(key)
        if not isinstance(key, jax.Array) or not jnp.issubdtype(key.dtype, jax.dtypes.prng_key):
            raise ValueError(f"Invalid rng value: {key}, expected a jax.Array of jax.dtypes.prng_key sub-dtype")
        self.tag = tag
        self.key = RngKey(key, tag=tag)
        self.count = RngCount(jnp.zeros(key.shape, dtype=jnp.uint32), tag=tag)

    def __call__(self) -> jax.Array:
        """The next key."""
        self.count._check_can_update()
        key = random.fold_in(self.key[...], self.count[...])
        self.count[...] += 1
        return key

    def split(self, k: int | tuple[int, ...]) -> RngStream:
        """A stream of ``k`` (or a shape of) keys split from the next key."""
        return type(self)(random.split(self(), k), tag=self.tag)

    def fork(self, *, split: int | tuple[int, ...] | None = None) -> RngStream:
        """A new stream that starts from the next key."""
        if split is not None:
            _fork_warning()
            return self.split(split)
        return type(self)(self(), tag=self.tag)

    def broadcast(self, k: int | tuple[int, ...]) -> RngStream:
        """A stream of ``k`` (or a shape of) copies of the next key."""
        key = self()
        shape = (k,) if isinstance(k, int) else k
        return type(self)(jnp.broadcast_to(key, shape + key.shape), tag=self.tag)


def _by_filter(spec: Any) -> dict[Any, Any]:
    return dict(spec) if isinstance(spec, Mapping) else {...: spec}


class Rngs(_Samplers, Pytree):
    """Named random streams: ``Rngs(0)``, ``Rngs(params=0, dropout=1)``, ``Rngs(0, params=1)``.

    ``rngs.params()`` draws a key of the stream ``params``, or of ``default`` if there is none.
    Values are seeds, keys or streams.
    """

    def __init__(self, default: Any = None, **rngs: Any):
        if call_log.calls is not None:
            call_log.add_within("nnx.Rngs", lambda: [*rngs.values(), default][:1])
        if isinstance(default, Mapping):
            rngs = {**default, **rngs}
        elif default is not None:
            rngs["default"] = default
        for tag, key in rngs.items():
            source = key.key.get_value() if isinstance(key, RngStream) else key
            setattr(self, tag, RngStream(key=source, tag=tag))

    def _get_stream(self, name: str, error_type: type[Exception]) -> RngStream:
        streams = vars(self)
        if name not in streams and "default" not in streams:
            raise error_type(f"No RngStream named '{name}' found in Rngs.")
        return streams[name if name in streams else "default"]

    def __getitem__(self, name: str) -> RngStream:
        return self._get_stream(name, KeyError)

    def __getattr__(self, name: str) -> RngStream:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return self._get_stream(name, AttributeError)

    def __call__(self) -> jax.Array:
        """The next key of the stream ``default``."""
        return self.default()

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.items())

    def __len__(self) -> int:
        return sum(1 for _ in self.items())

    def __contains__(self, name: object) -> bool:
        return name in vars(self)

    def items(self) -> Iterator[tuple[str, RngStream]]:
        """``(name, stream)`` of all streams."""
        for name, value in vars(self).items():
            if isinstance(value, RngStream):
                yield name, value

    def _each(self, spec: dict[Any, Any], change: Callable[..., Any], rest: Any) -> Rngs:
        rules = [(filterlib.to_predicate(f), value) for f, value in spec.items()]
        streams = {}
        for name, stream in self.items():
            hit = next(((v,) for predicate, v in rules if predicate((), stream)), None)
            streams[name] = rest(stream) if hit is None else change(stream, hit[0])
        return Rngs(**streams)

    def split(self, k: Any) -> Rngs:
        """Streams of ``k`` keys each; a mapping from filters to numbers chooses streams."""

        def change(stream: RngStream, count: Any) -> RngStream:
            return stream if count is None else stream.split(count)

        return self._each(_by_filter(k), change, lambda stream: stream)

    def broadcast(self, k: Any) -> Rngs:
        """Streams of ``k`` equal keys each; a mapping from filters to numbers chooses streams."""

        def change(stream: RngStream, count: Any) -> RngStream:
            return stream if count is None else stream.broadcast(count)

        return self._each(_by_filter(k), change, lambda stream: stream)

    def fork(self, /, *, split: Any = None) -> Rngs:
        """New streams that start from the next key of each."""
        if split is not None:
            _fork_warning()

        def change(stream: RngStream, count: Any) -> RngStream:
            return stream.fork() if count is None else stream.split(count)

        spec = {} if split is None else _by_filter(split)
        return self._each(spec, change, lambda stream: stream.fork())
