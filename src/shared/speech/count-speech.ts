/** How much there is to say: Han characters and Latin words, with numbers as they are read aloud. Marks and punctuation take no time of their own. */
export type SpeechCount = { readonly characters: number; readonly words: number }

/** `{{school.name}}` and its like are filled at export; a school's name has about this many characters. */
const charactersOfToken = 6

/** @param text the spoken part of a script, cues taken out. */
export const countSpeech = (text: string): SpeechCount => {
  const spoken = withoutMarks(text)
  const inChinese = /\p{Script=Han}/u.test(spoken.replace(/\{\{[^{}]*\}\}/g, ''))
  let characters = (spoken.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []).length
  let words = 0
  characters += charactersOfToken * (spoken.match(/\{\{[\w.]+\}\}/g) ?? []).length
  const rest = spoken.replace(/\{\{[^{}]*\}\}/g, ' ')
  for (const match of rest.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?[%‰]?/g)) {
    const read = readingLength(match[0], rest.slice(match.index + match[0].length).trimStart().startsWith('年'))
    if (inChinese) characters += read
    else words += read
  }
  for (const [word] of rest.matchAll(/\p{Script=Latin}+(?:['’-]\p{Script=Latin}+)*/gu)) {
    // In Chinese speech an abbreviation is spelled out, a letter for a syllable: AI, PPT.
    if (inChinese && /^[A-Z]{2,5}$/.test(word)) characters += word.length
    else words += 1
  }
  return { characters, words }
}

/** Comments, fences of conditions, addresses of links and pictures are not said. */
const withoutMarks = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/^ {0,3}[:：]{3,}.*$/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[０-９Ａ-Ｚａ-ｚ．，％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

/**
 * Syllables of a number read aloud in Chinese: a year digit by digit (2026年 → 4), others with their units (1200 → 一千二百 → 4, 35% → 百分之三十五 → 6).
 * English needs about as many words for the same number (1,200 → one thousand two hundred → 4).
 */
export const readingLength = (number: string, isYear = false): number => {
  const percent = /[%‰]$/.test(number) ? 3 : 0
  const [whole = '', fraction] = number.replace(/[%‰]$/, '').replaceAll(',', '').split('.')
  const decimals = fraction === undefined ? 0 : 1 + fraction.length
  // Years, and numbers too long to be an amount (telephone numbers, document numbers), are read digit by digit.
  if ((isYear && whole.length === 4) || whole.length > 12 || /^0\d/.test(whole)) return whole.length + decimals + percent
  return integerLength(whole) + decimals + percent
}

const integerLength = (digits: string): number => {
  const plain = digits.replace(/^0+(?=\d)/, '')
  if (plain === '0' || plain === '') return 1
  const groups: string[] = []
  for (let end = plain.length; end > 0; end -= 4) groups.unshift(plain.slice(Math.max(0, end - 4), end))
  // Each group but the last carries 万 or 亿.
  return groups.reduce((sum, group, index) => sum + groupLength(group, index === 0) + (index < groups.length - 1 && /[1-9]/.test(group) ? 1 : 0), 0)
}

/** Up to four digits: one syllable a digit, one a unit, one for a run of zeros inside; 十 alone for a leading 一十. */
const groupLength = (group: string, leads: boolean): number => {
  const significant = group.replace(/0+$/, '')
  if (significant === '') return 0
  const nonZero = significant.replaceAll('0', '').length
  const zeroRuns = (significant.match(/(?:^|[1-9])0+(?=[1-9])/g) ?? []).length
  const units = nonZero - (/[1-9]$/.test(group) ? 1 : 0)
  return nonZero + units + zeroRuns - (leads && /^1\d$/.test(group) ? 1 : 0)
}
