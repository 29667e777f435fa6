/** Monaco, its parts that this page uses, its workers and its two themes. Loaded after the text has painted. */
import "monaco-editor/features/codeEditor/register";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/parameterHints/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/suggest/register";
// The list of suggestions itself, which the line above leaves out.
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/tokenization/register";
import "monaco-editor/features/unicodeHighlighter/register";
import "monaco-editor/features/wordOperations/register";
import "monaco-editor/languages/definitions/python/register";
import "monaco-editor/languages/definitions/typescript/register";
import * as monaco from "monaco-editor/editor/editor.api";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => (label === "typescript" ? new TypeScriptWorker() : new EditorWorker()),
};

/** Two colours mean the two halves on this page, so brackets get none. */
function plainBrackets(colour: string): Record<string, string> {
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, colour]),
  );
}

const light = {
  rules: [
    { token: "comment", foreground: "5b6270" },
    { token: "keyword", foreground: "a3225c" },
    { token: "string", foreground: "1a6b45" },
    { token: "number", foreground: "0a6a70" },
    { token: "type", foreground: "7d3c98" },
  ],
  colors: {
    ...plainBrackets("#1f2430"),
    "editor.background": "#ffffff",
    "editor.foreground": "#1f2430",
    "editor.lineHighlightBackground": "#f6f4ef",
    "editor.lineHighlightBorder": "#00000000",
    "editor.selectionBackground": "#dfe3fb",
    "editorLineNumber.foreground": "#757a85",
    "editorLineNumber.activeForeground": "#1f2430",
    "editorWidget.background": "#fcfbf8",
    "editorWidget.border": "#e3dfd5",
    "editorSuggestWidget.selectedBackground": "#dfe3fb",
    "editorSuggestWidget.selectedForeground": "#1f2430",
    "editorSuggestWidget.selectedIconForeground": "#1f2430",
    "editorSuggestWidget.highlightForeground": "#4453c7",
    "editorSuggestWidget.focusHighlightForeground": "#4453c7",
    focusBorder: "#4453c7",
  },
};

const dark = {
  rules: [
    { token: "comment", foreground: "a3a9b5" },
    { token: "keyword", foreground: "ff9ac1" },
    { token: "string", foreground: "8ddcb0" },
    { token: "number", foreground: "7fd4d8" },
    { token: "type", foreground: "dcb0f2" },
  ],
  colors: {
    ...plainBrackets("#e8e6e1"),
    "editor.background": "#1b1e25",
    "editor.foreground": "#e8e6e1",
    "editor.lineHighlightBackground": "#20242d",
    "editor.lineHighlightBorder": "#00000000",
    "editor.selectionBackground": "#2e3560",
    "editorLineNumber.foreground": "#858c9a",
    "editorLineNumber.activeForeground": "#e8e6e1",
    "editorWidget.background": "#14161b",
    "editorWidget.border": "#2c303a",
    "editorSuggestWidget.selectedBackground": "#2e3560",
    "editorSuggestWidget.selectedForeground": "#e8e6e1",
    "editorSuggestWidget.selectedIconForeground": "#e8e6e1",
    "editorSuggestWidget.highlightForeground": "#a3adff",
    "editorSuggestWidget.focusHighlightForeground": "#a3adff",
    focusBorder: "#a3adff",
  },
};

monaco.editor.defineTheme("lab-light", { base: "vs", inherit: true, ...light });
monaco.editor.defineTheme("lab-dark", { base: "vs-dark", inherit: true, ...dark });

export { monaco };
