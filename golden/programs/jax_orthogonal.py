import jax
import jax.numpy as jnp

key = jax.random.key(0)
print(jax.random.orthogonal(key, 3))
print(jax.random.orthogonal(jax.random.key(1), 2, (2,), m=4))
print(jax.random.orthogonal(key, 4, m=2))
init = jax.nn.initializers
print(init.orthogonal()(key, (3, 3)), init.orthogonal(2.0, column_axis=0)(key, (2, 3, 4)))
print(init.delta_orthogonal()(key, (3, 2, 2)), init.delta_orthogonal(0.5)(key, (2, 3, 2, 3)).sum())
for f, shape in ((init.orthogonal, (3,)), (init.delta_orthogonal, (3, 3, 2)), (init.delta_orthogonal, (3, 3))):
    try:
        f()(key, shape)
    except ValueError as error:
        print(error)
logits = jnp.arange(12.0).reshape(2, 3, 2) / 4
for axis in (0, 1, 2, -2):
    print(jax.random.categorical(key, logits, axis=axis))
print(jax.random.categorical(key, logits, axis=1, shape=(2, 2, 2)))
