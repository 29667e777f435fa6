/** Entry of the worker that runs Python. */
export { firstScript } from "../lib/later-script";
import { createPythonRuntime } from "./python/python-runtime";
import { serveWorker } from "./serve-worker";

serveWorker(createPythonRuntime());
