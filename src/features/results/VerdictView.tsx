import { useState } from "react";
import type { ReactNode } from "react";
import { followedVersions } from "../../lib/followed-versions";
import type { Headline } from "../../protocol/ending-sentence";
import { hasRun, runFacts } from "../../protocol/run-facts";
import { withoutTraceback } from "../../protocol/traceback";
import type { Verdict } from "../../protocol/verdict";
import { Tabs } from "../../ui/Tabs";
import { CaseTable } from "./CaseTable";
import { ChartTab } from "./ChartTab";
import { ConsoleLines } from "./ConsoleLines";
import { Laws } from "./Laws";
import { NotRecognised } from "./NotRecognised";
import { PassEvidence } from "./PassEvidence";
import { UpdatePicture } from "./UpdatePicture";
import type { UpdatePictureProps } from "./UpdatePicture";
import { VerdictHead } from "./VerdictHead";

export type VerdictViewProps = {
  verdict: Verdict;
  headline: Headline;
  lawsPending: boolean;
  /** The update fit in words. */
  fitText: string | null;
  notes: readonly string[];
  run: number;
  halves: ReadonlyMap<string, string>;
  lossesOf: UpdatePictureProps["lossesOf"];
  guess?: UpdatePictureProps["guess"];
  results: readonly string[];
  /** The program that ran. */
  source: string;
  /** Shows a line of it; null where another text is on the screen. */
  onLine: ((line: number) => void) | null;
  /** Shown after a pass. */
  explanation: ReactNode;
  /** The tab that is open at first; Cases unless there is one of that name. */
  tab?: string | null;
  onTab?: (tab: string) => void;
};

const TAB_IDS = ["cases", "chart", "laws", "console"] as const;
type TabId = (typeof TAB_IDS)[number];

/** A finished run: the sentence, the first failing case, the fit, then everything else in tabs. */
export function VerdictView(props: VerdictViewProps) {
  const {
    verdict,
    headline,
    lawsPending,
    fitText,
    notes,
    run,
    halves,
    lossesOf,
    guess,
    results,
    source,
    onLine,
    explanation,
  } = props;
  const { printed, traceback } = withoutTraceback(verdict.console);
  const [tab, setTab] = useState(() => TAB_IDS.find((id) => id === props.tab) ?? "cases");
  const openTab = (id: TabId) => {
    setTab(id);
    props.onTab?.(id);
  };
  const failing = verdict.cases.find(({ ok }) => !ok);
  const picture = <UpdatePicture {...{ verdict, fitText, halves, lossesOf, guess }} />;
  const judged = verdict.status === "pass" || verdict.status === "wrong";
  return (
    <>
      <VerdictHead
        verdict={verdict}
        headline={headline}
        source={source}
        onLine={onLine}
        traceback={traceback}
        picture={picture}
      />
      {verdict.status === "wrong" && failing && !verdict.mistake && (
        <NotRecognised verdict={verdict} one={failing} results={results}>
          {picture}
        </NotRecognised>
      )}
      {verdict.status === "pass" && (
        <>
          <PassEvidence laws={verdict.laws} lawsPending={lawsPending} picture={picture} />
          {explanation}
        </>
      )}
      {judged ? (
        <Tabs<TabId>
          label="Details of the run"
          active={tab}
          onActive={openTab}
          tabs={[
            {
              id: "cases",
              title: "Cases",
              content: (
                <CaseTable
                  key={run}
                  cases={verdict.cases}
                  results={results}
                  openFailing={verdict.worked === null}
                />
              ),
            },
            {
              id: "chart",
              title: "Loss chart",
              content: <ChartTab cases={verdict.cases} results={results} run={run} />,
            },
            {
              id: "laws",
              title: "Laws",
              content: <Laws laws={verdict.laws} pending={lawsPending} />,
            },
            { id: "console", title: "Console", content: <ConsoleLines lines={printed} /> },
          ]}
        />
      ) : (
        <ConsoleLines lines={printed} />
      )}
      {notes.map((note) => (
        <p className="result-note" key={note}>
          {note}
        </p>
      ))}
      <p className="result-note">
        {hasRun(verdict) && `${runFacts(verdict)} · `}cases drawn with seed {verdict.drawSeed} ·
        follows recordings of {followedVersions()}
      </p>
    </>
  );
}
