import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { MANIFEST, readManifest, writeManifest, type PackFile, type PackManifest } from '../../../shared/packs/pack-manifest'
import { indexNames } from '../../../shared/packs/pack-names'
import { readZip } from '../../zip/read-zip'
import type { HashedBytes } from '../../zip/archive-copies'
import { entry, writeZip, type ZipEntry } from '../../zip/write-zip'
import { DirectFiles } from '../../host/direct-files'
import { DiskQueue } from './disk-queue'
import { manifestAt, type ManifestFound } from './manifest-at'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes from which a file is written past the system's memory of files. */
const WORTHWHILE = 64 * 1024

/** Behind the name of a file that will take the place of another. */
const UNFINISHED = '.unfinished'

/**
 * The folder of a run, and the packs in it: each a folder of its own, or a zip. A pack appears whole or not at all: it is written aside and renamed; where there is one already its files
 * are exchanged without its manifest, which comes back last. Files of the user's in a pack are left alone.
 */
export class PackShelf {
  readonly #disk = new DiskQueue()
  readonly #direct = new DirectFiles()
  readonly #aside: string

  constructor(
    readonly folder: string,
    readonly zip: boolean,
  ) {
    this.#aside = join(folder, indexNames.unfinished)
  }

  /** Where a pack lies, from the folder of the run. */
  placeOf(name: string): string {
    return this.zip ? `${name}.zip` : name
  }

  /** Removes what a run that was cut short has left. */
  tidyUp(): void {
    rmSync(this.#aside, { recursive: true, force: true })
  }

  /** The manifest of a pack, and the pack's bytes on the disk, if it is there and every file is, byte for byte, the one that the manifest names; null otherwise. */
  whole(name: string): FinishedPack | null {
    return this.zip ? this.#wholeZip(name) : this.#wholeFolder(name)
  }

  #wholeFolder(name: string): FinishedPack | null {
    const manifest = manifestIn(join(this.folder, name))
    const isThere = ({ name: file, bytes, sha256: expected }: PackFile): boolean => {
      const path = join(this.folder, name, file)
      return statSync(path, { throwIfNoEntry: false })?.size === bytes && sha256(readFileSync(path)) === expected
    }
    return manifest !== null && manifest.files.every(isThere) ? { manifest, bytes: bytesOf(manifest) } : null
  }

  #wholeZip(name: string): FinishedPack | null {
    const path = join(this.folder, this.placeOf(name))
    const archive = zipAt(path)
    const manifest = archive === null ? null : manifestOf(archive.read(MANIFEST))
    if (archive === null || manifest === null) return null
    return manifest.files.every(({ name: file, sha256: expected }) => sha256(archive.read(file) ?? new Uint8Array()) === expected) ? { manifest, bytes: statSync(path).size } : null
  }

  /** Every finished pack of the folder by where it lies, made by this run or another; their files are not looked into. @param known packs that are not looked at */
  async *manifests(known: ReadonlySet<string>): AsyncGenerator<ManifestFound & { readonly place: string }, void, void> {
    for (const place of readdirSync(this.folder).sort()) {
      const found = known.has(place) ? null : await manifestAt(join(this.folder, place))
      if (found !== null) yield { place, ...found }
    }
  }

  /** A pack to be filled. Nothing of it is seen before it is finished. */
  begin(name: string): PackBox {
    return this.zip ? new ZipBox(this, name) : new FolderBox(this, join(this.#aside, name), join(this.folder, name))
  }

  /** Writes a file beside the packs, whole or not at all. */
  put(name: string, content: string | Uint8Array): void {
    this.putWhole(join(this.folder, name), content)
  }

  /** Waits until everything that was written is on the disk. */
  sync(): Promise<void> {
    return this.#disk.settle()
  }

  /** @internal for boxes */
  putWhole(path: string, content: string | Uint8Array): void {
    mkdirSync(this.#aside, { recursive: true })
    writeWhole(`${path}${UNFINISHED}`, content)
    renameSync(`${path}${UNFINISHED}`, path)
    this.#disk.add([path])
  }

  /**
   * @internal for boxes
   * @returns when it is written, where that is not at once: its memory may be used for something else then
   */
  write(path: string, { bytes, blocks }: HashedBytes): Promise<void> | null {
    if (blocks === undefined || bytes.byteLength < WORTHWHILE || !this.#direct.isPossible) {
      writeWhole(path, bytes)
      return null
    }
    return this.#writeDirectly(path, bytes, blocks)
  }

  async #writeDirectly(path: string, bytes: Uint8Array, blocks: Uint8Array): Promise<void> {
    if (!(await this.#direct.write(path, blocks, bytes.byteLength))) writeWhole(path, bytes)
  }

  /** @internal for boxes */
  noteWritten(paths: readonly string[]): void {
    this.#disk.add(paths)
  }
}

export type FinishedPack = { readonly manifest: PackManifest; /** Of the whole pack, on the disk. */ readonly bytes: number }

const bytesOf = (manifest: PackManifest): number => manifest.files.reduce((sum, { bytes }) => sum + bytes, Buffer.byteLength(writeManifest(manifest)))

/** A pack while it is made. The bytes of its files may be used for something else when they are written. */
export type PackBox = {
  put(name: string, file: HashedBytes): void
  /** When all that was put into it is written, or cannot be. */
  written(): Promise<unknown>
  /** Lets the pack be seen. */
  finish(facts: Omit<PackManifest, 'files'>): Promise<FinishedPack>
  /** Leaves nothing of it that is not finished, and what was there before as it was. */
  discard(): Promise<void>
}

class FolderBox implements PackBox {
  readonly #files: PackFile[] = []
  readonly #onTheWay: Promise<void>[] = []

  constructor(
    readonly shelf: PackShelf,
    readonly aside: string,
    readonly place: string,
  ) {
    rmSync(aside, { recursive: true, force: true })
    mkdirSync(aside, { recursive: true })
  }

  put(name: string, file: HashedBytes): void {
    const written = this.shelf.write(join(this.aside, name), file)
    if (written !== null) {
      this.#onTheWay.push(written)
      // What kept it from the disk is told when the pack is to be finished.
      written.catch(() => undefined)
    }
    this.#files.push({ name, bytes: file.bytes.byteLength, sha256: file.sha256 })
  }

  written(): Promise<unknown> {
    return Promise.allSettled(this.#onTheWay)
  }

  async finish(facts: Omit<PackManifest, 'files'>): Promise<FinishedPack> {
    await Promise.all(this.#onTheWay)
    const manifest = { ...facts, files: this.#files }
    writeWhole(join(this.aside, MANIFEST), writeManifest(manifest))
    if (existsSync(this.place)) this.#exchange()
    else renameSync(this.aside, this.place)
    this.shelf.noteWritten([...this.#files.map(({ name }) => join(this.place, name)), join(this.place, MANIFEST)])
    return { manifest, bytes: bytesOf(manifest) }
  }

  /** Without its manifest a pack is not finished: whatever cuts this short, the next run makes it again. */
  #exchange(): void {
    const before = manifestIn(this.place)
    rmSync(join(this.place, MANIFEST), { force: true })
    const names = new Set(this.#files.map(({ name }) => name))
    for (const { name } of before?.files ?? []) if (!names.has(name)) rmSync(join(this.place, name), { force: true })
    for (const name of [...names, MANIFEST]) renameSync(join(this.aside, name), join(this.place, name))
    rmSync(this.aside, { recursive: true })
  }

  async discard(): Promise<void> {
    await this.written()
    rmSync(this.aside, { recursive: true, force: true })
  }
}

class ZipBox implements PackBox {
  readonly #files: PackFile[] = []
  readonly #entries: ZipEntry[] = []

  constructor(
    readonly shelf: PackShelf,
    readonly name: string,
  ) {}

  put(name: string, { bytes, sha256 }: HashedBytes): void {
    this.#entries.push(entry(name, Uint8Array.from(bytes)))
    this.#files.push({ name, bytes: bytes.byteLength, sha256 })
  }

  written(): Promise<unknown> {
    return Promise.resolve()
  }

  async finish(facts: Omit<PackManifest, 'files'>): Promise<FinishedPack> {
    const manifest = { ...facts, files: this.#files }
    const archive = writeZip([...this.#entries, entry(MANIFEST, writeManifest(manifest))])
    this.shelf.putWhole(join(this.shelf.folder, this.shelf.placeOf(this.name)), archive)
    return { manifest, bytes: archive.byteLength }
  }

  async discard(): Promise<void> {
    rmSync(join(this.shelf.folder, `${this.shelf.placeOf(this.name)}${UNFINISHED}`), { force: true })
  }
}

function writeWhole(path: string, content: string | Uint8Array): void {
  if (typeof content === 'string') {
    writeFileSync(path, content)
    return
  }
  const descriptor = openSync(path, 'w')
  try {
    for (let at = 0; at < content.byteLength; ) at += writeSync(descriptor, content, at)
  } finally {
    closeSync(descriptor)
  }
}

const manifestOf = (bytes: Uint8Array | undefined): PackManifest | null => (bytes === undefined ? null : readManifest(new TextDecoder().decode(bytes)))

function manifestIn(folder: string): PackManifest | null {
  const path = join(folder, MANIFEST)
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? manifestOf(readFileSync(path)) : null
}

/** Null where there is none, or none that can be read. */
function zipAt(path: string): ReturnType<typeof readZip> | null {
  if (!existsSync(path)) return null
  try {
    return readZip(readFileSync(path))
  } catch {
    return null
  }
}
