import { useCallback, useMemo, useRef } from "react";
import type { PointerEvent } from "react";
import type { PokeWeightModel } from "../../../figure-models/poke-weight-model";
import { Segmented } from "../../../ui/Segmented";
import { AsTable } from "../../../figures/parts/AsTable";
import type { FigurePlace } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { HalvesLegend } from "../../../figures/parts/HalvesLegend";
import { Slider } from "../../../figures/parts/Slider";
import { linearScale } from "../../../figures/parts/slider-scale";
import { useLinkedState } from "../../../figures/parts/use-linked-state";
import { useWidth } from "../../../figures/parts/use-width";
import { LARGEST, SMALLEST } from "./differences";
import type { DifferenceKind } from "./differences";
import { differenceRows } from "./difference-rows";
import { EPSILONS, linkOfPoke, pokeFromLink, RANGES } from "./poke-link";
import { curveScale, errorScale, layoutPoke } from "./poke-layout";
import type { Chart } from "./poke-layout";
import { digits, epsilonText } from "./poke-words";
import { PokeDrawing } from "./PokeDrawing";
import { readPoke } from "./read-poke";
import type { PokeState } from "./read-poke";
import { WeightPicker } from "./WeightPicker";
import "./poke-weight.css";

export type PokeWeightProps = { model: PokeWeightModel; place: FigurePlace };

/** Places on the weight's slider on either side of where it starts. */
const BY_PLACES = 50;
const WIDTH_BEFORE = 600;

const KINDS: readonly { value: DifferenceKind; text: string }[] = [
  { value: "forward", text: "Forward" },
  { value: "central", text: "Central" },
];

/** One weight's loss curve, the gradient as its tangent, and what difference quotients make of it in two precisions. */
export function PokeWeight({ model, place }: PokeWeightProps) {
  const read = useMemo(() => pokeFromLink(model), [model]);
  const [state, setState] = useLinkedState(place, read);
  const [box, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE);
  const figure = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutPoke(width), [width]);
  const shown = useMemo(() => readPoke(model, state), [model, state]);
  const { opened, weight, slope, difference, drawn, sentence } = shown;
  const { range, epsilon, kind, by, seed } = state;
  const change = (changed: Partial<PokeState>) => setState((before) => ({ ...before, ...changed }));
  const choose = useCallback(
    (chosen: PokeState["place"]) => setState((before) => ({ ...before, place: chosen, by: 0 })),
    [setState],
  );
  const byScale = linearScale(-range, range, range / BY_PLACES);
  const seeds = useMemo(() => linearScale(model.seed.from, model.seed.to, 1), [model]);
  const { start } = drawn.loss;
  const moveWeight = (x: number) => {
    const { from, to } = curveScale(layout.curve, start - range, start + range, 1);
    const value = from + ((x - layout.curve.left) / layout.curve.width) * (to - from);
    change({ by: byScale.valueAt(byScale.placeOf(value - start)) });
  };
  const moveEpsilon = (x: number) => {
    const wanted = errorScale(layout.errors).epsilonAt(x);
    change({ epsilon: EPSILONS.valueAt(EPSILONS.placeOf(wanted)) });
  };
  return (
    <div className="poke-weight" ref={figure}>
      <div className="needs-script">
        <WeightPicker
          leaves={model.leaves}
          values={opened.values}
          gradient={opened.gradient}
          chosen={state.place}
          onChoose={choose}
        />
      </div>
      <div ref={box}>
        <PokeDrawing {...drawn} layout={layout} label={sentence}>
          <Touch chart={layout.curve} width={layout.width} onMove={moveWeight} name="weight" />
          <Touch chart={layout.errors} width={layout.width} onMove={moveEpsilon} name="epsilon" />
        </PokeDrawing>
      </div>
      <HalvesLegend
        entries={[
          { text: "tangent: the gradient", look: drawn.look },
          { text: `${kind} difference over ε`, look: "plain", as: "estimate" },
          { text: "a hidden unit switches", look: "plain", as: "reference" },
        ]}
      />
      <dl className="poke-reading">
        <Reading name="Gradient" value={digits(slope)} />
        <Reading name="Difference, float64" value={digits(difference.float64)} />
        <Reading name="Difference, float32" value={digits(difference.float32)} />
      </dl>
      <div className="poke-sliders needs-script">
        <Slider
          look={drawn.look}
          label={drawn.name}
          value={by}
          scale={byScale}
          onChange={(next) => change({ by: next })}
          text={digits(weight)}
          spoken={`${digits(weight)}, gradient ${digits(slope)}`}
        />
        <Slider
          label="ε"
          value={epsilon}
          scale={EPSILONS}
          onChange={(next) => change({ epsilon: next })}
          text={epsilonText(epsilon)}
          spoken={`${epsilonText(epsilon)}: ${digits(difference.float64)} in float64, ${digits(difference.float32)} in float32`}
        />
        <Slider
          label="In sight, on either side"
          value={range}
          scale={RANGES}
          onChange={(next) => change({ range: next, by: Math.max(-next, Math.min(next, by)) })}
          text={`± ${range}`}
        />
        <Slider
          label="Seed"
          value={seed}
          scale={seeds}
          onChange={(next) => change({ seed: next })}
          text={String(seed)}
        />
        <div className="poke-kind">
          <Segmented
            label="Difference"
            options={KINDS}
            value={kind}
            onChange={(next) => change({ kind: next })}
          />
        </div>
      </div>
      <p className="poke-says">
        {shown.precisionSaid} {shown.switchesSaid}
      </p>
      <div className="poke-foot needs-script">
        <AsTable
          caption={`${sentence} In the table, ε from 1 down to 1e−${-SMALLEST}.`}
          columns={["ε", "float64", "error", "float32", "error"]}
          rows={differenceRows(drawn.loss, weight, kind, { from: LARGEST, to: SMALLEST })}
        />
        <FigureTools place={place} state={linkOfPoke(state)} within={figure} />
      </div>
    </div>
  );
}

function Reading({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

type TouchProps = {
  chart: Chart;
  /** Of the whole drawing, in its own units. */
  width: number;
  onMove: (x: number) => void;
  name: string;
};

/** What a pointer finds of a chart: a press or a drag anywhere in it sets what is along its width. */
function Touch({ chart, width, onMove, name }: TouchProps) {
  const move = (event: PointerEvent<SVGRectElement>) => {
    const drawing = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (drawing) onMove(((event.clientX - drawing.left) * width) / drawing.width);
  };
  return (
    <rect
      className="poke-touch"
      x={chart.left}
      y={chart.top}
      width={chart.width}
      height={chart.height}
      data-screen-only
      data-sets={name}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event);
      }}
    />
  );
}
