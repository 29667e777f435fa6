import { lazy } from "react";
import type { ComponentType } from "react";

/** Code of the page that did not arrive. */
export class NotLoaded extends Error {
  override name = "NotLoaded";
}

/**
 * A component whose code comes when it is first drawn. Where that fails it throws NotLoaded, and the next time it is drawn
 * the code is asked for again; React's own `lazy` would remember the failure for ever.
 */
export function loadedLater<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  let Current = attempt();
  function attempt() {
    return lazy(() =>
      load().catch((error: unknown) => {
        Current = attempt();
        throw new NotLoaded("code of the page did not arrive", { cause: error });
      }),
    );
  }
  return function Later(props: P) {
    const Now = Current;
    return <Now {...props} />;
  };
}
