import type { ReactNode } from "react";
import { Half } from "../../../../figures/Half";

/** Words for what the height does. */
export function Lift({ children }: { children: ReactNode }) {
  return <Half look="second">{children}</Half>;
}
