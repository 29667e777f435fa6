/** What the facade has in the first script of a worker, without the worker. */
export * from "../../../src/jax/host";
export { firstScript } from "../../../src/lib/later-script";
