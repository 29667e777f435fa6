import { formatNumber } from "../../lib/format-number";
import type { CaseInputs, LessonLaw } from "../lesson-check";
import { budgetUsed } from "../tolerance";

/**
 * The rows of a batch may be permuted: turned round, the batch that an earlier law calls gives the same answer,
 * right or wrong. `rows` names the arrays whose first axis counts the rows.
 */
export function rowOrderLaw(batchLaw: string, rows: readonly string[]): LessonLaw {
  return {
    id: "rows-may-be-permuted",
    cases: ({ callsOf }) =>
      callsOf(batchLaw)
        .slice(0, 1)
        .map((batch) => turnedRound(batch, rows)),
    judge: ([own], context) => {
      const [batch] = context.of(batchLaw);
      if (!batch?.got || !own?.got) {
        return {
          holds: false,
          evidence: "There is no answer for a batch, so its rows have no order.",
        };
      }
      const show = (values: readonly number[]) => values.map(formatNumber).join(", ");
      const holds = budgetUsed(own.got, batch.got) <= 1;
      return {
        holds,
        breaking: holds ? [] : [own.inputs],
        evidence: `A batch gave ${show(batch.got)}; with its rows in the reverse order ${show(own.got)}.`,
      };
    },
  };
}

function turnedRound(batch: CaseInputs, rows: readonly string[]): CaseInputs {
  return batch.map((input) => {
    const { name, shape, data } = input;
    if (!rows.includes(name) || shape === null || shape.length === 0) return input;
    const width = data.length / (shape[0] ?? 1);
    const slices = Array.from({ length: shape[0] ?? 1 }, (_, row) =>
      data.slice(row * width, (row + 1) * width),
    );
    return { ...input, data: slices.reverse().flat() };
  });
}
