/** The page's composition root: makes the runner, the state and the screen, and ties them together. */
import { hydrateRoot } from "react-dom/client";
import { App } from "./app/App";
import { followPage } from "./app/follow-page";
import { runReport } from "./app/run-report";
import type { RunReport } from "./app/run-report";
import { wholeLook } from "./app/whole-look";
import { STARTER_PROGRAMS } from "./features/playground/starter-program";
import { loadPlotChart } from "./features/playground/load-plot-chart";
import { loadCornerPlane } from "./features/results/load-corner-plane";
import { loadLossChart } from "./features/results/load-loss-chart";
import { lessonTexts } from "./lesson-texts";
import { LESSONS } from "./lessons/index";
import { backendNamed, LANGUAGES } from "./protocol/backend";
import { createRunner } from "./runner/create-runner";
import { createDraftDb } from "./state/draft-db";
import { createDraftNotices } from "./state/draft-notices";
import { findLesson } from "./state/find-lesson";
import type { Attempt } from "./state/grader";
import { createLab } from "./state/lab";
import type { LabActions } from "./state/lab-actions";
import { storageOrNull } from "./state/storage-or-null";
import { spelledLesson } from "./state/spelled-lesson";
import { whenIdle } from "./ui/when-idle";

type GradeCall = Attempt & { lesson?: string };

declare global {
  interface Window {
    /** For the grade and play commands, which drive the built page. */
    __lab?: {
      ready: Promise<void>;
      grade: (call: GradeCall) => Promise<RunReport>;
      play: LabActions["playProgram"];
    };
  }
}

const notices = createDraftNotices();
const runner = createRunner();
const lab = createLab({
  runner,
  lessons: LESSONS,
  playgroundStarters: STARTER_PROGRAMS,
  db: createDraftDb(),
  storage: storageOrNull("localStorage"),
  tabStorage: storageOrNull("sessionStorage"),
  announce: notices.announce,
  device: backendNamed(new URLSearchParams(window.location.search).get("device")),
});
notices.listen(lab.actions.onDraftNotice);
const ready = lab.actions.start();
followPage(lab, window);

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no #app");
const look = wholeLook(document);
// The first lesson has its look in the page's HTML; another screen would show without one.
const { route } = lab.store.getState();
if (route.page !== "lesson" || route.slug !== LESSONS[0]?.check.slug) await look;
hydrateRoot(root, <App lab={lab} texts={lessonTexts} />);
document.documentElement.dataset.script = "on";
// These can wait; the text cannot.
whenIdle(() => void Promise.all([import("./ui/tokens-contrast.css"), import("./app/print.css")]));

/** Grades an attempt at the lesson of that slug, or at the first. */
async function grade({ lesson: slug, ...attempt }: GradeCall): Promise<RunReport> {
  const lesson = findLesson(lab, slug ?? LESSONS[0]?.check.slug ?? "");
  const graded = await lab.actions.gradeAttempt(lesson.check.slug, attempt);
  return runReport(graded, spelledLesson(lesson, attempt.language).steps);
}

window.__lab = { ready, grade, play: lab.actions.playProgram };

// Text, editor, runtime, charts: each begins when the one before it is there. The editor begins the
// runtime; once that is ready, the charts follow, and Run finds nothing left to load.
const stopWaiting = runner.subscribe(() => {
  if (LANGUAGES.every((language) => runner.status(language).kind !== "ready")) return;
  stopWaiting();
  whenIdle(() => void Promise.allSettled([loadCornerPlane(), loadLossChart(), loadPlotChart()]));
});
