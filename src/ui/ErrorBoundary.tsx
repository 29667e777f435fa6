import { Component } from "react";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { NotLoaded } from "./loaded-later";

export type ErrorBoundaryProps = {
  /** What could not be shown, as the subject of a sentence: "The results". */
  what: string;
  /** A new value tries again by itself (a new run, another route). */
  resetKey: string | number;
  children: ReactNode;
};

/** `failed` holds what was thrown; null while all is well. */
type State = { failed: { error: unknown } | null; key: string | number };

/** Keeps a part that fails to draw from taking the rest of the page, and the draft, with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    if (props.resetKey === state.key) return null;
    askAgain(state);
    return { failed: null, key: props.resetKey };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    const tryAgain = () => {
      askAgain(this.state);
      this.setState({ failed: null });
    };
    return (
      <div className="boundary">
        <p>
          {this.props.what}{" "}
          {failed.error instanceof NotLoaded
            ? "could not be loaded: a file of the page did not arrive."
            : "could not be drawn."}{" "}
          Your code is not affected.
        </p>
        <Button onClick={tryAgain}>Try again</Button>
        {failed.error instanceof NotLoaded && (
          // A host that has a newer build has no more parts of this one.
          <Button kind="text" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
        )}
      </div>
    );
  }
}

function askAgain({ failed }: State): void {
  if (failed?.error instanceof NotLoaded) failed.error.askAgain();
}
