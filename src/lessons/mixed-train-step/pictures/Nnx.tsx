import type { ReactNode } from "react";
import { Half } from "../../../figures/Half";

/** Words for the NNX half, the lesson's first. */
export function Nnx({ children }: { children: ReactNode }) {
  return <Half look="first">{children}</Half>;
}
