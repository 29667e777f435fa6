import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { manifestOf, previewTags } from "./page-previews.mjs";

const page = { title: 'A "lesson" & more', shortTitle: "Lesson", description: "What it is." };

it("shows a link with its picture, by its whole address where that is known", () => {
  expect(previewTags(page, "")).toContain('<meta property="og:image" content="card.png" />');
  const tags = previewTags(page, "https://example.org/a/");
  expect(tags).toContain('<meta property="og:image" content="https://example.org/a/card.png" />');
  expect(tags).toContain('<meta property="og:url" content="https://example.org/a/" />');
  expect(tags).toContain('content="A &quot;lesson&quot; &amp; more"');
});

it("names pictures that are there", () => {
  const manifest: { icons: { src: string }[] } = JSON.parse(manifestOf(page));
  for (const { src } of manifest.icons) expect(existsSync(`public/${src}`), src).toBe(true);
  for (const file of ["card.png", "touch-icon.png"])
    expect(existsSync(`public/${file}`)).toBe(true);
});
