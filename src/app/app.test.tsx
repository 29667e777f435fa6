import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Route } from "../state/route";
import { toLesson } from "../state/route";
import { lesson, otherLesson, SLUG, startedLab } from "../state/testing/started-lab";
import { App } from "./App";

const texts = (slug: string) => ({
  Content: () => <p>text of {slug}</p>,
  explanation: null,
  pictures: {},
});

/** The page as it is before any script has run. */
async function page(route: Route, lessons = [lesson]): Promise<string> {
  const { lab } = await startedLab({ lessons });
  lab.actions.goTo(route);
  // React renders from the first state where there is no browser.
  lab.store.getInitialState = lab.store.getState;
  return renderToStaticMarkup(<App lab={lab} texts={texts} />);
}

describe("the page", () => {
  it("shows the one lesson there is, and no list", async () => {
    const html = await page(toLesson(SLUG));
    expect(html).toContain(`text of ${SLUG}`);
    expect(html).toMatch(/<nav class="page-nav"[^>]*><a [^>]*aria-current="page">Lesson</);
    expect(html).not.toContain("#/lessons");
  });

  it("shows another lesson under its own name", async () => {
    const html = await page(toLesson("line-step"), [lesson, otherLesson]);
    expect(html).toContain("text of line-step");
    expect(html).not.toContain(`text of ${SLUG}`);
    expect(html).toMatch(/class="brand" href="#\/lesson\/line-step">.*?Line</);
    expect(html).toContain("<code>line_step</code> on the two cases of the lesson");
  });

  it("lists the lessons where there are several", async () => {
    const html = await page({ page: "lessons" }, [lesson, otherLesson]);
    expect(html).toContain(`<a href="#/lesson/${SLUG}">${lesson.title}</a>`);
    expect(html).toContain('<a href="#/lesson/line-step">A line</a><p>Fit it.</p>');
    expect(html).toMatch(/aria-current="page">Lessons</);
    expect(html).not.toContain("Skip to the editor");
  });
});
