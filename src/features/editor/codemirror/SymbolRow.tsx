import type { Language } from "../../../protocol/backend";

/** What phone keyboards hide, in the order of how often the lesson's programs have it. */
export const SYMBOLS: Readonly<Record<Language, readonly string[]>> = {
  python: [..."().,_=[]:\"'#@{}-*+/<>"],
  typescript: [...'().,;=:"{}[]', "=>", ..."_-'`*+/<>"],
};

type SymbolRowProps = {
  language: Language;
  onSymbol: (symbol: string) => void;
  /** One step to the right or to the left. */
  onIndent: (direction: "more" | "less") => void;
};

/** Symbols that phone keyboards hide behind two taps. Holding the pointer down keeps the keyboard open. */
export function SymbolRow({ language, onSymbol, onIndent }: SymbolRowProps) {
  return (
    <div className="symbol-row" role="toolbar" aria-label="Symbols">
      <Key name="Indent" text="⇥" onPress={() => onIndent("more")} />
      <Key name="Indent less" text="⇤" onPress={() => onIndent("less")} />
      {SYMBOLS[language].map((symbol) => (
        <Key key={symbol} text={symbol} onPress={() => onSymbol(symbol)} />
      ))}
    </div>
  );
}

function Key({ name, text, onPress }: { name?: string; text: string; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={name}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {text}
    </button>
  );
}
