import { type jax, jnp } from "../api";
import { ints, type Table } from "./inputs";

/** Writing into copies of arrays. */
export const updates: Table = {
  "x.at[1].set(5.0)": ({ x }) => x.at(1).set(5),
  "x.at[0, 2].add(5.0)": ({ x }) => x.at(0, 2).add(5),
  "x.at[:, 1].set(v[:3])": ({ x, v }) => x.at([null, null], 1).set(v.slice([null, 3])),
  "x.at[::2, ::-2].set(jnp.array([[1.0, 2.0], [3.0, 4.0]]))": ({ x }) =>
    x.at([null, null, 2], [null, null, -2]).set(
      jnp.array([
        [1, 2],
        [3, 4],
      ]),
    ),
  "x.at[..., 0].multiply(2.0)": ({ x }) => x.at("...", 0).multiply(2),
  "x.at[None, 1].set(3.0)": ({ x }) => x.at(null, 1).set(3),
  "v.at[jnp.array([0, 10, -10])].set(9.0)": ({ v }) => v.at(ints(0, 10, -10)).set(9),
  "v.at[jnp.array([0, 10, -10])].set(9.0, mode='clip')": ({ v }) =>
    v.at(ints(0, 10, -10)).set(9, { mode: "clip" }),
  "v.at[jnp.array([0, 10])].set(9.0, mode='fill')": ({ v }) =>
    v.at(ints(0, 10)).set(9, { mode: "fill" }),
  "v.at[jnp.array([1, 1, 2])].add(jnp.array([1.0, 2.0, 3.0]))": ({ v }) =>
    v.at(ints(1, 1, 2)).add(jnp.array([1, 2, 3])),
  "v.at[jnp.array([1, 1])].subtract(2.0)": ({ v }) => v.at(ints(1, 1)).subtract(2),
  "v.at[jnp.array([1, 1])].set(jnp.array([7.0, 8.0]))": ({ v }) =>
    v.at(ints(1, 1)).set(jnp.array([7, 8])),
  "v.at[jnp.array([1, 1])].multiply(jnp.array([2.0, 3.0]))": ({ v }) =>
    v.at(ints(1, 1)).multiply(jnp.array([2, 3])),
  "v.at[jnp.array([1, 1])].divide(2.0)": ({ v }) => v.at(ints(1, 1)).divide(2),
  "v.at[jnp.array([2, 2])].power(2.0)": ({ v }) => v.at(ints(2, 2)).power(2),
  "v.at[jnp.array([1, 3])].min(2.0)": ({ v }) => v.at(ints(1, 3)).min(2),
  "v.at[jnp.array([1, 3])].max(2.0)": ({ v }) => v.at(ints(1, 3)).max(2),
  "v.at[jnp.array([1, 1])].apply(lambda k: k + 1.0)": ({ v }) =>
    v.at(ints(1, 1)).apply((k: jax.Array) => k.add(1)),
  "v.at[1:3].apply(jnp.sin)": ({ v }) => v.at([1, 3]).apply(jnp.sin),
  "x.at[jnp.array([0, 2]), jnp.array([1, 3])].add(100.0)": ({ x }) =>
    x.at(ints(0, 2), ints(1, 3)).add(100),
  "x.at[:, jnp.array([0, 3])].set(v[:2])": ({ x, v }) =>
    x.at([null, null], ints(0, 3)).set(v.slice([null, 2])),
  "x.at[b].set(0.0)": ({ x, b }) => x.at(b).set(0),
  "x.at[x > 5.0].set(-1.0)": ({ x }) => x.at(x.gt(5)).set(-1),
  "x.at[b, 1].add(jnp.array([10.0, 20.0]))": ({ x, b }) => x.at(b, 1).add(jnp.array([10, 20])),
  "cube.at[1, :, jnp.array([0, 3])].set(0.0)": ({ cube }) =>
    cube.at(1, [null, null], ints(0, 3)).set(0),
  "cube.at[:, 1, 1:].add(v[:3])": ({ v, cube }) =>
    cube.at([null, null], 1, [1, null]).add(v.slice([null, 3])),
  "i.at[1].set(7)": ({ i }) => i.at(1).set(7),
  "i.at[1].divide(2)": ({ i }) => i.at(1).divide(2),
  "i.at[1].set(2.7)": ({ i }) => i.at(1).set(2.7),
  "i.at[1].add(2.7)": ({ i }) => i.at(1).add(2.7),
  "u8.at[0].add(10)": ({ u8 }) => u8.at(0).add(10),
  "i.at[jnp.array([1, 1])].multiply(3)": ({ i }) => i.at(ints(1, 1)).multiply(3),
  "h.at[0].add(0.3)": ({ h }) => h.at(0).add(0.3),
  "b.at[1].set(True)": ({ b }) => b.at(1).set(true),
  "b.at[0].add(True)": ({ b }) => b.at(0).add(true),
  "x.at[True].set(1.0)": ({ x }) => x.at(true).set(1),
  "v.at[u8].add(1.0)": ({ v, u8 }) => v.at(u8).add(1),
  "v.at[:3].set(jnp.ones(4))": ({ v }) => v.at([null, 3]).set(jnp.ones(4)),
  "v.at[:3].set(jnp.ones((2, 3)))": ({ v }) => v.at([null, 3]).set(jnp.ones([2, 3])),
  "v.at[0].set('a')": ({ v }) => v.at(0).set("a" as never),
  "v.at[1, 2].set(0.0)": ({ v }) => v.at(1, 2).set(0),
  "v.at[1.5].set(0.0)": ({ v }) => v.at(1.5).set(0),
  "v.at['a'].set(0.0)": ({ v }) => v.at("a" as never).set(0),
  "v.at[0].set(1.0, mode='wrap')": ({ v }) => v.at(0).set(1, { mode: "wrap" as never }),
  "jnp.zeros(0).at[0].set(1.0)": () => jnp.zeros(0).at(0).set(1),
  "v.at[0].set(3.0, indices_are_sorted=True, unique_indices=True)": ({ v }) =>
    v.at(0).set(3, { indicesAreSorted: true, uniqueIndices: true }),
  "v.at[:2].set([8.0, 9.0])": ({ v }) => v.at([null, 2]).set([8, 9]),
};
