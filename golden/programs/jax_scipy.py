import jax
import jax.numpy as jnp
import jax.scipy as jsp
import jax.scipy.stats as stats
from jax.scipy.special import (
    digamma,
    entr,
    erf,
    erfc,
    erfinv,
    expit,
    gammaln,
    kl_div,
    log_softmax,
    logit,
    logsumexp,
    ndtr,
    rel_entr,
    softmax,
    xlog1py,
    xlogy,
)
from jax.scipy.stats import norm

x = jnp.array([[0.1, 0.5, 0.9], [0.0, 1.0, 0.25]])
print(
    logsumexp(x), logsumexp(x, axis=1), logsumexp(x, axis=0, keepdims=True), logsumexp(x, b=jnp.array([1.0, 2.0, 0.5]))
)
print(logsumexp(x, axis=1, b=-1.0, return_sign=True), softmax(x, axis=1), log_softmax(x, axis=-1))
print(expit(x), logit(x), erf(x), erfc(x), erfinv(x - 0.5), ndtr(x))
print(xlogy(x, x), xlog1py(x, -0.5), entr(x), rel_entr(x, 0.5), kl_div(x, 0.5))
print(gammaln(x + 1.5), digamma(x + 1.5))
print(
    jax.grad(lambda v: logsumexp(v))(x), jax.grad(lambda v: xlogy(v, v).sum())(x[0]), jax.grad(lambda p: logit(p))(0.3)
)
print(jsp.special.expit(0.0), jax.scipy.special.erf(1), expit(jnp.array([1, 2])).dtype)
print(norm.pdf(x), norm.logpdf(x, 0.5, 2.0), norm.cdf(x, loc=0.1, scale=0.5), norm.logcdf(0.3), norm.sf(0.5))
print(stats.norm.logpdf(1.0).dtype, norm.logsf(0.5), norm.logcdf(jnp.array([-20.0, -3.0, 8.0])))
print(jax.grad(lambda mu: norm.logpdf(x, mu, 1.5).sum())(0.2), jax.jit(norm.logpdf)(jnp.ones(2)))
print(stats.bernoulli.logpmf(jnp.array([0, 1]), 0.3), stats.uniform.logpdf(0.5, 0, 2), stats.expon.logpdf(1.0))
print(stats.laplace.logpdf(0.5), stats.logistic.logpdf(0.5), stats.uniform.pdf(jnp.array([-1.0, 0.5])))
