/**
 * Answers the frame from a thread of its own. A worker inside the worker ends together with it but is not
 * held up by what it does, so the frame can tell a busy program from one that is gone.
 */
const SCRIPT =
  "onmessage = ({ ports: [port] }) => { port.onmessage = () => port.postMessage(0); port.postMessage(0); };";

/** Starts the thread; where nested workers are missing the frame simply never hears a beat. */
export function startHeartbeat(port: MessagePort): void {
  const address = URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" }));
  try {
    new Worker(address).postMessage(null, [port]);
  } catch {
    port.close();
  }
}
