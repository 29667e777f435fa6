import { LANGUAGE_NAMES } from "../../protocol/backend";
import type { Language } from "../../protocol/backend";
import { LANGUAGE_ORDER } from "./language-order";

type LanguageSwitchProps = { value: Language; onChange: (language: Language) => void };

/** The language of a code card. All cards follow one choice, so each button switches them all. */
export function LanguageSwitch({ value, onChange }: LanguageSwitchProps) {
  return (
    <div className="language-switch" role="group" aria-label="Language of the snippets">
      {LANGUAGE_ORDER.map((language) => (
        <button
          key={language}
          type="button"
          aria-pressed={language === value}
          onClick={() => onChange(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </div>
  );
}
