"""Layers and random streams of flax.nnx."""

from recorded import Comparison, cases_of

from flax import nnx
from jax import nn, random

numbers = Comparison()
exact, close = numbers.exact, numbers.close
for case in cases_of("nnx"):
    seed, i, h, o = (case[name] for name in ("seed", "in", "hidden", "out"))
    rngs = nnx.Rngs(seed)
    a, b = nnx.Linear(i, h, rngs=rngs), nnx.Linear(h, o, rngs=rngs)
    c = nnx.Linear(i, o, use_bias=False, rngs=rngs)
    x = random.normal(random.PRNGKey(seed + 100), (i,))
    exact("x", x, case["x"])
    exact("linear0.kernel", a.kernel[...], case["linear0.kernel"])
    exact("linear0.bias", a.bias[...], case["linear0.bias"])
    exact("linear1.kernel", b.kernel[...], case["linear1.kernel"])
    exact("linear2_nobias.kernel", c.kernel[...], case["linear2_nobias.kernel"])
    close("linear0(x)", a(x), case["linear0(x)"])
    close("linear1(relu(linear0(x)))", b(nn.relu(a(x))), case["linear1(relu(linear0(x)))"])
    key = random.key_data(nnx.Rngs(seed, params=seed + 1).params())
    exact("key", key, case["named streams: Rngs(seed, params=seed+1).params()"])
    embedding = nnx.Embed(5, i, rngs=nnx.Rngs(seed)).embedding[...]
    exact("embedding", embedding, case["Embed(5, in).embedding"])
print(numbers.drawn > 2000, numbers.compared > 150, numbers.few_unequal(), numbers.wrong)
