import jax
import jax.numpy as jnp
from flax import nnx

key = jax.random.key(0)
inits = nnx.initializers
for name, init in {
    "lecun_normal": inits.lecun_normal(),
    "glorot_uniform": inits.glorot_uniform(),
    "he_normal": inits.he_normal(),
    "xavier_normal": inits.xavier_normal(),
    "normal": inits.normal(0.1),
    "truncated_normal": inits.truncated_normal(),
    "uniform": inits.uniform(2.0),
    "zeros": inits.zeros_init(),
    "ones": inits.ones_init(),
    "constant": inits.constant(3.0),
    "variance_scaling": inits.variance_scaling(2.0, "fan_avg", "uniform"),
}.items():
    print(name, init(key, (2, 3), jnp.float32))
lin = nnx.Linear(2, 3, kernel_init=inits.he_uniform(), bias_init=inits.normal(), rngs=nnx.Rngs(1))
print(lin.kernel, lin.bias)
init = nnx.with_metadata(inits.lecun_normal(), names=("in", "out"))
lin = nnx.Linear(2, 1, kernel_init=init, rngs=nnx.Rngs(0))
print(lin.kernel, lin.kernel.names)
lin = nnx.Linear(2, 1, kernel_metadata={"note": "k"}, bias_metadata={"note": "b"}, rngs=nnx.Rngs(0))
print(lin.kernel.note, lin.bias)
print(
    nnx.relu(jnp.array([-1.0, 1.0])),
    nnx.gelu(jnp.array(1.0)),
    nnx.softmax(jnp.arange(3.0)),
    nnx.one_hot(jnp.array([1]), 3),
)
print(
    nnx.silu(1.0),
    nnx.sigmoid(0.5),
    nnx.tanh(0.5),
    nnx.elu(-1.0),
    nnx.leaky_relu(-1.0),
    nnx.softplus(0.0),
    nnx.log_softmax(jnp.arange(2.0)),
)
