# Recurrent cells and layers of Linen and NNX: weights, steps, lengths, directions and gradients.
import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx

x = jax.random.normal(jax.random.key(0), (2, 4, 3))
lengths = jnp.array([4, 2])


def tell(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, "|", error)


for kind in (nn.LSTMCell, nn.OptimizedLSTMCell, nn.GRUCell, nn.SimpleCell, nn.MGUCell):
    cell = kind(5)
    carry = cell.initialize_carry(jax.random.key(1), x[:, 0].shape)
    variables = cell.init(jax.random.key(2), carry, x[:, 0])
    print(kind.__name__, jax.tree.map(jnp.shape, variables), cell.num_feature_axes)
    tell(lambda: cell.apply(variables, carry, x[:, 0])[1])
    rnn = nn.RNN(kind(5))
    variables = rnn.init(jax.random.key(3), x)
    tell(lambda: rnn.apply(variables, x)[0, -1])
    tell(lambda: jax.tree.map(jnp.shape, rnn.apply(variables, x, seq_lengths=lengths, return_carry=True)))
    tell(lambda: rnn.apply(variables, x, seq_lengths=lengths, return_carry=True, reverse=True, keep_order=True)[0])
    tell(lambda: rnn.apply(variables, jnp.swapaxes(x, 0, 1), time_major=True)[-1, 0])
    grads = jax.grad(lambda v: (rnn.apply(v, x) ** 2).sum())(variables)
    print(jax.tree.map(lambda g: round(float(jnp.abs(g).sum()), 3), grads))
tell(lambda: nn.MGUCell(5, reset_gate=False).init_with_output(jax.random.key(0), jnp.ones(5), x[0, 0])[0][0])
tell(lambda: nn.SimpleCell(5, residual=True).init_with_output(jax.random.key(0), jnp.ones(5), x[0, 0])[0][0])
both = nn.Bidirectional(nn.RNN(nn.GRUCell(4)), nn.RNN(nn.GRUCell(4)))
variables = both.init(jax.random.key(4), x)
tell(lambda: jax.tree.map(jnp.shape, variables))
tell(lambda: both.apply(variables, x, seq_lengths=lengths)[1])
tell(lambda: both.apply(variables, x, return_carry=True)[0])

for kind in (nnx.LSTMCell, nnx.OptimizedLSTMCell, nnx.GRUCell, nnx.SimpleCell):
    cell = kind(3, 5, rngs=nnx.Rngs(0))
    carry = cell.initialize_carry(x[:, 0].shape, nnx.Rngs(1))
    print(kind.__name__, jax.tree.map(jnp.shape, nnx.to_pure_dict(nnx.state(cell))))
    tell(lambda: cell(carry, x[:, 0])[1])
    tell(lambda: cell.initialize_carry(x[:, 0].shape))
    rnn = nnx.RNN(cell)
    tell(lambda: rnn(x)[0, -1])
    tell(lambda: rnn(x, seq_lengths=lengths, return_carry=True, reverse=True, keep_order=True)[0])
    tell(lambda: rnn(jnp.swapaxes(x, 0, 1), time_major=True)[-1, 0])
    grads = nnx.grad(lambda m: (m(x) ** 2).sum())(rnn)
    print(jax.tree.map(lambda g: round(float(jnp.abs(g).sum()), 3), nnx.to_pure_dict(grads)))
    tell(lambda: nnx.jit(lambda m, x: m(x))(rnn, x)[1, 0])
print(nnx.RNN(nnx.SimpleCell(3, 2, rngs=nnx.Rngs(0)), rngs=nnx.Rngs(5)).rngs.count[...])
both = nnx.Bidirectional(
    nnx.RNN(nnx.GRUCell(3, 4, rngs=nnx.Rngs(0))), nnx.RNN(nnx.GRUCell(3, 4, rngs=nnx.Rngs(1))), rngs=nnx.Rngs(2)
)
tell(lambda: both(x, seq_lengths=lengths)[1])
tell(lambda: both(x, return_carry=True)[0])
tell(lambda: nnx.RNN(cell, rngs=3))
wrapped = nnx.bridge.ToNNX(nn.RNN(nn.GRUCell(4)), rngs=nnx.Rngs(0)).lazy_init(x)
tell(lambda: (wrapped(x)[0, -1], jax.tree.map(jnp.shape, nnx.to_pure_dict(nnx.state(wrapped, nnx.Param)))))
