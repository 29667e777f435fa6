/** Entry of the worker that runs TypeScript. */
export { firstScript } from "../lib/later-script";
import { serveWorker } from "./serve-worker";
import { createTypescriptRuntime } from "./typescript/typescript-runtime";

serveWorker(createTypescriptRuntime());
