type Page = { title: string; shortTitle: string; description: string };

export function escapeHtml(text: string): string;
export function previewTags(page: Page, site: string): string;
export function manifestOf(page: Page): string;
