import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, readSettings, writeSettings } from "./settings";
import { memoryStorage } from "./testing/memory-storage";

describe("settings", () => {
  it("come back as they were written", () => {
    const storage = memoryStorage();
    const settings = {
      theme: "dark",
      language: "python",
      device: "cpu",
      layouts: { lesson: { "lesson-read": 40, "lesson-bench": 60 } },
    } as const;
    writeSettings(storage, settings);
    expect(readSettings(storage)).toEqual(settings);
    expect(readSettings(storage, "webgl").device).toBe("webgl");
    writeSettings(storage, { ...settings, device: null });
    expect(readSettings(storage).device).toBeNull();
  });

  it("ignores what is not a setting", () => {
    const storage = memoryStorage();
    storage.setItem("theme", "purple");
    storage.setItem("language", "cobol");
    storage.setItem("layouts", '{"lesson":{"a":"wide"}}');
    expect(readSettings(storage)).toEqual(DEFAULT_SETTINGS);
    storage.setItem("layouts", "{not json");
    expect(readSettings(storage)).toEqual(DEFAULT_SETTINGS);
  });

  it("does without storage, and with storage that throws", () => {
    const denied: Storage = {
      ...memoryStorage(),
      getItem() {
        throw new DOMException("denied", "SecurityError");
      },
      setItem() {
        throw new DOMException("denied", "SecurityError");
      },
    };
    for (const storage of [null, denied]) {
      writeSettings(storage, DEFAULT_SETTINGS);
      expect(readSettings(storage)).toEqual(DEFAULT_SETTINGS);
    }
  });
});
