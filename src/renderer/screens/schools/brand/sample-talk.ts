import type { Localized } from '../../../../shared/language'

/** A short talk that shows a brand at work: a cover, points, a chart, a last page. Its numbers are invented. */
export const sampleTalk: Localized = {
  'zh-CN': `---
title: 数字资源走进每一间教室
subtitle: 示例宣讲
speaker: 示例教师
lang: zh-CN
---

# 一、为什么是现在

## 三个变化
- 资源从本校走向全网
- 备课从个人走向团队
- 课堂从讲授走向探究

## 用起来的教师三年增加到四倍
:::chart{type=column unit=人}
| 年份 | 教师 |
| --- | --- |
| 2024 | 120 |
| 2025 | 260 |
| 2026 | 480 |
:::

## 从一节课开始
:::closing
- 本周选一节课试用
:::
`,
  en: `---
title: Digital resources in every classroom
subtitle: A sample talk
speaker: A teacher
lang: en
---

# Why now

## Three changes
- From our own shelf to all there is
- From preparing alone to preparing together
- From telling to finding out

## Four times as many teachers in three years
:::chart{type=column unit=people}
| Year | Teachers |
| --- | --- |
| 2024 | 120 |
| 2025 | 260 |
| 2026 | 480 |
:::

## Begin with one lesson
:::closing
- Try one lesson this week
:::
`,
}
