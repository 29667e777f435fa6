/** Stands for ../tfjs-backends in unit tests, which compute on the host: Node cannot load single files of tfjs's packages. */

/** There is no backend of tfjs in Node. */
export async function startTfjs(): Promise<null> {
  return null;
}
