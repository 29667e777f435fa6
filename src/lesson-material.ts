/** The lesson that the page shows: what grades it, what the learner starts from, what is read. */
import type { LessonMaterial } from "./app/LessonScreen";
import { fillText } from "./lib/fill-text";
import { LESSONS } from "./lessons/index";
import Explanation from "./lessons/mixed-train-step/explanation.mdx";
import { HINTS } from "./lessons/mixed-train-step/hints";
import Lesson from "./lessons/mixed-train-step/lesson.mdx";
import { PITFALL_PROGRAMS } from "./lessons/mixed-train-step/pitfall-programs";
import type { Language } from "./protocol/backend";
import type { LabLesson } from "./state/lesson-content";

const [shown] = LESSONS;
if (!shown) throw new Error("there is no lesson");
const { check, title, steps, programs } = shown;

export const lesson: LabLesson = { check, title, programs };

/** The lesson's short texts as one language writes them. */
function spelledIn(language: Language) {
  const words = check.words[language];
  return {
    hints: HINTS.map(({ title, body }) => ({ title, body: fillText(body, words) })),
    steps: steps.map(({ id, text }) => ({ id, text: fillText(text, words) })),
  };
}

export const material: LessonMaterial = {
  Content: Lesson,
  explanation: Explanation,
  spelled: { python: spelledIn("python"), typescript: spelledIn("typescript") },
  programs: PITFALL_PROGRAMS,
  visibleCases: check.visible.map((inputs, i) => ({
    id: `case-${i + 1}`,
    inputs,
    expected: check.reference(inputs),
  })),
  fileName: "train_step",
};
