import { useState } from "react";
import type { RefObject } from "react";
import { Button } from "../../ui/Button";
import { linkTo } from "./figure-place";
import type { FigurePlace, LinkedState } from "./figure-place";
import { savePng, saveSvg } from "./save-picture";
import { standaloneSvg } from "./standalone-svg";
import "./figure-tools.css";

export type FigureToolsProps = {
  place: FigurePlace;
  /** What a link to the figure opens. */
  state: LinkedState;
  /** Around the figure's drawings; the first `<svg>` with `data-export` in it is what is saved. */
  within: RefObject<HTMLElement | null>;
};

/** What can be taken away from a figure: a link to its state, and its drawing as a file. */
export function FigureTools({ place, state, within }: FigureToolsProps) {
  const [said, setSaid] = useState("");
  const drawing = () => {
    const found = within.current?.querySelector<SVGSVGElement>("svg[data-export]");
    if (!found) throw new Error("the figure has no drawing to save");
    return standaloneSvg(found);
  };
  const copyLink = async () => {
    const { origin, pathname, search } = window.location;
    await navigator.clipboard.writeText(`${origin}${pathname}${search}${linkTo(place, state)}`);
    setSaid("Link copied.");
  };
  const attempt = (work: () => Promise<void> | void, failed: string) => () => {
    setSaid("");
    void Promise.resolve()
      .then(work)
      .catch(() => setSaid(failed));
  };
  return (
    <div className="figure-tools" role="group" aria-label={`Take away: ${place.title}`}>
      <Button kind="text" onClick={attempt(copyLink, "The link could not be copied.")}>
        Copy link
      </Button>
      <Button
        kind="text"
        onClick={attempt(() => saveSvg(drawing(), place.id), "The picture could not be saved.")}
      >
        SVG
      </Button>
      <Button
        kind="text"
        onClick={attempt(() => savePng(drawing(), place.id), "The picture could not be saved.")}
      >
        PNG
      </Button>
      <span className="figure-tools-said" role="status">
        {said}
      </span>
    </div>
  );
}
