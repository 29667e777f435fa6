import type { ReactNode } from "react";
import type { Verdict } from "../../protocol/verdict";
import { OpenIcon, TickIcon } from "../../ui/icons";
import { lawName } from "./law-name";

export type PassEvidenceProps = {
  laws: Verdict["laws"];
  lawsPending: boolean;
  /** How far each half moved, and what it bought. */
  picture: ReactNode;
};

/** What shows that a right answer is one: without it, a pass would say less than a failure. */
export function PassEvidence({ laws, lawsPending, picture }: PassEvidenceProps) {
  return (
    <section className="evidence" aria-label="What the numbers show">
      {picture}
      {(lawsPending || laws.length > 0) && (
        <div className="evidence-laws">
          <p className="result-note">
            {lawsPending ? "The laws are being checked." : "Laws seen from outside:"}
          </p>
          {!lawsPending && (
            <ul>
              {laws.map(({ id, holds }) => (
                <li key={id}>
                  <span className="mark" data-tone={holds ? "pass" : "not-yet"}>
                    {holds ? <TickIcon /> : <OpenIcon />}
                  </span>{" "}
                  {lawName(id)}
                  {!holds && " does not hold"}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
