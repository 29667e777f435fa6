import type { MDXComponents } from "mdx/types";
import { Broken } from "./Broken";
import { DataTable } from "./DataTable";
import { Linen, Nnx } from "./Half";
import { Contents, LessonLink, SectionHeading } from "./headings";
import { Only } from "./Only";
import { Snippet } from "./Snippet";
import { Steps } from "./Steps";
import { TwoHalves } from "./TwoHalves";
import { VisibleCases } from "./VisibleCases";

/** The components that a lesson's text may name, and those that stand for Markdown's own. */
export const LESSON_COMPONENTS: MDXComponents = {
  Broken,
  Contents,
  Linen,
  Nnx,
  Only,
  Snippet,
  Steps,
  TwoHalves,
  VisibleCases,
  a: LessonLink,
  h2: SectionHeading,
  table: DataTable,
};
