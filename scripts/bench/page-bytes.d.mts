import type { Page } from "@playwright/test";

/** Times in milliseconds since the page's time origin; `ended` is Infinity while under way. */
export type FetchedFile = { file: string; gzip: number; begun: number; ended: number };

export type PageBytes = {
  moments: { text: number; plainKeys?: number; monacoKeys: number };
  /** HTML, styles and fonts asked for before the text was readable. */
  readable: { bytes: number; files: FetchedFile[] };
  /** Everything fetched before Monaco took keys, without the TypeScript language worker. */
  editable: { bytes: number; files: FetchedFile[] };
  all: FetchedFile[];
};

export function pageBytes(page: Page, site: { url: string; dir: string }): Promise<PageBytes>;
export function gzipBytes(file: string): Promise<number>;
