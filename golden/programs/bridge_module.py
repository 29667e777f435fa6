# bridge.Module: modules in Linen's manner whose submodules may be of either kind.
import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx
from flax.nnx import bridge

x = jnp.ones((2, 3))


def tell(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, "|", error)


class Dot(bridge.Module):
    features: int

    @bridge.compact
    def __call__(self, x):
        w = self.param("w", nn.initializers.lecun_normal(), (x.shape[-1], self.features))
        n = self.variable("tallies", "n", lambda: jnp.zeros((), jnp.int32))
        n[...] += 1
        return x @ w


class Net(bridge.Module):
    def setup(self):
        self.a = Dot(4)
        self.b = Dot(2)

    def __call__(self, x):
        return self.b(self.a(x))


class Compact(bridge.Module):
    width: int = 4

    @bridge.compact
    def __call__(self, x):
        assert bridge.current_module() is self
        print(bridge.current_context().in_compact)
        h = Dot(self.width)(x)
        h = bridge.nnx_in_bridge_mdl(lambda rngs: nnx.Linear(self.width, 3, rngs=rngs))(h)
        h = Dot(5, name="named")(h)
        return bridge.linen_in_bridge_mdl(nn.Dense(2))(h)

    def twice(self, x):
        return 2 * self(x)


for net in (Net(), Compact()):
    variables = net.init(jax.random.key(0), x)
    tell(lambda: jax.tree.map(jnp.shape, variables))
    tell(lambda: net.apply(variables, x))
    tell(lambda: jax.tree.map(jnp.shape, net.apply(variables, x, mutable=True)[1]))
    tell(lambda: net.init_with_output(jax.random.key(1), x)[0])
tell(lambda: Compact().apply(variables, x, method="twice"))
tell(lambda: Compact().apply(variables, x, method=Compact.twice))
tell(lambda: Compact().apply({"params": {"Dot_0": {"w": jnp.ones((2, 2))}}}, x))
tell(lambda: Dot(2)(x))
tell(lambda: Compact().apply(variables, x, method="width"))
tell(lambda: (bridge.current_context(), bridge.current_module()))
tell(lambda: jax.grad(lambda v: Net().apply(v, x).sum())(Net().init({"params": jax.random.key(0)}, x)["params"]))
net = Net()
variables = net.init(jax.random.key(0), x)
params = {"params": variables["params"]}
tell(lambda: net.apply({**params, "tallies": variables["tallies"]}, x, mutable=["tallies"])[1]["tallies"])
tell(lambda: jax.jit(net.apply)(variables, x))
tell(lambda: Dot(3).init(0, x)["params"]["w"])
tell(lambda: bridge.compact(lambda self: 1)(3))
tell(lambda: (bridge.NNXMeta, bridge.interop.__name__, bridge.AttrPriority.HIGH))
