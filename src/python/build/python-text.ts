/** `keepDims` → `keep_dims`; texts with anything else in them stay as they are. */
function pythonName(code: string): string {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(code)) return code;
  return code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A doc comment of TypeScript as a docstring: Python's names, code in double backticks, no links. */
export function pythonText(comment: string): string {
  return comment
    .replace(/\{@link (\w+)\}/g, (_, name: string) => `\`${name}\``)
    .replace(/`([^`\n]+)`/g, (_, code: string) => `\`\`${pythonName(code)}\`\``)
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
