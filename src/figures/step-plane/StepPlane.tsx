import { useMemo, useRef } from "react";
import type { StepPlaneModel } from "../../figure-models/step-plane-model";
import { formatFactor } from "../../lib/format-number";
import { AsTable } from "../parts/AsTable";
import type { FigurePlace, LinkedState } from "../parts/figure-place";
import { FigureTools } from "../parts/FigureTools";
import { HalvesLegend } from "../parts/HalvesLegend";
import { Slider } from "../parts/Slider";
import { linearScale, logScale } from "../parts/slider-scale";
import { linkedNumber, useLinkedState } from "../parts/use-linked-state";
import { useWidth } from "../parts/use-width";
import {
  cornerLosses,
  cornerName,
  CORNERS,
  FROM,
  lossAt,
  lossText,
  lowestCorner,
  TO,
} from "./plane";
import { layoutPlane } from "./plane-layout";
import { planeSentence, ribbonSentence, runSentence } from "./plane-sentence";
import { PlaceRing, PlaneDrawing } from "./PlaneDrawing";
import { RateRibbon } from "./RateRibbon";
import { ribbonOf } from "./ribbon";
import { runPlace } from "./run-place";
import type { FoundUpdate } from "./run-place";
import { GRAIN, useDrag } from "./use-drag";
import "./plane-touch.css";
import "./step-plane.css";

export type StepPlaneProps = {
  model: StepPlaneModel;
  place: FigurePlace;
  /** What the learner's last run moved. */
  run: FoundUpdate;
};

type State = { lr: number; seed: number; across: number; up: number };

const MOVES = { from: FROM, to: TO, usual: 1 };
const MOVE_SCALE = linearScale(FROM, TO, GRAIN);
/** Places on the learning rate's slider to a factor of ten. */
const RATES_A_DECADE = 24;
const WIDTH_BEFORE = 560;

/** The loss over how far each half has moved, with a place on it that a hand moves. */
export function StepPlane({ model, place, run }: StepPlaneProps) {
  const { halves } = model;
  const read = useMemo(() => readState(model), [model]);
  const [state, setState] = useLinkedState(place, read);
  const { lr, seed, across, up } = state;
  const [box, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE);
  const figure = useRef<HTMLDivElement>(null);
  const rates = useMemo(() => logScale(model.lr.from, model.lr.to, RATES_A_DECADE), [model]);
  const seeds = useMemo(() => linearScale(model.seed.from, model.seed.to, 1), [model]);
  const layout = useMemo(() => layoutPlane(width, true), [width]);
  const plane = useMemo(() => model.open({ lr, seed }), [model, lr, seed]);
  const losses = useMemo(() => cornerLosses(plane), [plane]);
  const ribbon = useMemo(() => ribbonOf(model, seed, rates), [model, seed, rates]);
  const change = (changed: Partial<State>) => setState((before) => ({ ...before, ...changed }));
  const drag = useDrag(layout, change);

  const loss = lossText(lossAt(plane, { across, up }));
  const sentence = planeSentence(losses, halves, { lr, seed });
  const lowest = cornerName(lowestCorner(losses), halves);
  const myRun = runPlace(run, halves, lr);
  const told = runSentence(run, myRun, halves);
  const [x, y] = layout.toPoint(across, up);
  const times = (moved: number) => `${formatFactor(moved)} ×`;
  return (
    <div className="step-plane" ref={figure}>
      <div className="step-plane-drawing" ref={box}>
        <PlaneDrawing
          plane={plane}
          losses={losses}
          halves={halves}
          layout={layout}
          label={sentence}
          at={state}
          run={myRun}
        >
          <rect
            className="plane-touch"
            x={layout.left}
            y={layout.top}
            width={layout.side}
            height={layout.side}
            data-screen-only
            {...drag.surface}
          />
          <g className="plane-handle" transform={`translate(${x} ${y})`} {...drag.handle}>
            <circle className="plane-handle-reach" r="22" data-screen-only />
            <PlaceRing />
          </g>
        </PlaneDrawing>
      </div>
      <p className="step-plane-reading">
        {halves[0]} {times(across)}, {halves[1]} {times(up)}: loss <b>{loss}</b>
      </p>
      <div className="step-plane-sliders needs-script">
        <div className="step-plane-rate">
          <Slider
            label="Learning rate"
            value={lr}
            scale={rates}
            onChange={(next) => change({ lr: next })}
            text={String(lr)}
            spoken={`${lr}, lowest: ${lowest}, loss at the point ${loss}`}
            ribbon={<RateRibbon ribbon={ribbon} scale={rates} halves={halves} />}
          />
          <p className="step-plane-hint">
            The strip: which corner is lowest at each rate.
            {ribbon.aboveFrom !== null && " From the mark on, both ends above the start."}
          </p>
        </div>
        <Slider
          look="first"
          label={`${halves[0]} moved`}
          value={across}
          scale={MOVE_SCALE}
          onChange={(next) => change({ across: next })}
          text={times(across)}
          spoken={`${times(across)} the right step, loss ${loss}`}
        />
        <Slider
          look="second"
          label={`${halves[1]} moved`}
          value={up}
          scale={MOVE_SCALE}
          onChange={(next) => change({ up: next })}
          text={times(up)}
          spoken={`${times(up)} the right step, loss ${loss}`}
        />
        <Slider
          label="Seed"
          value={seed}
          scale={seeds}
          onChange={(next) => change({ seed: next })}
          text={String(seed)}
          spoken={`${seed}, lowest: ${lowest}, loss at the point ${loss}`}
        />
      </div>
      <HalvesLegend
        entries={[
          { text: `loss as the ${halves[0]} half moves`, look: "first" },
          { text: `loss as the ${halves[1]} half moves`, look: "second" },
          { text: "the loss before the step", look: "plain", as: "reference" },
        ]}
      />
      {told && <p className="step-plane-run">{told}</p>}
      <div className="step-plane-foot needs-script">
        <AsTable
          caption={`${sentence} ${ribbonSentence(ribbon, halves)}`}
          columns={["moved", "loss"]}
          rows={[
            ...CORNERS.map((corner) => [cornerName(corner, halves), lossText(losses[corner])]),
            [`the point: ${halves[0]} ${times(across)}, ${halves[1]} ${times(up)}`, loss],
          ]}
        />
        <FigureTools place={place} state={linkOf(state)} within={figure} />
      </div>
    </div>
  );
}

function readState({ lr, seed }: StepPlaneModel) {
  return (linked: LinkedState): State => ({
    lr: linkedNumber(linked, "lr", lr),
    seed: Math.round(linkedNumber(linked, "seed", seed)),
    across: linkedNumber(linked, "across", MOVES),
    up: linkedNumber(linked, "up", MOVES),
  });
}

function linkOf({ lr, seed, across, up }: State): LinkedState {
  return { lr: String(lr), seed: String(seed), across: String(across), up: String(up) };
}
