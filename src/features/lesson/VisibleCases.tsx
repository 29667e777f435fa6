import { useRef, useState } from "react";
import { Button } from "../../ui/Button";
import { Toolbar } from "../../ui/Toolbar";
import { useScrollStop } from "../../ui/use-scroll-stop";
import { formatInput } from "./format-input";
import { useLesson } from "./lesson-context";
import { LookInside } from "./LookInside";
import "./inside.css";

/** The cases that the lesson shows, with their inputs and the reference's answer; each can be run alone. */
export function VisibleCases() {
  const { visibleCases } = useLesson();
  const box = useRef<HTMLDivElement>(null);
  const stop = useScrollStop(box);
  const [opened, setOpened] = useState<{ index: number; asked: number } | null>(null);
  const [first] = visibleCases;
  if (!first) return null;
  return (
    <>
      <div
        ref={box}
        className="cases"
        role="region"
        aria-labelledby="visible-cases"
        tabIndex={stop}
      >
        <table>
          <caption id="visible-cases">Cases to try by hand, with the right answer</caption>
          <thead>
            <tr>
              <th scope="col">case</th>
              {first.inputs.map(({ name }) => (
                <th key={name} scope="col">
                  <code>{name}</code>
                </th>
              ))}
              <th scope="col">returns</th>
            </tr>
          </thead>
          <tbody>
            {visibleCases.map(({ id, inputs, expected }, index) => (
              <tr key={id} data-open={opened?.index === index || undefined}>
                <td>{index + 1}</td>
                {inputs.map((input) => (
                  <td key={input.name}>{formatInput(input)}</td>
                ))}
                <td>[{expected.map((value) => value.toFixed(4)).join(", ")}]</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Toolbar className="case-looks needs-script" label="A look inside a case">
        <span>Look inside, with your program:</span>
        {visibleCases.map(({ id }, index) => (
          <Button key={id} onClick={() => setOpened({ index, asked: (opened?.asked ?? 0) + 1 })}>
            <span className="visually-hidden">Look inside </span>case {index + 1}
          </Button>
        ))}
      </Toolbar>
      {opened && (
        <LookInside
          key={opened.index}
          caseId={visibleCases[opened.index].id}
          number={opened.index + 1}
          asked={opened.asked}
        />
      )}
    </>
  );
}
