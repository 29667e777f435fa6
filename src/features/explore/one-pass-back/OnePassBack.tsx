import { useMemo, useRef } from "react";
import type { RefObject } from "react";
import { useStore } from "zustand";
import type {
  OnePass,
  OnePassBackModel,
  PassVariant,
} from "../../../figure-models/one-pass-back-model";
import { AsTable } from "../../../figures/parts/AsTable";
import type { FigurePlace, LinkedState } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { HalvesLegend } from "../../../figures/parts/HalvesLegend";
import { Playback } from "../../../figures/parts/Playback";
import { Slider } from "../../../figures/parts/Slider";
import { linearScale } from "../../../figures/parts/slider-scale";
import { linkedNumber, useLinkedState } from "../../../figures/parts/use-linked-state";
import { usePlayer } from "../../../figures/parts/use-player";
import { useWidth } from "../../../figures/parts/use-width";
import { formatFactor } from "../../../lib/format-number";
import type { Lab } from "../../../state/lab";
import { layoutPass } from "./pass-layout";
import { lastStage, STAGES } from "./pass-stages";
import { differenceSentence, entryName, LEAVES, passSentence, stageSentence } from "./pass-words";
import { PassDrawing } from "./PassDrawing";
import { Variants } from "./Variants";
import "./one-pass-back.css";

export type OnePassBackProps = { model: OnePassBackModel; place: FigurePlace; lab: Lab };

const WIDTH_BEFORE = 600;
/** Of the whole way. */
const SECONDS = 9;

/** One example's pass through both layers and back, stage by stage with its numbers, and what becomes of it when written otherwise. */
export function OnePassBack({ model, place, lab }: OnePassBackProps) {
  const read = useMemo(() => stateFromLink(model), [model]);
  const [{ how, stage }, setState] = useLinkedState(place, read);
  const figure = useRef<HTMLDivElement>(null);
  const variant = model.variants.find(({ id }) => id === how) ?? model.variants[0];
  return (
    <div className="one-pass" ref={figure}>
      <div className="needs-script">
        <Variants
          variants={model.variants}
          value={variant.id}
          onChange={(id) => setState({ how: id, stage: STAGES.length - 1 })}
        />
      </div>
      <Walk
        // Each way to write it, and each link that is followed, begins at its own stage.
        key={`${variant.id} ${stage}`}
        {...{ model, place, lab, variant, start: stage, figure }}
      />
    </div>
  );
}

type WalkProps = OnePassBackProps & {
  variant: PassVariant;
  start: number;
  figure: RefObject<HTMLDivElement | null>;
};

function Walk({ model, place, lab, variant, start, figure }: WalkProps) {
  const language = useStore(lab.store, ({ settings }) => settings.language);
  const [box, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE);
  const last = lastStage(variant);
  const player = usePlayer({ last, start, seconds: SECONDS });
  const { at } = player;
  const right = useMemo(() => model.variants[0].open(), [model]);
  const pass = useMemo(() => variant.open(), [variant]);
  const layout = useMemo(() => layoutPass(pass, width), [pass, width]);
  const told = { model, variant, pass };
  const sentence = stageSentence(told, at);
  return (
    <>
      <div ref={box}>
        <PassDrawing
          {...told}
          layout={layout}
          at={at}
          label={at === last ? passSentence(told) : `Stage ${at} of ${last}. ${sentence}`}
        />
      </div>
      <HalvesLegend
        entries={model.halves.map((name, half) => ({
          text: `slope for the ${name} half`,
          look: half === 0 ? "first" : "second",
          as: "area",
        }))}
      />
      <p className="one-pass-key">
        In each cell: above its value, below it how the loss changes with it. Dark: a slope of 0,
        nothing comes back.
      </p>
      <p className="one-pass-stage" role="status">
        {sentence}
      </p>
      <div className="one-pass-row needs-script">
        <Playback player={player} unit="stage" />
        <div className="one-pass-scrub">
          <Slider
            label="Stage"
            value={at}
            scale={linearScale(0, last, 1)}
            onChange={player.goTo}
            text={`${at} of ${last}`}
            spoken={`${at} of ${last}: ${sentence}`}
          />
        </div>
      </div>
      <div className="one-pass-says">
        <pre>
          <code>{variant.code[language]}</code>
        </pre>
        <p>
          {variant.says} {differenceSentence(told, right)}
        </p>
      </div>
      <div className="one-pass-foot needs-script">
        <AsTable
          caption={passSentence(told)}
          columns={["entry", "weight", "slope", "in one pass", "difference"]}
          rows={() => rowsOf(model, pass, right)}
        />
        <FigureTools place={place} state={{ how: variant.id, stage: String(at) }} within={figure} />
      </div>
    </>
  );
}

type LinkedPass = { how: string; stage: number };

function stateFromLink({ variants }: OnePassBackModel) {
  const end = STAGES.length - 1;
  return (linked: LinkedState): LinkedPass => ({
    how: variants.find(({ id }) => id === linked.how)?.id ?? variants[0].id,
    stage: Math.round(linkedNumber(linked, "stage", { from: 0, to: end, usual: end })),
  });
}

function rowsOf(model: OnePassBackModel, pass: OnePass, right: OnePass): string[][] {
  return LEAVES.flatMap((leaf) =>
    pass[leaf].values.map((value, i) => {
      const slope = pass[leaf].slopes?.[i];
      const before = right[leaf].slopes?.[i] ?? NaN;
      return [
        entryName(model, leaf, pass[leaf].columns, i),
        formatFactor(value),
        slope === undefined ? "none" : formatFactor(slope),
        formatFactor(before),
        slope === undefined ? "–" : formatFactor(slope - before),
      ];
    }),
  );
}
