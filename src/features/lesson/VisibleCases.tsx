import { useRef } from "react";
import { useScrollStop } from "../../ui/use-scroll-stop";
import { formatInput } from "./format-input";
import { useLesson } from "./lesson-context";

/** The cases that the lesson shows, with their inputs and the reference's answer. */
export function VisibleCases() {
  const { visibleCases } = useLesson();
  const box = useRef<HTMLDivElement>(null);
  const stop = useScrollStop(box);
  const [first] = visibleCases;
  if (!first) return null;
  return (
    <div ref={box} className="cases" role="region" aria-labelledby="visible-cases" tabIndex={stop}>
      <table>
        <caption id="visible-cases">Cases to try by hand, with the right answer</caption>
        <thead>
          <tr>
            {first.inputs.map(({ name }) => (
              <th key={name} scope="col">
                <code>{name}</code>
              </th>
            ))}
            <th scope="col">returns</th>
          </tr>
        </thead>
        <tbody>
          {visibleCases.map(({ id, inputs, expected }) => (
            <tr key={id}>
              {inputs.map((input) => (
                <td key={input.name}>{formatInput(input)}</td>
              ))}
              <td>[{expected.map((value) => value.toFixed(4)).join(", ")}]</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
