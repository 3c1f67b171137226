/** The talks that exports are measured with: 60 slides, among them 6 charts, 4 tables and 15 photos, every block with a script; and the same several times over. */
import { createHash } from 'node:crypto'
import type { PictureInfo } from '../../src/shared/contract/talks'
import type { Block, Talk } from '../../src/shared/model/block'
import { AssetHash } from '../../src/shared/model/ids'
import { aTalk, block, content, section } from '../builders/talk'

export const PHOTO_BYTES = 180_000
export const PHOTOS = 15

const script = '各位老师，请先看这一页。[停顿 2] 数字资源从本校走向全网，备课从个人走向团队，评价从结果走向过程。[翻页]\n'.repeat(6)

/** Bytes that do not compress, as a photo's do not; the same for the same number (xorshift32, Marsaglia 2003). */
export const photoBytes = (number: number): Uint8Array => {
  let state = (number + 1) * 2_654_435_761
  return Uint8Array.from({ length: PHOTO_BYTES }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
}
/** As the library names what it keeps. */
export const assetHashOf = (bytes: Uint8Array): AssetHash => AssetHash.parse(createHash('sha256').update(bytes).digest('hex'))

const photos = new Map<AssetHash, Uint8Array>()
const hashes = new Map<number, AssetHash>()

/** @param number of the photo, from 0 */
export function photoHash(number: number): AssetHash {
  const known = hashes.get(number)
  if (known !== undefined) return known
  const bytes = photoBytes(number)
  const hash = assetHashOf(bytes)
  photos.set(hash, bytes)
  hashes.set(number, hash)
  return hash
}

/** @param hash of a photo that was named before */
export function photoOf(hash: AssetHash): { readonly bytes: Uint8Array; readonly mime: 'image/jpeg' } {
  const bytes = photos.get(hash)
  if (bytes === undefined) throw new Error(`No photo has the hash ${hash}.`)
  return { bytes, mime: 'image/jpeg' }
}
export const photoInfo = (src: string): PictureInfo => ({ hash: photoHash(Number(src)), width: 1600, height: 1200, mime: 'image/jpeg', bytes: PHOTO_BYTES })

const years = ['2022', '2023', '2024', '2025', '2026']
/** @param photo the number of the photo, where it shows one */
const shown = (index: number, photo: number): Block['content'] => {
  if (index < PHOTOS) return content.pointsWithPicture(String(photo), '教师在教室里集体备课', '示例小学', '先选一节课', '再选一份资源', '最后才选设备')
  if (index < PHOTOS + 6) return content.chart(index % 2 === 0 ? 'column' : 'line', '所', years, { 城区: [12, 18, 30, 41, 48], 乡村: [3, 8, 17, 29, 40] })
  if (index < PHOTOS + 10) return content.table(['学校', '年级', '课时', '负责人'], ...Array.from({ length: 5 }, (_, row) => [`示例第${row + 1}小学`, '三年级', String(12 + row), '示例教师']))
  if (index % 4 === 0) return content.quote('推动优质数字教育资源向农村学校延伸，让每一名学生都能听到好老师的课。', '《示例规划》，二、（一）')
  return content.points('资源从**本校**走向全网', '备课从个人走向团队', '评价从结果走向过程', '课堂从讲授走向讨论')
}

const BLOCKS = 53
/** Cover, agenda, three section pages, sources and closing. */
const FURTHER = 7
const SECTIONS = 3

const blockOf = (index: number): Block => block(`第 ${index + 1} 页`, shown(index % BLOCKS, Math.floor(index / BLOCKS) * PHOTOS + (index % BLOCKS)), { script, cites: [['示例规划', '二/(一)']] })

/** A talk of so many slides in 3 sections. Its blocks begin anew after every 53, so that 325 slides show six times what 60 show. */
export function lectureOf(slides: number): Talk {
  const blocks = Array.from({ length: slides - FURTHER }, (_, index) => index)
  return aTalk(...Array.from({ length: SECTIONS }, (_, part) => section(`第${part + 1}部分`, ...blocks.filter((index) => index % SECTIONS === part).map(blockOf))))
}

export const lectureOfSixty: Talk = lectureOf(60)
