import { lazy } from "react";
import type { ComponentType } from "react";

/** What has not come by then is asked for again by hand; a file on its way is not asked for twice. */
export const LATE_MS = 20_000;

function inTime<T>(coming: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("it took too long")), LATE_MS);
    void coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

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
      inTime(load()).catch((error: unknown) => {
        throw new NotLoaded(error, () => (Current = attempt()));
      }),
    );
  let Current = attempt();
  return function Later(props: P) {
    const Now = Current;
    return <Now {...props} />;
  };
}
