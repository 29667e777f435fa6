import { Segmented } from "./Segmented";

const LANGUAGES = [
  { value: "python", text: "Python" },
  { value: "typescript", text: "TS" },
] as const;

export type LanguageChoiceProps = {
  value: (typeof LANGUAGES)[number]["value"];
  onChange: (language: (typeof LANGUAGES)[number]["value"]) => void;
};

/** The language of text, editor and runs, short enough for a bar. */
export function LanguageChoice({ value, onChange }: LanguageChoiceProps) {
  return (
    <Segmented label="Language of the code" options={LANGUAGES} value={value} onChange={onChange} />
  );
}
