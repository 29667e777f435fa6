import { jnp } from "../api";
import { int, type Table } from "./inputs";

/** Integers wrap around, and stay in their dtype beside a weak number. */
export const integers: Table = {
  "s * t": ({ s, t }) => s.mul(t),
  "s + s": ({ s }) => s.add(s),
  "s - 1": ({ s }) => s.sub(int(1)),
  "-s": ({ s }) => s.neg(),
  "jnp.abs(s)": ({ s }) => jnp.abs(s),
  "jnp.sign(s)": ({ s }) => jnp.sign(s),
  "s * 2 + 1": ({ s }) => s.mul(int(2)).add(int(1)),
  "s ** 2": ({ s }) => s.pow(2),
  "s ** 3": ({ s }) => s.pow(3),
  "jnp.square(s)": ({ s }) => jnp.square(s),
  "u32 + u32": ({ u32 }) => u32.add(u32),
  "u32 * u32": ({ u32 }) => u32.mul(u32),
  "u32 - jnp.uint32(8)": ({ u32 }) => u32.sub(jnp.uint32(8)),
  "-u32": ({ u32 }) => u32.neg(),
  "u32 > jnp.uint32(8)": ({ u32 }) => u32.gt(jnp.uint32(8)),
  "u8 + u8": ({ u8 }) => u8.add(u8),
  "u8 * u8": ({ u8 }) => u8.mul(u8),
  "-u8": ({ u8 }) => u8.neg(),
  "u8 + 1": ({ u8 }) => u8.add(int(1)),
  "u8 + 1.5": ({ u8 }) => u8.add(1.5),
  "u8 / 2": ({ u8 }) => u8.div(int(2)),
  "i8 - jnp.int8(1)": ({ i8 }) => i8.sub(jnp.int8(1)),
  "i8 * i8": ({ i8 }) => i8.mul(i8),
  "jnp.abs(i8)": ({ i8 }) => jnp.abs(i8),
  "-i8": ({ i8 }) => i8.neg(),
  "i8 + u8": ({ i8, u8 }) => i8.add(u8),
  "i8 + u32": ({ i8, u32 }) => i8.add(u32),
  "u8 + h[:2]": ({ u8, h }) => u8.add(h.slice([null, 2])),
  "jnp.sum(i8)": ({ i8 }) => jnp.sum(i8),
  "jnp.max(i8)": ({ i8 }) => jnp.max(i8),
  "jnp.min(u8)": ({ u8 }) => jnp.min(u8),
  "jnp.prod(i8)": ({ i8 }) => jnp.prod(i8),
  "jnp.sum(i)": ({ i }) => jnp.sum(i),
  "jnp.cumsum(i8)": ({ i8 }) => jnp.cumsum(i8),
  "jnp.sum(u8)": ({ u8 }) => jnp.sum(u8),
  "jnp.mean(u8)": ({ u8 }) => jnp.mean(u8),
  "jnp.max(jnp.zeros((0, 3)), axis=1)": () => jnp.max(jnp.zeros([0, 3]), 1),
  "jnp.matmul(jnp.array([[1, 2], [3, 4]]), jnp.array([[100000, 1], [2, 3]]))": () =>
    jnp.matmul(
      jnp.array(
        [
          [1, 2],
          [3, 4],
        ],
        jnp.int32,
      ),
      jnp.array(
        [
          [100000, 1],
          [2, 3],
        ],
        jnp.int32,
      ),
    ),
  "b + b": ({ b }) => b.add(b),
  "b * b": ({ b }) => b.mul(b),
  "b / b": ({ b }) => b.div(b),
};
