import { Component } from "react";
import type { ReactNode } from "react";
import { Button } from "./Button";

export type ErrorBoundaryProps = {
  /** What could not be shown, as the subject of a sentence: "The results". */
  what: string;
  /** A new value tries again by itself (a new run, another route). */
  resetKey: string | number;
  children: ReactNode;
};

type State = { failed: boolean; key: string | number };

/** Keeps a part that fails to draw from taking the rest of the page, and the draft, with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: false, key: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { failed: false, key: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="boundary">
        <p>{this.props.what} could not be drawn. Your code is not affected.</p>
        <Button onClick={() => this.setState({ failed: false })}>Try again</Button>
      </div>
    );
  }
}
