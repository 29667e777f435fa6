import { useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ArgnumsWiringModel } from "../../../figure-models/argnums-wiring-model";
import type { FigurePlace } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import type { Lab } from "../../../state/lab";
import { shownDraft } from "../../../state/lab-state";
import { CallWiring } from "./CallWiring";
import { readWiring } from "./read-wiring";
import { togetherSentence } from "./wiring-words";
import "./argnums-wiring.css";

export type ArgnumsWiringProps = { model: ArgnumsWiringModel; place: FigurePlace; lab: Lab };

/** Argnums that were tried on a copy of one of the calls. */
type Tried = { source: string; call: number; argnums: readonly number[] };

/** What the learner's calls of grad differentiate; other argnums are tried on a copy first. */
export function ArgnumsWiring({ model, place, lab }: ArgnumsWiringProps) {
  const root = useRef<HTMLDivElement>(null);
  const desk = useStore(lab.store, (state) => state.lesson);
  const language = useStore(lab.store, (state) => state.settings.language);
  const draft = useStore(lab.store, (state) => shownDraft(state, state.lesson).source);
  const own = useMemo(() => readWiring(language, draft), [language, draft]);
  const isOwn = own.kind === "wired";
  const source = isOwn ? draft : model.example[language];
  const wiring = useMemo(
    () => (own.kind === "wired" ? own : readWiring(language, source)),
    [own, language, source],
  );
  const [tried, setTried] = useState<Tried | null>(null);
  const calls = wiring.kind === "wired" ? wiring.calls : [];
  const seen = { desk, language, source: draft };
  return (
    <div ref={root} className="argnums-wiring">
      <p className="argnums-about" role="status">
        {aboutText(own)}
      </p>
      {calls.map((call, i) => (
        <CallWiring
          key={i}
          model={model}
          language={language}
          source={source}
          call={call}
          tried={tried?.source === source && tried.call === i ? tried.argnums : null}
          onTry={(argnums) => setTried(argnums && { source, call: i, argnums })}
          onShow={
            isOwn
              ? () => {
                  lab.actions.openPane("edit");
                  const range = { from: call.from, to: call.to, look: "plain" as const };
                  lab.actions.mark({ ...seen, ranges: [range], reveal: true });
                }
              : null
          }
          onTake={
            isOwn
              ? (change, said) => {
                  lab.actions.openPane("edit");
                  return lab.actions.requestEdit({ ...seen, changes: [change], said });
                }
              : null
          }
        />
      ))}
      {isOwn && togetherSentence(calls) && <p>{togetherSentence(calls)}</p>}
      <FigureTools place={place} state={{}} within={root} />
    </div>
  );
}

function aboutText(own: ReturnType<typeof readWiring>): string {
  switch (own.kind) {
    case "wired":
      return own.calls.length === 1
        ? "From the program in the editor:"
        : `From the ${own.calls.length} calls in the editor's program:`;
    case "none":
      return "The program in the editor does not call grad yet. This is the call of the text:";
    case "cannot-tell":
      return `Cannot tell what the program in the editor differentiates: ${own.why}. This is the call of the text:`;
  }
}
