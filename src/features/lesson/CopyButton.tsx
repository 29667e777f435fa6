import { useEffect, useState } from "react";
import { Button } from "../../ui/Button";

type Copied = "no" | "yes" | "failed";

const TEXTS: Readonly<Record<Copied, string>> = {
  no: "Copy",
  yes: "Copied",
  failed: "Not copied",
};

/** Puts a text on the clipboard and says for two seconds how that went. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState<Copied>("no");
  useEffect(() => {
    if (copied === "no") return;
    const timer = setTimeout(() => setCopied("no"), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      // The browser refused, e.g. because the page is not in focus.
      setCopied("failed");
    }
  }

  return (
    <Button kind="text" className="needs-script" onClick={() => void copy()}>
      <span aria-live="polite">{TEXTS[copied]}</span>
      <span className="visually-hidden"> {what}</span>
    </Button>
  );
}
