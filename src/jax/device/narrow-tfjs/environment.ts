/** tfjs's flags and platform, set up without its engine, which brings tape, scopes and file handlers along. */
import { Environment, env, setEnvironmentGlobal } from "@tensorflow/tfjs-core/dist/environment";
import { isTypedArrayBrowser } from "@tensorflow/tfjs-core/dist/platforms/is_typed_array_browser";

/** The flags of tfjs's core that its backends read, at their values outside Node and tests. */
const FLAGS = {
  DEBUG: false,
  IS_NODE: false,
  IS_TEST: false,
  PROD: true,
};

const environment = new Environment(globalThis);
setEnvironmentGlobal(environment);
for (const [name, value] of Object.entries(FLAGS)) environment.registerFlag(name, () => value);
environment.registerFlag(
  "IS_SAFARI",
  () => /Safari/.test(navigator.userAgent) && /Apple/.test(navigator.vendor),
);
environment.setPlatform("browser", {
  now: () => performance.now(),
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),
  fetch: (path) =>
    Promise.reject(new Error(`The runtime fetches nothing, but ${path} was asked for.`)),
  setTimeoutCustom: (call, delay) => void setTimeout(call, delay),
  isTypedArray: isTypedArrayBrowser,
});

export { env };
