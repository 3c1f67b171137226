import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const program = resolve('out/main/cli.js')

export type Ended = { readonly code: number; readonly out: string; readonly err: string }

/** A folder of its own for a test file: documents, exports and a library. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'))

  /** Runs the built command line on this desk's library, in its folder, in English. */
  lectern(...words: readonly string[]): Promise<Ended> {
    return this.lecternWith({}, ...words)
  }

  /** The same with `env` over the environment of the test. */
  lecternWith(env: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ended> {
    if (!existsSync(program)) throw new Error('out/main/cli.js is missing: run `npm run build` first.')
    return new Promise((done) => {
      execFile(process.execPath, [program, '--library', join(this.folder, 'library'), '--lang', 'en', ...words], { cwd: this.folder, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }, (error, out, err) =>
        done({ code: error === null ? 0 : Number(error.code), out, err }),
      )
    })
  }

  /** The one JSON document of `--json`; fails the test when there is anything else on standard output. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the shape that formats.md promises
  async json<T>(...words: readonly string[]): Promise<{ code: number; answer: T; err: string }> {
    const { code, out, err } = await this.lectern(...words, '--json')
    return { code, answer: JSON.parse(out) as T, err }
  }

  write(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true })
    writeFileSync(join(this.folder, name), content)
    return name
  }

  at(...parts: readonly string[]): string {
    return join(this.folder, ...parts)
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
