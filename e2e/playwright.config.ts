import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// Debian's browser, or whatever the machine has: nothing is downloaded.
const chromium = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== undefined && existsSync(path))
if (chromium === undefined) {
  throw new Error('No Chromium found. Install it (Debian: apt install chromium) or set CHROMIUM to its path.')
}

const baseURL = process.env.BASE_URL ?? 'http://localhost:8080'

export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        // A shifted gateway may land on a port that browsers keep for other protocols.
        `--explicitly-allowed-ports=${new URL(baseURL).port}`,
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
