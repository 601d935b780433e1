import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { mockSuite } from './dev/mock-suite.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const gateway = process.env.GATEWAY_URL ?? 'http://localhost:8080';

/** In mode `mock` the dev and preview servers answer for the suite themselves; nothing of it is ever built. */
function mock(): Plugin {
  return {
    name: 'mock-suite',
    apply: (_, { mode }) => mode === 'mock',
    configureServer: (server) => void server.middlewares.use(mockSuite()),
    configurePreviewServer: (server) => void server.middlewares.use(mockSuite()),
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    mock(),
    VitePWA({
      registerType: 'prompt',
      includeAssets: ['icon.svg', 'silent-check-sso.html', 'silent-check-sso.js'],
      manifest: {
        name: 'Tillstream',
        short_name: 'Tillstream',
        description: 'Till and back office',
        id: '/',
        start_url: '/',
        display: 'standalone',
        background_color: '#f1f2f6',
        theme_color: '#2c3fc0',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,ttf,wasm}'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/auth\//, /^\/silent-check-sso/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  define: { __APP_VERSION__: JSON.stringify(version) },
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      // As modules only what is used comes along; nothing else here asks for another copy of it.
      dexie: 'dexie/dist/modern/dexie.mjs',
    },
  },
  build: { target: 'es2022', manifest: true, sourcemap: false },
  server: {
    port: 5173,
    // the sentences that explain prices are shared with order-service
    fs: { allow: ['.', '../contracts/pricing'] },
    ...(mode === 'mock' ? {} : { proxy: { '/api': gateway, '/auth': gateway } }),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
}));
