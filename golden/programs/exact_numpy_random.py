# NumPy's generators, new and old: the draws that data preparation uses, digit for digit.
import numpy as np

np.set_printoptions(precision=17)
for seed in (0, 1, 42, 123456789012345678901234567890, [1, 2, 3]):
    rng = np.random.default_rng(seed)
    print(rng.random(3), rng.random())
    print(rng.normal(size=3).tolist(), rng.normal(2.0, 0.5), rng.standard_normal((2, 2)).tolist())
    print(rng.uniform(-1, 1, (2, 2)).tolist(), rng.integers(0, 10, 7), rng.integers(5), rng.integers(0, 1 << 40, 3))
    print(rng.permutation(7), rng.choice(10, 4), rng.choice(10, 4, replace=False), rng.choice([0.5, 2.5, 3.5]))
    print(rng.integers(0, 256, 6, dtype=np.uint8), rng.integers(-5, 5, 5, dtype=np.int32, endpoint=True))
    print(
        rng.random(3, dtype=np.float32),
        rng.choice(3, 5, p=[0.2, 0.5, 0.3]),
        rng.permutation(np.arange(6).reshape(3, 2)),
    )
    a = np.arange(6)
    rng.shuffle(a)
    b = list("abcd")
    rng.shuffle(b)
    print(a, b, rng.choice(20000, 3, replace=False), rng.choice(20000, 500, replace=False)[:4])
rng = np.random.default_rng(7)
many = rng.normal(size=4000)
print(many.sum(), many.min(), many.max(), rng.random())
for seed in (0, 1, 42, 4294967295, [1, 2, 3]):
    state = np.random.RandomState(seed)
    print(state.rand(3).tolist(), state.rand(), state.randn(2, 2).tolist(), state.randn())
    print(
        state.randint(0, 10, 7), state.randint(5), state.normal(1.0, 2.0, 3).tolist(), state.uniform(-1, 1, 2).tolist()
    )
    print(
        state.permutation(7),
        state.choice(10, 4),
        state.choice(10, 4, replace=False),
        state.choice(3, 4, p=[0.1, 0.2, 0.7]),
    )
    print(state.exponential(2.0, 2).tolist(), state.random_sample(2).tolist(), state.randint(0, 1 << 40, 2))
    print(state.randint(0, 256, 6, dtype=np.uint8), state.permutation(np.arange(6).reshape(3, 2)))
    c = np.arange(8).reshape(4, 2)
    state.shuffle(c)
    print(c.tolist())
np.random.seed(0)
print(np.random.rand(2), np.random.randn(2), np.random.permutation(4), np.random.randint(0, 100, 3))
kept = np.random.get_state()
first = np.random.randn(3)
np.random.set_state(kept)
print((first == np.random.randn(3)).all(), np.random.choice([1.5, 2.5, 3.5]))
print(np.random.SeedSequence(5).generate_state(4), [g.random() for g in np.random.default_rng(3).spawn(2)])
print(np.random.Generator(np.random.MT19937(3)).random(2), np.random.Generator(np.random.PCG64(3)).normal())
print(np.random.default_rng(0).normal(np.array([0.0, 10.0]), [1.0, 2.0]), np.random.default_rng(0))
for f in (
    lambda: np.random.default_rng(0).integers(5, 5),
    lambda: np.random.RandomState(-1),
    lambda: np.random.default_rng(-1),
):
    try:
        f()
    except ValueError as error:
        print(error)
