import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { VERDICT_STATUSES, type Verdict } from "../../protocol/verdict";
import { Laws } from "./Laws";
import { VerdictView } from "./VerdictView";

const HALVES = new Map([
  ["A kernel", "A"],
  ["B kernel", "B"],
]);

const base: Omit<Verdict, "status"> = {
  lesson: "l",
  language: "typescript",
  backend: "cpu",
  precision: "float32",
  drawSeed: 3,
  cases: [
    {
      id: "case-1",
      visible: true,
      inputs: [{ name: "x", shape: [2], data: [0.5, -1] }],
      got: [2, NaN],
      expected: [2, 1e308],
      ok: false,
      budget: Number.MAX_VALUE,
    },
    { id: "case-2", visible: false, inputs: [], got: null, expected: [], ok: false, budget: 2 },
  ],
  mistake: null,
  fit: {
    leaves: [
      { leaf: "A kernel", factor: 1, unit: "step" },
      { leaf: "B kernel", factor: -0.5, unit: "gradient" },
    ],
    residual: 0.1,
  },
  corners: null,
  worked: null,
  laws: [{ id: "law", holds: false, evidence: "The loss rose.", breaking: null }],
  steps: [],
  error: null,
  explanation: null,
  console: [{ level: "log", text: "<b>All tests passed</b>" }],
  ms: { boot: 1, run: 41 },
};

function html(verdict: Verdict, onLine: ((line: number) => void) | null = () => undefined): string {
  return renderToString(
    <VerdictView
      lawsPending={false}
      verdict={verdict}
      headline={{ tone: "not-yet", text: "Not yet." }}
      fitText="A kernel moved 1.00 × the right step."
      notes={["A note."]}
      run={1}
      halves={HALVES}
      lossesOf={() => null}
      results={["before", "after"]}
      onLine={onLine}
      source={"one\n  two(3)\n"}
      explanation={<p>Why it works</p>}
    />,
  );
}

describe("a run that raised", () => {
  const raised: Verdict = {
    ...base,
    status: "error",
    error: { type: "ValueError", message: "no such axis", line: 2, explain: null },
    console: [
      { level: "log", text: "printed first" },
      { level: "traceback", text: "Traceback (most recent call last):" },
      { level: "traceback", text: "ValueError: no such axis" },
    ],
  };

  it("says its error once, with the traceback folded away, apart from what was printed", () => {
    const drawn = html(raised);
    const [shown = "", folded = ""] = drawn.split("<details");
    expect(shown.match(/no such axis/g)).toHaveLength(1);
    expect(folded.match(/no such axis/g)).toHaveLength(1);
    const printed = drawn.slice(drawn.indexOf("Your code printed"));
    expect(printed).toContain("printed first");
    expect(printed).not.toContain("Traceback");
  });

  it("leads to its line while that is on the screen", () => {
    expect(html(raised)).toMatch(/<button[^>]*class="line-link"[^>]*>line 2<\/button>/);
    expect(html(raised, null)).toMatch(/<span>line 2<\/span>/);
  });
});

describe("a finished run", () => {
  it.each(VERDICT_STATUSES)("draws %s from hostile numbers", (status) => {
    const drawn = html({ ...base, status });
    expect(drawn).toContain("A note.");
    expect(drawn).toContain("CPU");
  });

  it("opens with the failing case: input, yours, expected", () => {
    const drawn = html({ ...base, status: "wrong" });
    expect(drawn).toContain("First case that does not agree");
    expect(drawn).toContain("[0.5, -1]");
    expect(drawn).toContain("NaN");
  });

  it("draws a named mistake: its line, its corners", () => {
    const mistake = { id: "m", title: "T", message: "Why `f`.", evidence: "E.", next: "N." };
    const drawn = html({
      ...base,
      status: "wrong",
      mistake: { ...mistake, where: { line: 7, text: "Line 7 asks `f`." } },
      corners: {
        case: "case-1",
        halves: ["A", "B"],
        neither: 2,
        first: 1.5,
        second: 1.75,
        both: 1,
        got: 1.5,
        same: "first",
      },
    });
    expect(drawn).toContain("Line 7 asks <code>f</code>.");
    expect(drawn).toMatch(/loss\(A′, B\)<\/span> (<!-- -->)?1.5<span[^>]*>yours/);
    expect(drawn).not.toContain("No mistake that has a name");
  });

  it("shows after a pass what each half did, as after a failure", () => {
    const drawn = html({
      ...base,
      status: "pass",
      fit: {
        leaves: [
          { leaf: "A kernel", factor: 1, unit: "step" },
          { leaf: "B kernel", factor: 1.001, unit: "step" },
        ],
        residual: 0,
      },
      corners: {
        case: "case-1",
        halves: ["A", "B"],
        neither: 2,
        first: 1.5,
        second: 1.75,
        both: 1,
        got: 1,
        same: "both",
      },
      laws: [{ id: "the-loss-falls", holds: true, evidence: "It falls.", breaking: null }],
    });
    expect(drawn).toMatch(/data-half="0"[^>]*>A kernel.*?>1\.00(<!-- -->)? × (<!-- -->)?step/s);
    expect(drawn).toMatch(/data-half="1"[^>]*>B kernel.*?>1\.00(<!-- -->)? × (<!-- -->)?step/s);
    expect(drawn).toContain("With the B half held still it would be 1.5");
    expect(drawn).toMatch(/data-mark="met">.*?yours, as asked for/s);
    expect(drawn).toContain("The loss falls");
  });

  it("works the case by hand where nothing is recognised", () => {
    const part = { title: "The start", rule: "a · b", result: 1 };
    const values = [{ name: "K", shape: [2, 2], data: [1, 2, 3, 4] }];
    const worked = { case: "case-1", parts: [{ ...part, values }] };
    const drawn = html({ ...base, status: "wrong", worked });
    expect(drawn).toContain("No mistake that has a name");
    expect(drawn).toContain("[1, 2]\n[3, 4]");
    expect(drawn).toMatch(/You returned (<!-- -->)?NaN/);
    expect(drawn).toContain("which differs");
  });

  it("shows the smallest call that breaks a law", () => {
    const breaking = [{ name: "rate", shape: [], data: [0.5] }];
    const laws = [{ id: "the-loss-falls", holds: false, evidence: "It rose.", breaking }];
    const drawn = renderToString(<Laws pending={false} laws={laws} />);
    expect(drawn).toContain("The loss falls");
    expect(drawn).toMatch(/<dt>rate<\/dt><dd>0.5/);
  });

  it("marks each leaf with its half", () => {
    const drawn = html({ ...base, status: "wrong" });
    expect(drawn).toMatch(/data-half="0"[^>]*>A kernel/);
    expect(drawn).toMatch(/data-half="1"[^>]*>B kernel/);
  });

  it("explains after a pass only", () => {
    expect(html({ ...base, status: "pass" })).toContain("Why it works");
    expect(html({ ...base, status: "wrong" })).not.toContain("Why it works");
  });

  it("shows what was printed as text, under a label", () => {
    const drawn = html({ ...base, status: "timeout" });
    expect(drawn).toContain("Your code printed");
    expect(drawn).toContain("&lt;b&gt;All tests passed");
    expect(drawn).not.toContain("<b>");
  });
});
