import type { Page } from "@playwright/test";

export type OwnBrowser = {
  page: Page;
  signal(name: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void;
  close(): Promise<void>;
};
export function openOwnBrowser(profile: string): Promise<OwnBrowser>;
