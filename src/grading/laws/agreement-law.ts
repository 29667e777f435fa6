import type { CaseInputs, LawMaterial, LawResult, LessonLaw } from "../lesson-check";
import { budgetUsed } from "../tolerance";

/**
 * The right answer also holds for inputs that the task does not ask for (e.g. batches): graded like a
 * case, but reported apart, so that code for the asked inputs alone still passes.
 */
export function agreementLaw(
  id: string,
  draw: (material: LawMaterial) => CaseInputs,
  describe: (inputs: CaseInputs) => string,
): LessonLaw {
  const agrees = ({ got, expected }: LawResult) => budgetUsed(got ?? [], expected) <= 1;
  return {
    id,
    cases: (material) => [draw(material)],
    judge: (own) => {
      const holds = own.every(agrees);
      const what = own.map(({ inputs }) => describe(inputs)).join(", ");
      return {
        holds,
        breaking: own.filter((one) => !agrees(one)).map(({ inputs }) => inputs),
        evidence: `${what}: the answer is ${holds ? "right" : "not right"}.`,
      };
    },
  };
}
