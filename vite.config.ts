import mdx from "@mdx-js/rollup";
import rehypeShiki from "@shikijs/rehype";
import react from "@vitejs/plugin-react";
import remarkGfm from "remark-gfm";
import { defineConfig } from "vite";
import { snippetClasses } from "./scripts/snippet-classes";
import { SNIPPET_THEME } from "./scripts/snippet-theme";
import { extraLessons } from "./scripts/vite-extra-lessons";
import { facadeTypesModule } from "./scripts/vite-facade-types";
import { runtimeAssets } from "./scripts/vite-runtime-assets";

/** ```` ```ts id=first run ```` becomes data-id="first" data-run="" on the highlighted <pre>. */
function metaToDataAttributes(meta: string): Record<string, string> {
  const words = meta.split(/\s+/).filter((word) => /^[\w-]+(=.*)?$/.test(word));
  return Object.fromEntries(
    words.map((word) => {
      const [key = "", value = ""] = word.split("=", 2);
      return [`data-${key}`, value];
    }),
  );
}

const highlight = {
  theme: SNIPPET_THEME,
  langs: ["typescript", "python", "text", "bash"],
  addLanguageClass: true,
  parseMetaString: metaToDataAttributes,
  transformers: [snippetClasses],
  // A busy machine would leave lines without colours, others in the browser than in the HTML.
  tokenizeTimeLimit: 0,
};

/** Of `scripts/build.mjs`: a folder whose lessons the page has besides its own (`--lessons`), and `--packed`. */
const { EXTRA_LESSONS, PACKED } = process.env;

export default defineConfig(({ isSsrBuild }) => ({
  // Relative, so that the built page works from any folder of any static host; `scripts/build.mjs --base` names one.
  base: "./",
  plugins: [
    {
      enforce: "pre",
      ...mdx({ remarkPlugins: [remarkGfm], rehypePlugins: [[rehypeShiki, highlight]] }),
    },
    react({ include: /\.(mdx|tsx?)$/ }),
    facadeTypesModule(),
    EXTRA_LESSONS ? extraLessons(EXTRA_LESSONS) : null,
    // Prerendering shows the page before anything runs: it needs no sandbox.
    !isSsrBuild && runtimeAssets({ packed: PACKED === "yes" }),
  ],
  worker: { format: "es" },
  build: {
    target: "es2022",
    // The page's own fonts and images stay files; the page's CSP knows data: for images only where needed.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
}));
