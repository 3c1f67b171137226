/** A talk of so many blocks, ten a section, of the kinds that talks are made of, each with a script of about a minute. */
export const talkOfBlocks = (count: number): string => {
  const kinds = [
    (n: number) => `- 第 ${n} 段的第一个要点，说明一件具体的事\n- 第二个要点\n  - 细一层的说明\n- 第三个要点`,
    (n: number) => `> 示例引文第 ${n} 条，讲的是课堂上的一个小变化。\n> —— 《示例文集》`,
    () => '| 年份 | 学校数 | 教师数 |\n| --- | --- | --- |\n| 2024 | 12 | 340 |\n| 2025 | 30 | 910 |\n| 2026 | 41 | 1200 |',
    () => ':::chart{type=column unit=所}\n| 年份 | 学校数 |\n| --- | --- |\n| 2024 | 12 |\n| 2025 | 30 |\n:::',
    () => '::::question{answer=B}\n哪一项变化与课堂最近？\n- A 资源\n- B 备课方式\n- C 评价\n::::',
  ]
  const sentence = '这一段讲的是一所示例学校怎样把资源用进课堂，先说做法，再说成效，最后说我们能学到什么。'
  const blocks = Array.from({ length: count }, (_, index) => {
    const n = index + 1
    const heading = index % 10 === 0 ? `# 第 ${index / 10 + 1} 节\n\n` : ''
    return `${heading}## 段块 ${n}\n\n${kinds[index % kinds.length]?.(n) ?? ''}\n\n:::script\n${sentence.repeat(5)}[停顿 2]\n\n${sentence}[翻页]\n:::\n`
  })
  return `---\ntitle: 示例：${count} 个段块\nminutes: 300\nlang: zh-CN\n---\n\n${blocks.join('\n')}`
}
