import { DOCUMENT, FOOTNOTES, RUNNING_HEAD } from '../docx/word-names'
import type { DocumentTrace, WordyPart } from './document-trace'
import type { HashedBytes } from '../../zip/archive-copies'
import { entry, type ZipEntry } from '../../zip/write-zip'
import { text as xmlText } from '../xml'
import { PackageCopies } from './package-copies'

type Files = ReadonlyMap<string, string | Uint8Array>

/** A part and where in its bytes each of its texts stands. */
type Gapped = { readonly name: string; readonly bytes: Buffer; readonly texts: readonly string[]; /** First byte of each text, and the first behind it. */ readonly places: readonly (readonly [start: number, end: number])[] }
type Template = { readonly files: Files; readonly parts: Readonly<Record<WordyPart, Gapped | null>> }

const wordyParts = ['document', 'footnotes', 'header'] as const satisfies readonly WordyPart[]

/** Builds that are remembered; schools' own cases are built in many ways, but in the same ones again and again. */
const KEPT = 24

/** A text of a run. */
const TEXT = /(<w:t(?: [^>]*)?>)([^<]*)(?=<\/w:t>)/g

/**
 * A document in many copies that differ in what they say and hardly in how they are built. The first of each build is written as a whole; of the others only
 * the texts are put in their places, and it is checked once for every build that the writer's texts stand exactly where they are expected. What is written is
 * what a full export writes, byte for byte.
 */
export class DocumentCopies {
  readonly #packages = new PackageCopies()
  #templates: readonly { readonly build: string; readonly template: Template | null }[] = []

  /**
   * @param own parts that each copy has of its own, whole: its properties, which name title and speaker, its colours and its logo
   * @param write makes the files of the document as a full export does
   * @returns a `.docx`, in memory that the next copy is written into
   */
  write({ build, texts }: DocumentTrace, own: Files, write: () => Files): HashedBytes {
    const known = this.#templates.find((one) => one.build === build)
    if (known === undefined) {
      const files = write()
      const template = templateOf(files, texts)
      const first = template === null ? this.#packages.write(files) : this.#fill(template, texts, own, 'now')
      // Not before it was found sound.
      this.#remember(build, template)
      return first
    }
    this.#remember(build, known.template)
    return known.template === null ? this.#packages.write(write()) : this.#fill(known.template, texts, own, 'done')
  }

  #fill({ files, parts }: Template, texts: DocumentTrace['texts'], own: Files, lint: 'now' | 'done'): HashedBytes {
    const filled = new Map<string, ZipEntry>()
    for (const part of wordyParts) {
      const gapped = parts[part]
      if (gapped !== null) filled.set(gapped.name, entry(gapped.name, withTexts(gapped, texts[part])))
    }
    return this.#packages.write(new Map([...files, ...own]), filled, lint)
  }

  #remember(build: string, template: Template | null): void {
    if (this.#templates[0]?.build === build) return
    this.#templates = [{ build, template }, ...this.#templates.filter((one) => one.build !== build)].slice(0, KEPT)
  }
}

/** The part with other texts. */
function withTexts({ bytes, texts: own, places }: Gapped, texts: readonly string[]): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  for (const [index, text] of texts.entries()) {
    if (text === own[index]) continue
    const [start, end] = places[index]!
    pieces.push(bytes.subarray(at, start), Buffer.from(xmlText(text), 'utf8'))
    at = end
  }
  return pieces.length === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(at)])
}

/** Null where the texts of the files are not those that were expected: then every copy of this build is written as a whole. */
function templateOf(files: Files, texts: DocumentTrace['texts']): Template | null {
  const [document, footnotes, header] = [gapped(files, DOCUMENT, texts.document), gapped(files, FOOTNOTES, texts.footnotes), gapped(files, files.has(RUNNING_HEAD) ? RUNNING_HEAD : undefined, texts.header)]
  if (document === undefined || footnotes === undefined || header === undefined) return null
  // A part is kept once, as the bytes that texts are put into.
  const bytes = [document, footnotes, header].flatMap((part) => (part === null ? [] : [[part.name, part.bytes] as const]))
  return { files: new Map([...files, ...bytes]), parts: { document, footnotes, header } }
}

/** Null where there is nothing to say and no part to say it in; undefined where text and part do not fit. */
function gapped(files: Files, name: string | undefined, expected: readonly string[]): Gapped | null | undefined {
  const content = name === undefined ? undefined : files.get(name)
  if (typeof content !== 'string' || name === undefined) return expected.length === 0 ? null : undefined
  const places: [number, number][] = []
  let at = 0
  let bytes = 0
  for (const match of content.matchAll(TEXT)) {
    const [, tag = '', text = ''] = match
    const next = expected[places.length]
    if (next === undefined || text !== xmlText(next)) return undefined
    const start = match.index + tag.length
    bytes += Buffer.byteLength(content.slice(at, start))
    at = start + text.length
    places.push([bytes, (bytes += Buffer.byteLength(text))])
  }
  return places.length === expected.length ? { name, bytes: Buffer.from(content), texts: expected, places } : undefined
}
