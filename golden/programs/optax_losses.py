import jax
import jax.numpy as jnp
import optax

a, b = jnp.array([0.5, -1.0, 2.0]), jnp.array([0.0, 1.0, 1.0])
logits = jnp.array([[1.0, 2.0, 0.5], [0.1, -0.3, 0.2]])
labels = jnp.array([1, 2])
soft = jnp.array([[0.2, 0.3, 0.5], [0.0, 0.6, 0.4]])
print(optax.squared_error(a, b), optax.l2_loss(a, b), optax.l2_loss(a))
print(optax.huber_loss(a, b), optax.huber_loss(a, b, delta=0.7), optax.log_cosh(a, b))
print(optax.cosine_similarity(a, b), optax.cosine_distance(logits, soft, epsilon=1e-6))
print(optax.sigmoid_binary_cross_entropy(a, b), optax.sigmoid_focal_loss(a, b, alpha=0.3))
print(optax.softmax_cross_entropy(logits, soft))
print(optax.softmax_cross_entropy_with_integer_labels(logits, labels))
print(optax.softmax_cross_entropy_with_integer_labels(logits.T, labels, axis=0))
print(optax.kl_divergence(jax.nn.log_softmax(logits), soft), optax.generalized_kl_divergence(logits, soft))
print(optax.losses.kl_divergence_with_log_targets(logits, logits * 2))
print(optax.hinge_loss(a, b), optax.losses.perceptron_loss(a, b))
print(optax.losses.multiclass_hinge_loss(logits, labels), optax.losses.multiclass_perceptron_loss(logits, labels))
print(optax.losses.poly_loss_cross_entropy(logits, soft), optax.smooth_labels(soft, 0.1))
print(jax.grad(lambda l: optax.softmax_cross_entropy_with_integer_labels(l, labels).mean())(logits))
