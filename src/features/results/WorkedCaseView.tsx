import type { VerdictCase, WorkedCase } from "../../protocol/verdict";
import { OpenIcon, TickIcon } from "../../ui/icons";
import { shortNumber } from "../../lib/format-number";
import { rowsText } from "../../lib/rows-text";
import { CaseInputs } from "./CaseNumbers";

export type WorkedCaseViewProps = {
  worked: WorkedCase;
  /** The same case of the run. */
  one: VerdictCase;
  results: readonly string[];
};

/** A case worked by hand, with the learner's numbers beside those that are returned. */
export function WorkedCaseView({ worked, one, results }: WorkedCaseViewProps) {
  return (
    <>
      <CaseInputs inputs={one.inputs} />
      <ol className="worked">
        {worked.parts.map(({ title, rule, values, result }) => (
          <li key={title}>
            <h4>{title}</h4>
            <p className="result-note">{rule}</p>
            <dl className="worked-values">
              {values.map(({ name, shape, data }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{rowsText(shape, data)}</dd>
                </div>
              ))}
            </dl>
            {result !== null && <Yours one={one} index={result} name={results[result] ?? ""} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** A returned number beside the right one. Agreement here is to five digits, for reading. */
function Yours({ one, index, name }: { one: VerdictCase; index: number; name: string }) {
  const [got, expected] = [one.got?.[index], one.expected[index]];
  const shown = got === undefined ? "no number" : shortNumber(got);
  const same = expected !== undefined && shown === shortNumber(expected);
  return (
    <p className="worked-yours">
      <span className="mark" data-tone={same ? "pass" : "not-yet"}>
        {same ? <TickIcon /> : <OpenIcon />}
      </span>
      <span>
        You returned {shown} as {name}
        {same ? ", which agrees." : ", which differs."}
      </span>
    </p>
  );
}
