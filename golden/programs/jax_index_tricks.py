# Arrays and indices from brackets: r_, c_, mgrid, ogrid, s_, index_exp.
import jax
import jax.numpy as jnp

a = jnp.arange(6).reshape(2, 3)


def show(make):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


show(lambda: jnp.r_[1, 2, 3])
show(lambda: jnp.r_[jnp.array([1.5, 2.5]), 0, 4:7])
show(lambda: jnp.r_[-1:5:1, 0, 0, jnp.array([1, 2, 3])])
show(lambda: jnp.r_[0:1:5j])
show(lambda: jnp.r_[a, a])
show(lambda: jnp.r_["1", a, a])
show(lambda: jnp.r_["0,2", [1, 2, 3], [4, 5, 6]])
show(lambda: jnp.r_["0,2,0", [1, 2, 3], [4, 5, 6]])
show(lambda: jnp.r_["0,2,-2", [1, 2, 3], [4, 5, 6]])
show(lambda: jnp.r_["0,3,1", [1, 2], [4, 5]])
show(lambda: jnp.r_["r", [1, 2], [4, 5]])
show(lambda: jnp.r_["c", [1, 2], [4, 5]])
show(lambda: jnp.r_["x", [1, 2]])
show(lambda: jnp.r_[[1, 2], "r"])
show(lambda: jnp.c_[[1, 2, 3], [4, 5, 6]])
show(lambda: jnp.c_[a, a])
show(lambda: jnp.c_[a, jnp.array([7.5, 8.5])])
show(lambda: jnp.c_["0,2,-1", [1, 2, 3], [4, 5, 6]])
show(lambda: jnp.c_[0:3, 3:6])
show(lambda: jnp.mgrid[0:4])
show(lambda: jnp.mgrid[:2, :3])
show(lambda: jnp.mgrid[0:1:3j, 0:2])
show(lambda: jnp.mgrid[1:7:2, 0:1, 0:2])
show(lambda: jnp.ogrid[0:4])
show(lambda: jnp.ogrid[:2, :3])
show(lambda: jnp.ogrid[0:1:3j, 0:2])
show(lambda: jnp.s_[1:3, ..., 0])
show(lambda: jnp.s_[2])
show(lambda: jnp.index_exp[2])
show(lambda: a[jnp.s_[:, 1:]])
show(lambda: a.at[jnp.index_exp[0, ::2]].set(9))
show(lambda: jax.jit(lambda v: jnp.r_[v, 2 * v, 0.0])(jnp.ones(2)))
show(lambda: jax.grad(lambda v: (jnp.c_[v, v * v] ** 2).sum())(jnp.array([1.0, 2.0])))
show(lambda: (len(jnp.r_), len(jnp.c_)))
