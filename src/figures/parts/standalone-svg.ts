/** What a drawing's look is made of; all else is in its attributes. */
const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "display",
  "visibility",
];

/**
 * A drawing on the page as a file that needs no style sheet: each part carries the look that it has now, on the page's
 * ground. Parts with `data-screen-only` (handles, focus rings) are left out.
 */
export function standaloneSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [i, original] of originals.entries()) {
    const style = getComputedStyle(original);
    const kept = PROPERTIES.map((name) => `${name}:${plainColour(style.getPropertyValue(name))}`);
    copies[i]?.setAttribute("style", kept.join(";"));
    copies[i]?.removeAttribute("class");
  }
  for (const part of copy.querySelectorAll("[data-screen-only]")) part.remove();
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.prepend(groundOf(drawing));
  return new XMLSerializer().serializeToString(copy);
}

/** Mixed colours are computed to a form that many programs do not read: `color(srgb 0.5 0.5 0.5)`. */
export function plainColour(value: string): string {
  return value.replace(
    /color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)/g,
    (_, red: string, green: string, blue: string, alpha = "1") => {
      const [r, g, b] = [red, green, blue].map((share) => Math.round(Number(share) * 255));
      return `rgba(${r}, ${g}, ${b}, ${alpha})`;
    },
  );
}

function groundOf(drawing: SVGSVGElement): SVGRectElement {
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const { x, y, width, height } = drawing.viewBox.baseVal ?? { x: 0, y: 0, width: 0, height: 0 };
  ground.setAttribute("x", String(x));
  ground.setAttribute("y", String(y));
  ground.setAttribute("width", width > 0 ? String(width) : "100%");
  ground.setAttribute("height", height > 0 ? String(height) : "100%");
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
  ground.setAttribute("fill", colour);
  return ground;
}
