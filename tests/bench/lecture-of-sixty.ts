/** The talk that exports are measured with: 60 slides, among them 6 charts, 4 tables and 15 photos, every block with a script. */
import type { PictureInfo } from '../../src/shared/contract/talks'
import type { Block, Talk } from '../../src/shared/model/block'
import type { AssetHash } from '../../src/shared/model/ids'
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
const hashOf = (index: number): AssetHash => index.toString(16).padStart(64, '0') as AssetHash
const photos = new Map(Array.from({ length: PHOTOS }, (_, i) => [hashOf(i), photoBytes(i)]))

export const photoOf = (hash: AssetHash): { bytes: Uint8Array; mime: 'image/jpeg' } => ({ bytes: photos.get(hash)!, mime: 'image/jpeg' })
export const photoInfo = (src: string): PictureInfo => ({ hash: hashOf(Number(src)), width: 1600, height: 1200, mime: 'image/jpeg', bytes: PHOTO_BYTES })

const years = ['2022', '2023', '2024', '2025', '2026']
const shown = (index: number): Block['content'] => {
  if (index < PHOTOS) return content.pointsWithPicture(String(index), '教师在教室里集体备课', '示例小学', '先选一节课', '再选一份资源', '最后才选设备')
  if (index < PHOTOS + 6) return content.chart(index % 2 === 0 ? 'column' : 'line', '所', years, { 城区: [12, 18, 30, 41, 48], 乡村: [3, 8, 17, 29, 40] })
  if (index < PHOTOS + 10) return content.table(['学校', '年级', '课时', '负责人'], ...Array.from({ length: 5 }, (_, row) => [`示例第${row + 1}小学`, '三年级', String(12 + row), '示例教师']))
  if (index % 4 === 0) return content.quote('推动优质数字教育资源向农村学校延伸，让每一名学生都能听到好老师的课。', '《示例规划》，二、（一）')
  return content.points('资源从**本校**走向全网', '备课从个人走向团队', '评价从结果走向过程', '课堂从讲授走向讨论')
}

/** 3 sections with 53 blocks, which with cover, agenda, section pages, sources and closing make 60 slides. */
export const lectureOfSixty: Talk = aTalk(
  ...[0, 1, 2].map((part) =>
    section(`第${part + 1}部分`, ...Array.from({ length: 53 }, (_, i) => i).filter((i) => i % 3 === part).map((i) => block(`第 ${i + 1} 页`, shown(i), { script, cites: [['示例规划', '二/(一)']] }))),
  ),
)
