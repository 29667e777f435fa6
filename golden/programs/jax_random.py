import jax
import jax.numpy as jnp

key = jax.random.PRNGKey(42)
print(key, repr(key), jax.random.key(42), repr(jax.random.key(7)))
a, b, c = jax.random.split(key, 3)
print(a, b, jax.random.fold_in(key, 5), jax.random.split(jax.random.key(1)).shape)
print(jax.random.normal(a, (2, 2)), jax.random.uniform(b), jax.random.uniform(b, (3,), minval=-1, maxval=2))
print(jax.random.randint(c, (5,), 0, 10), jax.random.randint(c, (2,), -5, 5), jax.random.bernoulli(a, 0.3, (4,)))
print(
    jax.random.permutation(b, 5),
    jax.random.permutation(b, jnp.array([10.0, 20.0, 30.0])),
    jax.random.choice(c, 5, (3,)),
)
print(jax.random.truncated_normal(a, -2, 2, (3,)), jax.random.exponential(a, (2,)), jax.random.gumbel(a, (2,)))
print(jax.random.categorical(a, jnp.array([0.1, 0.5, 2.0]), shape=(5,)), jax.random.bits(a, (2,)))
print(
    jax.random.key_data(jax.random.key(3)),
    jax.random.wrap_key_data(jnp.array([0, 3], jnp.uint32)),
    jax.random.key_impl(jax.random.key(0)),
)
print(jax.random.PRNGKey(-1), jax.random.PRNGKey(2**31 + 100), jax.random.PRNGKey(jnp.int32(3)))
for i, k in enumerate(jax.random.split(jax.random.key(0), 2)):
    print(i, jax.random.normal(k))
init = jax.nn.initializers
for make in (
    init.lecun_normal(),
    init.he_uniform(),
    init.glorot_normal(),
    init.normal(0.5),
    init.uniform(2.0),
    init.zeros,
    init.constant(3.0),
):
    print(make(a, (2, 3)))
for f in (
    lambda: jax.random.PRNGKey(1.5),
    lambda: jax.random.normal(3),
    lambda: jax.random.normal(None),
    lambda: jax.random.split(jax.random.split(key)),
    lambda: init.lecun_normal()(a, (3,)),
    lambda: jax.random.PRNGKey(jnp.ones(2, int)),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
