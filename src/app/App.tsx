import { useCallback } from "react";
import { useStore } from "zustand";
import { findLesson } from "../state/find-lesson";
import type { Lab } from "../state/lab";
import { LessonList } from "./LessonList";
import { LessonScreen } from "./LessonScreen";
import type { LessonTexts } from "./LessonScreen";
import { PageHeader } from "./PageHeader";
import { PaneTabs } from "./PaneTabs";
import { PlaygroundScreen } from "./PlaygroundScreen";
import { useAnnouncer } from "./use-announcer";
import "../ui/tokens.css";
import "../ui/base.css";
import "./app.css";

export type AppProps = {
  lab: Lab;
  /** What is read in the lesson of a slug. */
  texts: (slug: string) => LessonTexts;
};

/** The whole page. Wide and narrow are one tree: the style sheet decides how much of it is seen. */
export function App({ lab, texts }: AppProps) {
  const route = useStore(lab.store, (state) => state.route);
  const pane = useStore(lab.store, (state) => state.pane);
  const { sentence, announce } = useAnnouncer();
  const openResults = useCallback(() => lab.actions.openPane("results"), [lab]);
  const shown = route.page === "playground" && pane === "read" ? "edit" : pane;
  const lesson = route.page === "lesson" ? findLesson(lab, route.slug) : null;
  return (
    <div className="shell" data-page={route.page} data-pane={shown}>
      {route.page !== "lessons" && (
        <a className="skip" href="#work" onClick={skipToWork}>
          Skip to the editor
        </a>
      )}
      <PageHeader lab={lab} />
      <main className="screen">
        {lesson && (
          <>
            <LessonScreen
              key={lesson.check.slug}
              lab={lab}
              lesson={lesson}
              texts={texts(lesson.check.slug)}
              announce={announce}
              onResults={openResults}
            />
            <h1 className="visually-hidden narrow-title">{lesson.title}</h1>
          </>
        )}
        {route.page === "playground" && (
          <PlaygroundScreen lab={lab} announce={announce} onResults={openResults} />
        )}
        {route.page === "lessons" && <LessonList lab={lab} />}
      </main>
      {route.page !== "lessons" && (
        <PaneTabs page={route.page} shown={shown} onPane={lab.actions.openPane} />
      )}
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
