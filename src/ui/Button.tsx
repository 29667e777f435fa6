import type { ComponentProps, ReactNode } from "react";
import "./button.css";

export type ButtonProps = ComponentProps<"button"> & {
  /** primary: the one next thing to do; quiet: beside it; text: in a line of text. */
  kind?: "primary" | "quiet" | "text";
  icon?: ReactNode;
};

export function Button({ kind = "quiet", icon, children, className, ...rest }: ButtonProps) {
  const classes = ["button", `button-${kind}`, className].filter(Boolean).join(" ");
  return (
    <button type="button" className={classes} {...rest}>
      {icon}
      {children}
    </button>
  );
}
