/** Parts of Monaco that ship without declarations. */
declare module "monaco-editor/languages/features/typescript/tsMode" {
  import type { LanguageServiceDefaults } from "monaco-editor/languages/features/typescript/register";
  export function setupTypeScript(defaults: LanguageServiceDefaults): void;
}
