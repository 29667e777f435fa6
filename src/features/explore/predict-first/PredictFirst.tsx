import { useMemo, useRef } from "react";
import { useStore } from "zustand";
import type { PredictFirstModel } from "../../../figure-models/predict-first-model";
import { AsTable } from "../../../figures/parts/AsTable";
import type { FigurePlace } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { Slider } from "../../../figures/parts/Slider";
import { linearScale } from "../../../figures/parts/slider-scale";
import { useWidth } from "../../../figures/parts/use-width";
import {
  cornerLosses,
  cornerName,
  CORNERS,
  FROM,
  lossAt,
  lossText,
  PLACES,
  TO,
} from "../../../figures/step-plane/plane";
import { layoutPlane } from "../../../figures/step-plane/plane-layout";
import { guessSentence } from "../../../figures/step-plane/plane-sentence";
import { PlaceRing, PlaneDrawing } from "../../../figures/step-plane/PlaneDrawing";
import { GuessMark } from "../../../figures/step-plane/PlaneMarks";
import { runPlace } from "../../../figures/step-plane/run-place";
import { GRAIN, useDrag } from "../../../figures/step-plane/use-drag";
import { formatFactor } from "../../../lib/format-number";
import { findLesson } from "../../../state/find-lesson";
import type { Lab } from "../../../state/lab";
import { movesOfRun } from "../../../state/moves-of-run";
import { Button } from "../../../ui/Button";
import { askedSentence, nextSentence } from "./guess-words";
import "../../../figures/step-plane/plane-touch.css";
import "./predict-first.css";

export type PredictFirstProps = { model: PredictFirstModel; place: FigurePlace; lab: Lab };

const MOVE_SCALE = linearScale(FROM, TO, GRAIN);
const WIDTH_BEFORE = 420;

/** Where will the next run's step end? Off until it is switched on; the result then shows the guess beside what was. */
export function PredictFirst({ model, place, lab }: PredictFirstProps) {
  const { halves, lr } = model;
  const slug = useStore(lab.store, (state) => state.lesson);
  const { on, next, last } = useStore(lab.store, (state) => state.lessons[slug].guessing);
  const run = useStore(lab.store, (state) => state.lessons[slug].run);
  const [box, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE);
  const figure = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutPlane(width, false), [width]);
  const plane = useMemo(() => model.plane(), [model]);
  const losses = useMemo(() => cornerLosses(plane), [plane]);
  const found = useMemo(() => movesOfRun(run, findLesson(lab, slug).check), [lab, run, slug]);
  const guess = (moves: { across?: number; up?: number }) =>
    lab.actions.setGuess(slug, { ...(next ?? PLACES.neither), ...moves });
  const drag = useDrag(layout, guess);

  // What was is shown until the next guess is made.
  const shown = next === null && on ? last : null;
  const ended = shown && runPlace(found, halves, lr);
  const asked = askedSentence(model, losses);
  const said = on
    ? nextSentence(next, next && lossAt(plane, next), halves)
    : "Nothing is asked as long as this is off.";
  const told = guessSentence(shown, ended, halves);
  const [x, y] = next ? layout.toPoint(next.across, next.up) : [0, 0];
  const times = (moved: number | undefined) =>
    moved === undefined ? "not yet" : `${formatFactor(moved)} ×`;
  return (
    <div className="predict-first" data-on={on} ref={figure}>
      <div className="predict-first-switch needs-script">
        <Button aria-pressed={on} onClick={() => lab.actions.askGuess(slug, !on)}>
          Ask me before each run
        </Button>
      </div>
      <div ref={box} className="predict-first-plane">
        <PlaneDrawing
          plane={plane}
          losses={losses}
          halves={halves}
          layout={layout}
          label={`${asked} ${[said, told].filter(Boolean).join(" ")}`}
          run={ended}
          runLabel="your run"
        >
          {shown && <GuessMark at={shown} layout={layout} />}
          {on && (
            <rect
              className="plane-touch"
              x={layout.left}
              y={layout.top}
              width={layout.side}
              height={layout.side}
              data-screen-only
              {...drag.surface}
            />
          )}
          {on && next && (
            <g className="plane-handle" transform={`translate(${x} ${y})`} {...drag.handle}>
              <circle className="plane-handle-reach" r="22" data-screen-only />
              <PlaceRing />
            </g>
          )}
        </PlaneDrawing>
      </div>
      <p className="predict-first-says" role="status">
        {told} {said}
      </p>
      {on && (
        <div className="predict-first-guess">
          <div className="predict-first-corners" role="group" aria-label="What the step will move">
            {CORNERS.map((corner) => (
              <Button
                key={corner}
                aria-pressed={next !== null && isAt(next, PLACES[corner])}
                onClick={() => guess(PLACES[corner])}
              >
                {cornerName(corner, halves)}
              </Button>
            ))}
          </div>
          <Slider
            look="first"
            label={`${halves[0]} will move`}
            value={next?.across ?? 0}
            scale={MOVE_SCALE}
            onChange={(across) => guess({ across })}
            text={times(next?.across)}
          />
          <Slider
            look="second"
            label={`${halves[1]} will move`}
            value={next?.up ?? 0}
            scale={MOVE_SCALE}
            onChange={(up) => guess({ up })}
            text={times(next?.up)}
          />
        </div>
      )}
      <div className="predict-first-foot needs-script">
        <AsTable
          caption={asked}
          columns={["moved", "loss"]}
          rows={CORNERS.map((corner) => [cornerName(corner, halves), lossText(losses[corner])])}
        />
        <FigureTools place={place} state={{}} within={figure} />
      </div>
    </div>
  );
}

function isAt(a: { across: number; up: number }, b: { across: number; up: number }): boolean {
  return a.across === b.across && a.up === b.up;
}
