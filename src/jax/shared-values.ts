/**
 * What the scripts of parts use of the main script, by number: the build fills this, and writes the numbers into
 * the parts. Empty in unit tests, where nothing is taken apart.
 */
export const shared: unknown[] = [];
