/** Icons as inline SVG: 1rem, drawn in the colour of the text, hidden from assistive technology. */
import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export function PlayIcon() {
  return (
    <Icon>
      <path d="M4.5 2.8v10.4L13 8z" fill="currentColor" stroke="none" />
    </Icon>
  );
}

export function PauseIcon() {
  return (
    <Icon>
      <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.5" />
    </Icon>
  );
}

/** On by one. */
export function StepIcon() {
  return (
    <Icon>
      <path d="M3.5 3.2v9.6L10 8z" fill="currentColor" stroke="none" />
      <path d="M12.2 3.5v9" strokeWidth="2" />
    </Icon>
  );
}

export function StopIcon() {
  return (
    <Icon>
      <rect x="3.5" y="3.5" width="9" height="9" rx="1" fill="currentColor" stroke="none" />
    </Icon>
  );
}

export function ResetIcon() {
  return (
    <Icon>
      <path d="M3 3v3.5h3.5M3.3 6.4A5.2 5.2 0 1 1 2.8 9" />
    </Icon>
  );
}

/** A clock that goes back. */
export function HistoryIcon() {
  return (
    <Icon>
      <path d="M2.6 3v3h3M2.9 6a5.4 5.4 0 1 1-.3 2.6M8 5v3.2l2.2 1.4" />
    </Icon>
  );
}

/** An arrow into a tray: what is taken out of the page. */
export function DownloadIcon() {
  return (
    <Icon>
      <path d="M8 2.5v7.3M4.8 6.8 8 10l3.2-3.2M3 13.2h10" />
    </Icon>
  );
}

/** A tick: holds, passed. */
export function TickIcon() {
  return (
    <Icon>
      <path d="m3 8.5 3.3 3.3L13 4.5" strokeWidth="2" />
    </Icon>
  );
}

/** An open circle: not yet. */
export function OpenIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5" strokeWidth="2" />
    </Icon>
  );
}

export function SunIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9" />
    </Icon>
  );
}

export function MoonIcon() {
  return (
    <Icon>
      <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z" />
    </Icon>
  );
}

/** Half light, half dark: as the system has it. */
export function SystemIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none" />
    </Icon>
  );
}

export function LinkIcon() {
  return (
    <Icon>
      <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />
    </Icon>
  );
}

export function ListIcon() {
  return (
    <Icon>
      <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.5M2.5 8h.5M2.5 12h.5" />
    </Icon>
  );
}
