import type { MDXComponents } from "mdx/types";
import { BrokenProgram } from "./BrokenProgram";
import { DataTable } from "./DataTable";
import { Figure } from "./Figure";
import { Contents, LessonLink, SectionHeading, SubsectionHeading } from "./headings";
import { Only } from "./Only";
import { Snippet } from "./Snippet";
import { Steps } from "./Steps";
import { VisibleCases } from "./VisibleCases";

/** The components that any lesson's text may name, and those that stand for Markdown's own. */
export const LESSON_COMPONENTS: MDXComponents = {
  Broken: BrokenProgram,
  Contents,
  Figure,
  Only,
  Snippet,
  Steps,
  VisibleCases,
  a: LessonLink,
  h2: SectionHeading,
  h3: SubsectionHeading,
  table: DataTable,
};
