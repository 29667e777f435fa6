import functools

import flax.linen as nn
import jax
import jax.numpy as jnp

key = jax.random.PRNGKey(0)
x = jnp.arange(12.0).reshape(2, 3, 2) / 10
y, variables = nn.SelfAttention(num_heads=2).init_with_output(key, x)
print(y, jax.tree.map(jnp.shape, variables))
print(nn.max_pool(x, (2,)), nn.avg_pool(x, (2,), strides=(2,)), nn.pool(x, 0.0, jax.lax.add, (2,), (1,), "VALID"))
print(nn.make_causal_mask(jnp.ones((1, 3))), nn.combine_masks(nn.make_causal_mask(jnp.ones((1, 2))), None))


class Shares(nn.Module):
    def setup(self):
        self.inner = nn.Dense(2)
        nn.share_scope(self, self.inner)

    def __call__(self, x):
        return self.inner(x)


print(jax.tree.map(jnp.shape, Shares().init(key, x)))


class Flagged(nn.Module):
    train: bool | None = None

    @nn.compact
    def __call__(self, x, train=None):
        train = nn.merge_param("train", self.train, train)
        x = nn.Dropout(0.5, deterministic=not train)(x)
        count = self.variable("counts", "calls", lambda: jnp.array(0))
        if not self.is_initializing():
            count.value += 1
        noise = jax.random.normal(self.make_rng("noise"), x.shape)
        scale = self.param("scale", nn.initializers.constant(2.0), (x.shape[-1],))
        return x * scale + 0 * noise


flagged = Flagged()
variables = flagged.init({"params": key, "noise": key}, x, train=False)
print(variables)
out, changed = flagged.apply(variables, x, train=False, rngs={"noise": key}, mutable=["counts"])
print(out[0, 1], changed)
print(flagged.apply(variables, x, train=True, rngs={"noise": key, "dropout": key}, mutable="counts")[0][0])
for call in (
    lambda: flagged.apply(variables, x, rngs={"noise": key}),
    lambda: flagged.apply(variables, x, train=True, rngs={"noise": key}, mutable="counts"),
    lambda: flagged.apply(variables, x, train=False, rngs={"noise": key}),
    lambda: flagged.apply({}, x, train=False, rngs={"noise": key}, mutable="counts"),
    lambda: nn.Dense(2).apply({"params": {"kernel": jnp.ones((3, 2)), "bias": jnp.ones(2)}}, jnp.ones((1, 4))),
    lambda: nn.Dense(2)(x),
    lambda: flagged.init(key, x, train=False),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Named(nn.Module):
    width: int = 3

    def setup(self):
        self.first = nn.Dense(self.width)
        self.blocks = [nn.Dense(2, name=f"block_{i}") for i in range(2)]

    def __call__(self, x):
        return self.decode(self.encode(x))

    def encode(self, x):
        return nn.relu(self.first(x))

    def decode(self, z):
        for block in self.blocks:
            z = block(z)
        return z

    @nn.nowrap
    def helper(self):
        return self.width * 2


named = Named()
variables = named.init(key, x)
print(jax.tree.map(jnp.shape, variables), named.helper())
print(named.apply(variables, x, method=Named.encode).shape, named.apply(variables, x, method="encode").shape)
bound = named.bind(variables)
print(bound.encode(x).shape, jax.tree.map(jnp.shape, bound.first.variables))
module, back = bound.first.unbind()
print(module, jax.tree.map(jnp.shape, back))
print(named.init(key, x, method="encode")["params"].keys(), named.clone(width=5).width, named == Named(), named)
print(
    nn.init(lambda m, x: m.encode(x), named)(key, x)["params"].keys(),
    nn.apply(lambda m, x: m.encode(x).shape, named)(variables, x),
)


class Stack(nn.Module):
    @nn.compact
    def __call__(self, x):
        body = nn.scan(
            nn.Dense, variable_axes={"params": 0}, split_rngs={"params": True}, length=2, in_axes=nn.broadcast
        )
        many = nn.vmap(nn.Dense, variable_axes={"params": 0}, split_rngs={"params": True}, in_axes=None, axis_size=3)
        again = nn.remat(nn.Dense)(2)
        return many(2)(again(x)).sum(0), body is not None


(out, _), variables = Stack().init_with_output(key, x)
print(out, jax.tree.map(jnp.shape, variables))
print(jax.jit(functools.partial(named.apply, method="encode"))(named.init(key, x), x).shape)
print(
    nn.tabulate(
        named, key, compute_flops=False, compute_vjp_flops=False, console_kwargs={"force_terminal": False, "width": 120}
    )(x)
)
up = nn.ConvTranspose(2, (3,), strides=(2,), padding="VALID")
out, variables = up.init_with_output(key, x)
print(out, variables["params"]["kernel"].shape)
print(
    nn.ConvTranspose(1, (2, 3), (2, 2), transpose_kernel=True).init_with_output(key, jnp.ones((1, 2, 3, 2)))[0][
        0, :, :, 0
    ]
)
print(nn.ConvTranspose(1, (3,), padding=1, kernel_dilation=(2,)).init_with_output(key, x)[0].shape)
print(jax.grad(lambda v: up.apply(v, x).sum())(variables)["params"]["kernel"])
