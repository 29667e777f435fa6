import { useCallback } from "react";
import { useStore } from "zustand";
import type { Lab } from "../state/lab";
import { LessonScreen } from "./LessonScreen";
import type { LessonTexts } from "./LessonScreen";
import { PageHeader } from "./PageHeader";
import { PaneTabs } from "./PaneTabs";
import { PlaygroundScreen } from "./PlaygroundScreen";
import { useAnnouncer } from "./use-announcer";
import "../ui/tokens.css";
import "../ui/base.css";
import "./app.css";

export type AppProps = { lab: Lab; texts: LessonTexts };

/** The whole page. Wide and narrow are one tree: the style sheet decides how much of it is seen. */
export function App({ lab, texts }: AppProps) {
  const route = useStore(lab.store, (state) => state.route);
  const pane = useStore(lab.store, (state) => state.pane);
  const { sentence, announce } = useAnnouncer();
  const openResults = useCallback(() => lab.actions.openPane("results"), [lab]);
  const shown = route === "playground" && pane === "read" ? "edit" : pane;
  return (
    <div className="shell" data-route={route} data-pane={shown}>
      <a className="skip" href="#work" onClick={skipToWork}>
        Skip to the editor
      </a>
      <PageHeader lab={lab} />
      <main className="screen">
        {route === "lesson" ? (
          <LessonScreen lab={lab} texts={texts} announce={announce} onResults={openResults} />
        ) : (
          <PlaygroundScreen lab={lab} announce={announce} onResults={openResults} />
        )}
        {route === "lesson" && <h1 className="visually-hidden narrow-title">{lab.lesson.title}</h1>}
      </main>
      <PaneTabs route={route} shown={shown} onPane={lab.actions.openPane} />
      <p className="visually-hidden" role="status">
        {sentence}
      </p>
    </div>
  );
}

/** The address stays: `#work` is no route. */
function skipToWork(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const rich = document.querySelector<HTMLElement>("#work [role=textbox]");
  (rich ?? document.querySelector<HTMLElement>("#work textarea"))?.focus();
}
