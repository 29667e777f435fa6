export function keepNearNumbers(before: string, after: string): string;
