"""Record what Flax and Optax do beyond golden/recorders/record.py: layers, training, optimisers, the bridge, texts and errors.

usage: .venv/bin/python golden/recorders/record_modules.py
Each case has a name and one of: `value` (a tree of arrays), `text` (a repr), or `type` and `text` of an error.
The tests write the program behind each name a second time, in TypeScript.
"""

import re
import warnings

warnings.filterwarnings("ignore")
from record import arr, tidy
from recording import write

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx
from flax.nnx import bridge
from jax import random

KEY = random.PRNGKey(0)
X23 = random.normal(random.PRNGKey(1), (2, 3))
X53 = random.normal(random.PRNGKey(2), (5, 3))
Y52 = random.normal(random.PRNGKey(3), (5, 2))
LABELS = jnp.array([2, 0, 1, 1, 2])


def tree(t):
    """A tree of arrays; variables count as their arrays."""
    if isinstance(t, nnx.Variable):
        return tree(t.get_value())
    if isinstance(t, (dict, nnx.State)) or hasattr(t, "items"):
        return {str(k): tree(v) for k, v in sorted(dict(t.items()).items(), key=lambda kv: str(kv[0]))}
    if isinstance(t, (list, tuple)):
        return [tree(v) for v in t]
    if isinstance(t, (bool, str, int, float)) or t is None:
        return t
    return arr(t)


CASES = []


def value(name, f):
    CASES.append({"name": name, "value": tree(f())})


def text(name, f):
    CASES.append({"name": name, "text": clean(repr(listed(f())))})


def listed(t):
    """Plain tuples as lists, which is what they are in TypeScript."""
    return [listed(v) for v in t] if type(t) in (tuple, list) else t


def error(name, f):
    try:
        f()
    except Exception as e:
        CASES.append({"name": name, "type": type(e).__name__, "text": tidy(str(e))})
        return
    raise SystemExit(f"{name} raised nothing")


def clean(s):
    """Without the attributes that only Flax's Python classes have."""
    s = re.sub(
        r"\n *(dot_general|promote_dtype|preferred_element_type|dot_general_cls|force_float32_reductions|axis_name|axis_index_groups)( = |=)[^\n]*",
        "",
        tidy(s),
    )
    return re.sub(r",(\n *\))", r"\1", s)


# ---- optax -------------------------------------------------------------------------------------


def trained(tx, steps=8):
    p = {"w": random.normal(random.PRNGKey(4), (3, 2)), "b": jnp.zeros(2)}
    s = tx.init(p)
    loss = lambda p: jnp.mean((jnp.tanh(X53 @ p["w"] + p["b"]) - Y52) ** 2)
    losses = []
    for _ in range(steps):
        v, g = jax.value_and_grad(loss)(p)
        u, s = tx.update(g, s, p)
        p = optax.apply_updates(p, u)
        losses.append(v)
    return {"losses": jnp.stack(losses), "params": p}


def optimizers():
    table = {
        "sgd nesterov": optax.sgd(0.1, momentum=0.9, nesterov=True),
        "sgd schedule": optax.sgd(optax.exponential_decay(0.5, 2, 0.5)),
        "adam b1 b2 eps": optax.adam(0.05, b1=0.8, b2=0.9, eps=1e-3),
        "adam eps_root": optax.adam(0.05, eps_root=1e-4),
        "adam nesterov": optax.adam(0.05, nesterov=True),
        "adam cosine": optax.adam(optax.cosine_decay_schedule(0.1, 6)),
        "adamw": optax.adamw(0.05, weight_decay=0.1),
        "adagrad": optax.adagrad(0.1),
        "rmsprop": optax.rmsprop(0.01),
        "rmsprop momentum": optax.rmsprop(0.01, decay=0.8, momentum=0.9),
        "rmsprop centered": optax.rmsprop(0.01, centered=True),
        "lion": optax.lion(0.01),
        "chain clip_by_global_norm sgd": optax.chain(optax.clip_by_global_norm(0.1), optax.sgd(0.5)),
        "chain clip scale": optax.chain(optax.clip(0.01), optax.scale(-0.5)),
        "chain decay scale": optax.chain(optax.add_decayed_weights(0.1), optax.scale(-0.1)),
        "chain scale_by_adam lr": optax.chain(optax.scale_by_adam(), optax.scale_by_learning_rate(0.05)),
        "chain trace schedule": optax.chain(optax.trace(0.5), optax.scale_by_schedule(lambda n: -0.1 / (n + 1))),
        "identity": optax.identity(),
        "set_to_zero": optax.set_to_zero(),
    }
    for name, tx in table.items():
        value(f"train {name}", lambda: trained(tx))
    steps = jnp.arange(13)
    schedules = {
        "constant": optax.constant_schedule(0.3),
        "linear": optax.linear_schedule(1.0, 0.1, 8, 2),
        "polynomial": optax.polynomial_schedule(1.0, 0.1, 3, 8, 2),
        "exponential": optax.exponential_decay(1.0, 4, 0.5),
        "exponential staircase": optax.exponential_decay(1.0, 4, 0.5, transition_begin=2, staircase=True),
        "exponential end": optax.exponential_decay(1.0, 3, 0.5, end_value=0.2),
        "cosine": optax.cosine_decay_schedule(1.0, 10, 0.1),
        "piecewise": optax.piecewise_constant_schedule(1.0, {3: 0.5, 7: 0.1}),
        "warmup cosine": optax.warmup_cosine_decay_schedule(0.0, 1.0, 4, 10, 0.05),
        "join": optax.join_schedules([optax.constant_schedule(0.5), optax.linear_schedule(1.0, 0.0, 5)], [4]),
    }
    for name, f in schedules.items():
        value(f"schedule {name}", lambda: jnp.stack([jnp.asarray(f(n), jnp.float32) for n in range(13)]))
        value(f"schedule {name} of array", lambda: jnp.stack([jnp.asarray(f(n), jnp.float32) for n in steps]))


def losses():
    logits = random.normal(random.PRNGKey(5), (5, 3))
    onehot, soft = jax.nn.one_hot(LABELS, 3), jax.nn.softmax(random.normal(random.PRNGKey(6), (5, 3)))
    binary = (logits > 0).astype(jnp.float32)
    targets = random.normal(random.PRNGKey(7), (5, 3)) * 2
    table = {
        "l2_loss": lambda z: optax.l2_loss(z, targets),
        "l2_loss no targets": lambda z: optax.l2_loss(z),
        "squared_error": lambda z: optax.squared_error(z, targets),
        "huber_loss": lambda z: optax.huber_loss(z, targets),
        "huber_loss delta": lambda z: optax.huber_loss(z, targets, delta=0.5),
        "log_cosh": lambda z: optax.log_cosh(z, targets),
        "softmax_cross_entropy": lambda z: optax.softmax_cross_entropy(z, onehot),
        "softmax_cross_entropy soft": lambda z: optax.softmax_cross_entropy(z, soft),
        "softmax_cross_entropy_with_integer_labels": lambda z: optax.softmax_cross_entropy_with_integer_labels(
            z, LABELS
        ),
        "sigmoid_binary_cross_entropy": lambda z: optax.sigmoid_binary_cross_entropy(z, binary),
        "hinge_loss": lambda z: optax.hinge_loss(z, binary * 2 - 1),
        "cosine_similarity": lambda z: optax.cosine_similarity(z, targets),
        "smooth_labels": lambda z: optax.smooth_labels(jax.nn.softmax(z), 0.1),
    }
    for name, f in table.items():
        value(f"loss {name}", lambda: {"value": f(logits), "grad": jax.grad(lambda z: f(z).sum())(logits)})
    value("global_norm", lambda: optax.global_norm({"a": X23, "b": [Y52]}))
    value(
        "apply_updates keeps dtypes",
        lambda: optax.apply_updates(
            {"a": jnp.arange(3), "b": jnp.ones(2)}, {"a": jnp.array([0.6, 1.0, 2.7]), "b": jnp.ones(2)}
        ),
    )
    p = {"w": jnp.ones(2)}
    for name, tx in {
        "sgd": optax.sgd(0.1),
        "sgd momentum": optax.sgd(0.1, momentum=0.9),
        "adam": optax.adam(0.1),
        "rmsprop": optax.rmsprop(0.1),
        "chain": optax.chain(optax.clip(1.0), optax.sgd(lambda n: 0.1)),
        "adagrad": optax.adagrad(0.1),
        "lion": optax.lion(0.1),
    }.items():
        text(f"state of {name}", lambda: tx.init(p))
    error("adamw update without params", lambda: optax.adamw(0.1).update(p, optax.adamw(0.1).init(p)))
    error(
        "adam update with another tree", lambda: optax.adam(0.1).update({"v": jnp.ones(2)}, optax.adam(0.1).init(p), p)
    )
    error("apply_updates with another tree", lambda: optax.apply_updates(p, {"v": jnp.ones(2)}))
    error(
        "adam update with another shape", lambda: optax.adam(0.1).update({"w": jnp.ones(3)}, optax.adam(0.1).init(p), p)
    )
    error(
        "labels and logits of other shapes",
        lambda: optax.softmax_cross_entropy_with_integer_labels(jnp.ones((5, 3)), jnp.zeros(5)),
    )
    error("integer logits", lambda: optax.sigmoid_binary_cross_entropy(jnp.arange(3), jnp.ones(3)))
    error("l2_loss of integers", lambda: optax.l2_loss(jnp.arange(3)))
    error("l2_loss of other shapes", lambda: optax.l2_loss(jnp.ones(3), jnp.ones((3, 1))))


# ---- nnx ---------------------------------------------------------------------------------------


class Net(nnx.Module):
    def __init__(self, rngs):
        self.linear = nnx.Linear(3, 4, rngs=rngs)
        self.norm = nnx.LayerNorm(4, rngs=rngs)
        self.drop = nnx.Dropout(0.25, rngs=rngs)
        self.out = nnx.Linear(4, 2, rngs=rngs)
        self.count = nnx.BatchStat(jnp.zeros(()))

    def __call__(self, x):
        self.count.value = self.count.value + 1
        return self.out(self.drop(nnx.relu(self.norm(self.linear(x)))))


def mse(model, x, y):
    return ((model(x) - y) ** 2).mean()


def nnx_training(tx, steps=6):
    model = Net(nnx.Rngs(0))
    opt = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(mse)(model, X53, Y52)
        opt.update(model, grads)
        losses.append(loss)
    return {
        "losses": jnp.stack(losses),
        "params": nnx.state(model, nnx.Param),
        "count": model.count,
        "rng": model.drop.rngs.count,
        "step": opt.step,
    }


def nnx_layers():
    def embed():
        e = nnx.Embed(4, 3, rngs=nnx.Rngs(5))
        return {"embedding": e.embedding, "call": e(jnp.array([[0, 3], [-1, 9]])), "attend": e.attend(X23)}

    value("nnx.Embed", embed)

    def norm():
        n = nnx.LayerNorm(3, rngs=nnx.Rngs(0))
        n.scale.value, n.bias.value = jnp.array([1.0, 2.0, -1.0]), jnp.array([0.5, 0.0, 1.0])
        plain = nnx.LayerNorm(3, use_bias=False, use_scale=False, epsilon=1e-2, rngs=nnx.Rngs(0))
        slow = nnx.LayerNorm(3, use_fast_variance=False, rngs=nnx.Rngs(0))
        return {
            "call": n(X23),
            "plain": plain(X23),
            "slow": slow(X23),
            "1-d": n(X23[0]),
            "grad": jax.grad(lambda x: (n(x) ** 3).sum())(jnp.array([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]])),
        }

    value("nnx.LayerNorm", norm)

    def dropout():
        d = nnx.Dropout(0.3, rngs=nnx.Rngs(7))
        rows = nnx.Dropout(0.5, broadcast_dims=(0,), rngs=nnx.Rngs(dropout=2))
        bare = nnx.Dropout(0.5)
        out = {
            "first": d(X53),
            "second": d(X53),
            "off": d(X53, deterministic=True),
            "rows": rows(X53),
            "key": bare(X53, rngs=random.key(3)),
            "stream": bare(X53, rngs=nnx.Rngs(1)),
            "all": nnx.Dropout(1.0)(X53),
            "none": nnx.Dropout(0.0)(X53),
            "count": d.rngs.count,
        }
        d.eval()
        out["eval"] = d(X53)
        d.train()
        return {**out, "train": d(X53)}

    value("nnx.Dropout", dropout)

    def sequential():
        r = nnx.Rngs(0)
        s = nnx.Sequential(nnx.Linear(3, 4, rngs=r), nnx.relu, nnx.Linear(4, 2, rngs=r))
        return {"call": s(X23), "state": nnx.state(s), "grad": nnx.grad(lambda s: s(X23).sum())(s)}

    value("nnx.Sequential", sequential)

    def containers():
        r = nnx.Rngs(0)
        many = nnx.List([nnx.Linear(1, 1, rngs=r) for _ in range(11)])
        d = nnx.Dict(b=nnx.Linear(1, 2, rngs=r), a=nnx.Param(jnp.ones(2)))
        leaves = jax.tree.leaves(nnx.state(many))
        return {
            "leaves": leaves,
            "keys": [str(k) for k in nnx.state(many).keys()],
            "dict": nnx.state(d),
            "last": many[-1].kernel,
            "len": len(many),
            "names": list(d),
        }

    value("nnx.List and nnx.Dict", containers)

    def rngs():
        r = nnx.Rngs(0, params=1)
        s = r.split(3)
        out = {"params": s.params.key, "default": s.default.key, "count": s.params.count, "after": r.params.count}
        f = r.fork()
        stream = nnx.Rngs(a=nnx.Rngs(3).default)
        more = nnx.Rngs(0)
        return {
            **out,
            "fork": f.params.key,
            "from stream": random.key_data(stream.a()),
            "draws": [
                more.normal((2,)),
                more.uniform((2,)),
                more.params.bernoulli(0.5, (4,)),
                more.randint((3,), 0, 9),
            ],
            "init": more.lecun_normal()((2, 3)),
            "in": ["params" in r, "dropout" in r],
        }

    value("nnx.Rngs", rngs)

    value("nnx train adam", lambda: nnx_training(optax.adam(0.05)))
    value("nnx train sgd momentum", lambda: nnx_training(optax.sgd(0.05, momentum=0.9)))
    value("nnx train adamw schedule", lambda: nnx_training(optax.adamw(optax.linear_schedule(0.1, 0.0, 5))))
    value("nnx train chain", lambda: nnx_training(optax.chain(optax.clip_by_global_norm(0.1), optax.sgd(0.5))))

    def gradients():
        m = Net(nnx.Rngs(1))
        m.eval()
        loss = lambda m, x: mse(m, x, Y52)
        both = nnx.grad(loss, argnums=(0, 1))(m, X53)
        kernels = nnx.grad(loss, argnums=nnx.DiffState(0, lambda path, v: "kernel" in path))(m, X53)
        pair, g = nnx.value_and_grad(lambda m, x: (loss(m, x), m.count.value * 2), has_aux=True)(m, X53)
        aux_only = nnx.grad(lambda m, x: (loss(m, x), m(x)), has_aux=True)(m, X53)
        state = nnx.grad(lambda s: (s["kernel"].value ** 2).sum())(nnx.state(m.out))
        stats = nnx.grad(lambda m: m.count.value * 3.0, argnums=nnx.DiffState(0, nnx.BatchStat))(m)
        return {
            "both": list(both),
            "kernels": kernels,
            "pair": list(pair),
            "grad": g,
            "aux": aux_only[1],
            "state": state,
            "stats": stats,
            "count": m.count,
            "array": nnx.grad(lambda x: (x**2).sum())(X23),
            "dict": nnx.grad(lambda d: (d["a"].value ** 2).sum())({"a": nnx.Param(X23)}),
        }

    value("nnx.grad", gradients)

    def kinds():
        class Cell(nnx.Module):
            def __init__(self):
                self.w = nnx.Param(jnp.ones(2))
                self.stat = nnx.BatchStat(jnp.zeros(2))
                self.cache = nnx.Cache(jnp.full(2, 3.0))

            def __call__(self, x):
                self.sow(nnx.Intermediate, "h", x * 2)
                return x * self.w.value

        c = Cell()
        c(jnp.ones(2))
        c(jnp.ones(2) * 3)
        inter = nnx.pop(c, nnx.Intermediate)
        graphdef, params, stats, rest = nnx.split(c, nnx.Param, nnx.BatchStat, ...)
        again = nnx.merge(graphdef, params, stats, rest)
        return {
            "popped": inter,
            "params": params,
            "stats": stats,
            "rest": rest,
            "again": nnx.state(again),
            "has": hasattr(c, "h"),
        }

    value("nnx variable kinds", kinds)

    def jitted():
        model, losses = Net(nnx.Rngs(2)), []
        opt = nnx.Optimizer(model, optax.adam(0.02), wrt=nnx.Param)

        @nnx.jit
        def step(model, opt, x, y):
            loss, grads = nnx.value_and_grad(mse)(model, x, y)
            opt.update(model, grads)
            return loss

        for _ in range(4):
            losses.append(step(model, opt, X53, Y52))
        return {
            "losses": jnp.stack(losses),
            "state": nnx.state(model, nnx.Param),
            "count": model.count,
            "step": opt.step,
        }

    value("nnx.jit", jitted)


def nnx_texts():
    r = lambda: nnx.Rngs(0)
    for name, f in {
        "nnx.Embed": lambda: nnx.Embed(3, 2, rngs=r()),
        "nnx.LayerNorm": lambda: nnx.LayerNorm(3, rngs=r()),
        "nnx.Dropout": lambda: nnx.Dropout(0.5, rngs=r()),
        "nnx.Dropout bare": lambda: nnx.Dropout(0.5),
        "nnx.List": lambda: nnx.List([nnx.Linear(1, 2, rngs=r()), 3]),
        "nnx.Dict": lambda: nnx.Dict(a=nnx.Linear(1, 2, rngs=r()), b=3),
        "nnx.Sequential state": lambda: nnx.state(nnx.Sequential(nnx.Linear(1, 2, rngs=r()), nnx.relu)),
        "nnx.Sequential": lambda: nnx.Sequential(nnx.Linear(1, 2, rngs=r())),
        "nnx variables": lambda: nnx.List(
            [nnx.BatchStat(jnp.ones(2)), nnx.Cache(jnp.ones(2)), nnx.Intermediate(jnp.ones(2))]
        ),
        "nnx.Rngs split": lambda: nnx.Rngs(0).split(3),
        "nnx.Rngs named": lambda: nnx.Rngs(0, params=1),
        "Net": lambda: Net(nnx.Rngs(0)),
        "Net grad": lambda: nnx.grad(lambda m: m.out(jnp.ones(4)).sum())(Net(nnx.Rngs(0))),
        "OptState": lambda: nnx.Optimizer(Net(r()), optax.sgd(0.1), wrt=nnx.Param).step,
        "DiffState": lambda: nnx.DiffState(0, nnx.Param),
    }.items():
        text(f"text {name}", f)
    x = jnp.ones((1, 2))
    m = nnx.Linear(2, 2, rngs=r())
    opt = nnx.Optimizer(m, optax.sgd(0.1), wrt=nnx.Param)
    for name, f in {
        "Optimizer without wrt": lambda: nnx.Optimizer(m, optax.sgd(0.1)),
        "update without grads": lambda: opt.update(m),
        "Optimizer.model": lambda: opt.model,
        "Embed of floats": lambda: nnx.Embed(3, 2, rngs=r())(jnp.ones(2)),
        "Dropout without rngs": lambda: nnx.Dropout(0.5)(x),
        "Dropout undecided": lambda: nnx.Dropout(0.5, deterministic=None)(x),
        "Dropout of wrong rngs": lambda: nnx.Dropout(0.5, rngs="a"),
        "Dropout called with wrong rngs": lambda: nnx.Dropout(0.5)(x, rngs="a"),
        "merge with nothing": lambda: nnx.merge(nnx.split(m)[0], {}),
        "nnx.grad of a vector": lambda: nnx.grad(lambda m: m(jnp.ones(2)))(m),
        "pop without filter": lambda: nnx.pop(m),
        "Embed without rngs": lambda: nnx.Embed(3, 2),
        "LayerNorm without rngs": lambda: nnx.LayerNorm(3),
        "grad of integers": lambda: jax.grad(lambda m: m(x).sum())(Net(nnx.Rngs(0))),
        "List index": lambda: nnx.List([1])[3],
        "split leaves a rest": lambda: nnx.split(Net(nnx.Rngs(0)), nnx.Param, nnx.BatchStat),
    }.items():
        error(f"error {name}", f)


# ---- linen -------------------------------------------------------------------------------------


class Noisy(nn.Module):
    @nn.compact
    def __call__(self, x, train=True):
        x = nn.LayerNorm()(nn.Dense(4)(x))
        x = nn.Dropout(0.25, deterministic=not train)(nn.relu(x))
        return nn.Dense(2)(x)


class Stats(nn.Module):
    @nn.compact
    def __call__(self, x):
        mean = self.variable("batch_stats", "mean", lambda s: jnp.zeros(s), (3,))
        if not self.is_initializing():
            mean.value = mean.value + x.mean(0)
        self.sow("intermediates", "h", x)
        return x - mean.value


class Listed(nn.Module):
    def setup(self):
        self.layers = [nn.Dense(3), nn.Dense(2)]
        self.w = self.param("w", nn.initializers.normal(), (3,))

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def first(self, x):
        return self.layers[0](x) * self.w


class Shared(nn.Module):
    inner: nn.Module

    @nn.compact
    def __call__(self, x):
        return self.inner(self.inner(x))


class Streams(nn.Module):
    @nn.compact
    def __call__(self):
        return [self.make_rng("noise"), self.make_rng("noise"), self.make_rng()]


class Nested(nn.Module):
    @nn.compact
    def __call__(self, x):
        for _ in range(2):
            x = Noisy()(x, train=False)
            x = nn.Dense(3, name=None)(x)
        return x


class Own(nn.Module):
    @nn.compact
    def __call__(self, x):
        a = self.param("a", lambda key, s: random.normal(key, s) * 2, (3,))
        b = self.param("b", lambda key: jnp.ones(3))
        return x * a + b


def linen_layers():
    def layer(m, *xs, **kw):
        v = m.init(KEY, *xs, **kw)
        return {"variables": v, "call": m.apply(v, *xs, **kw)}

    value(
        "nn.Embed",
        lambda: {
            **layer(nn.Embed(4, 3), jnp.array([[0, 3], [-1, 9]])),
            "attend": nn.Embed(4, 3).apply(nn.Embed(4, 3).init(KEY, LABELS), X23, method="attend"),
        },
    )
    value(
        "nn.LayerNorm",
        lambda: {
            **layer(nn.LayerNorm(), X23),
            "plain": layer(nn.LayerNorm(use_bias=False, use_scale=False, epsilon=1e-2), X23),
            "slow": layer(nn.LayerNorm(use_fast_variance=False), X23),
        },
    )
    value("nn.Sequential", lambda: layer(nn.Sequential([nn.Dense(4), nn.relu, nn.Dense(2)]), X23))
    value(
        "nn.Dropout",
        lambda: {
            "on": nn.Dropout(0.3).apply({}, X53, deterministic=False, rngs={"dropout": KEY}),
            "off": nn.Dropout(0.3, deterministic=True).apply({}, X53),
            "rows": nn.Dropout(0.5, broadcast_dims=(0,), deterministic=False).apply({}, X53, rngs={"dropout": KEY}),
            "all": nn.Dropout(1.0, deterministic=False).apply({}, X53),
        },
    )

    def noisy():
        m = Noisy()
        v = m.init({"params": KEY, "dropout": random.PRNGKey(9)}, X53)
        return {
            "variables": v,
            "off": m.apply(v, X53, train=False),
            "on": m.apply(v, X53, rngs={"dropout": random.PRNGKey(5)}),
            "grad": jax.grad(lambda v: (m.apply(v, X53, train=False) ** 2).sum())(v),
        }

    value("linen Noisy", noisy)

    def stats():
        m = Stats()
        v = m.init(KEY, X23)
        out, changed = m.apply(v, X23, mutable=["batch_stats"])
        _both, all_changed = m.apply(v, X23, mutable=["batch_stats", "intermediates"])
        return {
            "variables": v,
            "out": out,
            "changed": changed,
            "all": m.apply(v, X23, mutable=True)[1],
            "both": all_changed,
            "one": m.apply(v, X23, mutable="batch_stats")[1],
        }

    value("linen Stats", stats)

    def listed():
        m = Listed()
        v = m.init(KEY, X23)
        b = m.bind(v)
        return {
            "variables": v,
            "call": m.apply(v, X23),
            "first": m.apply(v, X23, method="first"),
            "init first": m.init(KEY, X23, method="first"),
            "bound": b(X23),
            "bound layer": b.layers[0](X23),
            "bound w": b.w,
            "bound variables": b.variables,
        }

    value("linen Listed", listed)
    value("linen Shared", lambda: layer(Shared(nn.Dense(3)), X23))
    value("linen Nested", lambda: layer(Nested(), X23))
    value("linen Own", lambda: layer(Own(), X23))
    value(
        "linen Streams",
        lambda: {
            "two": Streams().apply({}, rngs={"noise": KEY, "params": random.PRNGKey(1)}),
            "one": Streams().apply({}, rngs=KEY),
        },
    )
    value(
        "linen apply makes parameters",
        lambda: list(nn.Dense(2).apply({}, X23, mutable=["params"], rngs={"params": KEY})),
    )

    def loop():
        m, tx = nn.Sequential([nn.Dense(4), nn.tanh, nn.Dense(2)]), optax.adam(0.05)
        v = m.init(KEY, X53)
        s, losses = tx.init(v), []
        for _ in range(6):
            l, g = jax.value_and_grad(lambda v: jnp.mean((m.apply(v, X53) - Y52) ** 2))(v)
            u, s = tx.update(g, s, v)
            v = optax.apply_updates(v, u)
            losses.append(l)
        return {"losses": jnp.stack(losses), "variables": v}

    value("linen train adam", loop)


def bound_listed():
    """A bound module that was used: only then is it set up."""
    bound = Listed().bind(Listed().init(KEY, X23))
    bound(X23)
    return bound


def linen_texts():
    for name, f in {
        "nn.Embed": lambda: nn.Embed(3, 2),
        "nn.LayerNorm": lambda: nn.LayerNorm(),
        "nn.Dropout": lambda: nn.Dropout(0.5),
        "nn.Sequential": lambda: nn.Sequential([nn.Dense(2), nn.Dense(1)]),
        "Listed": lambda: Listed(),
        "Noisy": lambda: Noisy(),
        "Shared": lambda: Shared(nn.Dense(3)),
        "Listed bound": bound_listed,
    }.items():
        text(f"text {name}", f)

    class Frozen(nn.Module):
        @nn.compact
        def __call__(self, x):
            self.foo = 1.5
            return x

    class Twice(nn.Module):
        @nn.compact
        def __call__(self, x):
            return nn.Dense(3, name="a")(nn.Dense(3, name="a")(x))

    class Clash(nn.Module):
        @nn.compact
        def __call__(self, x):
            self.param("a", nn.initializers.zeros, (1,))
            return nn.Dense(2, name="a")(x)

    class Params(nn.Module):
        @nn.compact
        def __call__(self, x):
            self.param("a", nn.initializers.zeros, (1,))
            return self.param("a", nn.initializers.zeros, (1,))

    class NoCall(nn.Module):
        pass

    class Wrapped(nn.Module):
        @nn.compact
        def __call__(self, x):
            return Noisy()(x)

    v = Stats().init(KEY, X23)
    nv = Noisy().init({"params": KEY, "dropout": KEY}, X23)
    wv = Wrapped().init({"params": KEY, "dropout": KEY}, X23)
    sv = nn.Sequential([nn.Dense(2)]).init(KEY, X23)
    for name, f in {
        "dropout without key": lambda: Noisy().apply(nv, X23),
        "dropout below without key": lambda: Wrapped().apply(wv, X23),
        "dropout alone without key": lambda: nn.Dropout(0.5, deterministic=False).apply({}, X23),
        "stream without key": lambda: Streams().apply({}),
        "dropout undecided": lambda: nn.Dropout(0.5).apply({}, X23),
        "dropout decided twice": lambda: nn.Dropout(0.5, deterministic=True).apply({}, X23, deterministic=True),
        "immutable collection": lambda: Stats().apply(v, X23),
        "missing collection": lambda: Stats().apply({}, X23),
        "missing variable": lambda: Stats().apply({"batch_stats": {"other": X23}}, X23),
        "attribute set in call": lambda: Frozen().init(KEY, X23),
        "two layers of one name": lambda: Twice().init(KEY, X23),
        "layer and parameter of one name": lambda: Clash().init(KEY, X23),
        "two parameters of one name": lambda: Params().init(KEY, X23),
        "no such method": lambda: Listed().apply(Listed().init(KEY, X23), X23, method="nope"),
        "no call": lambda: NoCall().init(KEY, X23),
        "setup layers on an unbound module": lambda: Listed()(X23),
        "variables of an unbound module": lambda: Listed().variables,
        "Embed of floats in linen": lambda: nn.Embed(3, 2).init(KEY, X23),
        "Sequential of no list": lambda: nn.Sequential(nn.Dense(2)).init(KEY, X23),
        "wrong width below": lambda: nn.Sequential([nn.Dense(2)]).apply(sv, jnp.ones((2, 5))),
        "parameters made without key": lambda: nn.Dense(2).apply({}, X23, mutable=["params"]),
        "init without inputs": lambda: nn.Dense(2).init(KEY),
        "nn.Embed()": lambda: nn.Embed(),
        "nn.Dropout()": lambda: nn.Dropout(),
        "rngs of apply": lambda: nn.Dense(2).apply(nn.Dense(2).init(KEY, X23), X23, rngs={"dropout": 1}),
    }.items():
        error(f"error {name}", f)


# ---- bridge ------------------------------------------------------------------------------------


class Encoder(nnx.Module):
    def __init__(self, width, rngs):
        self.layer = nnx.Linear(3, width, rngs=rngs)
        self.drop = nnx.Dropout(0.25, rngs=rngs)
        self.calls = nnx.BatchStat(jnp.zeros(()))

    def __call__(self, x):
        self.calls.value = self.calls.value + 1
        return self.drop(self.layer(x))

    def double(self, x):
        return self.layer(x) * 2


class MixedNNX(nnx.Module):
    def __init__(self, rngs):
        self.enc = nnx.Linear(3, 4, rngs=rngs)
        self.head = bridge.ToNNX(nn.Dense(2), rngs=rngs)

    def __call__(self, x):
        return self.head(nnx.relu(self.enc(x)))


class MixedLinen(nn.Module):
    @nn.compact
    def __call__(self, x):
        h = bridge.to_linen(nnx.Linear, 3, 4)(x)
        return nn.Dense(2)(nn.relu(h))


def bridges():
    def to_nnx():
        m = bridge.ToNNX(Noisy(), rngs=nnx.Rngs(0, dropout=1))
        nnx.state(m)
        m.lazy_init(X53)
        return {"state": nnx.state(m), "on": m(X53), "off": m(X53, train=False), "count": m.to_nnx__rngs.dropout.count}

    value("ToNNX of a model", to_nnx)
    value("ToNNX with a key", lambda: bridge.ToNNX(nn.Dense(2), rngs=KEY).lazy_init(X23).kernel)
    value(
        "ToNNX of setup layers", lambda: nnx.state(bridge.ToNNX(Listed(), rngs=nnx.Rngs(0)).lazy_init(X23), nnx.Param)
    )

    def stats():
        m = bridge.ToNNX(Stats(), rngs=nnx.Rngs(0)).lazy_init(X23)
        out = m(X23, mutable=["batch_stats"])
        return {"state": nnx.state(m, nnx.BatchStat), "out": out}

    value("ToNNX of batch statistics", stats)

    def to_linen():
        m = bridge.ToLinen(Encoder, args=(2,))
        v = m.init({"params": KEY, "dropout": random.PRNGKey(3)}, X53)
        out, changed = m.apply(v, X53, mutable=["batch_stats"], rngs={"dropout": KEY})
        return {"variables": v, "out": out, "changed": changed, "plain": m.apply(v, X53)}

    value("ToLinen of a model", to_linen)

    def mixed_nnx():
        m = bridge.lazy_init(MixedNNX(nnx.Rngs(0)), X53)
        opt, losses = nnx.Optimizer(m, optax.adam(0.05), wrt=nnx.Param), []
        for _ in range(5):
            l, g = nnx.value_and_grad(mse)(m, X53, Y52)
            opt.update(m, g)
            losses.append(l)
        return {"losses": jnp.stack(losses), "params": nnx.state(m, nnx.Param)}

    value("mixed model in NNX", mixed_nnx)

    def mixed_linen():
        m = MixedLinen()
        v = m.init(random.PRNGKey(4), X53)
        return {"variables": v, "call": m.apply(v, X53), "grad": jax.grad(lambda v: (m.apply(v, X53) ** 2).mean())(v)}

    value("mixed model in Linen", mixed_linen)
    error("error ToNNX before lazy_init", lambda: bridge.ToNNX(Noisy(), rngs=nnx.Rngs(0))(X53))
    error("error ToNNX without rngs", lambda: bridge.ToNNX(nn.Dense(2)).lazy_init(X53))
    text("text ToNNX", lambda: bridge.ToNNX(nn.Dense(2), rngs=nnx.Rngs(0)).lazy_init(X53))


if __name__ == "__main__":
    for part in (optimizers, losses, nnx_layers, nnx_texts, linen_layers, linen_texts, bridges):
        part()
    write("modules", cases=CASES)
