import type { CaseInputs } from "../../grading/lesson-check";
import type { WorkedCase } from "../../protocol/verdict";
import { readInputs } from "./inputs";
import { leavesAfter, lessonGradient, lessonPass, lessonStart } from "./lesson-step";
import { forward, LESSON_MODEL } from "./model";
import type { Leaves } from "./weights";

type Part = WorkedCase["parts"][number];
type Value = Part["values"][number];

const HIDDEN = LESSON_MODEL.hidden;

/** The training step of one case by hand: K and b are the encoder's kernel and bias, W and c the head's. */
export function workByHand(inputs: CaseInputs): Part[] {
  const batch = readInputs(inputs);
  const { seed, rows, inSize, outSize, lr } = batch;
  const start = lessonStart(batch);
  const before = lessonPass(batch);
  const gradient = lessonGradient(batch);
  const moved = leavesAfter(batch, 1);
  const after = forward(moved, batch, LESSON_MODEL);
  const shapes = [[inSize, HIDDEN], [HIDDEN], [HIDDEN, outSize], [outSize]];
  const leaves = (values: Leaves, mark: (name: string) => string): Value[] =>
    ["K", "b", "W", "c"].map((name, i) => ({
      name: mark(name),
      shape: shapes[i] ?? [],
      data: [...(values[i] ?? [])],
    }));
  const perRow = (name: string, data: readonly number[], width: number): Value => ({
    name,
    shape: rows === 1 ? [width] : [rows, width],
    data: [...data],
  });
  const loss = (value: number): Value => ({ name: "loss", shape: [], data: [value] });
  return [
    {
      title: "Weights",
      rule: `The encoder’s from seed ${seed}, the head’s from ${seed + 1}; biases start at zero.`,
      values: leaves(start, (name) => name),
      result: null,
    },
    {
      title: "Hidden layer",
      rule: "relu(x · K + b)",
      values: [perRow("hidden", before.hidden, HIDDEN)],
      result: null,
    },
    {
      title: "Prediction and loss",
      rule: "hidden · W + c, then the mean of (prediction − y)²",
      values: [perRow("prediction", before.preOutput, outSize), loss(before.loss)],
      result: 0,
    },
    {
      title: "Gradients",
      rule: "One backward pass, from the loss to every leaf.",
      values: leaves(gradient, (name) => `∂${name}`),
      result: null,
    },
    {
      title: "The step",
      rule: `Each leaf minus ${Number(lr.toPrecision(6))} times its gradient.`,
      values: leaves(moved, (name) => `${name}′`),
      result: null,
    },
    {
      title: "Loss after",
      rule: "The same function with K′, b′, W′ and c′.",
      values: [perRow("prediction", after.preOutput, outSize), loss(after.loss)],
      result: 1,
    },
  ];
}
