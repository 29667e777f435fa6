import type { VerdictCase } from "../../protocol/verdict";
import { shortNumber } from "../../lib/format-number";
import { inputText } from "../../lib/input-text";

export type CaseNumbersProps = {
  one: VerdictCase;
  /** What the returned numbers are, in order. */
  results: readonly string[];
};

/** One case worked out: what went in, what came back, what should have. */
export function CaseNumbers({ one, results }: CaseNumbersProps) {
  return (
    <div className="case">
      <CaseInputs inputs={one.inputs} />
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

/** The arguments of one call. */
export function CaseInputs({ inputs }: { inputs: VerdictCase["inputs"] }) {
  return (
    <dl className="case-inputs">
      {inputs.map(({ name, shape, data }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{inputText(shape, data)}</dd>
        </div>
      ))}
    </dl>
  );
}
