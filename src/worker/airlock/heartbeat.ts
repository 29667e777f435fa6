const TICK_MS = 500;
const MISSED_TICKS = 6;

/**
 * Watches a port whose other end answers every message from a thread of its own. That thread belongs to
 * the learner's worker and ends with it, but goes on while the worker is busy: silence means that the
 * worker is gone, not that it is slow. Returns a function that ends the watch.
 */
export function watchHeartbeat(port: MessagePort, onGone: () => void): () => void {
  let unanswered = 0;
  let alive = false;
  port.onmessage = () => {
    alive = true;
    unanswered = 0;
  };
  const timer = setInterval(() => {
    port.postMessage(0);
    // Counted from the first answer on: while the thread starts there is nothing to miss.
    if (alive) unanswered += 1;
    if (unanswered <= MISSED_TICKS) return;
    clearInterval(timer);
    onGone();
  }, TICK_MS);
  return () => clearInterval(timer);
}
