import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import type { FigurePlace } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { Playback } from "../../../figures/parts/Playback";
import { Slider } from "../../../figures/parts/Slider";
import { linearScale } from "../../../figures/parts/slider-scale";
import { usePlayer } from "../../../figures/parts/use-player";
import type { Lab } from "../../../state/lab";
import { lessonStanding, shownRuntime } from "../../../state/lab-state";
import { standingNote } from "../../../state/standing";
import { Button } from "../../../ui/Button";
import { FitOfPoints } from "./FitOfPoints";
import { guessSentence, lossText, movingName, stepSentence } from "./freeze-words";
import { Guess } from "./Guess";
import { LossCurves } from "./LossCurves";
import { ownRun } from "./own-run";
import { OwnMoves } from "./OwnMoves";
import { Padlocks } from "./Padlocks";
import { Runs } from "./runs";
import type { Moving } from "./runs";
import { RunsTable } from "./RunsTable";
import { shownRuns } from "./shown-run";
import { RATES, STEPS, useFreezeSetting } from "./use-freeze-setting";
import { useOwnStep } from "./use-own-step";
import { useSettled } from "./use-settled";
import { useWorseSearch } from "./use-worse-search";
import { worseTogether } from "./worse-together";
import "./freeze-lab.css";

export type FreezeLabProps = { model: FreezeLabModel; place: FigurePlace; lab: Lab };

/** Whether the question before the first Play has been answered, and for which setting. */
type GuessState =
  | { kind: "open" | "asking" | "skipped" }
  | { kind: "given"; names: readonly string[]; setting: string };

/** Trains the model with each half frozen and with neither: fits above, one loss chart below. */
export function FreezeLab({ model, place, lab }: FreezeLabProps) {
  const runs = useMemo(() => new Runs(model), [model]);
  const { setting, ghost, change, newSeed, dropGhost } = useFreezeSetting(model, place);
  const { seed, lr, steps } = setting;
  const [front, setFront] = useState<Moving>("both");
  const [withOwn, setWithOwn] = useState(false);
  const [guess, setGuess] = useState<GuessState>({ kind: "open" });
  const player = usePlayer({ last: steps, seconds: 6 });
  const { at, atEnd } = player;
  const root = useRef<HTMLDivElement>(null);

  const lastRun = useStore(lab.store, (state) => state.lessons[state.lesson]?.run);
  const runtime = useStore(lab.store, shownRuntime);
  const note = useStore(lab.store, (state) => {
    const { run } = state.lessons[state.lesson];
    const standing = lessonStanding(state, state.lesson);
    if (run.kind !== "finished" || !standing) return null;
    return standingNote(standing, run.verdict.language, state.settings.language);
  });
  const ownStep = useOwnStep(lab, model, setting, withOwn);
  const found = useMemo(
    () => (withOwn && lastRun ? ownRun(lastRun, model.leaves) : null),
    [withOwn, lastRun, model],
  );
  // A program that defines its step is taken at its word; what a run's losses tell is for the others.
  const own = ownStep.defined ? ownStep.own : found;
  const shown = useMemo(() => shownRuns(runs, { seed, lr }, own), [runs, seed, lr, own]);
  const ghosts = useMemo(
    () => (ghost ? shownRuns(runs, ghost, own?.kind === "path" ? null : own) : []),
    [runs, ghost, own],
  );
  const losses = shown.map(({ name, run }) => ({ name, loss: run.lossAt(at) }));
  const ends = shown.slice(0, 3).map(({ name, run }) => ({ name, loss: run.lossAt(steps) }));

  const search = useWorseSearch(runs, (found) => {
    change({ lr: found.lr });
    player.goTo(steps);
  });
  const worse = atEnd ? worseTogether(runs, setting) : null;
  const asked = JSON.stringify(setting);
  const says = [
    stepSentence(at, lr, losses),
    guess.kind === "given" && guess.setting === asked && atEnd
      ? guessSentence(guess.names, ends, model.learned)
      : "",
    worse
      ? `Moving both ends at ${lossText(worse.both)}, ${movingName(worse.which, model.halves)} at ${lossText(worse.alone)}: each gradient is taken as if the other half stood still, and at this rate the two steps together go too far.`
      : "",
    search.state === "none"
      ? `At seed ${seed} both end lowest after ${steps} steps, whatever the learning rate up to ${RATES.valueAt(RATES.last)}.`
      : "",
  ].filter(Boolean);
  const spoken = useSettled(says.join(" "), player.playing);

  const asking = guess.kind === "asking";
  const toggle = () => {
    if (guess.kind === "open" && at === 0) return setGuess({ kind: "asking" });
    player.toggle();
  };
  const play = (to: GuessState) => {
    setGuess(to);
    player.toggle();
  };
  // The question goes away with what had the focus.
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !asking)
      root.current?.querySelector<HTMLElement>(".playback button")?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const turnOwn = () => {
    if (withOwn) ownStep.stop();
    else if (ownStep.isDefined()) ownStep.start();
    setWithOwn(!withOwn);
  };
  const set = (to: Parameters<typeof change>[0]) => {
    search.stop();
    change(to);
  };

  return (
    <div ref={root} className="freeze-lab">
      <Padlocks model={model} moving={front} onChange={setFront} />
      <div className="freeze-fits">
        {shown
          .filter(({ key }) => key !== "neither" || front === "neither")
          .map((each) => (
            <FitOfPoints
              key={each.key}
              model={model}
              shown={each}
              at={at}
              front={each.key === front}
            />
          ))}
      </div>
      <LossCurves
        shown={shown}
        ghosts={ghosts}
        steps={steps}
        at={at}
        front={front}
        description={`Loss of each run over ${steps} steps, log scale. ${says[0]}`}
        onGoTo={player.goTo}
      />
      {asking ? (
        <Guess
          question={`Before it plays: which runs will have learned ${model.target} after ${steps} steps, with a loss below ${model.learned}?`}
          options={ends.map(({ name }) => name)}
          onAnswer={(names) => play({ kind: "given", names, setting: asked })}
          onSkip={() => play({ kind: "skipped" })}
        />
      ) : (
        <div className="freeze-row needs-script">
          <Playback
            player={{ ...player, toggle }}
            resettable={at > 0 || ghost !== null}
            onReset={dropGhost}
          />
          <div className="freeze-scrub">
            <Slider
              label="Step"
              value={at}
              scale={linearScale(0, steps, 1)}
              onChange={player.goTo}
              text={String(at)}
              spoken={stepSentence(at, lr, losses)}
            />
          </div>
        </div>
      )}
      <p className="freeze-says">
        {says.join(" ")}
        {ghost && ` Thin lines: learning rate ${ghost.lr}, seed ${ghost.seed}.`}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      <div className="freeze-sliders needs-script">
        <Slider
          label="Learning rate"
          value={lr}
          scale={RATES}
          onChange={(to) => set({ lr: to })}
          text={String(lr)}
        />
        <Slider
          label="Steps in all"
          value={steps}
          scale={STEPS}
          onChange={(to) => {
            if (atEnd) player.goTo(to);
            set({ steps: to });
          }}
          text={String(steps)}
        />
      </div>
      <div className="freeze-row needs-script">
        <Button
          onClick={() => {
            search.stop();
            newSeed();
            player.goTo(0);
            setGuess({ kind: "open" });
          }}
        >
          New seed <span className="freeze-aside">now {seed}</span>
        </Button>
        <Button disabled={search.state === "searching"} onClick={() => search.search(setting)}>
          Show me a rate where both is worse
        </Button>
        <Button aria-pressed={withOwn} onClick={turnOwn}>
          As my code moves
        </Button>
      </div>
      {withOwn && (
        <OwnMoves own={own} note={ownStep.defined ? null : note} step={ownStep} runtime={runtime} />
      )}
      <RunsTable shown={shown} setting={setting} />
      <FigureTools
        place={place}
        state={{ lr: String(lr), steps: String(steps), seed: String(seed) }}
        within={root}
      />
    </div>
  );
}
