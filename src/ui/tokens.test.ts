import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

const moreContrast = readFileSync(new URL("./tokens-contrast.css", import.meta.url), "utf8");
const monacoSetup = readFileSync(
  new URL("../features/editor/monaco/monaco-setup.ts", import.meta.url),
  "utf8",
);

function tokensOf(theme: "light" | "dark"): Record<string, string> {
  const block = css.split(`[data-theme="${theme}"] {`)[1]?.split("}")[0] ?? "";
  return tokensIn(block);
}

function tokensIn(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** In degrees around the wheel. */
function hue(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (most === r) return (60 * ((g - b) / range) + 360) % 360;
  return most === g ? 60 * ((b - r) / range) + 120 : 60 * ((r - g) / range) + 240;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What a reader who asks for more contrast gets in place of these tokens. */
function contrastTokensOf(theme: "light" | "dark"): Record<string, string> {
  const block = moreContrast.split(`[data-theme="${theme}"] {`)[1]?.split("}")[0] ?? "";
  return { ...tokensOf(theme), ...tokensIn(block) };
}

describe.each(["light", "dark"] as const)("%s theme, more contrast", (theme) => {
  const tokens = contrastTokensOf(theme);

  it.each(["ink", "muted", "nnx", "linen", "pass", "fail"])("%s reads at 7 : 1", (name) => {
    for (const ground of ["ground", "raised", "sunken"])
      expect(contrast(tokens[name] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(7);
  });

  it("draws its borders so that they are seen (3 : 1)", () => {
    expect(contrast(tokens["hairline"] ?? "", tokens["ground"] ?? "")).toBeGreaterThanOrEqual(3);
  });
});

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  const tokens = tokensOf(theme);
  const grounds = ["ground", "raised", "sunken"];
  const text = ["ink", "muted", "nnx", "linen", "pass", "fail"];
  const marks = [...text, "reference", "control"];

  it("has every token", () => {
    expect(Object.keys(tokens)).toEqual(
      expect.arrayContaining([...grounds, ...marks, "on-accent"]),
    );
  });

  it.each(text.flatMap((name) => grounds.map((ground) => [name, ground] as const)))(
    "%s reads as text on %s (4.5 : 1)",
    (name, ground) => {
      expect(contrast(tokens[name] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(marks.flatMap((name) => grounds.map((ground) => [name, ground] as const)))(
    "%s shows as a mark on %s (3 : 1)",
    (name, ground) => {
      expect(contrast(tokens[name] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(3);
    },
  );

  const code = ["comment", "keyword", "string", "number", "type"].map((name) => `code-${name}`);

  it.each(code)("%s reads as text on each ground (4.5 : 1)", (name) => {
    for (const ground of grounds)
      expect(contrast(tokens[name] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(code.filter((name) => name !== "code-comment"))(
    "%s is not taken for the colour of a half",
    (name) => {
      for (const half of ["nnx", "linen"]) {
        const apart = Math.abs(hue(tokens[name] ?? "") - hue(tokens[half] ?? ""));
        expect(Math.min(apart, 360 - apart)).toBeGreaterThan(40);
      }
    },
  );

  it("colours code alike in the text and in the editor", () => {
    for (const name of code) expect(monacoSetup).toContain(tokens[name]?.slice(1));
  });

  it("reads on the primary button (4.5 : 1)", () => {
    expect(contrast(tokens["on-accent"] ?? "", tokens["nnx"] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});
