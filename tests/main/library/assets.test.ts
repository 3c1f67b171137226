import { describe, expect, it } from 'vitest'
import { existsSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { AssetHash } from '../../../src/shared/model/ids'
import { withLibrary } from './a-library'

const bytes = new Uint8Array([1, 2, 3])
const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81'

describe('an asset', () => {
  it('is a file named by the SHA-256 of its bytes, kept once', () =>
    withLibrary((library, folder) => {
      expect(library.assets.put(bytes, 'DOCX')).toBe(sha256)
      expect(library.assets.put(bytes, 'pdf')).toBe(sha256)
      expect(library.assets.path(AssetHash.parse(sha256))).toBe(join(folder, 'assets', '03', `${sha256}.docx`))
      expect(readdirSync(join(folder, 'assets', '03'))).toEqual([`${sha256}.docx`])
      expect([...library.assets.read(AssetHash.parse(sha256))]).toEqual([1, 2, 3])
    }))

  it('cannot be put outside its folder by a hostile extension', () =>
    withLibrary((library, folder) => {
      const hash = library.assets.put(bytes, '../../../evil')
      expect(library.assets.path(hash)).toBe(join(folder, 'assets', '03', `${sha256}.evil`))
    }))

  it('is mended by putting the same bytes again when its file is gone or cut short', () =>
    withLibrary((library) => {
      const hash = library.assets.put(bytes, 'md')
      truncateSync(library.assets.path(hash), 1)
      library.assets.put(bytes, 'md')
      expect([...library.assets.read(hash)]).toEqual([1, 2, 3])
      rmSync(library.assets.path(hash))
      expect(() => library.assets.read(hash)).toThrow(expect.objectContaining({ code: 'asset-not-found' }))
      library.assets.put(bytes, 'md')
      expect(existsSync(library.assets.path(hash))).toBe(true)
    }))

  it('that is a picture is described by its pixels; others and unknown ones are left out', () =>
    withLibrary((library) => {
      const document = library.assets.put(new Uint8Array([9]), 'md')
      const picture = library.assets.putPicture(bytes, { width: 640, height: 480, mime: 'image/png' })
      expect(picture).toEqual({ hash: sha256, width: 640, height: 480, mime: 'image/png', bytes: 3 })
      expect(library.assets.pictures([document, picture.hash, AssetHash.parse('0'.repeat(64))])).toEqual([picture])
    }))
})
