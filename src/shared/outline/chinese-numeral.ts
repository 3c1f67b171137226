/** Chinese numerals as official documents and word processors write them, 0–9999. */

const digits = new Map<string, number>(
  Array.from('〇零一二三四五六七八九').map((digit, at) => [digit, Math.max(0, at - 1)] as const).concat(Array.from('壹贰叁肆伍陆柒捌玖').map((digit, at) => [digit, at + 1] as const), [
    ['两', 2],
    ['貳', 2],
    ['參', 3],
    ['陸', 6],
    ['○', 0],
  ]),
)
const units = new Map<string, number>([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])

/** The characters a Chinese numeral is made of, for use inside a regular expression's class. */
export const chineseNumeralCharacters = '〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟貳參陸'

/** `二十三` → 23, `二〇二六` → 2026; null when the text is not a Chinese numeral. */
export const parseChineseNumeral = (text: string): number | null => {
  const characters = Array.from(text)
  if (characters.length === 0 || characters.length > 9) return null
  if (characters.every((character) => digits.has(character))) return Number(characters.map((character) => digits.get(character)).join(''))
  let total = 0
  let pending: number | null = null
  let lastUnit = 10_000
  for (const character of characters) {
    const digit = digits.get(character)
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null
      pending = digit
      continue
    }
    const unit = units.get(character)
    if (unit === undefined || unit >= lastUnit) return null
    total += (pending ?? 1) * unit
    pending = null
    lastUnit = unit
  }
  return total + (pending ?? 0)
}

const formal = { digits: Array.from('零壹贰叁肆伍陆柒捌玖'), units: ['', '拾', '佰', '仟'] }
const plain = { digits: Array.from('零一二三四五六七八九'), units: ['', '十', '百', '千'] }

/**
 * 23 → `二十三`; with `formal` 贰拾叁. Between 10 and 19 the leading 一 is dropped, as Word's `chineseCounting` does; beyond 9999 decimal digits are returned.
 * @param value a whole number from 0.
 */
export const formatChineseNumeral = (value: number, style: 'plain' | 'formal' = 'plain'): string => {
  if (value > 9999) return String(value)
  const { digits: names, units: unitNames } = style === 'formal' ? formal : plain
  if (value === 0) return names[0] ?? ''
  const figures = Array.from(String(value)).map(Number)
  let text = ''
  let gap = false
  for (const [at, figure] of figures.entries()) {
    if (figure === 0) {
      gap = true
      continue
    }
    if (gap && text !== '') text += names[0]
    gap = false
    text += `${names[figure]}${unitNames[figures.length - 1 - at]}`
  }
  return style === 'plain' && value >= 10 && value < 20 ? text.slice(1) : text
}

/** 2026 → `二〇二六`: digit by digit, as dates and `ideographDigital` are written. */
export const formatChineseDigits = (value: number): string => Array.from(String(value)).map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
