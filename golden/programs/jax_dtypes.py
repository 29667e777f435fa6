import jax
import jax.numpy as jnp

x = jnp.ones(2)
print(
    x.dtype, repr(x.dtype), x.dtype == jnp.float32, x.dtype == "float32", x.dtype == jnp.int32, jnp.float32, jnp.bool_
)
print(x.dtype.name, x.dtype.itemsize, x.dtype.kind, jnp.dtype("int32"), repr(jnp.dtype(jnp.bool_)))
print(
    jnp.issubdtype(x.dtype, jnp.floating),
    jnp.issubdtype(jnp.int32, jnp.integer),
    jnp.issubdtype(jnp.int32, jnp.floating),
)
print(
    jnp.result_type(1, 2.0),
    jnp.result_type(jnp.int32, 1.0),
    jnp.promote_types("int32", "float32"),
    jnp.result_type(x, 1),
)
print(jnp.finfo(jnp.float32).eps, jnp.iinfo(jnp.int32).max, jnp.iinfo("uint32").min)
print(repr(jnp.float32(3)), repr(jnp.int32(2.7)), repr(jnp.bool_(1)), repr(jnp.uint32(5)), repr(jnp.float32([1, 2])))
print(isinstance(x, jax.Array), isinstance(1.0, jax.Array), isinstance(x, jnp.ndarray), jnp.ndarray is jax.Array)
print(
    {jnp.float32: 1}[jnp.float32],
    jnp.float32 == "float32",
    jnp.int32 != jnp.float32,
    hash(x.dtype) == hash(jnp.dtype("float32")),
)
print(jax.typeof(x), jax.ShapeDtypeStruct((2, 3), jnp.float32), jnp.shape([1][0]), jnp.ndim(x), jnp.size(x))
print(jax.random.key(0).dtype, jnp.issubdtype(jax.random.key(0).dtype, jax.dtypes.prng_key))
print(
    x.astype("int32").dtype,
    x.astype(float).dtype,
    x.astype(int).dtype,
    x.astype(jnp.uint32).dtype,
    x.astype(bool).dtype,
)
