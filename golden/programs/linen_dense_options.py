import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(11)
x = jax.random.normal(jax.random.PRNGKey(1), (2, 3))
layers = {
    "no bias": nn.Dense(2, use_bias=False),
    "zeros": nn.Dense(2, kernel_init=nn.initializers.zeros, bias_init=nn.initializers.ones),
    "normal": nn.Dense(2, kernel_init=nn.initializers.normal(0.02)),
    "he": nn.Dense(2, kernel_init=nn.initializers.he_normal()),
    "glorot": nn.Dense(2, kernel_init=nn.initializers.glorot_uniform()),
    "constant": nn.Dense(2, kernel_init=nn.initializers.constant(0.5), bias_init=nn.initializers.zeros_init()),
}
for name, layer in layers.items():
    variables = layer.init(key, x)
    print(name, variables)
    print(layer.apply(variables, x))
whole = jnp.arange(6).reshape(2, 3)
dense = nn.Dense(2)
print(dense.apply(dense.init(key, whole), whole))
deep = jnp.ones((2, 1, 4, 3))
print(dense.apply(dense.init(key, deep), deep).shape)
