import { ArchiveCopies, type HashedBytes } from '../../zip/archive-copies'
import type { ZipEntry } from '../../zip/write-zip'
import { lintFiles } from '../lint/lint-package'
import { EntryMemory } from './entry-memory'

/** A package is built otherwise than those before when this many builds were seen since: they are forgotten together. */
const MOST_BUILDS = 4096

/**
 * Packages of Office files of which each has most of its files in common with those before. What is written is what `writeZip` writes of the same files;
 * only what differs is compressed and checked.
 */
export class PackageCopies {
  readonly #entries = new EntryMemory()
  readonly #sound = new Set<string>()
  readonly #archives = new ArchiveCopies()

  /**
   * @param build names how the files are built where the caller knows it: packages of one build are checked once
   * @param ready parts that are compressed already, instead of the files of their names
   * @throws Error when the package breaks a rule of the lint: a defect of ours
   */
  write(files: ReadonlyMap<string, string | Uint8Array>, build: string | null = null, ready: ReadonlyMap<string, ZipEntry> = new Map()): HashedBytes {
    const made: string[] = []
    const entries = [...files].map(([name, content]) => {
      const given = ready.get(name)
      if (given !== undefined) return given
      const { entry, isNew } = this.#entries.entry(name, content)
      if (build === null && isNew && typeof content === 'string') made.push(`${name}\n${buildOf(content)}`)
      return entry
    })
    this.#check(build ?? `${[...files.keys()].join('\n')}\n${made.join('\n')}`, files)
    return this.#archives.write(entries)
  }

  /** Whether a rule is kept follows from how the files are built, not from what they say: packages of one build are checked once. */
  #check(build: string, files: ReadonlyMap<string, string | Uint8Array>): void {
    if (this.#sound.has(build)) return
    const findings = lintFiles(files)
    if (findings.length > 0) throw new Error(`A copy was written wrongly: ${findings.join('; ')}`)
    if (this.#sound.size >= MOST_BUILDS) this.#sound.clear()
    this.#sound.add(build)
  }
}

/** XML without its words: text and the values of attributes that people read, colours and measures, each only as "there is some". */
const buildOf = (xml: string): string => xml.replaceAll(/>[^<]+</g, '>…<').replaceAll(/ (descr|name|title|val|typeface|lang|altLang|x|y|cx|cy|sz)="[^"]+"/g, ' $1="…"')
