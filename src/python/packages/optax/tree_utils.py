"""Arithmetic on trees, leaf by leaf. `optax.tree` has the same without the prefix."""

import operator
from collections.abc import Callable
from typing import Any

import _absent
import jax
import jax.numpy as jnp
from optax._base import is_none
from optax._numerics import power
from optax._tree_state import NamedTupleKey as NamedTupleKey
from optax._tree_state import tree_get as tree_get
from optax._tree_state import tree_get_all_with_path as tree_get_all_with_path
from optax._tree_state import tree_map_params as tree_map_params
from optax._tree_state import tree_set as tree_set


def tree_add(tree_x: Any, tree_y: Any, *other_trees: Any) -> Any:
    """The sum of trees."""
    return jax.tree.map(lambda *leaves: sum(leaves), tree_x, tree_y, *other_trees)


def tree_sub(tree_x: Any, tree_y: Any) -> Any:
    """The difference of two trees."""
    return jax.tree.map(operator.sub, tree_x, tree_y)


def tree_mul(tree_x: Any, tree_y: Any) -> Any:
    """The product of two trees."""
    return jax.tree.map(operator.mul, tree_x, tree_y)


def tree_div(tree_x: Any, tree_y: Any) -> Any:
    """The quotient of two trees."""
    return jax.tree.map(operator.truediv, tree_x, tree_y)


def tree_scale(scalar: Any, tree: Any) -> Any:
    """`scalar` times a tree."""
    return jax.tree.map(lambda x: scalar * x, tree)


def tree_add_scale(tree_x: Any, scalar: Any, tree_y: Any) -> Any:
    """`tree_x + scalar * tree_y`."""
    scalar = jnp.asarray(scalar)

    def combine(x: Any, y: Any) -> Any:
        return None if x is None else x + scalar * y

    return jax.tree.map(combine, tree_x, tree_y, is_leaf=is_none)


def tree_vdot(tree_x: Any, tree_y: Any) -> Any:
    """The dot product of two trees, over all their elements."""
    parts = jax.tree.map(lambda a, b: jnp.vdot(jnp.asarray(a), jnp.asarray(b)), tree_x, tree_y)
    return sum(jax.tree.leaves(parts))


def tree_sum(tree: Any, associative_reduction: bool = False) -> Any:
    """The sum of all elements; ``associative_reduction`` adds the leaves' sums in pairs."""
    sums = jax.tree.map(jnp.sum, tree)
    if associative_reduction:
        return jax.tree.reduce_associative(operator.add, sums, identity=0)
    return sum(jax.tree.leaves(sums))


def tree_max(tree: Any) -> Any:
    """The largest element; -inf if there is none."""
    return _extreme(tree, jnp.max, jnp.maximum, -float("inf"))


def tree_min(tree: Any) -> Any:
    """The smallest element; inf if there is none."""
    return _extreme(tree, jnp.min, jnp.minimum, float("inf"))


def _extreme(tree: Any, of: Callable[..., Any], pick: Callable[..., Any], start: float) -> Any:
    found: Any = start
    for leaf in jax.tree.leaves(tree):
        if jnp.size(leaf):
            found = pick(found, of(leaf))
    return found


def tree_size(tree: Any) -> int:
    """How many elements there are."""
    return sum(jnp.size(leaf) for leaf in jax.tree.leaves(tree))


def tree_conj(tree: Any) -> Any:
    """The complex conjugate of each leaf."""
    return jax.tree.map(jnp.conj, tree)


def tree_real(tree: Any) -> Any:
    """The real part of each leaf."""
    return jax.tree.map(jnp.real, tree)


def tree_norm(tree: Any, ord: Any = None, squared: bool = False) -> Any:
    """The norm over all elements: ord 2 (default), 1 or "inf". ValueError for another.

    squared: its square.
    """
    if ord is None or ord == 2:
        total = tree_sum(jax.tree.map(jnp.square, tree))
        return jnp.asarray(total if squared else jnp.sqrt(total))
    if ord == 1:
        norm = tree_sum(jax.tree.map(jnp.abs, tree))
    elif ord == jnp.inf or ord in ("inf", "infinity"):
        norm = tree_max(jax.tree.map(jnp.abs, tree))
    else:
        raise ValueError(f"Unsupported ord: {ord}")
    return jnp.asarray(norm * norm if squared else norm)


def tree_batch_shape(tree: Any, shape: tuple[int, ...] = ()) -> Any:
    """The leaves repeated along new leading axes of this shape."""
    return jax.tree.map(lambda x: jnp.broadcast_to(x, (*shape, *jnp.shape(x))), tree)


def tree_zeros_like(tree: Any, dtype: Any = None) -> Any:
    """Zeros of the leaves' shapes."""
    return jax.tree.map(lambda x: jnp.zeros_like(x, dtype=dtype), tree)


def tree_ones_like(tree: Any, dtype: Any = None) -> Any:
    """Ones of the leaves' shapes."""
    return jax.tree.map(lambda x: jnp.ones_like(x, dtype=dtype), tree)


def tree_full_like(tree: Any, fill_value: Any, dtype: Any = None) -> Any:
    """`fill_value` in the leaves' shapes."""
    return jax.tree.map(lambda x: jnp.full_like(x, fill_value, dtype=dtype), tree)


def tree_clip(tree: Any, min_value: Any = None, max_value: Any = None) -> Any:
    """Each element, at least `min_value` and at most `max_value`."""
    return jax.tree.map(lambda x: jnp.clip(x, min_value, max_value), tree)


def tree_where(condition: Any, tree_x: Any, tree_y: Any) -> Any:
    """`tree_x` where `condition` holds, else `tree_y`."""
    return jax.tree.map(lambda x, y: jnp.where(condition, x, y), tree_x, tree_y)


def tree_allclose(a: Any, b: Any, rtol: float = 1e-5, atol: float = 1e-8, equal_nan: bool = False) -> Any:
    """Whether all leaves are close, as `jnp.allclose` says."""
    close = jax.tree.map(lambda x, y: jnp.allclose(x, y, rtol, atol, equal_nan), a, b)
    result: Any = True
    for leaf in jax.tree.leaves(close):
        result = leaf & result
    return result


def tree_cast(tree: Any, dtype: Any) -> Any:
    """The leaves in this dtype; unchanged if it is None."""
    return tree if dtype is None else jax.tree.map(lambda x: x.astype(dtype), tree)


def tree_cast_like(tree: Any, other_tree: Any) -> Any:
    """The leaves in the dtypes of another tree."""

    def cast(x: Any, like: Any) -> Any:
        return x.astype(like.dtype) if hasattr(like, "dtype") else x

    return jax.tree.map(cast, tree, other_tree)


def tree_dtype(tree: Any, mixed_dtype_handler: str | None = None) -> Any:
    """The dtype of the leaves; of an empty tree that of an empty array.

    Leaves of several dtypes: ValueError, or with "promote" and "highest" the dtype that holds them all,
    with "lowest" the smallest.
    """
    dtypes = [jnp.asarray(leaf).dtype for leaf in jax.tree.leaves(tree)]
    if not dtypes:
        return jnp.asarray([]).dtype
    if mixed_dtype_handler not in (None, "promote", "highest", "lowest"):
        raise ValueError(
            f"Invalid value for mixed_dtype_handler={mixed_dtype_handler!r}, possible values are: None, "
            '"promote", "highest", "lowest".'
        )
    found = dtypes[0]
    for dtype in dtypes[1:]:
        if mixed_dtype_handler is None and dtype != found:
            raise ValueError(f"Expected dtype={found!r} for all leaves but got {dtype}.")
        joined = jnp.promote_types(found, dtype)
        lowest = mixed_dtype_handler == "lowest"
        found = (dtype if joined == found else found) if lowest else joined
    return found


def tree_split_key_like(rng_key: Any, target_tree: Any) -> Any:
    """A tree of keys, one for each leaf, split from `rng_key`."""
    structure = jax.tree.structure(target_tree)
    keys = jax.random.split(rng_key, structure.num_leaves)
    return jax.tree.unflatten(structure, list(keys))


def tree_random_like(
    rng_key: Any, target_tree: Any, sampler: Callable[..., Any] | None = None, dtype: Any = None
) -> Any:
    """Random leaves of the shapes of a tree; `sampler(key, shape, dtype)` is normal unless given."""
    draw = sampler or jax.random.normal
    keys = tree_split_key_like(rng_key, target_tree)
    return jax.tree.map(lambda x, k: draw(k, x.shape, dtype or x.dtype), target_tree, keys)


def tree_update_moment(updates: Any, moments: Any, decay: Any, order: int) -> Any:
    """`decay * moment + (1 - decay) * update ** order`."""

    def moved(g: Any, t: Any) -> Any:
        return None if g is None else (1 - decay) * (g**order) + decay * t

    return jax.tree.map(moved, updates, moments, is_leaf=is_none)


tree_update_moment_per_elem_norm = tree_update_moment


def tree_update_infinity_moment(updates: Any, moments: Any, decay: Any, eps: Any) -> Any:
    """The larger of `|update| + eps` and `decay * moment`."""

    def moved(g: Any, t: Any) -> Any:
        return None if g is None else jnp.maximum(jnp.abs(g) + eps, decay * t)

    return jax.tree.map(moved, updates, moments, is_leaf=is_none)


def tree_bias_correction(moment: Any, decay: Any, count: Any) -> Any:
    """A moment after `count` steps, divided by `1 - decay ** count`: as if it had not begun at zero."""
    share = jnp.asarray(1 - power(decay, count))
    return jax.tree.map(lambda t: t / share.astype(t.dtype), moment)


def tree_l2_norm(tree: Any, *, ord: Any = 2, squared: bool = False) -> Any:
    """The Euclidean norm of all leaves together: :func:`tree_norm` under its old name."""
    return tree_norm(tree, ord=ord, squared=squared)


__getattr__, __dir__ = _absent.attributes(__name__, "Optax 0.2.8", lacking="tree_unwrap_random_key_data")
