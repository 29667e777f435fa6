import type { Verdict } from "../../protocol/verdict";
import { OpenIcon, TickIcon } from "../../ui/icons";
import { CaseInputs } from "./CaseNumbers";
import { lawName } from "./law-name";

type LawsProps = {
  laws: Verdict["laws"];
  /** The calls that the laws need are still going on. */
  pending: boolean;
};

/** Properties seen from outside. They inform; cases alone decide. */
export function Laws({ laws, pending }: LawsProps) {
  if (pending) return <p className="result-note">The laws are being checked.</p>;
  if (laws.length === 0) return <p className="result-note">No law was checked in this run.</p>;
  return (
    <ul className="laws">
      {laws.map(({ id, holds, evidence, breaking }) => (
        <li key={id}>
          <span className="mark" data-tone={holds ? "pass" : "not-yet"}>
            {holds ? <TickIcon /> : <OpenIcon />}
            <span className="visually-hidden">{holds ? "Holds:" : "Does not hold:"}</span>
          </span>
          <div>
            <p className="law-name">{lawName(id)}</p>
            <p className="law-evidence">{evidence}</p>
            {breaking && (
              <div className="case law-case">
                <p className="result-note">The smallest call that breaks it:</p>
                <CaseInputs inputs={breaking} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
