/** Stands for ../device/webgl-backend in unit tests, which compute on the host: Node cannot load single files of tfjs's packages. */

/** There is no WebGL in Node. */
export async function startWebgl(): Promise<null> {
  return null;
}
