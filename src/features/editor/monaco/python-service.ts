import type { Suggestion } from "../../../reading/python/complete";
import type { PythonHelp } from "../../../reading/python/python-help";
import { monaco } from "./monaco-setup";

let started: Promise<void> | null = null;

/** Completion, hover and signatures in Python, of what the page's packages hold. Safe to call again. */
export function startPythonService(): void {
  started ??= start();
  started.catch(() => {
    // Without it the editor still edits; the next editor tries once more.
    started = null;
  });
}

async function start(): Promise<void> {
  const [{ pythonNames }, { createPythonHelp }] = await Promise.all([
    import("virtual:python-names"),
    import("../../../reading/python/python-help"),
  ]);
  const help = createPythonHelp(pythonNames);
  const { languages } = monaco;
  languages.registerCompletionItemProvider("python", completionProvider(help));
  languages.registerHoverProvider("python", hoverProvider(help));
  languages.registerSignatureHelpProvider("python", signatureProvider(help));
}

const KINDS: Readonly<Record<Suggestion["kind"], monaco.languages.CompletionItemKind>> = {
  module: monaco.languages.CompletionItemKind.Module,
  function: monaco.languages.CompletionItemKind.Function,
  class: monaco.languages.CompletionItemKind.Class,
  value: monaco.languages.CompletionItemKind.Variable,
  keyword: monaco.languages.CompletionItemKind.Keyword,
  argument: monaco.languages.CompletionItemKind.Property,
};

function completionProvider(help: PythonHelp): monaco.languages.CompletionItemProvider {
  return {
    triggerCharacters: ["."],
    provideCompletionItems(model, position) {
      const found = help.complete(model.getValue(), model.getOffsetAt(position));
      if (found === null) return { suggestions: [] };
      const range = rangeOf(model, found);
      return {
        suggestions: found.suggestions.map(({ label, kind, detail, doc, rank }) => ({
          label,
          kind: KINDS[kind],
          insertText: label,
          // An argument is found by its name.
          filterText: label.replace(/=$/, ""),
          sortText: `${rank} ${label}`,
          detail,
          ...(doc !== "" && { documentation: { value: markdown(doc) } }),
          range,
        })),
      };
    },
  };
}

function hoverProvider(help: PythonHelp): monaco.languages.HoverProvider {
  return {
    provideHover(model, position) {
      const found = help.explain(model.getValue(), model.getOffsetAt(position));
      if (found === null) return null;
      const contents = [{ value: `\`\`\`python\n${found.head}\n\`\`\`` }];
      if (found.doc !== "") contents.push({ value: markdown(found.doc) });
      return { range: rangeOf(model, found), contents };
    },
  };
}

function signatureProvider(help: PythonHelp): monaco.languages.SignatureHelpProvider {
  return {
    signatureHelpTriggerCharacters: ["(", ","],
    signatureHelpRetriggerCharacters: [")", "="],
    provideSignatureHelp(model, position) {
      const found = help.callHelp(model.getValue(), model.getOffsetAt(position));
      if (found === null) return null;
      const parameters = found.spans.map(([from, to]) => ({
        label: [from, to] satisfies [number, number],
      }));
      const signature = {
        label: found.label,
        parameters,
        documentation: { value: markdown(found.doc) },
        // One past the last: no parameter is marked.
        activeParameter: found.active ?? parameters.length,
      };
      return {
        value: {
          signatures: [signature],
          activeSignature: 0,
          activeParameter: signature.activeParameter,
        },
        dispose() {},
      };
    },
  };
}

function rangeOf(
  model: monaco.editor.ITextModel,
  { from, to }: { from: number; to: number },
): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

/** A docstring for Monaco: what stands in double backticks is code. */
function markdown(doc: string): string {
  return doc.replace(/``([^`]+)``/g, "`$1`");
}
