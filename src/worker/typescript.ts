/** Entry of the worker that runs TypeScript. */
import { serveWorker } from "./serve-worker";
import { createTypescriptRuntime } from "./typescript/typescript-runtime";

serveWorker(createTypescriptRuntime());
