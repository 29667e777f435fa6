import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    width: int
    act: object = nn.tanh
    extra: tuple = (1, "a")

    def setup(self):
        self.first = nn.Dense(self.width)
        self.second = nn.LayerNorm()

    def __call__(self, x):
        return self.second(self.first(x))


print(Net(3))
print(nn.Dense(2), nn.Embed(3, 4), nn.LayerNorm(), nn.Dropout(0.1))
print(nn.Conv(2, (3,)))
bound = Net(3).bind(Net(3).init(jax.random.PRNGKey(0), jnp.ones((1, 2))))
print(bound(jnp.ones((1, 2))).shape)
print(bound)
print(Net(3) == Net(3), Net(3) == Net(4), hash(Net(3)) == hash(Net(3)))
print(Net(3).clone(width=5).width, Net(3).name, Net(3, name="n").name)
print({Net(2): 1}[Net(2)])
