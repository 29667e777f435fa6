import { jax, jnp } from "../api";
import type { Table } from "./inputs";

/** Where elements are not zero. */
export const finding: Table = {
  "jnp.nonzero(b)": ({ b }) => jnp.nonzero(b),
  "jnp.nonzero(v)": ({ v }) => jnp.nonzero(v),
  "jnp.nonzero(x > 5)": ({ x }) => jnp.nonzero(x.gt(5)),
  "jnp.nonzero(cube % 7 == 0)": ({ cube }) => jnp.nonzero(cube.mod(7).eq(0)),
  "jnp.nonzero(v, size=6)": ({ v }) => jnp.nonzero(v, { size: 6 }),
  "jnp.nonzero(v, size=2)": ({ v }) => jnp.nonzero(v, { size: 2 }),
  "jnp.nonzero(v, size=6, fill_value=-1)": ({ v }) => jnp.nonzero(v, { size: 6, fillValue: -1 }),
  "jnp.nonzero(x > 9, size=3, fill_value=(7, 8))": ({ x }) =>
    jnp.nonzero(x.gt(9), { size: 3, fillValue: [7, 8] }),
  "jnp.nonzero(x > 9, size=3, fill_value=(7, 8, 9))": ({ x }) =>
    jnp.nonzero(x.gt(9), { size: 3, fillValue: [7, 8, 9] }),
  "jnp.nonzero(jnp.float32(3.0))": () => jnp.nonzero(jnp.float32(3)),
  "jnp.nonzero(jnp.zeros((0, 3)))": () => jnp.nonzero(jnp.zeros([0, 3])),
  "jnp.nonzero(odd)": ({ odd }) => jnp.nonzero(odd),
  "jax.jit(lambda m: jnp.nonzero(m, size=3))(v)": ({ v }) =>
    jax.jit((m: jax.Array) => jnp.nonzero(m, { size: 3 }))(v),
  "jnp.nonzero([1, 0])": () => jnp.nonzero([1, 0] as never),
  "jnp.nonzero(v, size=-1)": ({ v }) => jnp.nonzero(v, { size: -1 }),
  "jnp.argwhere(x > 9)": ({ x }) => jnp.argwhere(x.gt(9)),
  "jnp.argwhere(x > 9, size=3)": ({ x }) => jnp.argwhere(x.gt(9), { size: 3 }),
  "jnp.argwhere(x > 9, size=3, fill_value=-1)": ({ x }) =>
    jnp.argwhere(x.gt(9), { size: 3, fillValue: -1 }),
  "jnp.argwhere(v)": ({ v }) => jnp.argwhere(v),
  "jnp.argwhere(jnp.float32(3.0))": () => jnp.argwhere(jnp.float32(3)),
  "jnp.flatnonzero(x > 9)": ({ x }) => jnp.flatnonzero(x.gt(9)),
  "jnp.flatnonzero(x > 9, size=3)": ({ x }) => jnp.flatnonzero(x.gt(9), { size: 3 }),
  "jnp.flatnonzero(x > 9, size=3, fill_value=-1)": ({ x }) =>
    jnp.flatnonzero(x.gt(9), { size: 3, fillValue: -1 }),
};
