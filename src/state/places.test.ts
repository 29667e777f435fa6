import { expect, it } from "vitest";
import { createPlaces } from "./places";
import { SLUG, startedLab } from "./testing/started-lab";
import { memoryStorage } from "./testing/memory-storage";

it("are there again when the page is loaded again in the same tab", () => {
  const storage = memoryStorage();
  const places = createPlaces(storage);
  expect(places.read("scroll", "one")).toBeNull();
  places.write("scroll", "one", { heading: "two-halves", below: 120 });
  places.write("caret", "one:python", { anchor: 3, head: 5 });
  places.write("tab", "results:one", "laws");
  places.write("snippet", "one/a", "print(1)");
  places.write("snippet", "one/b", "print(2)");
  places.write("snippet", "one/b", null);
  places.store();
  const again = createPlaces(storage);
  expect(again.read("scroll", "one")).toEqual({ heading: "two-halves", below: 120 });
  expect(again.read("caret", "one:python")).toEqual({ anchor: 3, head: 5 });
  expect(again.read("tab", "results:one")).toBe("laws");
  expect(again.read("snippet", "one/a")).toBe("print(1)");
  expect(again.read("snippet", "one/b")).toBeNull();
});

it("are none where what is stored is of another shape, or nothing can be stored", () => {
  const storage = memoryStorage();
  for (const text of [
    "{",
    "[]",
    '{"scroll":{"one":{"heading":null,"below":-1}},"caret":{},"tab":{},"snippet":{}}',
  ]) {
    storage.setItem("places", text);
    expect(createPlaces(storage).read("scroll", "one")).toBeNull();
  }
  const places = createPlaces(null);
  places.write("scroll", "one", { heading: null, below: 7 });
  places.store();
  expect(places.read("scroll", "one")?.below).toBe(7);
});

it("open the part of the page that was open", async () => {
  const tabStorage = memoryStorage();
  const first = await startedLab({ tabStorage });
  first.lab.actions.openPane("results");
  first.lab.actions.goToLine(SLUG, 1);
  first.lab.actions.leave();
  const { state } = await startedLab({ tabStorage });
  expect(state().pane).toBe("edit");
});
