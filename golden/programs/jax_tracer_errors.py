import jax
import jax.numpy as jnp
from jax.errors import (
    ConcretizationTypeError,
    NonConcreteBooleanIndexError,
    TracerArrayConversionError,
    TracerBoolConversionError,
    TracerIntegerConversionError,
    UnexpectedTracerError,
)

kept = []


def keep(x):
    kept.append(x)
    return x


def first_lines(function, *args):
    try:
        function(*args)
    except Exception as error:
        kinds = [
            k.__name__ for k in type(error).__mro__ if k.__module__ in ("jax.errors", "jax._src.errors", "builtins")
        ]
        print(kinds[: kinds.index("Exception")])
        print("  " + str(error).split("\n\n")[0].replace("\n", "\n  "))


x = jnp.arange(3.0)
first_lines(jax.jit(lambda v: v[v > 1]), x)
first_lines(jax.jit(lambda v, n: jnp.zeros(n)), x, 3)
first_lines(jax.jit(lambda v, n: [1, 2, 3][n]), x, 1)
first_lines(jax.jit(lambda v, n: range(n)), x, 1)
first_lines(jax.jit(lambda v: 1 if v.sum() > 0 else 0), x)
first_lines(jax.jit(lambda v: float(v[0])), x)
first_lines(jax.jit(lambda v: int(v[0])), x)
first_lines(jax.jit(lambda v: v.tolist()), x)
first_lines(jax.grad(lambda v: float(v[0])), x)
first_lines(jax.grad(lambda v: v), x)
first_lines(jax.grad(lambda n: n * 2), 3)
first_lines(jax.grad(lambda v: (v.sum(), v)), x)
try:
    jax.jit(keep)(x) + kept[0]
except UnexpectedTracerError as error:
    print(str(error)[:200].split(" wrapped")[0].split(" to escape")[0])
first_lines(jax.vmap(lambda a, b: a + b), jnp.ones(2), jnp.ones(3))
first_lines(jax.vmap(lambda a: a), 1.0)
first_lines(jax.vmap(lambda a, b: a, in_axes=(0,)), x, x)
first_lines(jax.jit(lambda a, b: a, static_argnums=1), x, [1])
first_lines(lambda: jax.lax.scan(lambda c, a: (c.astype(int), a), 0.0, x))
first_lines(lambda: jax.lax.cond(x, lambda: 1, lambda: 2))
first_lines(lambda: jax.lax.while_loop(lambda c: c, lambda c: c, 1.0))
first_lines(lambda: jax.lax.fori_loop(0, 3, lambda i, c: (c, c), 0.0))
first_lines(lambda: x @ jnp.ones(4))
first_lines(lambda: x + jnp.ones(4))
first_lines(lambda: x.reshape(2, 2))
first_lines(lambda: jnp.concatenate([x, jnp.ones((2, 2))]))
first_lines(lambda: x.at[0])
first_lines(lambda: x.__setitem__(0, 1))
first_lines(lambda: jnp.array([[1, 2], [3]]))
first_lines(lambda: jnp.array("text"))
first_lines(lambda: bool(x))
first_lines(lambda: jnp.sum([1, 2]))
first_lines(lambda: jax.random.normal(0, (2,)))
first_lines(lambda: x[0, 0])
first_lines(lambda: x["a"])
first_lines(lambda: x[1.5])
first_lines(lambda: jax.nn.one_hot(1, -1))
first_lines(lambda: jnp.zeros((2, -1)))
first_lines(lambda: jnp.arange(-1)[0])
print(issubclass(TracerBoolConversionError, ConcretizationTypeError), issubclass(TracerArrayConversionError, TypeError))
print(issubclass(TracerIntegerConversionError, TypeError), issubclass(NonConcreteBooleanIndexError, IndexError))
print(issubclass(UnexpectedTracerError, TypeError))
