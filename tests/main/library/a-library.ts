import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MaterialFilter } from '../../../src/shared/contract/library'
import type { ReadDocument } from '../../../src/shared/model/document'
import type { MaterialDraft, ProposedMaterial } from '../../../src/shared/model/material'
import { openLibrary, type Library, type LibraryEnvironment } from '../../../src/main/library/library'
import type { TalkDerived } from '../../../src/main/library/talks'

/** A folder of its own under the system's temporary one, and how to be rid of it. */
export const aFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'lectern-library-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Ids count up and the clock moves a millisecond a look: the same test writes the same library. */
export const anEnvironment = (more: Partial<LibraryEnvironment> = {}): LibraryEnvironment => {
  let ids = 0
  let now = 1_780_000_000_000
  return {
    clock: () => now++,
    newId: () => `019b0000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`,
    ...more,
  }
}

/** A new library for the time of `work`; the folder goes with it. */
export const withLibrary = <T>(work: (library: Library, folder: string) => T, more: Partial<LibraryEnvironment> = {}): T => {
  const folder = aFolder()
  try {
    const library = openLibrary(folder.path, anEnvironment(more))
    try {
      return work(library, folder.path)
    } finally {
      library.close()
    }
  } finally {
    folder.remove()
  }
}

/** The same for work that waits. */
export async function withLibraryAsync(work: (library: Library) => Promise<void>): Promise<void> {
  const folder = aFolder()
  const library = openLibrary(folder.path, anEnvironment())
  try {
    await work(library)
  } finally {
    library.close()
    folder.remove()
  }
}

export const aDraft = (more: Partial<MaterialDraft> = {}): MaterialDraft => ({
  kind: 'note',
  title: '示例素材',
  body: '',
  tags: [],
  topics: [],
  audiences: [],
  status: 'draft',
  stage: null,
  school: '',
  ...more,
})

export const aProposal = (index: number, more: Partial<ProposedMaterial> = {}): ProposedMaterial => ({
  ...aDraft({ kind: 'policy', title: `第${index + 1}条` }),
  index,
  path: ['二、重点任务'],
  locator: '二',
  from: index + 1,
  to: index + 1,
  ...more,
})

export const aDocument = (texts: readonly string[] = ['二、重点任务', '建设数字资源。'], more: Partial<ReadDocument> = {}): ReadDocument => ({
  format: 'md',
  title: '示例规划',
  issuer: '示例教育局',
  number: '示教发〔2026〕1号',
  date: '2026-01-05',
  paragraphs: texts.map((text, position) => ({ index: position + 1, text, number: '', level: position === 0 ? 1 : 0, kind: position === 0 ? 'heading' : 'body' })),
  outline: [{ level: 1, number: '二、', title: '重点任务', paragraph: 1 }],
  materials: [],
  warnings: [],
  ...more,
})

/** Stores a document's bytes and imports it. */
export const importInto = (library: Library, document: ReadDocument = aDocument(), materials: readonly ProposedMaterial[] = [aProposal(0), aProposal(1)]) => {
  const bytes = new TextEncoder().encode(document.paragraphs.map(({ text }) => text).join('\n'))
  const original = library.assets.put(bytes, document.format)
  return library.sources.add({ document, title: document.title, fileName: `${document.title}.${document.format}`, original, bytes: bytes.byteLength, materials })
}

export const aDerived = (more: Partial<TalkDerived> = {}): TalkDerived => ({ title: '示例宣讲', audience: 'principals', format: 'policy+case', minutes: 30, blocks: 3, cites: [], ...more })

/** Titles of all hits, best first. */
export const titlesFor = (library: Library, text: string, filter: Partial<MaterialFilter> = {}): string[] =>
  library.materials.search({ text, filter: MaterialFilter.parse(filter), limit: 200, offset: 0 }).hits.map(({ title }) => title.map((piece) => piece.text).join(''))
