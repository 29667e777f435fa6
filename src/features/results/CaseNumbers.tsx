import type { VerdictCase } from "../../protocol/verdict";
import { shortNumber } from "../../ui/words";

export type CaseNumbersProps = {
  one: VerdictCase;
  /** What the returned numbers are, in order. */
  results: readonly string[];
};

/** One case worked out: what went in, what came back, what should have. */
export function CaseNumbers({ one, results }: CaseNumbersProps) {
  return (
    <div className="case">
      <dl className="case-inputs">
        {one.inputs.map(({ name, shape, data }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{inputText(shape, data)}</dd>
          </div>
        ))}
      </dl>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">Result</th>
            <th scope="col">Yours</th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {one.expected.map((expected, i) => (
            <tr key={i}>
              <th scope="row">{results[i] ?? `number ${i + 1}`}</th>
              <td>{one.got?.[i] === undefined ? "no number" : shortNumber(one.got[i])}</td>
              <td>{shortNumber(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MOST_SHOWN = 8;

function inputText(shape: readonly number[], data: readonly number[]): string {
  const shown = data.slice(0, MOST_SHOWN).map(shortNumber).join(", ");
  if (shape.length === 0 && data.length === 1) return shown;
  const more = data.length > MOST_SHOWN ? ", …" : "";
  const size = shape.length > 1 || more ? `  (shape ${shape.join(" × ")})` : "";
  return `[${shown}${more}]${size}`;
}
