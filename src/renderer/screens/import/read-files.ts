import { failureOf } from '../../app/failure'
import type { Engine } from '../../app/engine'
import type { Failure } from '../../../shared/contract/failure'
import { LARGEST_DOCUMENT } from '../../../shared/contract/imports'
import type { Localized } from '../../../shared/language'
import type { ChosenFile, ReviewFile } from './import-files'
import { messages } from './messages'

/** What was read of a choice. `importId` is null when nothing waits in the engine; `stopped` when the user ended it before the last file. */
export type Reading = { readonly importId: string | null; readonly files: readonly ReviewFile[]; readonly stopped: boolean }

type Progress = { readonly done: number; readonly total: number; readonly fileName: string }

/**
 * Reads files into one import, a call each: memory holds one file at a time however many there are, and ending it keeps every file that was read.
 * One bad file never stops the others. Once the disk is full, the others are named without being carried to it.
 */
export async function readFiles(engine: Engine, chosen: readonly ChosenFile[], signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Reading> {
  const files: ReviewFile[] = []
  let importId: string | null = null
  let full: Failure | null = null
  for (const [at, { file, folder }] of chosen.entries()) {
    if (signal.aborted) break
    onProgress({ done: at, total: chosen.length, fileName: file.name })
    if (full !== null) {
      files.push({ status: 'refused', key: `disk-full/${at}`, fileName: file.name, folder, error: full, warnings: [] })
      continue
    }
    try {
      if (file.size > LARGEST_DOCUMENT) {
        files.push(refused(`too-large/${at}`, { file, folder }, 'too-large', (text) => text.tooLarge(file.name)))
        continue
      }
      const events = await engine.imports.read({ files: [{ fileName: file.name, content: file }], ...(importId === null ? {} : { into: importId }) }, { signal })
      for await (const event of events) {
        if (event.type !== 'finished') continue
        // An import of which nothing was read does not wait; its id is good for the next file all the same.
        importId = event.importId
        for (const result of event.files) files.push({ ...result, folder, key: result.status === 'read' ? result.key : `${result.status}/${at}` })
        full = event.files.flatMap((result) => (result.status === 'refused' && result.error.code === 'disk-full' ? [result.error] : []))[0] ?? null
      }
    } catch (error) {
      if (signal.aborted) break
      files.push({ status: 'refused', key: `failed/${at}`, fileName: file.name, folder, error: failureOf(error), warnings: [] })
    }
  }
  onProgress({ done: files.length, total: chosen.length, fileName: '' })
  return { importId: files.some(({ status }) => status === 'read') ? importId : null, files, stopped: files.length < chosen.length }
}

/** A file of a folder that is not carried to the gate. */
export const notADocument = (chosen: ChosenFile, at: number): ReviewFile => refused(`not-a-document/${at}`, chosen, 'not-a-document', (text) => text.notADocument)

const refused = (key: string, { file, folder }: ChosenFile, code: string, sentence: (text: (typeof messages)['en']) => string): ReviewFile => {
  const message: Localized = { 'zh-CN': sentence(messages['zh-CN']), en: sentence(messages.en) }
  return { status: 'refused', key, fileName: file.name, folder, error: { code, message }, warnings: [] }
}
