/** Stands for ../tfjs-backends in unit tests, which compute on the host: Node cannot load single files of tfjs's packages. */
import type { StartBackend } from "../../array/started-backend";

/** There is no backend of tfjs in Node. */
export function starter(): StartBackend | undefined {
  return undefined;
}
