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

type State = { failed: "drawing" | "loading" | null; key: string | number };

/** Keeps a part that fails to draw from taking the rest of the page, and the draft, with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: error instanceof NotLoaded ? "loading" : "drawing" };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { failed: null, key: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="boundary">
        <p>
          {this.props.what}{" "}
          {this.state.failed === "loading"
            ? "could not be loaded: a file of the page did not arrive. Your code is not affected."
            : "could not be drawn. Your code is not affected."}
        </p>
        <Button onClick={() => this.setState({ failed: null })}>Try again</Button>
      </div>
    );
  }
}
