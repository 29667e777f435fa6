import { assertNever } from "../../lib/assert-never";
import { formatMilliseconds } from "../../lib/format-number";
import { BACKEND_NAMES } from "../../protocol/backend";
import type { RuntimeStatus } from "../../state/lab-state";

export type RuntimeNoteProps = { runtime: RuntimeStatus; pending: boolean; lastMs: number | null };

/** One line: what is loading and how much, or what the code runs on and how long it took. */
export function RuntimeNote({ runtime, pending, lastMs }: RuntimeNoteProps) {
  switch (runtime.kind) {
    case "idle":
      return <p className="runtime-note">{pending ? "Starting the runtime …" : ""}</p>;
    case "loading":
      return <Loading {...runtime} pending={pending} again={lastMs !== null} />;
    case "ready":
      return (
        <p className="runtime-note" title={runtime.note ?? undefined}>
          {[
            BACKEND_NAMES[runtime.backend],
            runtime.precision,
            lastMs === null ? "ready" : formatMilliseconds(lastMs),
          ].join(" · ")}
        </p>
      );
    case "running":
      return <p className="runtime-note">{BACKEND_NAMES[runtime.backend]} · running …</p>;
    case "unavailable":
      return <p className="runtime-note runtime-problem">Cannot run here. {runtime.reason}</p>;
    default:
      return assertNever(runtime);
  }
}

type LoadingProps = Extract<RuntimeStatus, { kind: "loading" }> & {
  pending: boolean;
  /** A run has been made before: what loads now is for the next one. */
  again: boolean;
};

function Loading({ what, loadedBytes, totalBytes, pending, again }: LoadingProps) {
  if (again && !pending) return <p className="runtime-note">Preparing the next run …</p>;
  const name = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  const known = totalBytes !== null && totalBytes > 0;
  const there = known && loadedBytes >= totalBytes;
  const amount = known ? `: ${Math.floor((100 * loadedBytes) / totalBytes)} %` : " is on its way";
  return (
    <div className="runtime-note">
      <p>
        {name}
        {there ? " is starting" : amount}
        {pending && ". Your run starts by itself when this is done."}
      </p>
      {known && !there && (
        <progress aria-label={`Loading ${what}`} value={loadedBytes} max={totalBytes} />
      )}
    </div>
  );
}
