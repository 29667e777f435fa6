const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const DAY_AND_YEAR = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** A moment of the past beside now, in the browser's time zone: `today, 14:32`, `28 Nov, 09:05`. */
export function whenText(at: Date, now: Date): string {
  return `${dayText(at, now)}, ${TIME.format(at)}`;
}

function dayText(at: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (at.toDateString() === now.toDateString()) return "today";
  if (at.toDateString() === yesterday.toDateString()) return "yesterday";
  return (at.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(at);
}
