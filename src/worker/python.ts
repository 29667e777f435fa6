/** Entry of the worker that runs Python. */
import { createPythonRuntime } from "./python/python-runtime";
import { serveWorker } from "./serve-worker";

serveWorker(createPythonRuntime());
