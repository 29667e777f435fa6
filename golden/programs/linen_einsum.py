import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(4)
x = jax.random.normal(key, (2, 3))
layer = nn.Einsum((3, 2, 2), "bi,ijk->bjk")
variables = layer.init(key, x)
print(variables)
print(layer.apply(variables, x))
late = nn.Einsum((3, 2), use_bias=False)
variables = late.init(key, x, "bi,ij->bj")
print(late.apply(variables, x, "bi,ij->bj"))
for make in (
    lambda: nn.Einsum((3, 2), "bi,ij").init(key, x),
    lambda: nn.Einsum((3, 2), "bi,ij,jk->bk").init(key, x),
    lambda: nn.Einsum((3, 2)).init(key, x),
    lambda: nn.Einsum((3, 2), "bi,ij->bj").init(key, x, "bi,ij->bj"),
):
    try:
        make()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
