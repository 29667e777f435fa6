/** What others show of the page: the preview of a shared link, and a phone's home screen. */

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

/**
 * @param {{ title: string, description: string }} page
 * @param {string} site the page's address with a slash at its end, which most previews want before a picture's name;
 *   "" where it is not known
 */
export function previewTags({ title, description }, site) {
  const tags = {
    "og:type": "website",
    "og:title": title,
    "og:description": description,
    "og:image": `${site}card.png`,
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": title,
    ...(site === "" ? {} : { "og:url": site }),
    "twitter:card": "summary_large_image",
  };
  return Object.entries(tags)
    .map(([name, text]) => `<meta property="${name}" content="${escapeHtml(text)}" />`)
    .join("\n    ");
}

/**
 * The web app manifest, as text.
 * @param {{ title: string, shortTitle: string, description: string }} page
 */
export function manifestOf({ title, shortTitle, description }) {
  const icons = [192, 512].map((size) => ({
    src: `./icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose: "any maskable",
  }));
  return JSON.stringify({
    name: title,
    short_name: shortTitle,
    description,
    start_url: "./",
    display: "minimal-ui",
    background_color: "#fcfbf8",
    theme_color: "#fcfbf8",
    icons: [...icons, { src: "./favicon.svg", sizes: "any", type: "image/svg+xml" }],
  });
}
