import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { citedByTitle } from '../../../shared/citation/cited-by-title'
import { failureOf } from '../../../shared/contract/failure'
import { LecternError } from '../../../shared/outcome'
import type { Structure, TemplateDesign } from '../../../shared/slides/theme'
import { cannotWrite } from '../../host/write-whole-file'
import { paceIn, type PackJob, type PackOutcome, type PackPicture, type PackRun } from './pack-job'
import type { SchoolLook } from '../../../shared/brand/look-in-school'
import { PackShelf } from './pack-shelf'
import { SchoolFiles } from './school-files'

/** Makes the packs of a run one after another, in one thread. */
export class PackMaker {
  readonly #shelf: PackShelf
  readonly #files: SchoolFiles
  readonly #ofTalk: ReadonlyMap<string, PackPicture>
  #ofSchool: ReadonlyMap<string, PackPicture> = new Map()
  /** Of the pack before: when its files are put together, and when they are written. */
  #filled: Promise<unknown> = Promise.resolve()
  #written: Promise<unknown> = Promise.resolve()
  readonly #parts: PackRun['template']
  #structure: Structure | null = null
  #template: TemplateDesign | undefined

  constructor(run: PackRun) {
    this.#shelf = new PackShelf(run.to, run.zip)
    this.#ofTalk = bySource(run.pictures)
    this.#parts = run.template
    this.#files = new SchoolFiles({
      kinds: run.kinds,
      preset: run.preset,
      shownAs: run.shownAs,
      paceOf: paceIn(run.pace),
      catalogue: run.catalogue,
      cited: citedByTitle(run.sources),
      // One and the same pair of functions for all schools: what is laid out for one is remembered for the next.
      pictures: { info: (src) => this.#picture(src)?.info ?? null, bytes: (hash) => this.#bytes(hash) },
    })
  }

  /**
   * Makes one pack after another; while the files of one are on their way to the disk, the next is prepared.
   * @returns what became of it; one school's trouble stops no other
   */
  make(job: PackJob): Promise<PackOutcome> {
    const filled = this.#filled.then(() => this.#fill(job))
    this.#filled = filled.catch(() => undefined)
    return filled.then((finish) => finish())
  }

  /** Puts the files of a pack together. @returns what waits until they are written, and lets the pack be seen */
  async #fill(job: PackJob): Promise<() => Promise<PackOutcome>> {
    // Whoever always has the next job at hand never comes to rest: between two packs it hears what reached the disk.
    await nextTurn()
    const { school, talk, materials, input, folder, markdown, look } = job
    this.#ofSchool = bySource(job.pictures)
    const box = { opened: null as ReturnType<PackShelf['begin']> | null, wanted: 0 }
    const failed = async (error: unknown): Promise<PackOutcome> => {
      await box.opened?.discard()
      return { status: 'failed', ...this.#failure(error, folder), ...(isDiskFull(error) ? { wanted: box.wanted } : {}) }
    }
    try {
      const before = this.#shelf.whole(folder)
      if (before !== null && before.manifest.input === input) return () => Promise.resolve({ status: 'unchanged', ...before })
      const opened = this.#shelf.begin(folder)
      box.opened = opened
      const warnings = await this.#files.write(
        { markdown, audience: talk.audience, look: this.#ofRun(look) },
        (name, file) => {
          box.wanted = file.bytes.byteLength
          opened.put(name, file)
        },
        // The files of this pack are put together in the memory of those before.
        () => this.#written,
      )
      this.#written = opened.written()
      return () => opened.finish({ format: 1, school, talk, materials, input, leftOut: [...job.missing, ...warnings] }).then((pack): PackOutcome => ({ status: 'made', ...pack })).catch(failed)
    } catch (error) {
      const outcome = await failed(error)
      return () => Promise.resolve(outcome)
    }
  }

  /** Bytes that the files of a pack would take. Writes nothing. */
  async measure(job: PackJob): Promise<number> {
    this.#ofSchool = bySource(job.pictures)
    let sum = 0
    await this.#files.write({ markdown: job.markdown, audience: job.talk.audience, look: job.look }, (_name, { bytes }) => void (sum += bytes.byteLength))
    return sum
  }

  /** Waits until what was made is on the disk. */
  sync(): Promise<void> {
    return this.#shelf.sync()
  }

  /** Themes that crossed from another thread are copies; what says how pages are built is one and the same for all that say the same, so that the copies before can be used. */
  #ofRun(look: SchoolLook): SchoolLook {
    const { structure, template } = look.theme
    if (this.#structure === null || !isDeepStrictEqual(this.#structure, structure)) this.#structure = structure
    if (template !== undefined && this.#template?.parts !== template.parts) this.#template = template
    return { ...look, theme: { ...look.theme, structure: this.#structure, ...(template === undefined || this.#template === undefined ? {} : { template: this.#template }) } }
  }

  #failure(error: unknown, folder: string): { readonly failure: Extract<PackOutcome, { status: 'failed' }>['failure'] } {
    const known = error instanceof LecternError ? error : error instanceof Error && 'syscall' in error ? cannotWrite(this.#shelf.placeOf(folder), error) : null
    if (known === null) console.error('[packs]', error)
    return { failure: known === null ? failureOf(error) : { code: known.code, message: known.localized } }
  }

  #picture(src: string): PackPicture | undefined {
    return this.#ofTalk.get(src) ?? this.#ofSchool.get(src)
  }

  #bytes(hash: string): Uint8Array {
    if (hash === this.#parts?.hash) return this.#parts.bytes
    const picture = this.#picture(`asset:${hash}`)
    if (picture === undefined) throw new Error(`No picture of the pack has the hash ${hash}.`)
    return picture.played !== undefined && picture.info.media?.hash === hash ? picture.played : picture.bytes
  }
}

const isDiskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/** A film is found by its own hash too; the poster that stands for it is a picture without anything to play. */
const bySource = (pictures: readonly PackPicture[]): ReadonlyMap<string, PackPicture> =>
  new Map(
    pictures.flatMap((picture): (readonly [string, PackPicture])[] => {
      const { media, ...shown } = picture.info
      return [[`asset:${shown.hash}`, media === undefined ? picture : { ...picture, info: shown }], ...(media === undefined ? [] : [[`asset:${media.hash}`, picture] as const]), [picture.src, picture]]
    }),
  )
