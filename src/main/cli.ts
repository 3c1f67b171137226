/** The third door: the same use cases from the command line (formats.md, "Command line"). */
import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { failureOf } from '../shared/contract/failure'
import type { Language, Localized } from '../shared/language'
import { LecternError } from '../shared/outcome'
import { parseArguments, type Arguments, type CommandName } from './command-line/arguments'
import { help } from './command-line/help'
import { runCommand } from './command-line/run-command'
import { Session } from './command-line/session'
import { UsageError } from './command-line/usage-error'
import { dataFolder, libraryFolder } from './host/library-folder'
import { packageVersion } from './host/package-version'
import { systemLanguage } from './host/system-language'
import { browserPress } from './printing/browser-press'

const version = packageVersion(new URL('../../package.json', import.meta.url))

/** Synchronous, so that a pipe has all of it before the process ends. */
function print(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(`${text}\n`)
  for (let written = 0; written < bytes.byteLength; ) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') return // the reader has seen enough, e.g. `head`
      if (code !== 'EAGAIN') throw error
    }
  }
}

/** One line on a terminal, rewritten; nothing where standard error is a file or a pipe. */
const progress = (text: string): void => void (process.stderr.isTTY && process.stderr.write(`\r\x1b[2K${text}`))

/**
 * What fills a library may begin one in the folder that the same command names, whether or not there was one before: scripts make and remove
 * folders. What only reads or takes away never does; neither does a command that leaves the folder to us.
 */
const bringsIn: ReadonlySet<string> = new Set(['import', 'talk import', 'bundle merge', 'schools import', 'restore', 'demo'] satisfies CommandName[])

/** @returns the exit code */
async function run(words: readonly string[]): Promise<number> {
  let parsed: Arguments
  try {
    parsed = parseArguments(words)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const named = /^(?:zh-CN|en)$/.exec(words[words.indexOf('--lang') + 1] ?? '')?.[0] as Language | undefined
    return refuse('usage', error.localized, named ?? systemLanguage(), words.includes('--json'), 2)
  }
  const language = parsed.language ?? systemLanguage()
  const json = parsed.values.json === true
  if (parsed.command === 'help' || parsed.command === 'version') {
    print(1, parsed.command === 'help' ? help[language] : version)
    return 0
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(cancelled))
  const session = new Session(language, progress, stop.signal, {
    folder: libraryFolder(parsed.values.library),
    version,
    host: 'command-line',
    create: parsed.values.create === true || (parsed.values.library !== undefined && bringsIn.has(parsed.command)),
    dataFolder: dataFolder(),
    readerFile: fileURLToPath(new URL('./reader.js', import.meta.url)),
    checkerFile: fileURLToPath(new URL('./checker.js', import.meta.url)),
    taskFile: fileURLToPath(new URL('./task.js', import.meta.url)),
    packFile: fileURLToPath(new URL('./pack.js', import.meta.url)),
    starterFolder: fileURLToPath(new URL('../../resources/starter/', import.meta.url)),
    openPress: browserPress(fileURLToPath(new URL('../renderer/', import.meta.url))),
  })
  try {
    const answer = await runCommand(session, parsed.command, parsed)
    progress('')
    if (json) print(1, JSON.stringify(answer.json, null, 2))
    else if (answer.lines.length > 0) print(1, answer.lines.join('\n'))
    for (const problem of answer.problems) print(2, problem)
    return answer.problems.length > 0 ? 1 : 0
  } catch (error) {
    progress('')
    if (error instanceof UsageError) return refuse('usage', error.localized, language, json, 2)
    const failure = error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(stop.signal.aborted ? cancelled : error)
    if (failure.code === 'defect' && process.env['LECTERN_DEBUG'] !== undefined) console.error(error)
    return refuse(failure.code, failure.message, language, json, 1)
  } finally {
    session.close()
  }
}

const cancelled = new LecternError('cancelled', { 'zh-CN': '已经停止，没有留下半个文件。', en: 'Stopped. No half-made file was left.' })

function refuse(code: string, message: Localized, language: Language, json: boolean, exitCode: 1 | 2): number {
  if (json) print(1, JSON.stringify({ error: { code, message: message[language] } }, null, 2))
  print(2, message[language])
  return exitCode
}

process.exitCode = await run(process.argv.slice(2))
