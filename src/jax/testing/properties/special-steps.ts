import type { JaxArray } from "../../array/array";
import * as jax from "../../faces/jax";
import * as jnp from "../../faces/numpy";
import type { Choices } from "./choices";
import type { Step } from "./row-step";

/** Plans a step that continues a program, for use inside a loop, a branch or another transformation. */
export type PlanInner = (x: JaxArray) => Step;
type Maker = (x: JaxArray, choices: Choices, inner: PlanInner) => Step | null;

const { lax } = jax;

const WHOLE_AXIS = [null, null];

/** Reading by whole numbers, slices, steps, lists of positions and new axes. */
const read: Maker = (x, choices) => {
  if (x.ndim === 0) return null;
  const entries = x.shape.map((n) =>
    choices.of<unknown>([
      choices.below(n) - (choices.once(2) ? n : 0),
      [null, null, choices.of([1, -1, 2])],
      [choices.below(n), null],
      jnp.array([0, n - 1, choices.below(n)], { dtype: "int32" }),
      null,
      "...",
    ]),
  );
  // Each entry stands for one axis, or positions would be drawn for an axis of another length: out of
  // bounds JAX gives the nearest element and no gradient, which differences cannot follow.
  const dots = entries.indexOf("...");
  const used = entries.flatMap((entry, i) => {
    if (entry === null) return [null, WHOLE_AXIS];
    return [entry === "..." && i !== dots ? WHOLE_AXIS : entry];
  });
  return {
    text: `x[${used.map(String).join(" ; ")}]`,
    run: (value) => value.at(...(used as number[])).get(),
  };
};

/** Writing in place of rows, some of them twice. */
const write: Maker = (x, choices) => {
  if (x.ndim === 0) return null;
  const n = x.shape[0];
  const entry = choices.of<unknown>([
    choices.below(n),
    [choices.below(n), null],
    jnp.array([0, 0, n - 1], { dtype: "int32" }),
  ]);
  const how = choices.of(["set", "add", "min", "max"] as const);
  const varies = choices.once(2);
  return {
    text: `x.at[${String(entry)}].${how}`,
    run: (value, inputs) => {
      const by = varies ? jnp.sum(inputs[0]).mul(0.3) : 0.4;
      return value.at(entry as number)[how](by);
    },
  };
};

function sameType(a: JaxArray, b: JaxArray): boolean {
  return a.shape.join() === b.shape.join() && a.dtype === b.dtype;
}

/** A step that keeps the type of its argument, made of any step. */
function keeping(x: JaxArray, inner: PlanInner): Step {
  const step = inner(x);
  return {
    text: step.text,
    run: (value, inputs) => {
      const result = step.run(value, inputs);
      return sameType(result, value) ? result : jnp.sum(jnp.tanh(result)).add(value);
    },
  };
}

const scan: Maker = (x, choices, inner) => {
  if (x.ndim === 0) return null;
  const row = jnp.take(x, 0, { axis: 0 });
  const step = keeping(row, inner);
  const [reverse, last] = [choices.once(2), choices.once(2)];
  return {
    text: `scan(${step.text}, reverse=${reverse}, last=${last})`,
    run: (value, inputs) => {
      const first = jnp.zerosLike(jnp.take(value, 0, { axis: 0 }));
      const [carry, rows] = lax.scan(
        (c: JaxArray, each: JaxArray): [JaxArray, JaxArray] => {
          const next = jnp.tanh(step.run(c.mul(0.5).add(each), inputs));
          return [next, next.mul(each)];
        },
        first,
        value,
        { reverse },
      );
      return last ? carry : rows;
    },
  };
};

const cond: Maker = (x, choices, inner) => {
  const step = keeping(x, inner);
  const bound = choices.number();
  return {
    text: `cond(sum > ${bound}, ${step.text})`,
    run: (value, inputs) =>
      lax.cond(
        jnp.sum(value).greater(bound),
        (y: JaxArray) => step.run(y, inputs),
        (y: JaxArray) => jnp.sin(y).mul(inputs[0].sum()),
        value,
      ),
  };
};

const loop: Maker = (x, _, inner) => {
  const step = keeping(x, inner);
  return {
    text: `fori_loop(0, 3, ${step.text})`,
    run: (value, inputs) =>
      lax.foriLoop(
        0,
        3,
        (__, y: JaxArray) => jnp.tanh(step.run(y, inputs)).add(inputs[0].mean()),
        value,
      ),
  };
};

const pick: Maker = (x, choices, inner) => {
  const step = keeping(x, inner);
  const which = choices.below(3);
  return {
    text: `switch(${which}, ${step.text})`,
    run: (value, inputs) =>
      lax.switch(
        which,
        [
          (y: JaxArray) => step.run(y, inputs),
          (y: JaxArray) => jnp.cos(y),
          (y: JaxArray) => y.mul(y),
        ],
        value,
      ),
  };
};

const wrapped = (
  name: string,
  wrap: (f: (x: JaxArray) => JaxArray) => (x: JaxArray) => JaxArray,
): Maker => {
  return (x, _, inner) => {
    const step = inner(x);
    return {
      text: `${name}(${step.text})`,
      run: (value, inputs) => wrap((y) => step.run(y, inputs))(value),
    };
  };
};

const mapped: Maker = (x, choices, inner) => {
  if (x.ndim === 0) return null;
  const axis = choices.below(x.ndim);
  const step = inner(jnp.take(x, 0, { axis }));
  return {
    text: `vmap(${step.text}, in_axes=${axis})`,
    run: (value, inputs) => jax.vmap((y: JaxArray) => step.run(y, inputs), { inAxes: axis })(value),
  };
};

const gradient: Maker = (x, _, inner) => {
  const step = inner(x);
  return {
    text: `grad(sum ${step.text})`,
    run: (value, inputs) =>
      jax.grad((y: JaxArray) => jnp.sum(jnp.tanh(step.run(y, inputs))))(value),
  };
};

/** Steps that are no call of a function of arrays: indexing, control flow, transformations. */
export const SPECIAL_STEPS: readonly Maker[] = [
  read,
  write,
  scan,
  cond,
  loop,
  pick,
  wrapped("jit", (f) => jax.jit(f)),
  wrapped("checkpoint", (f) => jax.checkpoint(f)),
  mapped,
  gradient,
];
