/** Stands for a part of tfjs's core that only kernels use which the facade does not call. */
export function unused(): never {
  throw new Error("This part of tfjs is not in the bundle: no kernel of the facade needs it.");
}
