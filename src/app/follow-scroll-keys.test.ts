import { expect, it } from "vitest";
import { scrollOf } from "./follow-scroll-keys";

const pane = { clientHeight: 800, scrollHeight: 9000 };
const of = (key: string, shiftKey = false) => scrollOf({ key, shiftKey }, pane);

it("scrolls a pane as a document: by pages that overlap, by lines, to its ends", () => {
  expect(of("PageDown")).toBe(760);
  expect(of(" ")).toBe(of("PageDown"));
  expect(of(" ", true)).toBe(of("PageUp"));
  expect(of("PageUp")).toBe(-760);
  expect(of("ArrowDown")).toBe(40);
  expect(of("End")).toBe(9000);
  expect(of("Home")).toBe(-9000);
});

it("leaves other keys alone, and moves on in a low pane", () => {
  expect(of("a")).toBeNull();
  expect(of("Tab")).toBeNull();
  expect(scrollOf({ key: "PageDown", shiftKey: false }, { ...pane, clientHeight: 90 })).toBe(72);
});
