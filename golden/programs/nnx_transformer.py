import jax, jax.numpy as jnp, optax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, heads, *, rngs, dropout=0.1):
        self.attn = nnx.MultiHeadAttention(num_heads=heads, in_features=d, decode=False, rngs=rngs)
        self.ln1 = nnx.LayerNorm(d, rngs=rngs)
        self.ln2 = nnx.RMSNorm(d, rngs=rngs)
        self.mlp = nnx.Sequential(nnx.Linear(d, 2 * d, rngs=rngs), nnx.gelu, nnx.Linear(2 * d, d, rngs=rngs))
        self.drop = nnx.Dropout(dropout, rngs=rngs)

    def __call__(self, x, mask=None):
        x = x + self.drop(self.attn(self.ln1(x), mask=mask))
        return x + self.drop(self.mlp(self.ln2(x)))


class GPT(nnx.Module):
    def __init__(self, vocab, d, heads, layers, maxlen, *, rngs):
        self.tok = nnx.Embed(vocab, d, rngs=rngs)
        self.pos = nnx.Embed(maxlen, d, rngs=rngs)
        self.blocks = nnx.List([Block(d, heads, rngs=rngs) for _ in range(layers)])
        self.out = nnx.Linear(d, vocab, use_bias=False, rngs=rngs)

    def __call__(self, ids):
        t = ids.shape[-1]
        mask = nnx.make_causal_mask(ids)
        x = self.tok(ids) + self.pos(jnp.arange(t))[None]
        for b in self.blocks:
            x = b(x, mask)
        return self.out(x)


model = GPT(11, 8, 2, 2, 6, rngs=nnx.Rngs(params=0, dropout=1))
tx = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(optax.cosine_decay_schedule(3e-3, 10)))
optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
ids = jax.random.randint(jax.random.key(0), (4, 6), 0, 11)


@nnx.jit
def train_step(model, optimizer, ids):
    def loss_fn(m):
        logits = m(ids[:, :-1])
        return optax.softmax_cross_entropy_with_integer_labels(logits, ids[:, 1:]).mean()

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(model, grads)
    return loss, optax.global_norm(grads)


for i in range(4):
    l, n = train_step(model, optimizer, ids)
    print(i, round(float(l), 4), round(float(n), 4))
model.eval()
print(model(ids[:, :5]).argmax(-1))


def generate(model, ids, n):
    for _ in range(n):
        nxt = model(ids)[:, -1].argmax(-1, keepdims=True)
        ids = jnp.concatenate([ids, nxt], axis=1)
    return ids


print(generate(model, ids[:1, :3], 3))


@nnx.scan(in_axes=(0, nnx.Carry), out_axes=nnx.Carry)
def run(block, x):
    return block(x)


@nnx.vmap(in_axes=0, out_axes=0)
def make(rngs):
    return nnx.Linear(8, 8, rngs=rngs)


stack = make(nnx.Rngs(0).fork(split=3))
print(stack.kernel.shape, run(stack, jnp.ones((2, 8))).shape)
