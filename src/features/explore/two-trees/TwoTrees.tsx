import { useMemo, useRef, useState } from "react";
import type { TwoTreesModel } from "../../../figure-models/two-trees-model";
import { AsTable } from "../../../figures/parts/AsTable";
import type { FigurePlace, LinkedState } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { Playback } from "../../../figures/parts/Playback";
import { Slider } from "../../../figures/parts/Slider";
import { linearScale } from "../../../figures/parts/slider-scale";
import { linkedNumber, useLinkedState } from "../../../figures/parts/use-linked-state";
import { usePlayer } from "../../../figures/parts/use-player";
import { useWidth } from "../../../figures/parts/use-width";
import { shortNumber } from "../../../lib/format-number";
import type { Lab } from "../../../state/lab";
import { Button } from "../../../ui/Button";
import { Segmented } from "../../../ui/Segmented";
import { layoutTrees } from "./tree-layout";
import { drawingSaid, linesSaid, numbersOf, treesSentence, VIEW_NAMES, VIEWS } from "./tree-words";
import type { View } from "./tree-words";
import { TreeOutlines } from "./TreeOutlines";
import { TreesDrawing } from "./TreesDrawing";
import { useLastDifference } from "./use-last-difference";
import { usePointing } from "./use-pointing";
import "./two-trees.css";

export type TwoTreesProps = { model: TwoTreesModel; place: FigurePlace; lab: Lab };

const WIDTH_BEFORE = 600;
const SECONDS = 8;

/** Both parameter trees side by side through a training: what each array is called, holds, gets as gradient, and becomes. */
export function TwoTrees({ model, place, lab }: TwoTreesProps) {
  const read = useMemo(() => stateFromLink(model), [model]);
  const [linked] = useLinkedState(place, read);
  // A link that is followed begins at its own update.
  return <Walk key={`${linked.update} ${linked.view}`} {...{ model, place, lab }} start={linked} />;
}

type TreesState = { update: number; view: View; numbers: boolean };

function Walk({ model, place, lab, start }: TwoTreesProps & { start: TreesState }) {
  const [view, setView] = useState(start.view);
  const [withNumbers, setWithNumbers] = useState(start.numbers);
  const player = usePlayer({ last: model.steps - 1, start: start.update - 1, seconds: SECONDS });
  const { at } = player;
  const [box, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE);
  const figure = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutTrees(model, width), [model, width]);
  const { pointed, leaf, lines, chosen, language, setNear, setChosen } = usePointing(
    lab,
    model.leaves,
  );
  const difference = useLastDifference(lab);
  const shown = useMemo(() => model.at(at), [model, at]);
  const numbers = useMemo(() => numbersOf(model, at, view), [model, at, view]);
  const sentence = treesSentence(model, at, view);
  return (
    <div className="two-trees" ref={figure}>
      <div className="two-trees-row needs-script">
        <Segmented
          label="What is shown"
          options={VIEWS.map((value) => ({ value, text: VIEW_NAMES[value] }))}
          value={view}
          onChange={setView}
        />
        <Button aria-pressed={withNumbers} onClick={() => setWithNumbers(!withNumbers)}>
          Numbers
        </Button>
      </div>
      <div ref={box}>
        <TreesDrawing
          {...{ model, language, layout, numbers, withNumbers, pointed }}
          off={shown.off}
          darkZeros={view === "gradient" || view === "change"}
          label={drawingSaid(model, language, sentence)}
          onPoint={setNear}
          onChoose={(at) => setChosen(chosen === at ? null : at)}
        />
      </div>
      <p className="two-trees-key">
        The stronger the tone, the larger the number, within what is shown. A bar at the left: below
        zero. Dots: the unit is switched off; dark: and so its entry is 0.
      </p>
      <p className="two-trees-says">{sentence}</p>
      <div className="two-trees-row needs-script">
        <Playback player={player} unit="update" />
        <div className="two-trees-scrub">
          <Slider
            label="Update"
            value={at + 1}
            scale={linearScale(1, model.steps, 1)}
            onChange={(to) => player.goTo(to - 1)}
            text={`${at + 1} of ${model.steps}`}
            spoken={sentence}
          />
        </div>
      </div>
      <div className="needs-script">
        <div className="two-trees-leaves" role="group" aria-label="Where a leaf is named">
          {model.leaves.map(({ name, half }, i) => (
            <Button
              key={name}
              data-look={half === 0 ? "first" : "second"}
              aria-pressed={chosen === i}
              onPointerEnter={() => setNear(i)}
              onPointerLeave={() => setNear(null)}
              onFocus={() => setNear(i)}
              onBlur={() => setNear(null)}
              onClick={() => setChosen(chosen === i ? null : i)}
            >
              <code>{name}</code>
            </Button>
          ))}
        </div>
        <p className="two-trees-lines">
          {leaf
            ? linesSaid(leaf, leaf.path[language], lines)
            : "Choose a leaf to see the lines that name it, in the text’s code and in the editor."}
        </p>
      </div>
      {difference && <TreeOutlines {...difference} />}
      <div className="two-trees-foot needs-script">
        <AsTable
          caption={`Update ${at + 1} of ${model.steps}, learning rate ${model.lr}.`}
          columns={["entry", ...VIEWS.map((each) => VIEW_NAMES[each])]}
          rows={() => rowsOf(model, at)}
        />
        <FigureTools
          place={place}
          state={{ update: String(at + 1), view, ...(withNumbers && { numbers: "yes" }) }}
          within={figure}
        />
      </div>
    </div>
  );
}

function stateFromLink({ steps }: TwoTreesModel) {
  return (linked: LinkedState): TreesState => ({
    update: Math.round(linkedNumber(linked, "update", { from: 1, to: steps, usual: 1 })),
    view: VIEWS.find((each) => each === linked.view) ?? "before",
    numbers: linked.numbers === "yes",
  });
}

function rowsOf(model: TwoTreesModel, at: number): string[][] {
  const views = VIEWS.map((view) => numbersOf(model, at, view));
  return model.leaves.flatMap(({ name, rows, columns }, leaf) =>
    Array.from({ length: rows * columns }, (_, i) => {
      const place = rows === 1 ? [i] : [Math.floor(i / columns), i % columns];
      return [
        `${name}[${place.join(", ")}]`,
        ...views.map((numbers) => shortNumber((numbers[leaf]?.[i] ?? NaN) || 0)),
      ];
    }),
  );
}
