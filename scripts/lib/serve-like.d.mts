export type HostName = "github-pages" | "cloudflare-pages" | "plain";
export function serveLike(
  name: HostName,
  site: { dir: string; base?: string; port?: number },
): Promise<{ url: string; close: () => Promise<void> }>;
