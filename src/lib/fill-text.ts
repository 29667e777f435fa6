/** Fills `{word}` placeholders. Throws for a placeholder without a word, which is a fault of the lesson. */
export function fillText(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`The text has no word for {${name}}: ${text}`);
    return word;
  });
}
