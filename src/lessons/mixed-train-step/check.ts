import { agreementLaw } from "../../grading/laws/agreement-law";
import { doubleStepLaw } from "../../grading/laws/double-step-law";
import { fallLaw } from "../../grading/laws/fall-law";
import { halvesTogetherLaw } from "../../grading/laws/halves-together-law";
import { noStepLaw } from "../../grading/laws/no-step-law";
import { repeatLaw } from "../../grading/laws/repeat-law";
import { rowOrderLaw } from "../../grading/laws/row-order-law";
import type { LessonCheck } from "../../grading/lesson-check";
import { ANSWER_CARDS, ERROR_CARDS } from "./cards";
import { drawBatch, drawCases, VISIBLE } from "./draw";
import { PARAMETERS, readInputs } from "./inputs";
import { MISTAKES } from "./mistakes";
import { STEP_RULES, UNFINISHED } from "./step-signs";
import { simulateStep } from "./simulate";
import { UPDATE } from "./update";
import { WORDS } from "./words";
import { workByHand } from "./work-by-hand";

const BEFORE = 0;
const AFTER = 1;

/** All that grading knows of this lesson. */
export const check: LessonCheck = {
  slug: "mixed-train-step",
  entry: "mixed_train_step",
  parameters: PARAMETERS,
  results: ["the loss before the step", "the loss after it"],
  visible: VISIBLE,
  draw: drawCases,
  reference: (inputs) => simulateStep(readInputs(inputs)),
  words: WORDS,
  steps: STEP_RULES,
  mistakes: MISTAKES,
  answers: ANSWER_CARDS,
  unfinished: UNFINISHED,
  errors: ERROR_CARDS,
  update: UPDATE,
  work: workByHand,
  // The batch comes last: it brings a shape of its own, and code for single examples may raise on it.
  laws: [
    noStepLaw("lr", BEFORE, AFTER),
    doubleStepLaw("lr", BEFORE, AFTER),
    repeatLaw(),
    fallLaw(BEFORE, AFTER),
    halvesTogetherLaw(),
    agreementLaw(
      "takes-batches",
      ({ random }) => drawBatch(random),
      (inputs) => `A batch of ${readInputs(inputs).rows} rows`,
    ),
    rowOrderLaw("takes-batches", ["x", "y"]),
  ],
};
