import type { SeenCall, SeenLeaf } from "../../lib/seen-call";
import { rowsText } from "../../lib/rows-text";
import { LineLink } from "../../ui/LineLink";
import type { InsideRow } from "./inside-rows";

type OnLine = ((line: number) => void) | null;

/** The steps of one call of the learner's program, with the values that it had for them. */
export function InsideTable({ rows, onLine }: { rows: readonly InsideRow[]; onLine: OnLine }) {
  return (
    <table className="inside-table">
      <caption className="visually-hidden">What the program computed, step by step</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Value in this run</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, name, line, leaves }) => (
          <tr key={title}>
            <th scope="row">
              {title}
              {name !== null && <Name name={name} line={line} onLine={onLine} />}
              {name === null && leaves.length > 0 && <span className="inside-name">returned</span>}
            </th>
            <td>
              {leaves.length === 0 ? (
                <span className="inside-none">not seen</span>
              ) : (
                <Leaves leaves={leaves} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All that was recorded, by function. */
export function InsideNames({ seen, onLine }: { seen: readonly SeenCall[]; onLine: OnLine }) {
  return (
    <>
      {seen.map(({ name, call, names }) => (
        <table key={`${name} ${call}`} className="inside-table">
          <caption>
            <code>{name}</code>
            {call > 1 && `, call ${call}`}
          </caption>
          <tbody>
            {names.map((one) => (
              <tr key={one.name}>
                <th scope="row">
                  <Name name={one.name} line={one.line} onLine={onLine} />
                </th>
                <td>
                  <Leaves leaves={one.leaves} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Name({ name, line, onLine }: { name: string; line: number | null; onLine: OnLine }) {
  return (
    <span className="inside-name">
      <code>{name}</code>
      {line !== null && (
        <>
          {", "}
          <LineLink line={line} onLine={onLine}>
            {`line ${line}`}
          </LineLink>
        </>
      )}
    </span>
  );
}

function Leaves({ leaves }: { leaves: readonly SeenLeaf[] }) {
  return (
    <dl className="inside-leaves">
      {leaves.map((leaf) => (
        <div key={leaf.path}>
          {(leaf.path !== "" || leaf.shape.length > 1) && (
            <dt>
              {leaf.path} {leaf.shape.length > 1 && <span>{leaf.shape.join(" × ")}</span>}
            </dt>
          )}
          <dd>{leafText(leaf)}</dd>
        </div>
      ))}
    </dl>
  );
}

function leafText({ shape, values }: SeenLeaf): string {
  // Inside jit and vmap an array stands for values that are not there yet.
  if (values === null) return "no values: traced";
  if (values.length === 0) return "[]";
  const size = shape.reduce((all, next) => all * next, 1);
  return `${rowsText(shape, values)}${values.length < size ? " …" : ""}`;
}
