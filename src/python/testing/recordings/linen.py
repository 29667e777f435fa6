"""Linen modules: a layer, a compact module and one with setup."""

from recorded import Comparison, cases_of

import jax.numpy as jnp
from flax import linen as nn
from jax import random


class Compact(nn.Module):
    h: int
    o: int

    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(self.h)(x))
        return nn.Dense(self.o)(x)


class Setup(nn.Module):
    h: int
    o: int

    def setup(self):
        self.enc = nn.Dense(self.h)
        self.head = nn.Dense(self.o, use_bias=False)

    def __call__(self, x):
        return self.head(jnp.tanh(self.enc(x)))


numbers = Comparison()
exact, close = numbers.exact, numbers.close
for case in cases_of("linen"):
    seed, i, h, o = (case[name] for name in ("seed", "in", "hidden", "out"))
    key = random.PRNGKey(seed)
    x = random.normal(random.PRNGKey(seed + 100), (3, i))
    exact("x", x, case["x"])
    dense = nn.Dense(o)
    variables = dense.init(key, jnp.zeros((i,)))
    exact("Dense", variables, case["Dense.init"])
    close("Dense(x)", dense.apply(variables, x), case["Dense.apply"])
    close("Dense(x[0])", dense.apply(variables, x[0]), case["Dense.apply_1d"])
    for module, name in ((Compact(h, o), "compact MLP"), (Setup(h, o), "setup(enc, head no bias)")):
        variables = module.init(key, x)
        exact(name, variables, case[f"{name}.init"])
        close(name, module.apply(variables, x), case[f"{name.partition('(')[0]}.apply"])
print(numbers.drawn > 2000, numbers.compared > 200, numbers.few_unequal(), numbers.wrong)
