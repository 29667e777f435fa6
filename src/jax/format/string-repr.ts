const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A string as Python's `repr` writes it: single quotes unless it holds one and no double quote. */
export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const character of text) body += escaped(character, quote);
  return quote + body + quote;
}

function escaped(character: string, quote: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  if (character === quote) return `\\${character}`;
  const code = character.codePointAt(0) ?? 0;
  return code < 32 || (code >= 127 && code < 161)
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : character;
}
