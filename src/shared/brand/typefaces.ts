/** Typefaces that people ask for, by the names under which Office lists them. Those of 方正 are commercial: they are named, never brought along. */
export const typefaces = ['微软雅黑', '等线', '黑体', '宋体', '仿宋', '楷体', '华文中宋', '方正小标宋简体', '思源黑体', '思源宋体', 'Noto Sans CJK SC', 'Noto Serif CJK SC', 'PingFang SC', 'Arial', 'Georgia'] as const

/** Does a typeface have serifs, by its name? Songti, Fangsong and Kaiti have what comes nearest to them. */
export const isSerif = (typeface: string): boolean => /宋|仿|楷|song|serif|ming|kai|georgia|times|cambria|garamond/i.test(typeface) && !/sans/i.test(typeface)

const serif = ['华文中宋', '思源宋体', 'Noto Serif CJK SC', 'SimSun']
const sans = ['微软雅黑', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC']
const brush = ['楷体', 'KaiTi', 'STKaiti', 'SimSun']

/** What stands in for a typeface on a computer that does not have it (look.md, "Type"), without itself. */
export const fallbackChain = (typeface: string): readonly string[] => {
  const chain = /楷|kai/i.test(typeface) ? brush : isSerif(typeface) ? serif : sans
  return chain.filter((name) => name.toLowerCase() !== typeface.trim().toLowerCase())
}
