import type { ReactNode } from "react";
import type { Look } from "../lib/look";
import "./half.css";

/** Words in a half's colour: the first with a solid line below, the second with a dashed one. */
export function Half({ look, children }: { look: Look; children: ReactNode }) {
  return <span className={`half half-${look}`}>{children}</span>;
}
