import { useCallback, useMemo, useRef, useState } from "react";
import type { CurveToBugModel } from "../../../figure-models/curve-to-bug-model";
import { AsTable } from "../../../figures/parts/AsTable";
import type { FigurePlace, LinkedState } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { linkedNumber, useLinkedState } from "../../../figures/parts/use-linked-state";
import { useWidth } from "../../../figures/parts/use-width";
import { Button } from "../../../ui/Button";
import { BugCurves } from "./BugCurves";
import { BugRow } from "./BugRow";
import { FIRST_ROUND } from "./first-round";
import { LETTERS } from "./draw-round";
import type { Letter } from "./draw-round";
import { roundColumns, roundRows, roundSentence, scoreSentence } from "./round-words";
import type { Answers } from "./round-words";
import { useRound } from "./use-round";
import "./curve-to-bug.css";

export type CurveToBugProps = { model: CurveToBugModel; place: FigurePlace };

const MOST_ROUND = 9999;

/** Five loss curves, five mistakes: which curve is whose? */
export function CurveToBug({ model, place }: CurveToBugProps) {
  const [number, setNumber] = useLinkedState(place, readRound);
  const [first] = useState(number);
  const round = useRound(model, number, first);
  const drawing = round.number !== number;
  const [answers, setAnswers] = useState<Answers>({});
  const [checked, setChecked] = useState(false);
  const [front, setFront] = useState<Letter | null>(null);
  const [box, width] = useWidth<HTMLDivElement>(600);
  const figure = useRef<HTMLDivElement>(null);
  const sentence = roundSentence(round, model.target);
  // In the model's order, which says nothing of the letters.
  const rows = useMemo(
    () => model.bugs.flatMap((bug) => round.curves.filter((curve) => curve.bug === bug)),
    [model, round],
  );
  const complete = rows.every(({ bug }) => answers[bug.id]);
  const choose = useCallback((id: string, letter: Letter | "") => {
    setAnswers((before) => ({ ...before, [id]: letter }));
    setFront(letter === "" ? null : letter);
  }, []);
  const next = () => {
    setNumber((number % MOST_ROUND) + 1);
    setAnswers({});
    setChecked(false);
    setFront(null);
  };
  return (
    <div className="curve-to-bug" ref={figure}>
      <div ref={box}>
        <BugCurves round={round} width={width} front={front} label={sentence} />
      </div>
      <p className="curve-to-bug-setting">
        Learning rate {round.setting.lr}, seed {round.setting.seed}. Dotted: the loop without a
        mistake.
      </p>
      <ol className="bug-rows needs-script">
        {rows.map(({ bug, letter }) => (
          <BugRow
            key={bug.id}
            bug={bug}
            letter={letter}
            chosen={answers[bug.id] ?? ""}
            checked={checked}
            onChoose={choose}
            onFront={setFront}
          />
        ))}
      </ol>
      <div className="curve-to-bug-buttons needs-script">
        {!checked && (
          <Button kind="primary" disabled={!complete} onClick={() => setChecked(true)}>
            Check
          </Button>
        )}
        <Button disabled={drawing} onClick={next}>
          {drawing ? "Drawing …" : "New curves"}
        </Button>
        <p className="curve-to-bug-score" role="status">
          {checked
            ? scoreSentence(round, answers)
            : complete
              ? ""
              : `Choose one of ${LETTERS[0]} to ${LETTERS.at(-1)} for each.`}
        </p>
      </div>
      <div className="curve-to-bug-foot needs-script">
        <AsTable caption={sentence} columns={roundColumns(round)} rows={roundRows(round)} />
        <FigureTools place={place} state={{ round: String(number) }} within={figure} />
      </div>
    </div>
  );
}

function readRound(linked: LinkedState): number {
  return Math.round(linkedNumber(linked, "round", { from: 1, to: MOST_ROUND, usual: FIRST_ROUND }));
}
