/** The figures of the text and what each shows. */
import type { Lesson } from "../lesson";
import { VISIBLE } from "./draw";
import { FREEZE_TRAINING } from "./freeze-training";
import { readInputs } from "./inputs";
import { lossPlane } from "./loss-plane";
import { LOSS_TRACE } from "./loss-trace";
import { LESSON_MODEL } from "./model";
import { onePassBack } from "./one-pass-back";
import { pokedWeights } from "./poked-weights";
import { SUGAR } from "./sugar";
import { TRAINING_BUGS } from "./training-bugs";
import argnumsWiring from "./stills/argnums-wiring.svg";
import curveToBug from "./stills/curve-to-bug.svg";
import freezeLab from "./stills/freeze-lab.svg";
import lossTraceStill from "./stills/loss-trace.svg";
import onePassBackStill from "./stills/one-pass-back.svg";
import pokeWeight from "./stills/poke-weight.svg";
import predictFirst from "./stills/predict-first.svg";
import stepPlane from "./stills/step-plane.svg";
import twoTreesStill from "./stills/two-trees.svg";
import { twoTrees } from "./two-trees";
import sugar from "./stills/sugar.svg";

/** The example that the text's programs train on. */
const EXAMPLE = { rows: 1, inSize: 3, outSize: 2, x: [0.5, -1, 2], y: [1, 0] };

/** The first case that the lesson shows. */
const [FIRST_CASE] = VISIBLE.map(readInputs);

export const FIGURES: Lesson["figures"] = {
  "one-pass-back": {
    kind: "one-pass-back",
    title: "One pass back",
    still: {
      src: onePassBackStill,
      width: 541,
      height: 382,
      alt: "x goes through nnx.Linear, ReLU and nn.Dense to a loss of 1.0245. On the way back encoder.kernel gets 6 slopes and 6 zeros, encoder.bias gets 2 slopes and 2 zeros, head.kernel gets 4 slopes and 4 zeros, head.bias gets 2 slopes and 0 zeros.",
    },
    model: onePassBack({ ...EXAMPLE, lr: 0.1, seed: 0 }),
  },
  "two-trees": {
    kind: "two-trees",
    title: "Two trees",
    still: {
      src: twoTreesStill,
      width: 560,
      height: 252,
      alt: "nnx_params holds encoder.kernel, Param (3, 4), and encoder.bias, Param (4,); linen_params holds params/kernel, array (4, 2), and params/bias, array (2,). Update 1 of 100, before it: the loss is 1.0245. ReLU has switched off units 1 and 2.",
    },
    model: twoTrees({ ...EXAMPLE, lr: 0.02, seed: 0 }),
  },
  "step-plane": {
    kind: "step-plane",
    title: "The step plane",
    still: {
      src: stepPlane,
      width: 542,
      height: 548,
      alt: "At learning rate 0.1 and seed 0 the loss is 1.0245 with neither moved, 0.3219 with NNX only, 0.0100 with Linen only, 0.0213 with both. The lowest of the four is Linen only.",
    },
    model: {
      halves: ["NNX", "Linen"],
      lr: { from: 0.005, to: 0.5, usual: 0.1 },
      seed: { from: 0, to: 50, usual: 0 },
      open: ({ lr, seed }) => lossPlane({ ...EXAMPLE, lr, seed }, LESSON_MODEL.hidden),
    },
  },
  "argnums-wiring": {
    kind: "argnums-wiring",
    title: "Argnums wiring",
    still: {
      src: argnumsWiring,
      width: 560,
      height: 142,
      alt: "grad gives a tuple: first the gradient for nnx_params, then the one for linen_params.",
    },
    model: {
      halves: [
        { name: "NNX", look: "first", words: ["nnx", "encoder"] },
        { name: "Linen", look: "second", words: ["linen", "head"] },
      ],
      example: {
        python: `import jax

def loss_fn(nnx_params, linen_params):
    ...

grad_fn = jax.grad(loss_fn, argnums=(0, 1))
`,
        typescript: `import * as jax from "jax";

function lossFn(nnxParams, linenParams) {}

const gradFn = jax.grad(lossFn, { argnums: [0, 1] });
`,
      },
    },
  },
  "poke-weight": {
    kind: "poke-weight",
    title: "Poke a weight",
    still: {
      src: pokeWeight,
      width: 600,
      height: 274,
      alt: "encoder.kernel[2, 0] is 0.97432. The loss there is 1.0245 and its gradient 2.399. With ε = 0.3 the forward difference is 2.8276 in float64, 2.8276 in float32.",
    },
    model: {
      halves: ["NNX", "Linen"],
      leaves: [
        { name: "encoder.kernel", half: 0, rows: 3, columns: LESSON_MODEL.hidden },
        { name: "encoder.bias", half: 0, rows: 1, columns: LESSON_MODEL.hidden },
        { name: "head.kernel", half: 1, rows: LESSON_MODEL.hidden, columns: 2 },
        { name: "head.bias", half: 1, rows: 1, columns: 2 },
      ],
      seed: { from: 0, to: 50, usual: 0 },
      usual: { leaf: 0, index: 8 },
      open: (seed) => pokedWeights({ ...EXAMPLE, lr: 0.1, seed }),
    },
  },
  "loss-trace": {
    kind: "loss-trace",
    title: "The trace",
    still: {
      src: lossTraceStill,
      width: 380,
      height: 542,
      alt: "9 operations from the leaves to the loss. Every leaf of the NNX half reaches it. Every leaf of the Linen half reaches it.",
    },
    model: LOSS_TRACE,
  },
  "freeze-lab": {
    kind: "freeze-lab",
    title: "The freeze lab",
    model: FREEZE_TRAINING,
    still: {
      src: freezeLab,
      width: 600,
      height: 250,
      alt: "After 300 steps at learning rate 0.1: Both 0.0015, NNX only 0.1890, Linen only 0.0748, Neither 0.1983.",
    },
  },
  "curve-to-bug": {
    kind: "curve-to-bug",
    title: "Curve to bug",
    model: TRAINING_BUGS,
    still: {
      src: curveToBug,
      width: 600,
      height: 260,
      alt: "Five loops that learn y = |x| with a mistake each, at learning rate 0.084 and seed 5589. Losses after 200 steps: A 0.4192, B beyond bounds, C 0.0617, D 2.4369, E 0.0948; without a mistake 0.0042.",
    },
  },
  "predict-first": {
    kind: "predict-first",
    title: "Predict first",
    model: {
      halves: ["NNX", "Linen"],
      of: "case 1",
      lr: Number(FIRST_CASE.lr.toPrecision(6)),
      plane: () => lossPlane(FIRST_CASE, LESSON_MODEL.hidden),
    },
    still: {
      src: predictFirst,
      width: 442,
      height: 454,
      alt: "The loss of case 1, learning rate 0.02, over how far each half moves: 2.4363 with neither moved, 1.3768 with NNX only, 0.9962 with Linen only, 0.4529 with both.",
    },
  },
  sugar: {
    kind: "wrapped-models",
    title: "The sugar",
    model: SUGAR,
    still: {
      src: sugar,
      width: 600,
      height: 228,
      alt: "Plain dicts: encoder/bias, encoder/kernel, head/params/bias, head/params/kernel. nnx.bridge.ToNNX: encoder/bias/value, encoder/kernel/value, head/bias/value, head/kernel/value, head/to_nnx__rngs/default/count/value, head/to_nnx__rngs/default/key/value. nnx.bridge.to_linen: params/encoder/bias, params/encoder/kernel, params/head/bias, params/head/kernel.",
    },
  },
};
