"""Linen's Dense as an NNX module, and NNX's Linear as a Linen module."""

from recorded import Comparison, cases_of

from flax import linen as nn
from flax import nnx
from flax.nnx import bridge
from jax import random

numbers = Comparison()
exact, close = numbers.exact, numbers.close
for case in cases_of("bridge"):
    seed = case["seed"]
    x = random.normal(random.PRNGKey(seed + 50), (2, 3))
    exact("x", x, case["x"])
    module = bridge.ToNNX(nn.Dense(4), rngs=nnx.Rngs(seed)).lazy_init(x)
    exact("ToNNX(Dense(4)).kernel", module.kernel[...], case["ToNNX(Dense(4)).kernel"])
    close("ToNNX(x)", module(x), case["ToNNX(x)"])
    linen = bridge.to_linen(nnx.Linear, 3, 4)
    variables = linen.init(random.PRNGKey(seed), x)
    exact("to_linen(Linear)", variables["params"], case["to_linen(Linear,3,4).params"])
    close("to_linen.apply", linen.apply(variables, x), case["to_linen.apply"])
print(numbers.drawn > 60, numbers.compared == 32, numbers.few_unequal(), numbers.wrong)
