import jax
import jax.numpy as jnp
import flax.linen as nn


class Counter(nn.Module):
    @nn.compact
    def __call__(self, x):
        seen = self.has_variable("counts", "calls")
        calls = self.variable("counts", "calls", lambda: jnp.zeros((), jnp.int32))
        if seen:
            calls.value = calls.value + 1
        return x + calls.value


model = Counter()
variables = model.init(jax.random.PRNGKey(0), 1.0)
print(variables)
out, variables = model.apply(variables, 1.0, mutable=["counts"])
print(out, variables)
out, variables = model.apply(variables, 1.0, mutable=True)
print(out, variables)
out, variables = model.apply(variables, 1.0, mutable="counts")
print(out, variables)
print(model.apply({}, 1.0, mutable=["counts"]))
for give in (variables, {}, {"counts": {"other": 1}}):
    try:
        print(model.apply(give, 1.0))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
