import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Earlier } from "./Earlier";
import { clockText, Waiting } from "./Waiting";

it("counts whole seconds up to the limit", () => {
  expect(clockText(0, 10_000)).toBe("0 of 10 s");
  expect(clockText(7_999, 12_000)).toBe("7 of 12 s");
  expect(clockText(10_400, 10_000)).toBe("10 of 10 s");
});

it("says what is waited for, how much of it is there, how long it has run", () => {
  const amount = { label: "Loading Python", loaded: 3, total: 10 };
  const clock = { since: performance.now() - 7_500, limitMs: 12_000 };
  expect(
    renderToStaticMarkup(<Waiting text="Python: 30 %" amount={amount} clock={null} />),
  ).toMatch(/Python: 30 %.*<progress aria-label="Loading Python" value="3" max="10">/);
  expect(renderToStaticMarkup(<Waiting text="running" amount={null} clock={clock} />)).toContain(
    '<span class="waiting-clock">7 of 12 s</span>',
  );
});

it("greys what is of another text, under a sentence", () => {
  const html = (note: string | null) => renderToStaticMarkup(<Earlier note={note}>Passed</Earlier>);
  expect(html("From an earlier text.")).toMatch(
    /data-earlier="true"><p class="earlier-note">From an earlier text\.<\/p>Passed/,
  );
  expect(html(null)).toBe('<div class="earlier">Passed</div>');
});
