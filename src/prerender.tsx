/** Renders the page as it is before any script has run; the build puts it into index.html. */
import { renderToString } from "react-dom/server";
import { App } from "./app/App";
import { STARTER_PROGRAMS } from "./features/playground/starter-program";
import { lessonTexts } from "./lesson-texts";
import { LESSONS } from "./lessons/index";
import type { Runner } from "./runner/runner";
import { createDraftDb } from "./state/draft-db";
import { createLab } from "./state/lab";

const nothingRuns = () => Promise.reject(new Error("nothing runs while the page is rendered"));

const idleRunner: Runner = {
  prepare: () => undefined,
  run: nothingRuns,
  runFollowed: nothingRuns,
  backends: [],
  prefer: () => undefined,
  status: () => ({ kind: "idle" }),
  subscribe: () => () => undefined,
  dispose: () => undefined,
};

export type Prerendered = {
  /** The HTML inside #app. */
  app: string;
  title: string;
  shortTitle: string;
  /** What search engines and previews say of the page. */
  description: string;
};

export function render(): Prerendered {
  const [lesson] = LESSONS;
  if (!lesson) throw new Error("there is no lesson");
  const lab = createLab({
    runner: idleRunner,
    lessons: LESSONS,
    playgroundStarters: STARTER_PROGRAMS,
    db: createDraftDb(),
    storage: null,
    tabStorage: null,
    announce: () => undefined,
  });
  return {
    app: renderToString(<App lab={lab} texts={lessonTexts} />),
    title: lesson.title,
    shortTitle: lesson.shortTitle,
    description: `An interactive lesson and playground. ${lesson.summary}`,
  };
}
