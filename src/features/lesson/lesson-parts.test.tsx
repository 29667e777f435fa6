import { Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { readFences, textOf } from "./fences";
import { formatInput } from "./format-input";
import { slug } from "./headings";
import { lineRanges } from "./line-ranges";
import { RichText } from "./RichText";
import { tint } from "./tint";

describe("lineRanges", () => {
  it("reads ranges and single lines, and leaves the rest out", () => {
    expect([...lineRanges("1-3,7")]).toEqual([1, 2, 3, 7]);
    expect([...lineRanges("x,2")]).toEqual([2]);
    expect([...lineRanges(undefined)]).toEqual([]);
  });
});

describe("readFences", () => {
  it("finds highlighted blocks, in fragments too, with their text", () => {
    const fences = readFences([
      <Fragment key="a">
        <pre data-setup="">
          <code className="language-ts">
            {"a"}
            <span>{"\nb"}</span>
            {"\n"}
          </code>
        </pre>
      </Fragment>,
      <pre key="b">
        <code className="language-python">c</code>
      </pre>,
      <pre key="c">
        <code className="language-text">left out</code>
      </pre>,
    ]);
    expect(fences.map(({ language, setup, text }) => ({ language, setup, text }))).toEqual([
      { language: "typescript", setup: true, text: "a\nb" },
      { language: "python", setup: false, text: "c" },
    ]);
  });
});

describe("slug", () => {
  it("is the address of a heading", () => {
    expect(slug(textOf(["Two ", <b key="b">halves</b>, ", one gradient"]))).toBe(
      "two-halves-one-gradient",
    );
  });
});

describe("formatInput", () => {
  it("writes float32 numbers in their shortest form, nested as shaped", () => {
    const data = [0.1, -2, 3, 0.25].map(Math.fround);
    expect(formatInput({ name: "x", shape: null, data: [Math.fround(0.05)] })).toBe("0.05");
    expect(formatInput({ name: "x", shape: [4], data })).toBe("[0.1, -2, 3, 0.25]");
    expect(formatInput({ name: "x", shape: [2, 2], data })).toBe("[[0.1, -2], [3, 0.25]]");
    expect(formatInput({ name: "x", shape: null, data: [Math.fround(1 / 3)] })).toBe("0.33333334");
  });
});

describe("tint", () => {
  const code = 'const a = f("x // y", 2.5e3); // const\nreturn a1;';
  it("joins back to the same text", () => {
    expect(
      tint(code, "typescript")
        .map(({ text }) => text)
        .join(""),
    ).toBe(code);
  });
  it("tells comments, strings, keywords and numbers apart", () => {
    const found = tint(code, "typescript").filter(({ kind }) => kind !== "plain");
    expect(found.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "keyword const",
      'string "x // y"',
      "number 2.5e3",
      "comment // const",
      "keyword return",
    ]);
  });
});

describe("RichText", () => {
  const text = "First `a`.\n\nSecond:\n\n```ts\nlet t;\n```\n\n```python\np = 1\n```\n";
  it("shows paragraphs, code in a line, and the fences of one language", () => {
    const html = renderToStaticMarkup(<RichText text={text} language="python" />);
    expect(html).toContain("<p>First <code>a</code>.</p><p>Second:</p>");
    expect(html).toContain("p = ");
    expect(html).not.toContain("let");
  });
});
