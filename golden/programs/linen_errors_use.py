import jax
import jax.numpy as jnp
import flax.linen as nn

x = jnp.ones((1, 3))
key = jax.random.PRNGKey(0)
dense = nn.Dense(2)
variables = dense.init(key, x)


class NoCall(nn.Module):
    def other(self, x):
        return x


class Bare(nn.Module):
    def __call__(self, x):
        return nn.Dense(2)(x)


for name, make in {
    "unbound": lambda: dense(x),
    "shape": lambda: dense.apply(variables, jnp.ones((1, 4))),
    "empty": lambda: dense.apply({}, x),
    "level dropped": lambda: dense.apply(variables["params"], x),
    "level doubled": lambda: dense.apply({"params": variables}, x),
    "bias missing": lambda: dense.apply({"params": {"kernel": variables["params"]["kernel"]}}, x),
    "seed as key": lambda: dense.init(0, x),
    "three numbers as key": lambda: dense.init(jnp.arange(3), x),
    "seed as stream": lambda: dense.init({"params": 0}, x),
    "keys": lambda: dense.apply(variables, x, rngs=3),
    "no input": lambda: dense.apply(variables),
    "two inputs": lambda: dense.apply(variables, x, x),
    "no features": lambda: nn.Dense(),
    "unknown field": lambda: nn.Dense(2, activation=nn.relu),
    "class": lambda: nn.Dense.init(key, x),
    "no call": lambda: NoCall().init(key, x),
    "method": lambda: dense.apply(variables, x, method="nothing"),
    "method of none": lambda: dense.apply(variables, x, method=lambda: 1),
    "method no function": lambda: dense.apply(variables, x, method="features"),
    "not compact": lambda: Bare().init(key, x),
    "frozen": lambda: setattr(dense, "features", 3),
    "attribute": lambda: dense.kernel,
}.items():
    try:
        print(name, make())
    except Exception as error:
        text = str(error).split(" at 0x")
        print(f"{name}: {type(error).__name__}: {text[0]}")
