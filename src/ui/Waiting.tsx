import { useEffect, useState } from "react";
import "./waiting.css";

export type WaitingProps = {
  text: string;
  /** Of what has to come first; null where nothing is counted. */
  amount: { label: string; loaded: number; total: number } | null;
  /** Since when it goes on, on the clock of `performance.now()`, and after how long it is stopped. */
  clock: { since: number; limitMs: number } | null;
};

/** What is waited for, how much of it is there, or how much of its time has passed. */
export function Waiting({ text, amount, clock }: WaitingProps) {
  return (
    <div className="waiting">
      <p>
        {text}
        {clock && (
          <>
            {": "}
            <Clock key={clock.since} {...clock} />
          </>
        )}
      </p>
      {amount && <progress aria-label={amount.label} value={amount.loaded} max={amount.total} />}
    </div>
  );
}

type ClockProps = NonNullable<WaitingProps["clock"]>;

/** "7 of 12 s", one second at a time. */
function Clock({ since, limitMs }: ClockProps) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setTimeout(
      () => setNow(performance.now()),
      1000 - ((performance.now() - since) % 1000),
    );
    return () => clearTimeout(timer);
  }, [now, since]);
  return <span className="waiting-clock">{clockText(now - since, limitMs)}</span>;
}

/** Whole seconds that have passed, never more than the limit. */
export function clockText(elapsedMs: number, limitMs: number): string {
  const limit = Math.round(limitMs / 1000);
  return `${Math.min(Math.max(0, Math.floor(elapsedMs / 1000)), limit)} of ${limit} s`;
}
