import type { AssetHash } from '../../src/shared/model/ids'
import { PHOTO_BYTES, photoHash, photoOf, PHOTOS } from './lecture-of-sixty'

/**
 * The talk that packs are measured with, as text: 60 slides, among them 6 charts, 4 tables and 15 photos, every block with a script; a handout and a quiz come of it. A
 * school is named on the cover, on three slides and in three scripts, and has a place for its own case.
 */
const script = (said = '') => `:::script\n${said}${'各位老师，请先看这一页。[停顿 2] 数字资源从本校走向全网，备课从个人走向团队，评价从结果走向过程。[翻页]\n'.repeat(6)}:::\n\n:::cite{source="示例规划" at="二/(一)"}\n:::`

const years = ['2022', '2023', '2024', '2025', '2026']
const numbers = (index: number) => `| 年份 | 城区 | 乡村 |\n| --- | --- | --- |\n${years.map((year, at) => `| ${year} | ${12 + at * 9} | ${3 + at * (index % 7)} |`).join('\n')}`

export const lecturePhotos: ReadonlyMap<AssetHash, Uint8Array> = new Map(Array.from({ length: PHOTOS }, (_, index) => [photoHash(index), photoOf(photoHash(index)).bytes]))
export const photoSize = { width: 1600, height: 1200, mime: 'image/jpeg', bytes: PHOTO_BYTES } as const

const shown = (index: number): string => {
  if (index < PHOTOS) return `- 先选一节课\n- 再选一份资源\n- 最后才选设备\n\n![教师在教室里集体备课](asset:${photoHash(index)} "示例小学")`
  if (index < PHOTOS + 6) return `:::chart{type=${index % 2 === 0 ? 'column' : 'line'} unit=所}\n${numbers(index)}\n:::`
  if (index < PHOTOS + 10) return `| 学校 | 年级 | 课时 | 负责人 |\n| --- | --- | --- | --- |\n${Array.from({ length: 5 }, (_, row) => `| 示例第${row + 1}小学 | 三年级 | ${12 + row} | 示例教师 |`).join('\n')}`
  if (index === 30 || index === 40) return `::::question{answer=B}\n哪一项变化与课堂最近？\n- A 资源\n- B 备课方式\n- C 评价\n\n:::explanation\n备课方式的变化每天都看得见。\n:::\n::::`
  if (index === 45) return ':::local-case\n- 请听听本校的做法\n:::'
  if (index % 16 === 0) return '- {{school.name}}的教师共用一份底稿\n- 备课从个人走向团队\n- 评价从结果走向过程'
  if (index % 4 === 0) return '> 推动优质数字教育资源向农村学校延伸，让每一名学生都能听到好老师的课。\n> —— 《示例规划》，二、（一）'
  return '- 资源从**本校**走向全网\n- 备课从个人走向团队\n- 评价从结果走向过程\n- 课堂从讲授走向讨论'
}

const BLOCKS = 50
const block = (index: number): string => `## 第 ${index + 1} 页\n\n${shown(index)}\n\n${script(index % 20 === 5 ? '{{school.short}}的' : '')}`

export const lectureForSchools = `---\ntitle: 数字资源走进每一间教室\nsubtitle: 走进{{school.name}}\noccasion: 开学第一周\nformat: policy+case\naudience: young-teachers\nminutes: 60\nspeaker: 示例教师\ndate: 2026-09-10\nlang: zh-CN\n---\n\n${[0, 1, 2].map((part) => `# 第${part + 1}部分\n\n${Array.from({ length: BLOCKS }, (_, index) => index).filter((index) => index % 3 === part).map(block).join('\n\n')}`).join('\n\n')}\n`
