import type { ReactNode } from "react";
import { Half } from "../../../../figures/Half";

/** Words for what the slope does. */
export function Tilt({ children }: { children: ReactNode }) {
  return <Half look="first">{children}</Half>;
}
