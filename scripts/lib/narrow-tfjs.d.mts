import type { Plugin } from "vite";

export function narrowTfjs(): Plugin;
