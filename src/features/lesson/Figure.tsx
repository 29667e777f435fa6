import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { useLesson } from "./lesson-context";

type FigureProps = {
  /** Names one of the lesson's figures. */
  id: string;
  /** One or two sentences below it. */
  caption?: string;
};

/** A figure of the lesson where the text places it. What goes wrong in it stays in it. */
export function Figure({ id, caption }: FigureProps) {
  const { figures, renderFigure } = useLesson();
  const figure = figures[id];
  if (!figure) throw new Error(`the lesson has no figure ${id}`);
  return (
    // Focusable, so that a link to it moves the keyboard there too.
    <figure id={`figure-${id}`} className="lesson-figure" tabIndex={-1}>
      <ErrorBoundary what={`The figure “${figure.title}”`} resetKey={id}>
        {renderFigure(figure, id)}
      </ErrorBoundary>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
