export function changedFiles(base: string): string[];
export function mainBranch(): string;
export function testFolders(
  files: readonly string[],
  hasTests: (folder: string) => boolean,
): string[];
