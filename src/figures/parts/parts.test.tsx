import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AsTable } from "./AsTable";
import { HalvesLegend } from "./HalvesLegend";
import { Playback } from "./Playback";
import { Slider } from "./Slider";
import { linearScale } from "./slider-scale";
import { plainColour } from "./standalone-svg";
import { linkedNumber } from "./use-linked-state";
import { reachedAt } from "./use-player";
import { Still, WhenNear } from "./WhenNear";

describe("Slider", () => {
  it("is the browser's own, with its value in words", () => {
    const html = renderToStaticMarkup(
      <Slider
        label="Learning rate"
        value={0.3}
        scale={linearScale(0, 1, 0.1)}
        onChange={() => undefined}
        text="0.3"
        spoken="0.3, both halves overshoot"
      />,
    );
    expect(html).toContain('type="range"');
    expect(html).toContain('aria-valuetext="0.3, both halves overshoot"');
    expect(html).toMatch(/max="10"[^>]*value="3"/);
    expect(/for="([^"]+)"/.exec(html)?.[1]).toBe(/ id="([^"]+)"/.exec(html)?.[1]);
  });
});

describe("Playback", () => {
  const player = { at: 0, playing: false, atEnd: false, toggle() {}, step() {}, goTo() {} };
  const html = (changed: Partial<typeof player>) =>
    renderToStaticMarkup(<Playback player={{ ...player, ...changed }} />);

  it("says what a press does", () => {
    expect(html({})).toMatch(/Play<.*One step<.*disabled=""[^<]*>.*Reset</);
    expect(html({ playing: true, at: 4 })).toContain("Pause");
    expect(html({ at: 9, atEnd: true })).toContain("Play again");
  });
});

describe("reachedAt", () => {
  it("goes by the clock and stops at the end", () => {
    expect(reachedAt(0, 1000, 500, 5)).toBe(100);
    expect(reachedAt(450, 1000, 500, 5)).toBe(500);
    expect(reachedAt(7, -1, 500, 5)).toBe(7);
  });
});

describe("linkedNumber", () => {
  const range = { from: 0.005, to: 0.5, usual: 0.1 };
  it("takes numbers in the range and nothing else", () => {
    expect(linkedNumber({ lr: "0.3" }, "lr", range)).toBe(0.3);
    for (const lr of ["", "fast", "7", "-0.1", "Infinity"])
      expect(linkedNumber({ lr }, "lr", range)).toBe(0.1);
    expect(linkedNumber({}, "lr", range)).toBe(0.1);
  });
});

describe("plainColour", () => {
  it("writes mixed colours as every program reads them, and leaves others", () => {
    expect(plainColour("color(srgb 0.5 0 1)")).toBe("rgba(128, 0, 255, 1)");
    expect(plainColour("color(srgb 1 1 1 / 0.25)")).toBe("rgba(255, 255, 255, 0.25)");
    expect(plainColour("rgb(1, 2, 3)")).toBe("rgb(1, 2, 3)");
  });
});

describe("HalvesLegend and AsTable", () => {
  it("keep a pattern beside each colour, and the table's heads", () => {
    const legend = renderToStaticMarkup(
      <HalvesLegend
        entries={[
          { text: "NNX", look: "first" },
          { text: "Linen", look: "second", as: "area" },
        ]}
      />,
    );
    expect(legend).toContain("legend-hatch");
    const table = renderToStaticMarkup(
      <AsTable caption="Four corners" columns={["corner", "loss"]} rows={[["both", "0.56"]]} />,
    );
    expect(table).toMatch(/<th scope="row">both<\/th><td>0.56<\/td>/);
    const closed = renderToStaticMarkup(
      <AsTable caption="Four corners" columns={["corner"]} rows={() => [["both"]]} />,
    );
    expect(closed).not.toContain("both");
  });
});

describe("WhenNear", () => {
  it("is the still in the page's HTML", () => {
    const html = renderToStaticMarkup(
      <WhenNear before={<Still src="a.svg" width={4} height={3} alt="A plane." />}>live</WhenNear>,
    );
    expect(html).toContain('loading="lazy"');
    expect(html).not.toContain("live");
  });
});
