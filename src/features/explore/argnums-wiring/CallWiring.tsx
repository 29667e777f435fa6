import type { ArgnumsWiringModel } from "../../../figure-models/argnums-wiring-model";
import { useWidth } from "../../../figures/parts/use-width";
import type { Language } from "../../../protocol/backend";
import { argnumsChange, argnumsText } from "../../../reading/argnums/wiring";
import type { GradCall } from "../../../reading/argnums/wiring";
import type { TextChange } from "../../../state/editor-requests";
import { Button } from "../../../ui/Button";
import { callSentence, turned } from "./wiring-words";
import { WiringDrawing } from "./WiringDrawing";

export type CallWiringProps = {
  model: ArgnumsWiringModel;
  language: Language;
  source: string;
  call: GradCall;
  /** Other argnums, on a copy of the call. */
  tried: readonly number[] | null;
  onTry: (argnums: readonly number[] | null) => void;
  /** Points at the call in the editor; null where it is not there. */
  onShow: (() => void) | null;
  /** Changes the call in the editor. */
  onTake: ((change: TextChange, said: string) => boolean) | null;
};

/** One call: its code, what it wires, and other argnums to try. */
export function CallWiring(props: CallWiringProps) {
  const { model, language, source, call, tried, onTry, onShow, onTake } = props;
  const [box, width] = useWidth<HTMLDivElement>(560);
  const { parameters } = call;
  const argnums = tried ?? call.argnums;
  const single = tried ? tried.length === 1 : call.single;
  const sentence = callSentence({ ...call, argnums, single }, language);
  const change = argnumsChange(call, argnums, language);
  const copy = tried
    ? source.slice(call.from, change.from) + change.insert + source.slice(change.to, call.to)
    : source.slice(call.from, call.to);
  return (
    <div ref={box} className="argnums-call">
      <pre className="argnums-code" data-tried={tried !== null}>
        <code>{copy}</code>
        {tried && <span className="argnums-copy">a copy</span>}
      </pre>
      <WiringDrawing
        model={model}
        width={Math.min(width, 560)}
        parameters={parameters}
        argnums={argnums}
        description={sentence}
      />
      <p aria-live="polite">{sentence}</p>
      <div
        className="argnums-row needs-script"
        role="group"
        aria-label="Differentiate with respect to"
      >
        {parameters.map((parameter, position) => (
          <Button
            key={position}
            aria-pressed={argnums.includes(position)}
            onClick={() => onTry(turned(argnums, position))}
          >
            <span className="argnums-mark" aria-hidden="true">
              {argnums.includes(position) ? "✓" : "○"}
            </span>
            <code>{parameter}</code>
          </Button>
        ))}
        {argnums.length > 1 && (
          <Button onClick={() => onTry([...argnums].reverse())}>Swap the order</Button>
        )}
      </div>
      <div className="argnums-row needs-script">
        {tried && onTake && (
          <Button
            kind="primary"
            onClick={() => {
              const said = `argnums are now ${argnumsText(argnums, language)} in the editor.`;
              // What is in the editor is no copy any more, also after an undo.
              if (onTake(change, said)) onTry(null);
            }}
          >
            Put it into my code
          </Button>
        )}
        {tried && (
          <Button kind="text" onClick={() => onTry(null)}>
            Back to how it was
          </Button>
        )}
        {!tried && onShow && (
          <Button kind="text" onClick={onShow}>
            Show it in my code
          </Button>
        )}
      </div>
    </div>
  );
}
