export function serve(options?: {
  dir?: string;
  /** 0 takes a free one. */
  port?: number;
  host?: string;
}): Promise<{ url: string; close: () => Promise<void> }>;
