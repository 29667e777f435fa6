# Names of axes on the variables of Linen, NNX and the bridge between them, with and without a mesh.
import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx
from flax.nnx import bridge
from jax.sharding import AxisType
from jax.sharding import PartitionSpec as P


def tell(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, "|", error)


lecun = nn.initializers.lecun_normal()
x = jnp.ones((1, 2))
mesh = jax.make_mesh((1, 1), ("in", "out"), axis_types=(AxisType.Auto,) * 2)
dense = nn.Dense(3, kernel_init=nn.with_partitioning(lecun, ("in", "out")))
boxed = dense.init(jax.random.key(0), x)
tell(lambda: boxed)
tell(lambda: (nn.get_partition_spec(boxed), nn.get_sharding(boxed, mesh)))
tell(lambda: (nn.unbox(boxed), nn.meta.unbox(boxed)["params"]["bias"], boxed["params"]["kernel"].names))
tell(lambda: (dense.apply(boxed, x), dense.apply(nn.unbox(boxed), x)))
tell(lambda: jax.tree_util.tree_flatten_with_path(boxed)[0])
tell(lambda: jax.tree.map(jnp.shape, boxed))
tell(lambda: jax.grad(lambda v: dense.apply(v, x).sum())(boxed))
rules = (("batch", "data"), ("embed", "model"), ("h", None))
tell(lambda: (nn.logical_to_mesh(P("a", "b")), nn.logical_to_mesh_axes(("batch", "embed"), rules)))
tell(lambda: nn.logical_to_mesh({"k": P("batch", "h")}, rules))
tell(lambda: nn.logical_to_mesh_axes(("batch", "batch"), rules))
overlapping = (("batch", "X"), ("features", "X"), ("heads", "Y"), ("batch", "Z"))
tell(lambda: nn.logical_to_mesh_axes(("batch", "length", "heads", "features"), overlapping))
tell(lambda: nn.logical_to_mesh_sharding({"k": P("in")}, mesh, (("in", "in"),)))
tell(lambda: nn.with_logical_partitioning(lecun, ("batch", "embed"))(jax.random.key(0), (2, 2)))
tell(lambda: nn.with_logical_constraint(x, ("batch", "embed")))
with nn.logical_axis_rules(rules):
    tell(lambda: nn.logical_to_mesh_axes(("batch", "embed")))
copies = {"variable_axes": {"params": 0}, "split_rngs": {"params": True}, "in_axes": None, "axis_size": 2}
named = nn.vmap(nn.Dense, metadata_params={nn.PARTITION_NAME: "layers"}, **copies)
tell(lambda: named(3, kernel_init=nn.with_partitioning(lecun, ("in", "out"))).init(jax.random.key(0), x))
unnamed = nn.vmap(nn.Dense, **copies)
tell(lambda: unnamed(3, kernel_init=nn.with_partitioning(lecun, ("in", "out"))).init(jax.random.key(0), x))
tell(lambda: nn.Partitioned(x, ("a",)).add_axis(1, {nn.PARTITION_NAME: "z"}).remove_axis(1, {"partition_name": "z"}))


def linear():
    init = nnx.with_partitioning(nnx.initializers.lecun_normal(), ("in", "out"))
    return nnx.Linear(2, 3, kernel_init=init, rngs=nnx.Rngs(0))


tell(linear)
with jax.set_mesh(mesh):
    model = linear()
    tell(lambda: (model.kernel, model.kernel.sharding, model.kernel.get_value().sharding))
    tell(lambda: (model.kernel.get_metadata(), model.kernel.out_sharding, model.kernel.sharding_names))
    tell(lambda: nnx.get_partition_spec(nnx.state(model)))
    tell(lambda: nnx.get_named_sharding(nnx.state(model), mesh))
tell(lambda: nnx.Param(x, out_sharding=("in", "out"), mesh=mesh))
tell(lambda: nnx.Param(x, sharding=("a", "b")))
with nnx.use_eager_sharding(False):
    tell(lambda: (linear().kernel, nnx.using_eager_sharding()))
    tell(lambda: nnx.get_partition_spec(nnx.state(linear())))
    inits = [
        f(nnx.initializers.lecun_normal(), ("in", "out")) for f in (bridge.with_partitioning, nnx.with_partitioning)
    ]
    for init in inits:
        layer = bridge.to_linen(nnx.Linear, 2, 3, kernel_init=init)
        variables = layer.init(jax.random.key(0), x)
        tell(lambda: (variables, nn.get_partition_spec(variables), layer.apply(variables, x)))
    wrapped = bridge.ToNNX(dense, rngs=nnx.Rngs(0)).lazy_init(x)
    tell(lambda: (wrapped.kernel, wrapped(x), nnx.get_partition_spec(nnx.state(wrapped, nnx.Param))))
    keys = jax.random.split(jax.random.key(0), 2)

    def layer_of(key):
        init = nnx.with_partitioning(nnx.initializers.lecun_normal(), ("in", "out"))
        return nnx.Linear(2, 3, kernel_init=init, rngs=nnx.Rngs(key))

    tell(lambda: nnx.vmap(layer_of, transform_metadata={nnx.PARTITION_NAME: "layers"})(keys).kernel.out_sharding)
    tell(lambda: nnx.vmap(layer_of)(keys).kernel.out_sharding)
tell(lambda: bridge.ToNNX(dense, rngs=nnx.Rngs(0)).lazy_init(x))
tell(lambda: nnx.using_eager_sharding())
