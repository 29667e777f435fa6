import type { TwoTreesModel } from "../../figure-models/two-trees-model";
import type { StepInputs } from "./inputs";
import { leavesAfter } from "./lesson-step";
import { backward, forward, LESSON_MODEL } from "./model";

const HIDDEN = LESSON_MODEL.hidden;
const STEPS = 100;

/** The lesson's example as two trees, walked through a hundred steps in float64; of an example of one row. */
export function twoTrees(batch: StepInputs): TwoTreesModel {
  const { inSize, outSize, lr } = batch;
  return {
    halves: ["NNX", "Linen"],
    trees: [
      { name: { python: "nnx_params", typescript: "nnxParams" }, levels: [] },
      { name: { python: "linen_params", typescript: "linenParams" }, levels: ["params"] },
    ],
    leaves: [
      {
        half: 0,
        name: "encoder.kernel",
        kind: `Param (${inSize}, ${HIDDEN})`,
        path: { python: 'nnx_params["kernel"]', typescript: "nnxParams.kernel" },
        rows: inSize,
        columns: HIDDEN,
        units: "columns",
        lines: nnxLines("kernel"),
      },
      {
        half: 0,
        name: "encoder.bias",
        kind: `Param (${HIDDEN},)`,
        path: { python: 'nnx_params["bias"]', typescript: "nnxParams.bias" },
        rows: 1,
        columns: HIDDEN,
        units: "columns",
        lines: nnxLines("bias"),
      },
      {
        half: 1,
        name: "params/kernel",
        kind: `array (${HIDDEN}, ${outSize})`,
        path: {
          python: 'linen_params["params"]["kernel"]',
          typescript: "linenParams.params.kernel",
        },
        rows: HIDDEN,
        columns: outSize,
        units: "rows",
        lines: linenLines("kernel"),
      },
      {
        half: 1,
        name: "params/bias",
        kind: `array (${outSize},)`,
        path: { python: 'linen_params["params"]["bias"]', typescript: "linenParams.params.bias" },
        rows: 1,
        columns: outSize,
        units: null,
        lines: linenLines("bias"),
      },
    ],
    lr,
    steps: STEPS,
    at(steps) {
      const values = leavesAfter(batch, steps);
      const pass = forward(values, batch, LESSON_MODEL);
      return {
        values,
        gradient: backward(pass, values, batch, LESSON_MODEL),
        loss: pass.loss,
        off: pass.preHidden.flatMap((value, unit) => (value > 0 ? [] : [unit])),
      };
    },
  };
}

/** An entry of the tree that is read out of the module: at its top level, or as the module's own attribute. */
function nnxLines(leaf: string) {
  return {
    python: `(?<!params['"]\\])\\[['"]${leaf}['"]\\]|['"]${leaf}['"]:|\\.${leaf}\\b`,
    typescript: `(?<!params)\\.${leaf}\\b|\\b${leaf}:`,
  };
}

/** An entry below the level that Linen puts there. */
function linenLines(leaf: string) {
  return { python: `params['"]\\]\\[['"]${leaf}['"]\\]`, typescript: `\\.params\\.${leaf}\\b` };
}
