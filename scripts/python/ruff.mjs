import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { parse } from "smol-toml";

// A pattern such as golden/*.py or **/__init__.py as a regular expression.
function matcher(pattern) {
  const source = pattern
    .split("**/")
    .map((part) => part.replaceAll(".", "\\.").replaceAll("*", "[^/]*"))
    .join("(.*/)?");
  return new RegExp(`^${source}$`);
}

/** Ruff with the settings of a pyproject.toml. The WebAssembly build knows no file names, so rules per file are applied here. */
export function createRuff(pyproject) {
  const options = parse(pyproject).tool.ruff;
  const perFile = Object.entries(options.lint["per-file-ignores"] ?? {}).map(
    ([pattern, codes]) => ({ matches: matcher(pattern), codes }),
  );
  const workspace = new Workspace(options, PositionEncoding.Utf16);
  const imports = new Workspace(
    { ...options, lint: { ...options.lint, select: ["I"], ignore: [] } },
    PositionEncoding.Utf16,
  );

  /** Whether a rule is switched off for a file. */
  function isOff(file, rule) {
    return perFile.some(
      ({ matches, codes }) =>
        matches.test(file) && codes.some((code) => code === "ALL" || rule.startsWith(code)),
    );
  }

  return {
    /** The source as it should be laid out: imports in order, then formatted. */
    tidied(file, source) {
      const sorted = isOff(file, "I001") ? source : fixed(source, imports.check(source));
      return workspace.format(sorted);
    },

    /** What the linter finds in a file, as `line:column code text`. */
    faults(file, source) {
      return workspace
        .check(source)
        .filter(({ code }) => code === null || !isOff(file, code))
        .map(
          ({ code, message, start_location: at }) =>
            `${at.row}:${at.column} ${code ?? ""} ${message}`,
        );
    },
  };
}

/** A source with the edits that go with some findings, last one first so that places stay right. */
function fixed(source, findings) {
  const lines = source.split("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
  const offset = ({ row, column }) => starts[row - 1] + column - 1;
  return findings
    .flatMap(({ fix }) => fix?.edits ?? [])
    .map(({ content, location, end_location: end }) => ({
      content,
      from: offset(location),
      to: offset(end),
    }))
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, { content, from, to }) => text.slice(0, from) + (content ?? "") + text.slice(to),
      source,
    );
}
