import { useStore } from "zustand";
import { LANGUAGES } from "../protocol/backend";
import type { Lab, Lesson } from "../state/lab";
import { routeHash, toLesson } from "../state/route";
import "./lesson-list.css";

/** What there is to learn here, and how far the reader has come with it. */
export function LessonList({ lab }: { lab: Lab }) {
  return (
    <div className="lesson-list">
      <h1>Lessons</h1>
      <ol>
        {lab.lessons.map((lesson) => (
          <li key={lesson.check.slug}>
            <a href={routeHash(toLesson(lesson.check.slug))}>{lesson.title}</a>
            <p>{lesson.summary}</p>
            <Progress lab={lab} lesson={lesson} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Progress({ lab, lesson: { check } }: { lab: Lab; lesson: Lesson }) {
  const passed = useStore(lab.store, (state) => state.lessons[check.slug].passed);
  const begun = useStore(lab.store, (state) =>
    LANGUAGES.some((language) => state.drafts[check.slug][language].save.kind === "saved"),
  );
  if (!passed && !begun) return null;
  return <p className="lesson-progress">{passed ? "Passed" : "You have a draft"}</p>;
}
