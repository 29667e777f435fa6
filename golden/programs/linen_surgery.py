import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import traverse_util


class Backbone(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.relu(nn.Dense(3)(x))


class Classifier(nn.Module):
    def setup(self):
        self.backbone = Backbone()
        self.head = nn.Dense(2)

    def __call__(self, x):
        return self.head(self.backbone(x))


x = jnp.array([[1.0, -1.0]])
pretrained = Backbone().init(jax.random.PRNGKey(5), x)
variables = Classifier().init(jax.random.PRNGKey(0), x)
params = {**variables["params"], "backbone": pretrained["params"]}
print(Classifier().apply({"params": params}, x))
flat = traverse_util.flatten_dict(params, sep="/")
print({name: leaf.shape for name, leaf in flat.items()})
flat["head/bias"] = flat["head/bias"] + 1.0
print(Classifier().apply({"params": traverse_util.unflatten_dict(flat, sep="/")}, x))
