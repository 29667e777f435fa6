# Meshes and shardings on one device: what they print, what they refuse, and where arrays say that they lie.
import jax
import jax.numpy as jnp
from jax.experimental import mesh_utils
from jax.sharding import AxisType, Mesh, NamedSharding, SingleDeviceSharding
from jax.sharding import PartitionSpec as P


def tell(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(len(jax.devices()))
tell(lambda: mesh_utils.create_device_mesh((1, 1)))
tell(lambda: mesh_utils.create_device_mesh((2, 4)))
tell(lambda: jax.make_mesh((1, 1), ("data", "model")))
tell(lambda: jax.make_mesh((2, 4), ("data", "model")))
tell(lambda: jax.make_mesh((1, 1), ("data",)))
auto = Mesh(mesh_utils.create_device_mesh((1, 1)), ("data", "model"))
explicit = jax.make_mesh((1, 1), ("data", "model"))
print(auto, explicit, auto == explicit, auto.axis_names, auto.size, auto.empty, auto.shape["data"])
tell(lambda: (auto.axis_types, explicit.axis_types, auto.devices, auto.abstract_mesh))
tell(lambda: jax.make_mesh((1,), ("x",), axis_types=(AxisType.Auto,)))
tell(lambda: (P("a", None), P(("a", "b"), "c"), P(), P("a") == P("a"), P("a") == ("a",), len(P("a", None))))
tell(lambda: (P("x") == P("x", None), list(P("a", None)), P("a") + P("b"), P("a", unreduced={"b"})))
s = NamedSharding(auto, P("data", None))
tell(lambda: s)
tell(lambda: (s.spec, s.mesh, s.memory_kind, s.is_fully_replicated, s.device_set, s.shard_shape((4, 2))))
tell(lambda: NamedSharding(auto, P("nope")))
tell(lambda: NamedSharding(auto, P("data", "data")))
tell(lambda: s.is_equivalent_to(NamedSharding(auto, P("data")), 2))
x = jax.device_put(jnp.arange(8.0).reshape(4, 2), s)
tell(lambda: x.sharding)
tell(lambda: x.addressable_shards)
tell(lambda: (x.addressable_shards[0].index, x.addressable_shards[0].replica_id, x.addressable_shards[0].device))
tell(lambda: jnp.ones(2).addressable_shards)
tell(lambda: jax.jit(lambda v: v * 2, out_shardings=s)(jnp.ones((4, 2))).sharding)
tell(lambda: jax.lax.with_sharding_constraint(jnp.ones((4, 2)), s).sharding)
tell(lambda: jax.lax.with_sharding_constraint(jnp.ones((4, 2)), P("data")).sharding)
with jax.set_mesh(auto):
    tell(lambda: jax.lax.with_sharding_constraint(jnp.ones((4, 2)), P("data")).sharding)
    tell(lambda: (jax.sharding.get_abstract_mesh(), jax.sharding.get_mesh()))
    tell(lambda: jax.jit(lambda v: v * 2, out_shardings=P("data"))(jnp.ones(2)).sharding)
with jax.set_mesh(explicit):
    tell(lambda: jax.lax.with_sharding_constraint(jnp.ones((4, 2)), P("data")).sharding)
    tell(lambda: jax.device_put(jnp.ones(2), P("data")).sharding)
    tell(lambda: jax.reshard(jnp.ones(2), P("data")).sharding)
tell(lambda: jax.sharding.get_abstract_mesh())
tell(lambda: jax.device_put(jnp.ones(2), P("data")))
tell(lambda: jax.device_put(x, SingleDeviceSharding(jax.devices()[0])).sharding)
tell(lambda: jax.device_put({"a": jnp.ones(2)}, {"a": NamedSharding(auto, P("data"))})["a"].sharding)
tell(lambda: jax.jit(lambda v: v * 2, out_shardings=P("x"))(jnp.ones(2)))
tell(lambda: jax.set_mesh(3))
tell(lambda: jax.device_put(jnp.ones(2), s))
tell(lambda: jax.lax.with_sharding_constraint(jnp.ones(2), s))
tell(lambda: jax.ShapeDtypeStruct((2, 2), jnp.float32, sharding=s))
tell(lambda: jax.ShapeDtypeStruct((2,), jnp.float32, sharding=s))
tell(lambda: jax.NamedSharding is NamedSharding and jax.P is P)
tell(lambda: jax.tree.leaves({"p": P("a"), "s": NamedSharding(auto, P())}))
tell(lambda: jax.devices("gpu"))
print((x + 1)[0], float(x.sum()), jnp.dot(x, x.T).shape, isinstance(x, jax.Array), type(x).__name__)
tell(lambda: jax.shard_map(lambda v: v * 2, mesh=auto, in_specs=P("data"), out_specs=P("data"))(jnp.ones(2)))
summed = jax.shard_map(lambda v: jax.lax.psum(v, "data"), mesh=auto, in_specs=P("data"), out_specs=P())
tell(lambda: summed(jnp.ones(2)))
tell(lambda: jax.pmap(lambda v: jax.lax.pmean(v, "b"), axis_name="b")(jnp.ones((1, 2))))
tell(lambda: jax.pmap(lambda v: v * 2)(jnp.ones((2, 2))))
