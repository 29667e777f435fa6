import type { Corners } from "../../protocol/verdict";
import { shortNumber } from "../../lib/format-number";
import { TableFold } from "../../figures/parts/TableFold";

const MARKS = { "yours, as asked for": "met", yours: "yours", "asked for": "right", "": undefined };

function markOf(corner: Corners["same"], returned: Corners["same"]): keyof typeof MARKS {
  if (corner === returned) return corner === "both" ? "yours, as asked for" : "yours";
  return corner === "both" ? "asked for" : "";
}

/** The loss with neither half moved, with one, and with both: what each half buys, as numbers behind a fold. */
export function CornerTable({ corners }: { corners: Corners }) {
  const { halves, same, neither, first, second, both } = corners;
  const [a, b] = halves.map((half) => half.charAt(0));
  const cell = (corner: Corners["same"], value: number, name: string) => (
    <td data-mark={MARKS[markOf(corner, same)]}>
      <span className="corner-name">{name}</span> {shortNumber(value)}
      <span className="corner-mark">{markOf(corner, same)}</span>
    </td>
  );
  return (
    <TableFold title="The four corners as a table">
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
    </TableFold>
  );
}
