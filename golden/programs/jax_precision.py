import flax.linen as nn
from flax import nnx

import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(4.0).reshape(2, 2)
print(lax.Precision.HIGHEST, repr(lax.Precision.HIGH), list(lax.Precision))
for precision in (None, "highest", lax.Precision.DEFAULT, (lax.Precision.HIGH, lax.Precision.HIGH)):
    print(jnp.dot(x, x, precision=precision), jnp.einsum("ij,kj->ik", x, x, precision=precision)[0])
print(
    jnp.matmul(x, x, precision="high"), jnp.tensordot(x, x, 1, precision="default"), jnp.vdot(x, x, precision="highest")
)
print(lax.dot_general(x, x, (((1,), (0,)), ((), ())), precision=lax.Precision.HIGHEST))
print(nn.Dense(2, precision="highest").init_with_output(jax.random.key(0), x)[0])
print(nnx.Linear(2, 2, precision=lax.Precision.HIGHEST, rngs=nnx.Rngs(0))(x))
for wrong in ("nope", 3):
    try:
        jnp.dot(x, x, precision=wrong)
    except ValueError as error:
        print(error)
