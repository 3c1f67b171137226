import type { MaterialDraft } from '../../src/shared/model/material'
import { materialKinds } from '../../src/shared/model/material'

/** Mulberry32: a small seeded generator, so that every run measures the same library. */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const common = '教育 学校 教师 学生 课堂 教学 数字 资源 建设 发展 工作 推进 加强 提升 质量 体系 改革 创新 实践 活动 服务 管理 机制 落实 完善 培养 能力 素养 思想 理论 政策 案例 家庭 社会 平台 应用 研究 评价 队伍 保障'.split(' ')
const glue = '的 了 和 与 在 把 将 以 为 对 从 到 通过 围绕 结合 坚持 全面 深入 积极 进一步'.split(' ')
const latin = 'AI STEAM PPT Python App Wi-Fi Markdown MOOC VR 5G AIGC ChatBot e-learning K12 3D'.split(' ')
const marks = '，，，，。。；：'

/** A long tail of two-character words, so that rare grams are as many as in real text: Han characters by rank, the frequent ones first. */
const tailWord = (random: () => number): string => {
  const character = () => String.fromCharCode(0x4e00 + Math.floor(random() ** 3 * 6000))
  return character() + character()
}

const sentence = (random: () => number, length: number): string => {
  let text = ''
  while (text.length < length) {
    const dice = random()
    // Common words by rank, as word frequencies fall (Zipf).
    if (dice < 0.42) text += common[Math.floor(random() ** 2.2 * common.length)]
    else if (dice < 0.62) text += glue[Math.floor(random() ** 1.5 * glue.length)]
    else if (dice < 0.64) text += ` ${latin[Math.floor(random() * latin.length)]} `
    else if (dice < 0.66) text += String(2000 + Math.floor(random() * 30))
    else if (dice < 0.76) text += marks[Math.floor(random() * marks.length)]
    else text += tailWord(random)
  }
  return text
}

/** Mostly Simplified Chinese with some Latin, bodies of 80–1,500 characters. */
export const generatedMaterial = (random: () => number): MaterialDraft => ({
  kind: materialKinds[Math.floor(random() * materialKinds.length)] ?? 'note',
  title: sentence(random, 8 + Math.floor(random() * 14)).trim(),
  body: sentence(random, 80 + Math.floor(random() ** 2.5 * 1420)),
  tags: [common[Math.floor(random() * common.length)] ?? ''],
  topics: [common[Math.floor(random() * 12)] ?? ''],
  audiences: random() < 0.5 ? ['principals'] : ['students', 'young-teachers'],
  status: random() < 0.7 ? 'approved' : 'draft',
  stage: null,
  school: '',
})
