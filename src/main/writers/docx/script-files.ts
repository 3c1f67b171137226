import { fragment, type Xml } from '../xml'
import { BodyWriter } from './body-writer'
import { type ContentsEntry, contentsXml } from './contents'
import { estimatePages } from './estimate-pages'
import { pageNumbers } from './page-number'
import type { Preset } from './presets'
import { paragraph, type ScriptDocument, text } from './script-document'
import { scriptWords } from './script-words'
import { sectionEnd, sectionProperties } from './section'
import { type DocumentFacts, documentFiles, RunningParts } from './word-package'

/** A planned script as the files of a `.docx` by their names, uncompressed. */
export function scriptFiles(script: ScriptDocument, preset: Preset, facts: Omit<DocumentFacts, 'title' | 'speaker'>): ReadonlyMap<string, string | Uint8Array> {
  const writer = new BodyWriter(preset, facts.language, true)
  const running = new RunningParts(writer)
  const feet = pageNumbers(preset).map((foot) => running.add('footer', foot.on, () => foot.paragraph))
  const body = fragment(
    script.opening.map((piece) => writer.paragraph(piece)),
    contentsOf(script, writer),
    sectionEnd(sectionProperties(preset)),
    writer.pieces(script.body),
    sectionProperties(preset, { running: feet, from: 1 }),
  )
  const notes = script.notes.map((note) => writer.run(text(` ${note}`)))
  return documentFiles(body, notes, running, writer, { ...facts, title: script.title, speaker: script.speaker })
}

/** None for a script without headings. */
function contentsOf(script: ScriptDocument, writer: BodyWriter): Xml | null {
  const title = scriptWords[writer.language].contents
  const entries = entriesOf(script, writer)
  return entries.length === 0 ? null : fragment(writer.paragraph(paragraph('contents-title', text(title))), contentsXml(title, entries, writer.preset))
}

function entriesOf(script: ScriptDocument, writer: BodyWriter): readonly ContentsEntry[] {
  const pages = estimatePages(script, writer.preset, writer.language)
  return script.body.flatMap((piece, index): ContentsEntry[] => {
    if (piece.kind !== 'paragraph' || (piece.style !== 'section' && piece.style !== 'block')) return []
    const words = piece.runs.map((run) => ('text' in run ? run.text : '')).join('')
    return [{ style: piece.style === 'section' ? 'contents-1' : 'contents-2', words: writer.run(text(words)), page: pages[index]! }]
  })
}
