export function firstLook(css: string, html: string): string;
export function withEnd(css: string): string;
