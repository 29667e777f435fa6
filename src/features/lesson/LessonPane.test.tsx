import { renderToStaticMarkup } from "react-dom/server";
import type { MDXComponents } from "mdx/types";
import { describe, expect, it } from "vitest";
import type { LessonFigure } from "../../figure-models/lesson-figure";
import { createPlaces } from "../../state/places";
import { createPointedLines } from "../../state/pointed-lines";
import { createSnippetEdits } from "../../state/snippet-edits";
import { BrokenProgram } from "./BrokenProgram";
import { Figure } from "./Figure";
import { SectionHeading } from "./headings";
import { LessonPane } from "./LessonPane";
import type { LessonPaneProps } from "./LessonPane";
import { Snippet } from "./Snippet";
import { Steps } from "./Steps";
import { VisibleCases } from "./VisibleCases";

const FIGURE: LessonFigure = {
  kind: "labelled-boxes",
  title: "A drawing",
  model: { input: "x", boxes: [], output: "y", back: [], description: "Nothing." },
};

const given: string[] = [];

function Content({ components }: { components?: MDXComponents }) {
  given.push(...Object.keys(components ?? {}));

  const fences = [
    <pre key="setup" data-setup="">
      <code className="language-ts">import</code>
    </pre>,
    <pre key="ts" data-sun="1">
      <code className="language-ts">
        <span className="line">const one</span>
      </code>
    </pre>,
    <pre key="python">
      <code className="language-python">two = 2</code>
    </pre>,
  ];
  return (
    <>
      <SectionHeading>Your turn</SectionHeading>
      <Snippet id="s">{fences}</Snippet>
      <BrokenProgram program="bad" look="the zero.">
        {fences}
      </BrokenProgram>
      <Figure id="drawing" caption="What it shows." />
      <Steps />
      <VisibleCases />
    </>
  );
}

const props: LessonPaneProps = {
  title: "A lesson",
  address: "#/lesson/one",
  Content,
  pictures: { Own: () => <i>own</i> },
  figures: { drawing: FIGURE },
  renderFigure: ({ title }) => <b>{title}</b>,
  marks: { sun: "first" },
  language: "typescript",
  announce: () => undefined,
  runProgram: () => Promise.reject(new Error("nothing runs here")),
  renderProgress: () => null,
  edits: createSnippetEdits(createPlaces(null)),
  pointed: createPointedLines(),
  renderEditor: ({ source, label }) => <textarea aria-label={label} defaultValue={source} />,
  openInPlayground: () => undefined,
  programs: { bad: { python: "broken program", typescript: "broken program" } },
  steps: [{ id: "a", text: "Do `this`." }],
  visibleCases: [
    { id: "v1", inputs: [{ name: "x", shape: [2], data: [1, 2] }], expected: [0.5, 0.25] },
  ],
  hints: [
    { title: "One", body: "first" },
    { title: "Two", body: "second" },
  ],
  hintsShown: 1,
  onShowHint: () => undefined,
  solution: "the answer",
  onUseSolution: () => undefined,
  draft: { source: () => "my own", subscribe: () => () => undefined, goToLine: () => undefined },
  lookInside: () => Promise.reject(new Error("nothing runs here")),
  explanation: () => <p>why it works</p>,
  passed: false,
  hasProgress: false,
  onForget: () => undefined,
};

/** The pane as it is before any script has run, without what is there for readers without scripts. */
function html(changes: Partial<LessonPaneProps> = {}): string {
  const full = renderToStaticMarkup(<LessonPane {...props} {...changes} />);
  return full.replace(/<noscript>.*?<\/noscript>/s, "");
}

describe("LessonPane", () => {
  it("renders without a browser: headings, both languages, the marks of the halves", () => {
    const page = html();
    expect(page).toContain('<h2 id="your-turn"');
    expect(page).toContain("two = 2");
    expect(page).toContain('<span class="line" data-look="first">const one</span>');
    expect(page).toContain("Set-up, 1 line<");
  });

  it("gives each heading an id and a link, which works before any script does", () => {
    const link = '<a href="#your-turn" class="heading-link" tabindex="-1">Your turn</a>';
    expect(html()).toContain(`<h2 id="your-turn" tabindex="-1">${link}</h2>`);
    for (const id of ["hints", "solution"])
      expect(html()).toMatch(new RegExp(`<h3 id="${id}"[^>]*><a href="#${id}"`));
  });

  it("offers to forget the progress where there is any", () => {
    expect(html()).not.toContain("Forget my progress");
    expect(html({ hasProgress: true })).toContain("Forget my progress");
  });

  it("hands the text every component that it may name", () => {
    html();
    for (const name of "Broken Contents Figure Only Own Snippet Steps VisibleCases".split(" "))
      expect(given).toContain(name);
  });

  it("folds the whole broken program away and shows nothing of its output yet", () => {
    expect(html()).toContain("broken program");
    expect(html()).not.toContain("the zero.");
  });

  it("shows a snippet as it was edited, as its whole program, in an editor", () => {
    const edits = createSnippetEdits(createPlaces(null));
    edits.edit("#/lesson/one/snippet/s:typescript", "const mine = 1;");
    edits.store.getInitialState = edits.store.getState;
    const page = html({ edits });
    expect(page).toMatch(
      /<textarea aria-label="Editor of the snippet s">const mine = 1;<\/textarea>/,
    );
    expect(page).toMatch(/As it was<span[^>]*>: the snippet s</);
    expect(page).toMatch(/Edit<span[^>]*> the mistake bad</);
    edits.edit("#/lesson/one/snippet/s:typescript", null);
    edits.store.getInitialState = edits.store.getState;
    expect(html({ edits })).not.toContain("textarea");
  });

  it("shows the steps and the visible cases", () => {
    expect(html()).toContain("Do <code>this</code>.");
    expect(html()).toContain("<td>[1, 2]</td><td>[0.5000, 0.2500]</td>");
  });

  it("opens the hints one by one", () => {
    expect(html()).toContain("first");
    expect(html()).not.toContain("second");
    expect(html()).toContain("Hint 2 of 2");
    expect(html({ hintsShown: 2 })).toContain("second");
    expect(html({ hintsShown: 2 })).not.toContain("of 2");
  });

  it("offers a hint for the last run before the next of the ladder", () => {
    const shown = html({ insight: { title: "What it showed", body: "Look there." } });
    expect(shown).toMatch(/Hint for what the last run showed.*Hint 2 of 2/s);
    expect(html()).not.toContain("Hint for what the last run showed");
  });

  it("keeps the solution and the explanation back until they are due", () => {
    expect(html()).not.toContain("the answer");
    expect(html()).not.toContain("why it works");
    expect(html({ passed: true })).toContain("why it works");
  });

  it("places a figure with its caption, where a link finds it", () => {
    expect(html()).toMatch(
      /<figure id="figure-drawing"[^>]*><b>A drawing<\/b><figcaption>What it shows\./,
    );
    expect(() => html({ figures: {} })).toThrow("no figure drawing");
  });

  it("names a broken program that is not there", () => {
    expect(() => html({ programs: {} })).toThrow("no broken program bad");
  });
});
