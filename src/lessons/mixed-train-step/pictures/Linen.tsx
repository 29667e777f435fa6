import type { ReactNode } from "react";
import { Half } from "../../../figures/Half";

/** Words for the Linen half, the lesson's second. */
export function Linen({ children }: { children: ReactNode }) {
  return <Half look="second">{children}</Half>;
}
