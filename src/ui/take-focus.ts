/**
 * A ref for what a button brings: the keyboard and the screen reader go on there, in sight, also where the button is gone. What is
 * no control needs `tabIndex={-1}`.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}
