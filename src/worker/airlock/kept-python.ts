import type { FromFrame, PythonBytes, PythonParts, PythonStart } from "../../protocol/wire";

let kept: PythonParts | null = null;

/** Keeps what Python starts from; the wasm is compiled here, once for every worker of this frame. */
export async function keepPython({ wasm, ...parts }: PythonBytes): Promise<FromFrame> {
  try {
    kept = { ...parts, wasm: await WebAssembly.compile(wasm) };
    return { kind: "kept" };
  } catch (error) {
    return { kind: "keep-failed", reason: String(error).slice(0, 500) };
  }
}

/** Keeps the snapshot for the workers to come. */
export function keepSnapshot(snapshot: ArrayBuffer): void {
  if (kept !== null) kept = { ...kept, snapshot };
}

/** What a worker that starts this way gets; null for other languages. */
export function keptPython(start: PythonStart | undefined): PythonParts | null {
  if (start === undefined || kept === null) return null;
  return start === "snapshot" ? kept : { ...kept, snapshot: null };
}
