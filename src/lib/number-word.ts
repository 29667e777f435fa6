const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A count as a sentence writes it: in words up to ten, then in digits. */
export function numberWord(count: number): string {
  return WORDS[count] ?? String(count);
}
