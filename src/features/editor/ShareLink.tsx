import { useRef, useState } from "react";
import type { SharedProgram } from "../../state/share-codec";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { LinkIcon } from "../../ui/icons";
import "./share-link.css";

type Link = { kind: "making" } | { kind: "made"; href: string } | { kind: "too-long" | "failed" };

/** Makes a link that holds the program, to be passed on. */
export function ShareLink({ program }: { program: SharedProgram }) {
  const [link, setLink] = useState<Link | null>(null);
  async function make(): Promise<void> {
    setLink({ kind: "making" });
    setLink(await linkTo(program).catch(() => ({ kind: "failed" }) as const));
  }
  return (
    <>
      <Button
        kind="text"
        icon={<LinkIcon />}
        aria-haspopup="dialog"
        title="Share"
        onClick={() => void make()}
      >
        <span className="versions-word">Share</span>
      </Button>
      {link && (
        <Dialog narrow title="Share this program" onClose={() => setLink(null)}>
          <Made link={link} />
        </Dialog>
      )}
    </>
  );
}

async function linkTo(program: SharedProgram): Promise<Link> {
  const { packProgram } = await import("../../state/share-codec");
  const packed = await packProgram(program);
  if (packed.kind === "too-long") return packed;
  return { kind: "made", href: new URL(`#/share/${packed.text}`, window.location.href).href };
}

function Made({ link }: { link: Link }) {
  switch (link.kind) {
    case "making":
      return <p className="dialog-note">Making the link …</p>;
    case "too-long":
      return (
        <p className="dialog-note" role="alert">
          The program is too long for a link. Shorten it, or pass its file on.
        </p>
      );
    case "failed":
      return (
        <p className="dialog-note" role="alert">
          The link could not be made: this browser cannot pack the program, or a file of the page
          did not arrive. Close this and try again.
        </p>
      );
    case "made":
      return <Ready href={link.href} />;
  }
}

function Ready({ href }: { href: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(href);
      setSaid("Copied");
    } catch {
      // The browser refused; the link is selected, so that its own keys copy it.
      setSaid("Not copied. The link is selected: copy it by hand.");
    }
  }
  return (
    <div className="share">
      <p>
        The link holds the program as it is now. Who opens it sees it beside their own; nothing runs
        by itself. It is stored nowhere else.
      </p>
      <div className="share-link">
        <input
          ref={field}
          readOnly
          value={href}
          aria-label="Link to the program"
          onFocus={(event) => event.target.select()}
        />
        <Button kind="primary" onClick={() => void copy()}>
          Copy the link
        </Button>
      </div>
      <p role="status" className="share-said">
        {said}
      </p>
    </div>
  );
}
