import type { Verdict } from "../../protocol/verdict";
import { OpenIcon, TickIcon } from "../../ui/icons";

/** Properties seen from outside. They inform; cases alone decide. */
export function Laws({ laws }: { laws: Verdict["laws"] }) {
  if (laws.length === 0) return <p className="result-note">No law was checked in this run.</p>;
  return (
    <ul className="laws">
      {laws.map(({ id, holds, evidence }) => (
        <li key={id}>
          <span className="mark" data-tone={holds ? "pass" : "not-yet"}>
            {holds ? <TickIcon /> : <OpenIcon />}
            <span className="visually-hidden">{holds ? "Holds:" : "Does not hold:"}</span>
          </span>
          <span>{evidence}</span>
        </li>
      ))}
    </ul>
  );
}
