/** News between tabs: which draft was stored, and in which revision. */
import * as v from "valibot";

const noticeSchema = v.object({ key: v.string(), rev: v.number(), tabId: v.string() });
export type DraftNotice = v.InferOutput<typeof noticeSchema>;

export type DraftNotices = {
  announce: (notice: DraftNotice) => void;
  listen: (listener: (notice: DraftNotice) => void) => void;
};

/** Where the browser has no BroadcastChannel, tabs meet at the next write instead. */
export function createDraftNotices(): DraftNotices {
  if (typeof BroadcastChannel === "undefined") {
    return { announce: () => undefined, listen: () => undefined };
  }
  const channel = new BroadcastChannel("drafts");
  return {
    announce: (notice) => channel.postMessage(notice),
    listen(listener) {
      channel.addEventListener("message", ({ data }) => {
        const parsed = v.safeParse(noticeSchema, data);
        if (parsed.success) listener(parsed.output);
      });
    },
  };
}
