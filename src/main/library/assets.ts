import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { PictureInfo } from '../../shared/contract/talks'
import { AssetHash } from '../../shared/model/ids'
import { mediaExtensions, type MediaMime } from '../../shared/model/media'
import { writeAtomically } from './atomic-write'
import type { LibraryFolder } from './folder'
import { assetNotFound } from './not-found'
import type { Sql } from './sql'
import { withStorageErrors } from './storage-errors'

export const assetHashOf = (bytes: Uint8Array): AssetHash => AssetHash.parse(createHash('sha256').update(bytes).digest('hex'))

type AssetRow = { readonly hash: AssetHash; readonly extension: string; readonly bytes: number }
/** `width`, `height` and `mime` of a film or a sound are those of its poster; `media` is what it is itself. */
type PictureRow = PictureInfo & { readonly asked: AssetHash; readonly media_mime: MediaMime | null; readonly media_bytes: number }
type Poster = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/**
 * Original documents, pictures, films and sounds: files named by the SHA-256 of their bytes, so that the same bytes are kept once and damage is noticed.
 * Files are never deleted by an edit; undo may need them again.
 */
export class AssetStore {
  constructor(
    readonly sql: Sql,
    readonly folder: LibraryFolder,
    readonly clock: () => number,
  ) {}

  /**
   * @param extension without dot, e.g. `docx`; anything but letters and digits is dropped
   * @throws LecternError `disk-full`, `library-read-only`
   */
  put(bytes: Uint8Array, extension: string): AssetHash {
    const hash = assetHashOf(bytes)
    const stored = this.#row(hash)
    const safeExtension = stored?.extension ?? (extension.toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 12) || 'bin')
    const file = this.folder.asset(hash, safeExtension)
    // A row without its whole file (removed by hand, cut short by a dying disk) is mended by putting the same bytes again.
    if (!existsSync(file) || withStorageErrors(() => statSync(file)).size !== bytes.byteLength) writeAtomically(file, bytes)
    this.sql.run('INSERT INTO assets (hash, extension, bytes, added_at) VALUES (:hash, :extension, :bytes, :now) ON CONFLICT DO NOTHING', {
      hash,
      extension: safeExtension,
      bytes: bytes.byteLength,
      now: this.clock(),
    })
    return hash
  }

  /** Stores a picture with what layout needs to know of it. `info` comes from the picture's own header. */
  putPicture(bytes: Uint8Array, info: { readonly width: number; readonly height: number; readonly mime: PictureInfo['mime'] }): PictureInfo {
    return this.sql.transaction(() => {
      const hash = this.put(bytes, info.mime === 'image/png' ? 'png' : 'jpg')
      this.sql.run('UPDATE assets SET width = :width, height = :height, mime = :mime WHERE hash = :hash', { hash, width: info.width, height: info.height, mime: info.mime })
      return { hash, width: info.width, height: info.height, mime: info.mime, bytes: bytes.byteLength }
    })
  }

  /**
   * Stores a film or a sound with what stands for it where it is not played.
   * @param poster a PNG
   */
  putMedium(bytes: Uint8Array, mime: MediaMime, poster: Poster): PictureInfo {
    return this.sql.transaction(() => {
      const shown = this.putPicture(poster.bytes, { width: poster.width, height: poster.height, mime: 'image/png' })
      const hash = this.put(bytes, mediaExtensions[mime])
      this.sql.run('UPDATE assets SET mime = :mime, poster = :poster WHERE hash = :hash', { hash, mime, poster: shown.hash })
      return { ...shown, media: { hash, mime, bytes: bytes.byteLength } }
    })
  }

  /**
   * Knows an asset whose bytes are not there: what names it is whole apart from that, and the doctor says that a file is missing. Putting the bytes later mends it.
   */
  expect(hash: AssetHash, extension: string, bytes: number): void {
    this.sql.run('INSERT INTO assets (hash, extension, bytes, added_at) VALUES (:hash, :extension, :bytes, :now) ON CONFLICT DO NOTHING', { hash, extension, bytes, now: this.clock() })
  }

  /** @throws LecternError `asset-not-found` */
  read(hash: AssetHash): Uint8Array {
    const file = this.path(hash)
    if (!existsSync(file)) throw assetNotFound()
    return withStorageErrors(() => readFileSync(file))
  }

  /** The file that holds the bytes; whoever reads it must not change it. @throws LecternError `asset-not-found` */
  path(hash: AssetHash): string {
    const row = this.#row(hash)
    if (!row) throw assetNotFound()
    return this.folder.asset(hash, row.extension)
  }

  has(hash: AssetHash): boolean {
    return this.#row(hash) !== undefined
  }

  /** What is known of these pictures, films and sounds, in the order asked for; hashes that are unknown or none of these are missing from the answer. */
  pictures(hashes: readonly AssetHash[]): PictureInfo[] {
    const rows = this.sql.all<PictureRow>(
      `SELECT asked.hash AS asked, shown.hash, shown.bytes, shown.width, shown.height, shown.mime, CASE WHEN asked.poster IS NOT NULL THEN asked.mime END AS media_mime, asked.bytes AS media_bytes
       FROM assets AS asked JOIN assets AS shown ON shown.hash = coalesce(asked.poster, asked.hash)
       WHERE asked.mime IS NOT NULL AND asked.hash IN (SELECT value FROM json_each(:hashes))`,
      { hashes: JSON.stringify(hashes) },
    )
    const known = new Map(rows.map((row) => [row.asked, row]))
    return hashes.flatMap((asked) => {
      const row = known.get(asked)
      if (row === undefined) return []
      const { hash, width, height, mime, bytes, media_mime, media_bytes } = row
      return [{ hash, width, height, mime, bytes, ...(media_mime === null ? {} : { media: { hash: asked, mime: media_mime, bytes: media_bytes } }) }]
    })
  }

  /** What a stored file is, as HTTP says it; null where it is neither picture, film nor sound. */
  mimeOf(hash: AssetHash): string | null {
    return this.sql.value<string | null>('SELECT mime FROM assets WHERE hash = :hash', { hash }) ?? null
  }

  #row(hash: AssetHash): AssetRow | undefined {
    return this.sql.one<AssetRow>('SELECT hash, extension, bytes FROM assets WHERE hash = :hash', { hash })
  }
}
