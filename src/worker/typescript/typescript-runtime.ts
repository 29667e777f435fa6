import {
  arrayFrom,
  countLiveArrays,
  describe,
  endCallLog,
  readResult,
  startCallLog,
} from "../../jax/host";
import type * as secondScript from "../../jax/modules";
import { describeError, lineInStack } from "../describe-error";
import { NOTE_NAMES } from "../../lib/note-names-global";
import type { Entry, LanguageRuntime } from "../language";
import { realm } from "../realm";
import { ENTRY_EXPORT, entryExport } from "./entry-export";
import { makeModuleShims } from "./module-shims";
import { createNameRecorder } from "./name-recorder";
import { rewriteImports, type ImportableModules } from "./rewrite-imports";
import { stripTypes } from "./strip-types";

const createAddress = URL.createObjectURL.bind(URL);

function isEntry(value: unknown): value is Entry {
  return typeof value === "function";
}

/** The line of the program that is being run; its own realm may have made stacks into anything. */
function lineIn(address: string): number | null {
  try {
    return lineInStack(String(new realm.Error().stack), address);
  } catch {
    return null;
  }
}

/** TypeScript: types are left out, imports lead to the facade, and the program is one blob module. */
export function createTypescriptRuntime(): LanguageRuntime {
  let importable: ImportableModules = {};
  let programAddress: string | null = null;
  let recorder = createNameRecorder();

  return {
    language: "typescript",
    async start({ second }) {
      countLiveArrays();
      const { modules } = (await second) as typeof secondScript;
      importable = await makeModuleShims(modules, realm.importModule);
    },
    async load(source, entryName, give) {
      programAddress = null;
      const program = rewriteImports(stripTypes(source), importable);
      const text = entryName === null ? program : program + entryExport(entryName);
      programAddress = createAddress(new Blob([text], { type: "text/javascript" }));
      const address = programAddress;
      if (entryName !== null) startCallLog(() => lineIn(address));
      const namespace = await realm.importModule(programAddress);
      const entry: unknown = Reflect.get(Object(namespace), ENTRY_EXPORT);
      give(isEntry(entry) ? entry : null);
    },
    takeCalls: endCallLog,
    startLook() {
      recorder = createNameRecorder();
      const { open } = recorder;
      Reflect.defineProperty(globalThis, NOTE_NAMES, { value: open, configurable: true });
    },
    takeSeen: () => recorder.calls(),
    toArgument: ({ shape, data }) => (shape === null ? data[0] : arrayFrom(shape, data)),
    readResult,
    describeError: (thrown) => describeError(thrown, programAddress, describe),
  };
}
