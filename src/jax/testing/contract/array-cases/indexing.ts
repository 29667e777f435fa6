import { jnp } from "../api";
import { int, ints, type Table } from "./inputs";

/** Reading parts of arrays. */
export const indexing: Table = {
  "x[1]": ({ x }) => x.slice(1),
  "x[-1, 2]": ({ x }) => x.slice(-1, 2),
  "x[:, 1:3]": ({ x }) => x.slice([null, null], [1, 3]),
  "x[::2, ::-1]": ({ x }) => x.slice([null, null, 2], [null, null, -1]),
  "x[1:-1]": ({ x }) => x.slice([1, -1]),
  "x[2:0:-1, 3]": ({ x }) => x.slice([2, 0, -1], 3),
  "x[5:]": ({ x }) => x.slice([5, null]),
  "x[:-9]": ({ x }) => x.slice([null, -9]),
  "v[10]": ({ v }) => v.slice(10),
  "v[-10]": ({ v }) => v.slice(-10),
  "x[10, 1]": ({ x }) => x.slice(10, 1),
  "x[None, :, 1]": ({ x }) => x.slice(null, [null, null], 1),
  "x[..., 0]": ({ x }) => x.slice("...", 0),
  "x[..., None]": ({ x }) => x.slice("...", null),
  "cube[1, ..., 2]": ({ cube }) => cube.slice(1, "...", 2),
  "cube[..., ::2, None, 1]": ({ cube }) => cube.slice("...", [null, null, 2], null, 1),
  "v[jnp.array([3, 0, -1])]": ({ v }) => v.slice(ints(3, 0, -1)),
  "v[jnp.array([10, -10])]": ({ v }) => v.slice(ints(10, -10)),
  "x[jnp.array([2, 0])]": ({ x }) => x.slice(ints(2, 0)),
  "x[:, jnp.array([3, -4])]": ({ x }) => x.slice([null, null], ints(3, -4)),
  "x[jnp.array([0, 2]), jnp.array([1, 3])]": ({ x }) => x.slice(ints(0, 2), ints(1, 3)),
  "x[jnp.array([[0], [2]]), jnp.array([1, 3])]": ({ x }) =>
    x.slice(jnp.array([[0], [2]], jnp.int32), ints(1, 3)),
  "x[jnp.array([0, 1]), :, None]": ({ x }) => x.slice(ints(0, 1), [null, null], null),
  "x[None, jnp.array([0, 1]), jnp.array([0, 1])]": ({ x }) => x.slice(null, ints(0, 1), ints(0, 1)),
  "x[jnp.array([0, 1]), None, jnp.array([0, 1])]": ({ x }) => x.slice(ints(0, 1), null, ints(0, 1)),
  "cube[:, jnp.array([0, 1]), jnp.array([1, 2])]": ({ cube }) =>
    cube.slice([null, null], ints(0, 1), ints(1, 2)),
  "cube[jnp.array([0, 1]), :, jnp.array([1, 2])]": ({ cube }) =>
    cube.slice(ints(0, 1), [null, null], ints(1, 2)),
  "cube[0, :, jnp.array([1, 2])]": ({ cube }) => cube.slice(0, [null, null], ints(1, 2)),
  "cube[:, 0, jnp.array([1, 2])]": ({ cube }) => cube.slice([null, null], 0, ints(1, 2)),
  "cube[jnp.array(1), :, jnp.array([1, 2])]": ({ cube }) =>
    cube.slice(int(1), [null, null], ints(1, 2)),
  "cube[1, 1:, jnp.array([[0, 1], [2, 3]])]": ({ cube }) =>
    cube.slice(
      1,
      [1, null],
      jnp.array(
        [
          [0, 1],
          [2, 3],
        ],
        jnp.int32,
      ),
    ),
  "cube[:, jnp.array([[0, 1], [2, 0]])]": ({ cube }) =>
    cube.slice(
      [null, null],
      jnp.array(
        [
          [0, 1],
          [2, 0],
        ],
        jnp.int32,
      ),
    ),
  "x[jnp.array([True, False, True])]": ({ x }) => x.slice(jnp.array([true, false, true])),
  "x[b, 1]": ({ x, b }) => x.slice(b, 1),
  "x[b, jnp.array([1, 3])]": ({ x, b }) => x.slice(b, ints(1, 3)),
  "x[:, jnp.array([True, False, True, True])]": ({ x }) =>
    x.slice([null, null], jnp.array([true, false, true, true])),
  "x[x > 5.0]": ({ x }) => x.slice(x.gt(5)),
  "cube[:, x > 5.0]": ({ x, cube }) => cube.slice([null, null], x.gt(5)),
  "x[True]": ({ x }) => x.slice(true),
  "x[False]": ({ x }) => x.slice(false),
  "v[u8]": ({ v, u8 }) => v.slice(u8),
  "i[i8]": ({ i, i8 }) => i.slice(i8),
  "x[jnp.array([], jnp.int32)]": ({ x }) => x.slice(jnp.array([], jnp.int32)),
  "x[1, 2, 3]": ({ x }) => x.slice(1, 2, 3),
  "x[1.5]": ({ x }) => x.slice(1.5),
  "x['a']": ({ x }) => x.slice("a" as never),
  "x[jnp.array([1.0])]": ({ x }) => x.slice(jnp.array([1])),
  "x[..., ...]": ({ x }) => x.slice("...", "..."),
  "x[1:2:0]": ({ x }) => x.slice([1, 2, 0]),
  "x[0.5:1]": ({ x }) => x.slice([0.5, 1]),
  "x[jnp.array([True, False])]": ({ x }) => x.slice(jnp.array([true, false])),
  "x[:, jnp.array([True, False])]": ({ x }) => x.slice([null, null], jnp.array([true, false])),
  "x[jnp.array([[True, False]])]": ({ x }) => x.slice(jnp.array([[true, false]])),
  "x[jnp.array([0, 1]), jnp.array([0, 1, 2])]": ({ x }) => x.slice(ints(0, 1), ints(0, 1, 2)),
  "jnp.zeros(0)[0]": () => jnp.zeros(0).slice(0),
  "jnp.zeros((0, 3))[:, 1]": () => jnp.zeros([0, 3]).slice([null, null], 1),
  "v.at[10].get(mode='fill')": ({ v }) => v.at(10).get({ mode: "fill" }),
  "i.at[10].get(mode='fill')": ({ i }) => i.at(10).get({ mode: "fill" }),
  "u8.at[-9].get(mode='fill')": ({ u8 }) => u8.at(-9).get({ mode: "fill" }),
  "b.at[9].get(mode='fill')": ({ b }) => b.at(9).get({ mode: "fill" }),
  "v.at[jnp.array([1, 9])].get(mode='fill', fill_value=7.0)": ({ v }) =>
    v.at(ints(1, 9)).get({ mode: "fill", fillValue: 7 }),
  "x.at[jnp.array([1, 9]), 1:3].get(mode='fill')": ({ x }) =>
    x.at(ints(1, 9), [1, 3]).get({ mode: "fill" }),
  "x.at[:, jnp.array([1, 9])].get(mode='drop', fill_value=-1.0)": ({ x }) =>
    x.at([null, null], ints(1, 9)).get({ mode: "drop", fillValue: -1 }),
  "v.at[10].get(mode='clip')": ({ v }) => v.at(10).get({ mode: "clip" }),
  "v.at[10].get(mode='foo')": ({ v }) => v.at(10).get({ mode: "foo" as never }),
  "v[jnp.array([1, 2])][jnp.array(0)]": ({ v }) => v.slice(ints(1, 2)).slice(int(0)),
};
