/** Small choices that are remembered between visits; losing them costs nothing. */
import * as v from "valibot";
import { BACKENDS, LANGUAGES } from "../protocol/backend";

export const THEME_CHOICES = ["system", "light", "dark"] as const;

const themeSchema = v.picklist(THEME_CHOICES);
const languageSchema = v.picklist(LANGUAGES);
const deviceSchema = v.picklist(BACKENDS);
const layoutSchema = v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(100)));

export type ThemeChoice = v.InferOutput<typeof themeSchema>;
/** Sizes in percent by pane id. */
export type PaneLayout = v.InferOutput<typeof layoutSchema>;

export type Settings = {
  theme: ThemeChoice;
  /** The language of snippets, editor and runs. */
  language: v.InferOutput<typeof languageSchema>;
  /** What programs compute on; null leaves it to the page. */
  device: v.InferOutput<typeof deviceSchema> | null;
  /** Layout by the id of a group of panes. */
  layouts: Readonly<Record<string, PaneLayout>>;
};

export const DEFAULT_SETTINGS: Settings = {
  theme: "system",
  language: "python",
  device: null,
  layouts: {},
};

/**
 * Reads what is stored; a value that does not fit its schema counts as absent.
 * @param device what the address asks for, instead of what is stored
 */
export function readSettings(storage: Storage | null, device: Settings["device"] = null): Settings {
  return {
    theme: read(storage, "theme", themeSchema) ?? DEFAULT_SETTINGS.theme,
    language: read(storage, "language", languageSchema) ?? DEFAULT_SETTINGS.language,
    device: device ?? read(storage, "device", deviceSchema),
    layouts: readJson(storage, "layouts", v.record(v.string(), layoutSchema)) ?? {},
  };
}

export function writeSettings(storage: Storage | null, settings: Settings): void {
  try {
    storage?.setItem("theme", settings.theme);
    storage?.setItem("language", settings.language);
    if (settings.device === null) storage?.removeItem("device");
    else storage?.setItem("device", settings.device);
    storage?.setItem("layouts", JSON.stringify(settings.layouts));
  } catch {
    // Denied or full: the choices hold for this visit.
  }
}

function read<T>(
  storage: Storage | null,
  name: string,
  schema: v.GenericSchema<unknown, T>,
): T | null {
  try {
    const parsed = v.safeParse(schema, storage?.getItem(name) ?? null);
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function readJson<T>(
  storage: Storage | null,
  name: string,
  schema: v.GenericSchema<unknown, T>,
): T | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage?.getItem(name) ?? "null"));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
