import jax
import jax.numpy as jnp
from flax import nnx


class Scale(nnx.Module):
    def __init__(self, size, *, rngs=None):
        self.factor = nnx.Param(jnp.ones((size,)))
        self.calls = Count(jnp.array(0))

    def __call__(self, x):
        self.calls[...] += 1
        return x * self.factor


class Count(nnx.Variable):
    pass


class Squared(nnx.Variable):
    def create_value(self, value):
        return value * 10

    def get_value(self, **kwargs):
        return super().get_value(**kwargs) ** 2


class Timed(Scale):
    def __init__(self, size):
        super().__init__(size)
        self.label = f"timed-{size}"
        self.offset = nnx.Variable(jnp.zeros(size))
        self.fn = jnp.sin

    def __call__(self, x):
        return self.fn(super().__call__(x)) + self.offset


m = Timed(2)
print(m(jnp.ones(2)), m.calls[...], m.label)
state = nnx.state(m, Count)
print(state)
s = Squared(jnp.array([1.0, 2.0]))
print(s[...], s.get_raw_value(), s + 1)
s[...] = jnp.array([3.0, 3.0])
print(s, s.get_value())
print(nnx.variable_name_from_type(nnx.Param), nnx.variable_type_from_name("batch_stats").__name__)


@nnx.register_variable_name("counts")
class Counter(nnx.Variable):
    pass


print(nnx.variable_type_from_name("counts") is Counter, nnx.variable_name_from_type(Counter))
new = nnx.variable_type_from_name("fresh_kind", allow_register=True)
print(new.__name__, issubclass(new, nnx.Variable))


class WeightTied(nnx.Module):
    def __init__(self, rngs):
        self.embed = nnx.Embed(4, 2, rngs=rngs)
        self.out = self.embed

    def __call__(self, i):
        return self.out.attend(self.embed(i))


w = WeightTied(nnx.Rngs(0))
print(w(jnp.array([1, 2])).shape, len(jax.tree.leaves(nnx.state(w))))
grads = nnx.grad(lambda w: w(jnp.array([1])).sum())(w)
print(grads)
