import { lazy } from "react";
import type { ComponentType } from "react";

/** Code of the page that did not arrive. It is asked for once more when it is next drawn after `askAgain`. */
export class NotLoaded extends Error {
  override name = "NotLoaded";
  readonly askAgain: () => void;

  constructor(cause: unknown, askAgain: () => void) {
    super("code of the page did not arrive", { cause });
    this.askAgain = askAgain;
  }
}

/**
 * A component whose code comes when it is first drawn. Where that fails it throws NotLoaded, which an error boundary can
 * take back; React's own `lazy` would remember the failure for ever.
 */
export function loadedLater<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  const attempt = () =>
    lazy(() =>
      load().catch((error: unknown) => {
        throw new NotLoaded(error, () => (Current = attempt()));
      }),
    );
  let Current = attempt();
  return function Later(props: P) {
    const Now = Current;
    return <Now {...props} />;
  };
}
