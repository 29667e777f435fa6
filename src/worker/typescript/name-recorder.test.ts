import { beforeAll, expect, it } from "vitest";
import * as jax from "../../jax/faces/jax";
import * as jnp from "../../jax/faces/numpy";
import { arrayFrom, startBackend } from "../../jax/host";
import { SEEN_CAPS } from "../../lib/seen-call";
import { createNameRecorder } from "./name-recorder";

beforeAll(async () => {
  await startBackend("cpu");
});

it("keeps what names hold, under a derivative too, and says where there are no values", () => {
  const recorder = createNameRecorder();
  const loss = (w: { k: jax.Array }) => {
    const note = recorder.open("loss");
    const h = w.k.mul(2);
    note({ h, word: "a", f: loss, n: 3 }, 5);
    return jnp.sum(h);
  };
  const w = { k: arrayFrom([2], [1, -2]) };
  jax.grad(loss)(w);
  jax.jit(loss)(w);
  const n = { name: "n", line: 5, leaves: [{ path: "", shape: [], values: [3] }] };
  const h = (values: number[] | null) => [
    { name: "h", line: 5, leaves: [{ path: "", shape: [2], values }] },
    n,
  ];
  expect(recorder.calls()).toEqual([
    { name: "loss", call: 1, names: h([2, -4]) },
    { name: "loss", call: 2, names: h(null) },
  ]);
});

it("keeps the last value of a name, the paths of a tree, and not more than the caps", () => {
  const recorder = createNameRecorder();
  const note = recorder.open("f");
  note({ a: 1 }, 1);
  note({ a: { b: arrayFrom([100], new Array<number>(100).fill(1)) } }, 2);
  for (let i = 0; i < 50; i++) recorder.open("loop")({ i }, 3);
  const calls = recorder.calls();
  expect(calls[0].names).toMatchObject([{ name: "a", line: 2, leaves: [{ path: "['b']" }] }]);
  expect(calls[0].names[0].leaves[0].values).toHaveLength(SEEN_CAPS.numbers);
  expect(calls.filter(({ name }) => name === "loop")).toHaveLength(SEEN_CAPS.callsOfOne);
});
