import functools
import warnings

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def caught(action):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        shown = action()
    print(shown, [(one.category.__name__, str(one.message)) for one in seen])


layer = nnx.Linear(2, 2, rngs=nnx.Rngs(0))
caught(lambda: layer.kernel.value.shape)
caught(lambda: setattr(layer.bias, "value", jnp.ones(2)))
print(layer.bias.get_value(), layer.bias.set_value(jnp.zeros(2)), layer.bias[...], layer.kernel.get_metadata())
rngs = nnx.Rngs(0, noise=3)
print(type(rngs.noise).__name__, isinstance(rngs.noise, nnx.RngStream), rngs.noise.key, rngs.noise.count)
print(rngs.noise.uniform((2,)), rngs.noise.normal((2,)), rngs.noise.count[...], rngs.normal((2,)), rngs.fork().noise())
print(nnx.variables(layer) if hasattr(nnx, "variables") else nnx.state(layer))


class Net(nnx.Module):
    def __init__(self, rngs):
        self.a = nnx.Linear(2, 3, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)
        self.norm = nnx.BatchNorm(3, rngs=rngs)

    def __call__(self, x):
        return self.norm(self.drop(self.a(x)))


net = Net(nnx.Rngs(0))
net.set_attributes(deterministic=True, use_running_average=True)
print(net.drop.deterministic, net.norm.use_running_average, net(jnp.ones((2, 2))))
net.train()
print(net.drop.deterministic, net.norm.use_running_average)
print(nnx.view(net, deterministic=True).drop.deterministic, net.drop.deterministic)


@functools.partial(nnx.jit, static_argnums=(1,))
def twice(model, n, x):
    for _ in range(n):
        x = model(x)
    return x


print(twice(nnx.Linear(2, 2, rngs=nnx.Rngs(1)), 2, jnp.ones(2)))


@functools.partial(nnx.vmap, in_axes=(None, 0), out_axes=0)
def each(model, x):
    return model(x)


print(each(nnx.Linear(2, 1, rngs=nnx.Rngs(1)), jnp.eye(2)))


@nnx.split_rngs(splits=3)
@nnx.vmap(in_axes=(0,), out_axes=0)
def ensemble(rngs):
    return nnx.Linear(2, 1, rngs=rngs)


models = ensemble(nnx.Rngs(0))
axes = nnx.StateAxes({nnx.Param: 0, ...: None})
print(models.kernel.shape, nnx.vmap(lambda m, x: m(x), in_axes=(axes, None))(models, jnp.ones(2)).shape)
only_bias = nnx.All(nnx.Param, nnx.PathContains("bias"))
diff = nnx.DiffState(0, only_bias)
loss, grads = nnx.value_and_grad(lambda m, x: (m(x) ** 2).sum(), argnums=diff)(layer, jnp.ones(2))
print(loss, grads)
optimizer = nnx.Optimizer(layer, optax.sgd(0.1), wrt=only_bias)
optimizer.update(layer, grads)
print(layer.bias[...], optimizer.step[...], isinstance(nnx.graphdef(layer), nnx.GraphDef), nnx.graph.is_node(layer))
print(nnx.PathContains("bias"), nnx.Any(nnx.Param, "noise"), nnx.Not(nnx.BatchStat), nnx.OfType(nnx.Param))
print(nnx.Everything(), nnx.Nothing(), nnx.to_flat_state(nnx.state(net, nnx.BatchStat)))
print(nnx.filterlib.to_predicate(nnx.Param)((), nnx.Param(1)))
metrics = nnx.MultiMetric(acc=nnx.metrics.Accuracy(), loss=nnx.metrics.Average("loss"), w=nnx.metrics.Welford("loss"))
metrics.update(logits=jnp.eye(3), labels=jnp.array([0, 1, 1]), loss=jnp.array([1.0, 2.0, 4.0]))
print(metrics.compute(), metrics.reset(), metrics.compute()["acc"])
print([(path, type(node).__name__) for path, node in nnx.iter_graph({"net": layer, "list": [1]})])
print([name for name, _ in nnx.iter_children(net)], [path for path, _ in nnx.iter_modules(net)])
model = nnx.Sequential(nnx.Linear(2, 2, rngs=nnx.Rngs(0)), nnx.relu, lambda x: x + 1)
print(model(jnp.ones((1, 2))), len(model.layers), isinstance(model.layers, nnx.List))
sown = nnx.Module()
sown.sow(nnx.Intermediate, "h", jnp.ones(1))
sown.sow(nnx.Intermediate, "h", jnp.zeros(1))
print(nnx.pop(sown, nnx.Intermediate), nnx.state(sown))
print(nnx.List([1, nnx.Param(jnp.ones(1))]), nnx.Dict(a=1, b=nnx.Param(jnp.zeros(1))))
print(nnx.ConvTranspose(1, 2, (2,), rngs=nnx.Rngs(0))(jnp.ones((1, 3, 1))))
print(nnx.ConvTranspose(1, 2, (3,), strides=2, padding="VALID", rngs=nnx.Rngs(0))(jnp.ones((1, 3, 1))).shape)
print(nnx.InstanceNorm(2, rngs=nnx.Rngs(0))(jnp.arange(8.0).reshape(1, 4, 2)))
print(nnx.LoRA(2, 1, 2, rngs=nnx.Rngs(0))(jnp.ones((1, 2))), nnx.PReLU()(jnp.array([-1.0, 1.0])))
