import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assetHashOf } from '../../../src/main/library/assets'
import { ImportSpool } from '../../../src/main/library/import-spool'
import { aDocument, aFolder } from './a-library'

const picture = new TextEncoder().encode('一张图')
const hash = assetHashOf(picture)
const file = (text: string) => ({ bytes: new TextEncoder().encode(text), document: aDocument([text]), media: new Map([[hash, picture]]) })

describe('the spool of an import', () => {
  let folder: ReturnType<typeof aFolder>
  let spool: ImportSpool
  beforeEach(() => {
    folder = aFolder()
    spool = new ImportSpool(join(folder.path, 'import-spool'))
  })
  afterEach(() => folder.remove())

  it('gives back original, document and pictures as they were', async () => {
    const place = await spool.put(file('甲'))
    expect(new TextDecoder().decode(await spool.original(place))).toBe('甲')
    expect(await spool.document(place)).toEqual(aDocument(['甲']))
    expect(await spool.picture(place, hash)).toEqual(Buffer.from(picture))
    expect(await spool.picture(place, assetHashOf(new Uint8Array(1)))).toBe(null)
  })

  it('keeps documents with the same picture apart', async () => {
    const [first, second] = [await spool.put(file('甲')), await spool.put(file('乙'))]
    await spool.remove(first)
    expect(await spool.picture(second, hash)).toEqual(Buffer.from(picture))
    expect(readdirSync(spool.folder)).toEqual([String(second)])
  })

  it('begins with an empty folder, whatever a crash left there', () => {
    mkdirSync(join(spool.folder, '7'), { recursive: true })
    writeFileSync(join(spool.folder, '7', 'original'), '半份')
    expect(existsSync(new ImportSpool(spool.folder).folder)).toBe(false)
  })
})
