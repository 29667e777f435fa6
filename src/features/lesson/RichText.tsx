import type { ReactNode } from "react";
import type { Language } from "../../protocol/backend";
import { InlineText } from "../../ui/InlineText";
import { TintedCode } from "./TintedCode";

const FENCE_LANGUAGES: Readonly<Record<string, Language>> = {
  python: "python",
  ts: "typescript",
};

/**
 * A short text with paragraphs, `code` in backticks and fenced code. Of fences in both languages,
 * those of the language being read are shown.
 */
export function RichText({ text, language }: { text: string; language: Language }) {
  return <>{splitFences(text).map((block, index) => renderBlock(block, index, language))}</>;
}

type Block = { kind: "text"; text: string } | { kind: "code"; language: Language; text: string };

function splitFences(text: string): Block[] {
  // Splitting on a pattern with two groups gives text, language, code, text, language, code, …
  const parts = text.split(/```(\w+)\n([\s\S]*?)```/);
  const blocks: Block[] = [];
  for (let i = 0; i < parts.length; i += 3) {
    for (const paragraph of (parts[i] ?? "").split(/\n\s*\n/)) {
      if (paragraph.trim() !== "") blocks.push({ kind: "text", text: paragraph.trim() });
    }
    const language = FENCE_LANGUAGES[parts[i + 1] ?? ""];
    if (language) blocks.push({ kind: "code", language, text: parts[i + 2] ?? "" });
  }
  return blocks;
}

function renderBlock(block: Block, key: number, language: Language): ReactNode {
  if (block.kind === "text") {
    return (
      <p key={key}>
        <InlineText text={block.text} />
      </p>
    );
  }
  if (block.language !== language) return null;
  return <TintedCode key={key} code={block.text} language={block.language} />;
}
