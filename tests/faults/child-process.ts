import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles a process of the tests for plain Node. @returns the file to run */
export const buildChild = async (name: string, folder: 'faults' | 'bench' = 'faults'): Promise<string> => {
  const outDir = join(root, '.cache', folder, String(process.pid)) // test files run side by side
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: join(root, `tests/${folder}/${name}.ts`), outDir, emptyOutDir: true, rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: `${name}.mjs` } } },
  })
  return join(outDir, `${name}.mjs`)
}

export const buildLibraryChild = (): Promise<string> => buildChild('library-child')

export type LibraryChild = {
  readonly pid: number
  /** Everything said so far. */
  readonly lines: string[]
  /** Resolves once a line for which `wanted` holds has been said; rejects when the process ends first. */
  readonly said: (wanted: (line: string) => boolean) => Promise<void>
  /** SIGSTOP: it does nothing more until it is killed. */
  readonly freeze: () => void
  /** SIGKILL: no handler, no clean-up. Resolves once the process is gone and all that it said has been read. */
  readonly kill: () => Promise<void>
}

export const startLibraryChild = (file: string, deed: 'edit' | 'import' | 'review' | 'sketch' | 'hold' | 'upgrade' | 'back-up' | 'restore', folder: string, uid?: number): LibraryChild =>
  startChild(file, [deed, folder, ...(uid === undefined ? [] : [String(uid)])])

/** @param errors what it writes its errors to, and the processes that it starts */
export const startChild = (file: string, words: readonly string[], errors: number | 'inherit' = 'inherit'): LibraryChild => {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'pipe', errors] }) as ChildProcessByStdio<null, Readable, null>
  const lines: string[] = []
  const listeners = new Set<() => void>()
  let unfinished = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (unfinished + text).split('\n')
    unfinished = parts.pop() ?? ''
    lines.push(...parts)
    for (const listener of listeners) listener()
  })
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      resolve()
      for (const listener of listeners) listener()
    })
  })
  return {
    pid: child.pid ?? Number.NaN,
    lines,
    said: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (lines.some(wanted)) resolve()
          else if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`ended after: ${lines.slice(-3).join(' | ')}`))
          else return
          listeners.delete(look)
        }
        listeners.add(look)
        look()
      }),
    freeze: () => void child.kill('SIGSTOP'),
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
  }
}
