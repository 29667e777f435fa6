import jax.numpy as jnp
import optax

for schedule in (
    optax.constant_schedule(0.1),
    optax.linear_schedule(1.0, 0.0, 10, 2),
    optax.polynomial_schedule(1.0, 0.1, 2, 5),
    optax.exponential_decay(1.0, 2, 0.5),
    optax.exponential_decay(1.0, 2, 0.5, transition_begin=1, staircase=True, end_value=0.2),
    optax.cosine_decay_schedule(1.0, 10, alpha=0.1),
    optax.piecewise_constant_schedule(1.0, {3: 0.5, 6: 0.1}),
    optax.piecewise_interpolate_schedule("linear", 1.0, {3: 0.5, 6: 0.1}),
    optax.warmup_constant_schedule(0.0, 1.0, 3),
    optax.warmup_cosine_decay_schedule(0.0, 1.0, 3, 10, 0.1),
    optax.warmup_exponential_decay_schedule(0.0, 1.0, 3, 2, 0.5),
    optax.join_schedules([optax.constant_schedule(1.0), optax.linear_schedule(1.0, 0.0, 4)], [3]),
    optax.sgdr_schedule([dict(init_value=0.0, peak_value=p, warmup_steps=2, decay_steps=5) for p in (1.0, 0.5)]),
    optax.linear_onecycle_schedule(10, 1.0),
    optax.cosine_onecycle_schedule(10, 1.0),
):
    print([round(float(schedule(i)), 5) for i in range(12)])
print(optax.linear_schedule(1.0, 0.0, 4)(jnp.array(1)), optax.cosine_decay_schedule(1.0, 4)(jnp.array(1)))
for make in (
    lambda: optax.cosine_decay_schedule(1.0, 0),
    lambda: optax.piecewise_constant_schedule(1.0, {1: -1.0}),
    lambda: optax.piecewise_interpolate_schedule("spline", 1.0),
    lambda: optax.linear_onecycle_schedule(0, 1.0),
):
    try:
        make()
    except ValueError as error:
        print(f"ValueError: {error}")
