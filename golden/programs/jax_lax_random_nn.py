import jax
import jax.numpy as jnp
from jax import lax, nn, random

m = jnp.arange(12.0).reshape(3, 4)
print(lax.dynamic_slice(m, (1, 2), (2, 2)), lax.dynamic_slice_in_dim(m, 2, 2, axis=1), lax.dynamic_index_in_dim(m, 1))
print(
    lax.dynamic_update_slice(m, jnp.zeros((1, 2)), (5, 1)), lax.dynamic_update_slice_in_dim(m, -jnp.ones((3, 1)), 3, 1)
)
print(jax.jit(lambda x, i: lax.dynamic_slice(x, (i, 0), (1, 4)))(m, 2))
values, indices = lax.top_k(jnp.array([3.0, 1.0, 4.0, 1.0, 5.0]), 3)
print(values, indices, lax.select(jnp.array([True, False]), jnp.ones(2), jnp.zeros(2)))
print(lax.dot_general(m, m, (((1,), (1,)), ((), ()))), lax.rsqrt(4.0), lax.erf(0.5), lax.square(3.0), lax.sign(-2.0))
print(lax.iota(jnp.int32, 4), lax.broadcasted_iota(jnp.int32, (2, 3), 1), lax.pad(jnp.ones(2), 0.0, [(1, 2, 0)]))
print(lax.rev(jnp.arange(3), (0,)), lax.clamp(0.0, jnp.array([-1.0, 0.5, 2.0]), 1.0), lax.cumsum(jnp.arange(4)))
print(lax.convert_element_type(1.7, jnp.int32), lax.full((2,), 3.0), lax.concatenate([jnp.ones(1), jnp.zeros(1)], 0))
print(lax.reduce_sum(m, (0,)), lax.expand_dims(jnp.ones(2), (0,)).shape, lax.slice(m, (0, 1), (2, 3)), lax.sort(-m[0]))
print(lax.switch(2, [lambda x: x, lambda x: -x, lambda x: x * 10], 3.0), lax.map(lambda r: r.sum(), m))
print(lax.associative_scan(jnp.add, jnp.arange(5)), jax.grad(lambda x: lax.stop_gradient(x) * x)(3.0))
key = random.key(7)
print(random.laplace(key, (2,)), random.rademacher(key, (4,)), random.logistic(key, (2,)), random.clone(key))
print(random.exponential(key, (2,)), random.gumbel(key, (2,)), random.truncated_normal(key, -1, 1, (3,)))
print(random.bernoulli(key, 0.3, (5,)), random.categorical(key, jnp.log(jnp.array([0.1, 0.9])), shape=(6,)))
print(random.choice(key, 10, (3,), replace=False), random.choice(key, jnp.array([1.0, 2.0]), p=jnp.array([0.2, 0.8])))
print(random.permutation(key, 6), random.randint(key, (3,), 0, 100), random.uniform(key, minval=-1, maxval=1))
print(random.bits(key, (2,)), random.split(key, (2, 2)).shape, random.fold_in(key, 3))
print(random.key_data(key), random.wrap_key_data(random.key_data(key)))
x = jnp.array([-2.0, -0.5, 0.0, 0.5, 2.0])
for name in (
    "relu relu6 sigmoid softplus soft_sign silu swish log_sigmoid leaky_relu hard_sigmoid hard_silu hard_swish hard_tanh "
    "tanh elu celu selu gelu squareplus mish softmax log_softmax logsumexp standardize sparse_plus identity"
).split():
    print(name, getattr(nn, name)(x), jax.grad(lambda v, f=getattr(nn, name): (f(v) * v).sum())(x))
print(
    nn.glu(jnp.arange(4.0)), nn.gelu(x, approximate=False), nn.one_hot(jnp.array([0, 2, 5]), 3), nn.softmax(m, axis=0)
)
print(nn.leaky_relu(x, 0.2), nn.logsumexp(m, axis=1, keepdims=True), nn.softmax(x, where=x > 0))
print(nn.logsumexp(jnp.ones(2), b=jnp.array([1.0, -0.5]), return_sign=True))
q = random.normal(key, (1, 3, 2, 4))
print(nn.dot_product_attention(q, q, q, is_causal=True).shape, nn.dot_product_attention(q, q, q, is_causal=True)[0, 1])
for make in (nn.initializers.lecun_normal(), nn.initializers.he_uniform(), nn.initializers.constant(2.0)):
    print(make(key, (2, 2)))
print(nn.initializers.zeros(key, (2,)), nn.initializers.normal(0.5)(key, (2,), jnp.float32))
