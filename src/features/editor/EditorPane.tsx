import { useCallback } from "react";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { Language } from "../../protocol/backend";
import { draftKey, PLAYGROUND } from "../../state/desk";
import { isAbout } from "../../state/editor-requests";
import type { Lab, Lesson } from "../../state/lab";
import { shownDraft } from "../../state/lab-state";
import { EarlierVersions } from "./EarlierVersions";
import { OfferDialog } from "./OfferDialog";
import { ShareLink } from "./ShareLink";
import { SaveStatus } from "./SaveStatus";
import { TakeOut } from "./TakeOut";
import { SourceArea } from "./SourceArea";
import type { Selected } from "./source-editor";
import { Button } from "../../ui/Button";
import { ResetIcon } from "../../ui/icons";
import { useResolvedTheme } from "../../ui/use-resolved-theme";
import "./editor.css";

export type EditorPaneProps = {
  lab: Lab;
  /** null is the playground. */
  lesson: Lesson | null;
  /** Without its ending, which is the language's. */
  fileName: string;
  /** More to do with the file, first in its bar. */
  tools?: ReactNode;
  /** Where the last run says the error is; it goes away with the next edit. */
  problem: { line: number; message: string } | null;
  onRun: () => void;
  announce: (sentence: string) => void;
  /** The editor takes keys, or will stay a text area. */
  onSettled: () => void;
};

const ENDINGS: Readonly<Record<Language, string>> = { typescript: ".ts", python: ".py" };

/** The learner's file: its name, how safely it is kept, and the editor itself. */
export function EditorPane(props: EditorPaneProps) {
  const { lab, lesson, problem, onRun, announce, onSettled } = props;
  const desk = lesson?.check.slug ?? PLAYGROUND;
  const draft = useStore(lab.store, (state) => shownDraft(state, desk));
  const language = useStore(lab.store, (state) => state.settings.language);
  const fileName = `${props.fileName}${ENDINGS[language]}`;
  const theme = useStore(lab.store, (state) => state.settings.theme);
  const dark = useResolvedTheme(theme) === "dark";
  const { actions } = lab;
  const onEdit = useCallback((source: string) => actions.edit(desk, source), [actions, desk]);
  const onBlur = useCallback(() => void actions.saveNow(), [actions]);
  const place = draftKey(desk, language);
  const caret = useCallback(() => lab.places.read("caret", place), [lab, place]);
  const onCaret = useCallback((at: Selected) => lab.places.write("caret", place, at), [lab, place]);
  const loadVersions = useCallback(() => actions.earlierVersions(desk), [actions, desk]);
  const onRestore = (source: string, when: string) => {
    actions.replaceDraft(desk, source);
    announce(`The version of ${when} is in the editor. Undo brings your text back.`);
  };
  const offer = useStore(lab.store, (state) => state.offer);
  const onAnswer = (take: boolean) => {
    if (take && offer?.kind === "program")
      announce(`${offer.title} is in the editor. Undo brings your text back.`);
    actions.answerOffer(take);
  };
  const seen = { desk, language, source: draft.source };
  const marked = useStore(lab.store, (state) => state.marked);
  const request = useStore(lab.store, (state) => state.editRequest);
  const lineRequest = useStore(lab.store, (state) => state.lineRequest);
  const onRequestDone = useCallback(
    (id: number) => {
      announce(lab.store.getState().editRequest?.said ?? "");
      actions.editDone(id);
    },
    [lab, actions, announce],
  );

  return (
    <section className="editor-pane" aria-label={fileName}>
      <div className="editor-bar">
        <span className="editor-file">{fileName}</span>
        <SaveStatus
          draft={draft}
          fileName={fileName}
          onResolve={(choice) => actions.resolveConflict(desk, choice)}
        />
        {draft.beforeReplace !== null && (
          <Button kind="text" onClick={() => actions.undoReplace(desk)}>
            Undo
          </Button>
        )}
        {props.tools}
        <ShareLink program={{ desk, language, source: draft.source }} />
        <EarlierVersions present={draft.source} load={loadVersions} onRestore={onRestore} />
        {language === "python" && <TakeOut lab={lab} lesson={lesson} fileName={props.fileName} />}
        <Button
          kind="text"
          icon={<ResetIcon />}
          title="Reset"
          onClick={() => {
            actions.reset(desk);
            announce("The file is back to its start. Undo brings your text back.");
          }}
        >
          <span className="versions-word">Reset</span>
        </Button>
      </div>
      {offer?.desk === desk && (
        <OfferDialog offer={offer} present={draft.source} onAnswer={onAnswer} />
      )}
      <SourceArea
        source={draft.source}
        replaced={draft.replaced}
        label={`Editor, ${fileName}`}
        language={language}
        problem={problem}
        marked={isAbout(marked, seen) ? marked : null}
        lineRequest={isAbout(lineRequest, seen) ? lineRequest : null}
        request={isAbout(request, seen) ? request : null}
        dark={dark}
        onEdit={onEdit}
        onRequestDone={onRequestDone}
        caret={caret}
        onCaret={onCaret}
        onLineShown={actions.lineShown}
        onBlur={onBlur}
        onRun={onRun}
        announce={announce}
        onSettled={onSettled}
      />
    </section>
  );
}
