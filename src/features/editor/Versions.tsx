import { useEffect, useMemo, useState } from "react";
import type { Revision } from "../../state/draft-db";
import { Button } from "../../ui/Button";
import { SideBySide } from "../../ui/SideBySide";
import { versionRows } from "./version-rows";
import type { VersionRow } from "./version-rows";

export type VersionsProps = {
  /** The text of now. */
  present: string;
  now: Date;
  /** Newest first; rejects where the browser stores none. */
  load: () => Promise<readonly Revision[]>;
  /** Puts a version into the editor; `when` says which it was. */
  onRestore: (source: string, when: string) => void;
};

type Loaded =
  { kind: "loading" } | { kind: "failed" } | { kind: "found"; list: readonly Revision[] };

/** The list on the left, what the chosen version would change on the right. */
export function Versions({ present, now, load, onRestore }: VersionsProps) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });
  useEffect(() => {
    let gone = false;
    const show = (next: Loaded) => {
      if (!gone) setLoaded(next);
    };
    load().then(
      (list) => show({ kind: "found", list }),
      () => show({ kind: "failed" }),
    );
    return () => {
      gone = true;
    };
  }, [load]);

  if (loaded.kind === "loading") return <Note text="Looking for earlier versions …" />;
  if (loaded.kind === "failed")
    return <Note text="This browser does not store drafts here, so no earlier version was kept." />;
  if (loaded.list.length === 0)
    return (
      <Note text="There is none yet. The text is kept at each run, and before anything else takes its place." />
    );
  return <Choice list={loaded.list} present={present} now={now} onRestore={onRestore} />;
}

function Note({ text }: { text: string }) {
  return (
    <p className="dialog-note" role="status">
      {text}
    </p>
  );
}

type ChoiceProps = Omit<VersionsProps, "load"> & { list: readonly Revision[] };

function Choice({ list, present, now, onRestore }: ChoiceProps) {
  const rows = useMemo(() => versionRows(list, present, now), [list, present, now]);
  const [chosen, setChosen] = useState(0);
  const version = rows[chosen];
  if (!version) return null;
  return (
    // Enter on a choice submits; the dialog closes with its form.
    <form
      method="dialog"
      className="versions"
      onSubmit={() => onRestore(version.source, version.when)}
    >
      <fieldset className="versions-list">
        <legend className="visually-hidden">Version to look at</legend>
        {rows.map((row, i) => (
          <Option
            key={i}
            row={row}
            checked={i === chosen}
            first={i === 0}
            onChoose={() => setChosen(i)}
          />
        ))}
      </fieldset>
      <div className="versions-preview">
        <SideBySide
          left={{ title: "In the editor now", text: present }}
          right={{ title: `The version of ${version.when}`, text: version.source }}
          note="Putting it back brings the lines with + and takes away those with −."
        />
      </div>
      <div className="versions-actions">
        <p>Undo brings back what is in the editor now.</p>
        <Button type="submit" kind="primary">
          Put it into the editor
        </Button>
      </div>
    </form>
  );
}

type OptionProps = { row: VersionRow; checked: boolean; first: boolean; onChoose: () => void };

function Option({ row: { when, count, first: line }, checked, first, onChoose }: OptionProps) {
  return (
    <label className="version">
      <input
        type="radio"
        name="version"
        className="visually-hidden"
        checked={checked}
        autoFocus={first}
        onChange={onChoose}
      />
      <span className="version-when">{when}</span>
      <span className="version-count">{count}</span>
      {line && (
        <code className="version-line">
          {line.mark} {line.text}
        </code>
      )}
    </label>
  );
}
