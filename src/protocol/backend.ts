/** What a run may compute on, in the order in which they are tried. */
export const BACKENDS = ["webgl", "cpu"] as const;
export type Backend = (typeof BACKENDS)[number];

export const BACKEND_NAMES: Readonly<Record<Backend, string>> = {
  webgl: "WebGL",
  cpu: "CPU",
};

/** The backend of a name in an address; `wasm` is an earlier name of the CPU's. Null where there is none. */
export function backendNamed(name: string | null): Backend | null {
  return BACKENDS.find((backend) => backend === name) ?? (name === "wasm" ? "cpu" : null);
}

/** What the device computes float arrays in, found by a probe at start-up. */
export type Precision = "float32" | "float16";

export const LANGUAGES = ["typescript", "python"] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  python: "Python",
  typescript: "TypeScript",
};
