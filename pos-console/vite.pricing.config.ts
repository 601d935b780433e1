import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Bundles the pricing kernel for Node: to be compared with order-service's, and to freeze golden vectors. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  publicDir: false,
  build: {
    ssr: true,
    outDir: '../.till/pricing',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: ['scripts/pricing/bridge.ts', 'scripts/pricing/cost.ts', 'scripts/pricing/freeze.ts'],
    },
  },
});
