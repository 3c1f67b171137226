import type { PictureInfo } from '../../src/shared/contract/talks'
import { brandedTheme } from '../../src/shared/brand/branded-theme'
import { fillLocalSlots, localSlotsOf } from '../../src/shared/brand/local-slots'
import { schoolTokens } from '../../src/shared/brand/school-tokens'
import { fillTokens } from '../../src/shared/markdown/fill-tokens'
import { AssetHash } from '../../src/shared/model/ids'
import { plainBrand, type BrandDraft } from '../../src/shared/model/brand'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import type { SchoolWish } from '../../src/main/use-cases/packs/school-files'
import { png } from './png'

/** A talk with every kind of block, in which a school is named wherever a school can be named, and a place for its own case. */
export const talkForSchools = `---
title: 数字资源走进{{school.short}}
subtitle: "{{brand.slogan}}"
occasion: 开学第一周
format: policy+case
audience: young-teachers
minutes: 30
speaker: 示例教师
date: 2026-09-10
lang: zh-CN
---

# 一、为什么是现在

## 三个变化

- 资源从**本校**走向全网
- 备课从个人走向团队
  - {{school.name}}的同年级教师共用一份底稿
- 评价从结果走向过程

:::script
{{school.name}}的各位老师，大家好。[停顿 2] 先看三个变化。[翻页]
:::

:::cite{source="示例规划" at="二/(一)"}
:::

## 规划怎么说

> 推动优质数字教育资源向农村学校延伸。
> —— 《示例规划》，二、（一）

:::script
请{{school.short}}的老师读一遍。[提问]
:::

:::cite{source="示例规划" at="二/(一)"}
:::

:::cite{source="示例读本" at="三"}
:::

## 我们学校的故事

:::local-case
:::

# 二、一所学校的做法

## {{school.short}}与全区

| 学校 | 年级 | 课时 |
| --- | --- | --- |
| {{school.name}} | 三年级 | 12 |
| 示例第二小学 | 四年级 | 9 |

## 三年来的变化

:::chart{type=column unit=所}
| 年份 | 学校数 |
| --- | --- |
| 2024 | 12 |
| 2025 | 30 |
:::

## 课堂一角

![{{school.short}}的学生在平板上做实验](photo)

## 想一想

::::question{answer=B}
{{school.short}}的哪一项变化与课堂最近？
- A 资源
- B {{brand.series}}

:::explanation
见前页。
:::
::::

## 现场活动

:::activity{minutes=5}
1. 两人一组
2. 写下{{school.short}}最想用的一份资源
:::

# 三、怎么开始

## 术语

- **底稿**：{{brand.motto}}
- **示例**：同年级教师共用的一份教案

## 下一步

- 先选一节课
- 再选一份资源
`

export type SchoolOfTest = { readonly name: string; readonly short: string; readonly brand: Partial<BrandDraft>; /** A block of Markdown for the slot; empty for none. */ readonly localCase: string; readonly logo: AssetHash | null }

const size = { width: 320, height: 160 }
const picture = png(size.width, size.height)
const photo = AssetHash.parse('f'.repeat(64))

/** Every address is one grey picture; logos are told apart by their hash. */
export const picturesOfTest = {
  info: (src: string): PictureInfo | null => ({ hash: src.startsWith('asset:') ? AssetHash.parse(src.slice('asset:'.length)) : photo, ...size, mime: 'image/png', bytes: picture.byteLength }),
  bytes: () => picture,
}

/** What a run is given for a school. */
export function wishOf(markdown: string, { name, short, brand: own, localCase, logo }: SchoolOfTest, audience = ''): SchoolWish {
  const brand = { ...plainBrand, ...own }
  const cases = localCase === '' ? [] : localSlotsOf(markdown).map(({ key }) => [key, localCase] as const)
  return {
    markdown: fillTokens(fillLocalSlots(markdown, new Map(cases)), schoolTokens({ name, short, district: '示例区' }, brand)),
    audience,
    look: { theme: brandedTheme(clearTheme, brand).theme, marks: { logo: logo && { asset: logo, ...size }, logoOnDark: null, series: brand.series, owner: name } },
  }
}
