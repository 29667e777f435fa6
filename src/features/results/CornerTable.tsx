import type { Corners } from "../../protocol/verdict";
import { shortNumber } from "../../lib/format-number";
import { cornerSentence } from "./corner-sentence";

export type CornerTableProps = {
  corners: Corners;
  /** Number of the case, from 1. */
  caseNumber: number;
};

/** The loss with neither half moved, with one, and with both: what each half buys. */
export function CornerTable({ corners, caseNumber }: CornerTableProps) {
  const { halves, same, neither, first, second, both } = corners;
  const [a, b] = halves.map((half) => half.charAt(0));
  const cell = (corner: "neither" | "first" | "second" | "both", value: number, name: string) => (
    <td data-mark={corner === same ? "yours" : corner === "both" ? "right" : undefined}>
      <span className="corner-name">{name}</span> {shortNumber(value)}
      {corner === same && <span className="corner-mark">yours</span>}
      {corner === "both" && <span className="corner-mark">asked for</span>}
    </td>
  );
  return (
    <figure className="corners">
      <figcaption>{cornerSentence(corners, caseNumber)}</figcaption>
      <table className="numbers">
        <thead>
          <tr>
            <td />
            <th scope="col">{halves[1]} as it was</th>
            <th scope="col">{halves[1]} moved</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{halves[0]} as it was</th>
            {cell("neither", neither, `loss(${a}, ${b})`)}
            {cell("second", second, `loss(${a}, ${b}′)`)}
          </tr>
          <tr>
            <th scope="row">{halves[0]} moved</th>
            {cell("first", first, `loss(${a}′, ${b})`)}
            {cell("both", both, `loss(${a}′, ${b}′)`)}
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
