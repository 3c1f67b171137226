import { formatChineseDigits, formatChineseNumeral } from '../../../shared/outline/chinese-numeral'

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

const roman = (value: number): string => {
  let rest = Math.min(value, 3999)
  let text = ''
  for (const [size, letters] of romans)
    while (rest >= size) {
      text += letters
      rest -= size
    }
  return text
}

/** A … Z, AA, BB … (ECMA-376-1 §17.18.59: letters are repeated, not counted on). */
const letters = (value: number): string => String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)))

const fullWidth = (value: number): string => Array.from(String(value)).map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')

/** The n-th character from `first` while the block of enclosed characters lasts, decimal digits beyond it. */
const enclosed = (first: string, count: number) => (value: number) => (value >= 1 && value <= count ? String.fromCodePoint((first.codePointAt(0) ?? 0) + value - 1) : String(value))
const cycle = (characters: string) => (value: number) => characters[(value - 1) % characters.length] ?? ''

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: enclosed('①', 20),
  decimalEnclosedCircleChinese: enclosed('①', 20),
  decimalEnclosedFullstop: enclosed('⒈', 20),
  decimalEnclosedParen: enclosed('⑴', 20),
  chineseCounting: (value) => formatChineseNumeral(value),
  chineseCountingThousand: (value) => formatChineseNumeral(value),
  taiwaneseCounting: (value) => formatChineseNumeral(value),
  taiwaneseCountingThousand: (value) => formatChineseNumeral(value),
  japaneseCounting: (value) => formatChineseNumeral(value),
  chineseLegalSimplified: (value) => formatChineseNumeral(value, 'formal'),
  ideographLegalTraditional: (value) => formatChineseNumeral(value, 'formal'),
  japaneseLegal: (value) => formatChineseNumeral(value, 'formal'),
  ideographDigital: formatChineseDigits,
  taiwaneseDigital: formatChineseDigits,
  japaneseDigitalTenThousand: formatChineseDigits,
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: enclosed('㊀', 10),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  bullet: () => '•',
  none: () => '',
}

/** A number in one of Word's number formats (`w:numFmt`, ECMA-376-1 §17.18.59); decimal for those of other scripts. */
export const formatNumber = (value: number, format: string): string => (value < 1 && format !== 'none' && format !== 'bullet' ? String(value) : (formats[format] ?? String)(value))
