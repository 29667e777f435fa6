import type { Language } from "../../../protocol/backend";
import { pythonWiring } from "../../../reading/argnums/python-grads";
import { typescriptWiring } from "../../../reading/argnums/typescript-grads";
import type { Wiring } from "../../../reading/argnums/wiring";

/** Which arguments a program differentiates. */
export function readWiring(language: Language, source: string): Wiring {
  return language === "python" ? pythonWiring(source) : typescriptWiring(source);
}
