/** The programs of the three forms of the model, apart from the page's first script. */
import plainPython from "./sugar/plain.py?raw";
import plainTypescript from "./sugar/plain.ts?raw";
import toLinenPython from "./sugar/to-linen.py?raw";
import toLinenTypescript from "./sugar/to-linen.ts?raw";
import toNnxPython from "./sugar/to-nnx.py?raw";
import toNnxTypescript from "./sugar/to-nnx.ts?raw";

export const SUGAR_PROGRAMS = {
  plain: { python: plainPython, typescript: plainTypescript },
  "to-nnx": { python: toNnxPython, typescript: toNnxTypescript },
  "to-linen": { python: toLinenPython, typescript: toLinenTypescript },
};
