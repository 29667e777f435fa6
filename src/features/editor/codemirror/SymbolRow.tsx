const SYMBOLS = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ".",
  ",",
  ":",
  ";",
  "=",
  "=>",
  "_",
  "-",
  "+",
  "*",
  "/",
  '"',
];

/** Symbols that phone keyboards hide behind two taps. Holding the pointer down keeps the keyboard open. */
export function SymbolRow({ onSymbol }: { onSymbol: (symbol: string) => void }) {
  return (
    <div className="symbol-row" role="toolbar" aria-label="Symbols">
      <button
        type="button"
        aria-label="Indent"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onSymbol("  ")}
      >
        ⇥
      </button>
      {SYMBOLS.map((symbol) => (
        <button
          key={symbol}
          type="button"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onSymbol(symbol)}
        >
          {symbol}
        </button>
      ))}
    </div>
  );
}
