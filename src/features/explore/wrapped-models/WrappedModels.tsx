import { useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ModelForm, WrappedModelsModel } from "../../../figure-models/wrapped-models-model";
import type { FigurePlace } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { AsTable } from "../../../figures/parts/AsTable";
import { useWidth } from "../../../figures/parts/use-width";
import type { Lab } from "../../../state/lab";
import { runProgress } from "../../../state/run-progress";
import { shownRuntime } from "../../../state/lab-state";
import { Button } from "../../../ui/Button";
import { Waiting } from "../../../ui/Waiting";
import { FormCard } from "./FormCard";
import { ModelTrees } from "./ModelTrees";
import { sameSentence } from "./printed-run";
import { treesSentence } from "./trees-words";
import { useFormRuns } from "./use-form-runs";
import "./wrapped-models.css";

export type WrappedModelsProps = { model: WrappedModelsModel; place: FigurePlace; lab: Lab };

/** One model in several forms: the tree of each, and the losses of one step, run here. */
export function WrappedModels({ model, place, lab }: WrappedModelsProps) {
  const { forms, own } = model;
  const language = useStore(lab.store, (state) => state.settings.language);
  const runtime = useStore(lab.store, shownRuntime);
  const { done, phase, start, stop } = useFormRuns(lab, model);
  const texts = usePrograms(model);
  const [box, width] = useWidth<HTMLDivElement>(600);
  const figure = useRef<HTMLDivElement>(null);
  const runs = done?.language === language ? done.runs : null;
  const leavesOf = useCallback(
    (form: ModelForm) => {
      const run = runs?.[form.id];
      return run?.kind === "ran" ? run.leaves : form.leaves;
    },
    [runs],
  );
  const same = runs && sameSentence(forms.map(({ id }) => runs[id]));
  return (
    <div className="wrapped-models" ref={figure}>
      <div ref={box}>
        <ModelTrees
          forms={forms}
          leavesOf={leavesOf}
          own={own}
          width={width}
          label={treesSentence(forms)}
        />
      </div>
      <ul className="form-cards">
        {forms.map((form) => (
          <FormCard
            key={form.id}
            form={form}
            language={language}
            source={texts?.[form.id]?.[language] ?? null}
            run={runs?.[form.id] ?? null}
          />
        ))}
      </ul>
      <div className="wrapped-models-run needs-script">
        {phase ? (
          <>
            <Button onClick={stop}>Stop</Button>
            <Waiting {...runProgress(phase, runtime)} />
          </>
        ) : (
          <Button onClick={() => void start(language)}>Run all {forms.length} here</Button>
        )}
        <p className="wrapped-models-same" role="status">
          {same}
        </p>
      </div>
      <div className="wrapped-models-foot needs-script">
        <AsTable
          caption="The leaves of each tree. Names that are not the model's own come from the form."
          columns={["form", "leaf", "shape"]}
          rows={forms.flatMap((form) =>
            leavesOf(form).map(({ path, shape }) => [form.title, path.join("/"), shape]),
          )}
        />
        <FigureTools place={place} state={{}} within={figure} />
      </div>
    </div>
  );
}

/** The programs' texts, once they have come. */
function usePrograms({ programs }: WrappedModelsModel) {
  const [texts, setTexts] = useState<Awaited<ReturnType<typeof programs>> | null>(null);
  useEffect(() => {
    let here = true;
    void programs().then((come) => {
      if (here) setTexts(come);
    });
    return () => {
      here = false;
    };
  }, [programs]);
  return texts;
}
