import type { ArgnumsWiringModel } from "../../../figure-models/argnums-wiring-model";
import { readWiring } from "./read-wiring";
import { callSentence } from "./wiring-words";
import { WiringDrawing } from "./WiringDrawing";

/** The wiring of the example, for paper and until the figure has come. Throws where it cannot be told. */
export function ArgnumsStill({ model }: { model: ArgnumsWiringModel }) {
  const wiring = readWiring("python", model.example.python);
  if (wiring.kind !== "wired") throw new Error("the example's argnums cannot be told");
  const [call] = wiring.calls;
  return (
    <WiringDrawing
      model={model}
      width={560}
      parameters={call.parameters}
      argnums={call.argnums}
      description={callSentence(call)}
    />
  );
}
