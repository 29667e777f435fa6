import type { EditorKind, SourceEditor } from "./source-editor";

/** Phones get the editor that is built for touch. */
export function editorKindFor(view: Window): EditorKind {
  const touch = view.matchMedia("(pointer: coarse)").matches;
  const narrow = view.matchMedia("(width < 40em)").matches;
  return touch || narrow ? "codemirror" : "monaco";
}

/** Loads an editor's code. Rejects where the network does; the plain text area then stays. */
export async function loadEditor(kind: EditorKind): Promise<SourceEditor> {
  // The prerendering build has no use for editors.
  if (import.meta.env.SSR) throw new Error("editors need a browser");
  if (kind === "codemirror")
    return (await import("./codemirror/CodeMirrorEditor")).CodeMirrorEditor;
  return (await import("./monaco/MonacoEditor")).MonacoEditor;
}
