/**
 * A ref for what takes the place of the button that brought it: the keyboard and the screen reader go on there, not at the top of
 * the page. What is no control needs `tabIndex={-1}`.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
