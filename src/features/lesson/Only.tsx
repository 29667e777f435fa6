import type { ReactNode } from "react";
import type { Language } from "../../protocol/backend";
import { useLesson } from "./lesson-context";

/** A remark for readers of one language. Without a script both are shown. */
export function Only({ language, children }: { language: Language; children: ReactNode }) {
  const lesson = useLesson();
  return (
    <div className="only" data-shown={lesson.language === language}>
      {children}
    </div>
  );
}
