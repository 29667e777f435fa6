import type { ComponentType } from "react";
import type { ThemeChoice } from "../state/settings";
import { Button } from "../ui/Button";
import { MoonIcon, SunIcon, SystemIcon } from "../ui/icons";

const NEXT: Record<ThemeChoice, ThemeChoice> = { system: "light", light: "dark", dark: "system" };
const ICONS: Record<ThemeChoice, ComponentType> = {
  system: SystemIcon,
  light: SunIcon,
  dark: MoonIcon,
};
const WORDS: Record<ThemeChoice, string> = {
  system: "as the system",
  light: "light",
  dark: "dark",
};

export type ThemeButtonProps = { theme: ThemeChoice; onTheme: (theme: ThemeChoice) => void };

/** Light, dark or as the system has it, one after the other. */
export function ThemeButton({ theme, onTheme }: ThemeButtonProps) {
  const Icon = ICONS[theme];
  const words = `Colours: ${WORDS[theme]}. Change to ${WORDS[NEXT[theme]]}`;
  return (
    <Button
      kind="text"
      className="needs-script"
      icon={<Icon />}
      aria-label={words}
      title={words}
      onClick={() => onTheme(NEXT[theme])}
    />
  );
}
