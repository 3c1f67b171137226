import { hash } from 'node:crypto'
import { ArchiveCopies, type HashedBytes } from '../../zip/archive-copies'
import type { ZipEntry } from '../../zip/write-zip'
import { lintFiles } from '../lint/lint-package'
import { EntryMemory } from './entry-memory'

/** A package is built otherwise than those before when this many builds were seen since: they are forgotten together. */
const MOST_BUILDS = 4096

type Files = ReadonlyMap<string, string | Uint8Array>

/**
 * Packages of Office files of which each has most of its files in common with those before. What is written is what `writeZip` writes of the same files;
 * only what differs is compressed and checked.
 */
export class PackageCopies {
  readonly #entries = new EntryMemory()
  /** SHA-256 of builds in which the lint found nothing. */
  readonly #sound = new Set<string>()
  readonly #archives = new ArchiveCopies()

  /**
   * @param ready parts that are compressed already, instead of the files of their names
   * @param lint by default once for each build of packages; `now`, or `done` where a package of the same build was checked, say callers who know how theirs are built
   * @throws Error when the package breaks a rule of the lint: a defect of ours
   */
  write(files: Files, ready: ReadonlyMap<string, ZipEntry> = new Map(), lint: 'once' | 'now' | 'done' = 'once'): HashedBytes {
    const made: string[] = []
    const entries = [...files].map(([name, content]) => {
      const given = ready.get(name)
      if (given !== undefined) return given
      const { entry, isNew } = this.#entries.entry(name, content)
      if (lint === 'once' && isNew && typeof content === 'string') made.push(`${name}\n${buildOf(content)}`)
      return entry
    })
    if (lint === 'once') this.#checkOnce(`${[...files.keys()].join('\n')}\n${made.join('\n')}`, files)
    if (lint === 'now') check(files)
    return this.#archives.write(entries)
  }

  /** Whether a rule is kept follows from how the files are built, not from what they say. */
  #checkOnce(build: string, files: Files): void {
    const known = hash('sha256', build, 'base64')
    if (this.#sound.has(known)) return
    check(files)
    if (this.#sound.size >= MOST_BUILDS) this.#sound.clear()
    this.#sound.add(known)
  }
}

function check(files: Files): void {
  const findings = lintFiles(files)
  if (findings.length > 0) throw new Error(`A copy was written wrongly: ${findings.join('; ')}`)
}

/** XML without its words: text and the values of attributes that people read, colours and measures, each only as "there is some". */
const buildOf = (xml: string): string => xml.replaceAll(/>[^<]+</g, '>…<').replaceAll(/ (descr|name|title|val|typeface|lang|altLang|x|y|cx|cy|sz)="[^"]+"/g, ' $1="…"')
