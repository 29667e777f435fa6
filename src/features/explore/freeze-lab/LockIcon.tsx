/** A padlock, shut or open; what it means is said beside it. */
export function LockIcon({ locked }: { locked: boolean }) {
  return (
    <svg className="icon freeze-lock" viewBox="0 0 16 16" aria-hidden="true" data-locked={locked}>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d={locked ? "M5 7V4.8a3 3 0 0 1 6 0V7" : "M5 7V4.4a3 3 0 0 1 5.8-1"} />
    </svg>
  );
}
