import jax.numpy as jnp
import optax

p = {"w": jnp.ones(2)}
for name, make in {
    "ints": lambda: optax.squared_error(jnp.array([1, 2])),
    "shapes": lambda: optax.l2_loss(jnp.ones(2), jnp.ones(3)),
    "float labels": lambda: optax.softmax_cross_entropy_with_integer_labels(jnp.ones((1, 2)), jnp.ones(1)),
    "int logits": lambda: optax.softmax_cross_entropy(jnp.ones((1, 2), int), jnp.ones((1, 2))),
    "no params": lambda: optax.adamw(0.1).update(p, optax.adamw(0.1).init(p)),
    "other state": lambda: optax.sgd(0.1).update(p, (optax.EmptyState(),)),
    "same names": lambda: optax.named_chain(("a", optax.sgd(0.1)), ("a", optax.sgd(0.1))),
    "no rate": lambda: optax.adam(),
    "norm": lambda: optax.tree.norm(p, ord=3),
    "several": lambda: optax.tree.get(optax.chain(optax.adam(0.1), optax.adam(0.1)).init(p), "mu"),
    "none": lambda: optax.tree.set(optax.sgd(0.1).init(p), speed=1),
    "axis": lambda: optax.softmax_cross_entropy_with_integer_labels(jnp.ones((1, 2)), jnp.array([0]), axis=3),
}.items():
    try:
        print(name, make())
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")
