import jax
import jax.numpy as jnp
import flax.linen as nn

key, x = jax.random.PRNGKey(0), jnp.ones((1, 2))


class SameParam(nn.Module):
    @nn.compact
    def __call__(self, x):
        self.param("w", nn.initializers.ones, (2,))
        return self.param("w", nn.initializers.ones, (2,))


class SameName(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Dense(2, name="a")(nn.Dense(2, name="a")(x))


class SameVariable(nn.Module):
    @nn.compact
    def __call__(self, x):
        self.variable("state", "v", lambda: 0)
        self.variable("state", "v", lambda: 0)


class SetsInCall(nn.Module):
    @nn.compact
    def __call__(self, x):
        self.last = x
        return x


class SetsField(nn.Module):
    width: int = 2

    def setup(self):
        self.width = 3

    def __call__(self, x):
        return x


class ParamInCall(nn.Module):
    def setup(self):
        pass

    def __call__(self, x):
        return self.param("w", nn.initializers.ones, (2,))


class BadProperty(nn.Module):
    @property
    def width(self):
        return self.no_such_thing

    @nn.compact
    def __call__(self, x):
        return self.width


class NoPostInit(nn.Module):
    width: int = 1

    def __post_init__(self):
        pass

    @nn.compact
    def __call__(self, x):
        return x


class WritesFrozen(nn.Module):
    @nn.compact
    def __call__(self, x):
        mean = self.variable("stats", "mean", jnp.zeros, (2,))
        mean.value = mean.value + 1
        return mean.value


def reserved():
    class Reserved(nn.Module):
        parent: int = 3


for name, make in {
    "same param": lambda: SameParam().init(key, x),
    "same name": lambda: SameName().init(key, x),
    "same variable": lambda: SameVariable().init(key, x),
    "sets in call": lambda: print(SetsInCall().init(key, x)),
    "sets field": lambda: SetsField().init(key, x),
    "param in call": lambda: ParamInCall().init(key, x),
    "property": lambda: BadProperty().init(key, x),
    "post init": lambda: NoPostInit().init(key, x),
    "writes frozen": lambda: WritesFrozen().apply({"stats": {"mean": jnp.zeros(2)}}, x),
    "unbound param": lambda: SameParam().has_variable("params", "w"),
    "unbound key": lambda: SameParam().make_rng("params"),
    "initialising": lambda: SameParam().is_initializing(),
    "merge none": lambda: nn.merge_param("rate", None, None),
    "merge both": lambda: nn.merge_param("rate", 1, 2),
    "setup": lambda: SetsField().setup(),
}.items():
    try:
        make()
        print(name, "passes")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {str(error).split(' at 0x')[0]}")
try:
    reserved()
except Exception as error:
    print(type(error).__name__)
