import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const checkout = resolve(import.meta.dirname, '..')
const home = process.env.TILL_HOME ?? join(checkout, '.till')

/** Ends a part of the running suite as a power cut would. */
export async function killPart(part: string): Promise<void> {
  const kept = await readFile(join(home, 'run', `${part}.pid`), 'utf8')
  const pid = /^pid=(\d+)$/m.exec(kept)?.[1]
  if (pid === undefined) throw new Error(`${part} does not run.`)
  process.kill(Number(pid), 'SIGKILL')
}

/** Starts what is missing of the suite, and returns when all of it is ready. */
export async function startAgain(): Promise<void> {
  await run(join(checkout, 'till'), ['up', '--detach'], { env: { ...process.env, TILL_HOME: home }, timeout: 300_000 })
}
