import type { ReactNode } from "react";

/** A name from the NNX half: its colour, with a solid line below. */
export function Nnx({ children }: { children: ReactNode }) {
  return <span className="half half-nnx">{children}</span>;
}

/** A name from the Linen half: its colour, with a dashed line below. */
export function Linen({ children }: { children: ReactNode }) {
  return <span className="half half-linen">{children}</span>;
}
