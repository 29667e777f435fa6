import { Suspense, useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { loadedLater } from "../../ui/loaded-later";
import { HistoryIcon } from "../../ui/icons";
import type { VersionsProps } from "./Versions";
import "./versions.css";

/** The comparison of texts is code of its own, which comes when it is asked for. */
const Versions = loadedLater(async () => ({ default: (await import("./Versions")).Versions }));

/** Opens the list of texts that the file once held, to look at and to put back. */
export function EarlierVersions(props: Omit<VersionsProps, "now">) {
  const [openedAt, setOpenedAt] = useState<Date | null>(null);
  return (
    <>
      <Button
        kind="text"
        icon={<HistoryIcon />}
        aria-haspopup="dialog"
        title="Earlier versions"
        onClick={() => setOpenedAt(new Date())}
      >
        <span className="versions-word">Earlier versions</span>
      </Button>
      {openedAt && (
        <Dialog title="Earlier versions" onClose={() => setOpenedAt(null)}>
          <ErrorBoundary what="The list" resetKey={openedAt.getTime()}>
            <Suspense fallback={<p className="dialog-note">Looking for earlier versions …</p>}>
              <Versions {...props} now={openedAt} />
            </Suspense>
          </ErrorBoundary>
        </Dialog>
      )}
    </>
  );
}
