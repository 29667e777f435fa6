/**
 * The stills of the lessons' figures are what the figures draw at first. `npx vitest run scripts/figure-stills.test.tsx -u` draws
 * them again.
 */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { LessonFigure } from "../src/figure-models/lesson-figure";
import { ArgnumsStill } from "../src/features/explore/argnums-wiring/ArgnumsStill";
import { CurveToBugStill } from "../src/features/explore/curve-to-bug/CurveToBugStill";
import { FreezeLabStill } from "../src/features/explore/freeze-lab/FreezeLabStill";
import { LossTraceStill } from "../src/features/explore/loss-trace/LossTraceStill";
import { OnePassBackStill } from "../src/features/explore/one-pass-back/OnePassBackStill";
import { PokeWeightStill } from "../src/features/explore/poke-weight/PokeWeightStill";
import { PredictFirstStill } from "../src/features/explore/predict-first/PredictFirstStill";
import { TwoTreesStill } from "../src/features/explore/two-trees/TwoTreesStill";
import { WrappedModelsStill } from "../src/features/explore/wrapped-models/WrappedModelsStill";
import { StepPlaneStill } from "../src/figures/step-plane/StepPlaneStill";
import { LESSONS } from "../src/lessons/index";
import { lesson as lineStep } from "../src/lessons/testing/line-step/lesson";
import { stillSvg } from "./lib/still-svg";

/** What a figure draws at first, and the sheets of its look, from src/. */
function drawingOf(figure: LessonFigure): { drawing: ReactElement; sheets: string[] } {
  switch (figure.kind) {
    case "argnums-wiring":
      return {
        drawing: <ArgnumsStill model={figure.model} />,
        sheets: ["features/explore/argnums-wiring/wiring-drawing.css"],
      };
    case "curve-to-bug":
      return {
        drawing: <CurveToBugStill model={figure.model} />,
        sheets: ["features/explore/curve-to-bug/bug-curves.css"],
      };
    case "freeze-lab":
      return {
        drawing: <FreezeLabStill model={figure.model} />,
        sheets: ["features/explore/freeze-lab/curves-drawing.css"],
      };
    case "loss-trace":
      return {
        drawing: <LossTraceStill model={figure.model} />,
        sheets: ["features/explore/loss-trace/trace-drawing.css"],
      };
    case "one-pass-back":
      return {
        drawing: <OnePassBackStill model={figure.model} />,
        sheets: ["features/explore/one-pass-back/pass-drawing.css"],
      };
    case "poke-weight":
      return {
        drawing: <PokeWeightStill model={figure.model} />,
        sheets: ["features/explore/poke-weight/poke-drawing.css"],
      };
    case "predict-first":
      return {
        drawing: <PredictFirstStill model={figure.model} />,
        sheets: ["figures/step-plane/plane-drawing.css"],
      };
    case "step-plane":
      return {
        drawing: <StepPlaneStill model={figure.model} />,
        sheets: ["figures/step-plane/plane-drawing.css"],
      };
    case "two-trees":
      return {
        drawing: <TwoTreesStill model={figure.model} />,
        sheets: ["features/explore/two-trees/trees-drawing.css"],
      };
    case "wrapped-models":
      return {
        drawing: <WrappedModelsStill model={figure.model} />,
        sheets: ["features/explore/wrapped-models/model-trees-drawing.css"],
      };
    default:
      throw new Error(`nothing draws the still of a ${figure.kind}`);
  }
}

const folders = [
  ...LESSONS.map((lesson) => ({ folder: lesson.check.slug, ...lesson })),
  { folder: "testing/line-step", ...lineStep },
];
const withStills = folders.flatMap(({ folder, figures }) =>
  Object.entries(figures)
    .filter(([, { still }]) => still)
    .map(([id, figure]) => ({ name: `${folder}/stills/${id}.svg`, figure })),
);

describe.each(withStills)("$name", ({ name, figure }) => {
  const { drawing, sheets } = drawingOf(figure);
  const svg = stillSvg(renderToStaticMarkup(drawing), sheets);

  it("is what the figure draws", async () => {
    await expect(svg).toMatchFileSnapshot(`../src/lessons/${name}`);
  });

  it("has the size and the sentence that the lesson says", () => {
    const read = (name: string) => new RegExp(`<svg[^>]* ${name}="([^"]*)"`).exec(svg)?.[1];
    expect(figure.still).toMatchObject({
      width: Number(read("width")),
      height: Number(read("height")),
      alt: read("aria-label"),
    });
  });
});
