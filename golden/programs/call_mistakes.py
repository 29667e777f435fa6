# Calls whose arguments are in another place than they belong, and what each of them raises.
import jax
import jax.numpy as jnp
from flax import linen as nn

x = jnp.array([0.5, -1.0, 2.0])
head = nn.Dense(1)
tree = {"kernel": jnp.ones((3, 4)), "bias": jnp.zeros(4)}
params = head.init(jax.random.PRNGKey(8), jnp.zeros(4))


def loss(n, p):
    return jnp.mean(head.apply(p, jax.nn.relu(x @ n["kernel"] + n["bias"])) ** 2)


def more(n, p):
    return loss(n, p), {"h": x}


def tried(name, make):
    try:
        print(name, make())
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        print(name, type(error).__name__, error)


tried("trees for argnums", lambda: jax.value_and_grad(loss, tree, params))
tried("a tree for argnums", lambda: jax.grad(loss, tree))
tried("a text for argnums", lambda: jax.grad(loss, argnums="0"))
tried("input before parameters", lambda: head.apply(x @ tree["kernel"], params))
tried("two numbers to stack", lambda: jnp.stack(loss(tree, params), loss(tree, params)))
tried("two numbers to array", lambda: jnp.array(loss(tree, params), loss(tree, params)))
tried("two numbers to concatenate", lambda: jnp.concatenate(loss(tree, params), loss(tree, params)))
tried("a list of numbers to concatenate", lambda: jnp.concatenate([loss(tree, params), loss(tree, params)]))
tried("a pair to stack", lambda: jnp.stack([more(tree, params), loss(tree, params)]))
tried("a pair to array", lambda: jnp.array([(1.0, {"h": 2.0}), 3.0]))
tried("a hat for a power", lambda: (x - 1) ^ 2)
tried("None in an array", lambda: None in x)
tried("a text in an array", lambda: "a" in x)
tried("a number in an array", lambda: (2.0 in x, 3.0 in x))
tried("a number in a matrix", lambda: 1.0 in tree["kernel"])
tried("one argnum in a tuple", lambda: jax.tree.map(jnp.add, tree, jax.grad(loss, argnums=(0,))(tree, params)))
