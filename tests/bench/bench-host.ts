import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** The built program without a window of its own, in a process of its own. */
export type BenchHost = {
  readonly pid: number
  /** With the one-time token. */
  readonly address: string
  /** Milliseconds from the start of the process until it listens: the library is open. */
  readonly ready: number
  readonly stop: () => Promise<void>
}

/** @param library its folder @throws Error when the program ends before it listens, as when it was not built */
export async function startBenchHost(library: string): Promise<BenchHost> {
  const started = performance.now()
  const host = spawn(process.execPath, ['out/main/browser-host.js', '--no-open', '--library', library], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: host.stdout }).on('line', (line) => resolve(line.replace(/^Lectern /, '')))
    void ended.then(() => reject(new Error('The host ended before it was ready; is it built?')))
  })
  return {
    pid: host.pid ?? 0,
    address,
    ready: performance.now() - started,
    stop: () => {
      host.kill('SIGTERM')
      return ended
    },
  }
}
