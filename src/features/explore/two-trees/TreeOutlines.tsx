import type { CSSProperties } from "react";
import { InlineText } from "../../../ui/InlineText";
import type { TreeDifference } from "./tree-difference";

/** Two trees side by side as outlines; what one has and the other has not is hatched and said. */
export function TreeOutlines({
  difference,
  note,
}: {
  difference: TreeDifference;
  note: string | null;
}) {
  return (
    <div className="tree-outlines">
      <p>
        <b>Your last run: </b>
        <InlineText text={difference.said} /> {note}
      </p>
      {difference.outlines.length > 0 && (
        <div className="tree-outlines-pair">
          {difference.outlines.map(({ name, keys }) => (
            <div key={name}>
              <p className="tree-outline-name">{name}</p>
              <ul>
                {keys.map(({ text, depth, odd }) => (
                  <li key={`${depth} ${text}`} data-odd={odd} style={indent(depth)}>
                    <code>{text}</code>
                    {odd && <span> only here</span>}
                  </li>
                ))}
                {keys.length === 0 && <li>no keys</li>}
              </ul>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function indent(depth: number): CSSProperties {
  return { marginInlineStart: `${depth * 1.25}rem` };
}
