import type { FromWorker, ToWorker } from "../protocol/wire";
import { realm } from "./realm";

export type Channel = {
  post(message: FromWorker, transfer?: Transferable[]): void;
  listen(handler: (message: ToWorker) => void): void;
};

/**
 * The runtime's end of its port. The port never leaves this closure: sending is bound and reading goes
 * through the getter as it was at start, since a getter put on `MessageEvent.prototype` later would be
 * handed the event and with it the port.
 */
export function openChannel(port: MessagePort): Channel {
  const send = port.postMessage.bind(port);
  const readData = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
  if (readData === undefined) throw new Error("This browser's messages cannot be read safely.");
  return {
    post: (message, transfer = []) => send(message, transfer),
    listen(handler) {
      port.onmessage = (event) => handler(realm.apply(readData, event, []));
    },
  };
}
