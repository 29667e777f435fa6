/** Made by scripts/vite-facade-types.ts: the facade's declarations by the address TypeScript finds them at. */
declare module "virtual:facade-types" {
  export const facadeTypes: readonly { readonly path: string; readonly text: string }[];
}
