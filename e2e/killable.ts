import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test'

/** A browser with a profile on disk that can be killed as a power cut would, and started again with what it had stored. */
export class KillableBrowser {
  private running: { process: ChildProcess; context: BrowserContext } | null = null

  private constructor(
    private readonly profile: string,
    private readonly launch: LaunchOptions,
  ) {}

  static async with(launch: LaunchOptions): Promise<KillableBrowser> {
    return new KillableBrowser(await mkdtemp(join(tmpdir(), 'till-profile-')), launch)
  }

  get context(): BrowserContext {
    if (!this.running) throw new Error('The browser is not running.')
    return this.running.context
  }

  /** Its first page; without a network if so told, from the first request on. */
  async start(offline: boolean): Promise<Page> {
    const process = spawn(
      this.launch.executablePath ?? 'chromium',
      [
        ...(this.launch.args ?? []),
        ...['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`],
        ...['--lang=en-GB', '--window-size=1280,800', 'about:blank'],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const browser = await chromium.connectOverCDP(await addressOf(process))
    const [context] = browser.contexts()
    if (!context) throw new Error('The browser has no window.')
    this.running = { process, context }
    await context.setOffline(offline)
    const page = context.pages()[0] ?? (await context.newPage())
    await page.setViewportSize({ width: 1280, height: 800 })
    return page
  }

  /** SIGKILL: nothing is flushed, nothing is said goodbye to. */
  async kill(): Promise<void> {
    const { process } = this.running ?? {}
    this.running = null
    if (!process || process.exitCode !== null || process.signalCode !== null) return
    const gone = once(process, 'exit')
    process.kill('SIGKILL')
    await gone
  }

  async remove(): Promise<void> {
    await this.kill()
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function addressOf(process: ChildProcess): Promise<string> {
  let said = ''
  for await (const part of process.stderr ?? []) {
    said += String(part)
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address !== undefined) {
      process.stderr?.resume()
      return address
    }
  }
  throw new Error(`The browser did not start: ${said}`)
}
