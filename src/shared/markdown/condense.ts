/** Points for a slide from running text: what is shown is a hold for the eye, the whole text is said. */

/** More than six points are not taken in at a glance (design/look: one slide, six lines). */
const MOST_POINTS = 6

/**
 * The first clause of each sentence, at most {@link MOST_POINTS} of them. A clause is never cut inside; one that is too short to stand alone
 * takes the next with it.
 */
export const condense = (paragraphs: readonly string[]): readonly string[] => paragraphs.flatMap(sentencesOf).map(leadingClause).filter((clause) => clause !== '').slice(0, MOST_POINTS)

/** Sentences with their closing marks. Decimal points, and full stops within brackets or quotation marks, end none. */
export const sentencesOf = (paragraph: string): readonly string[] =>
  (paragraph.match(/(?:“[^”]*”|「[^」]*」|《[^》]*》|（[^）]*）|[^。！？；!?;.]|\.(?!\s|$))+(?:[。！？；!?;.]+[”」』）]*|$)/gu) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')

const leadingClause = (sentence: string): string => {
  const whole = sentence.replace(/[。！？；!?;.，,：:]+$/u, '').trim()
  const clauses = whole.split(/(?<=[，：])|(?<=[,:])\s/u)
  let lead = ''
  for (const clause of clauses) {
    if (widthOf(lead) >= 12) break
    lead += clause
  }
  return lead.replace(/[，：,:]\s*$/u, '').trim()
}

/** Width in half ems: a Han character counts two. */
const widthOf = (text: string): number => [...text.matchAll(/./gsu)].reduce((width, [character]) => width + (/[\u1100-\u{3ffff}]/u.test(character) ? 2 : 1), 0)

/** Whole sentences from the start up to about `limit` characters, at least one: a quotation is shortened only at a sentence's end. */
export const openingSentences = (paragraphs: readonly string[], limit: number): readonly string[] => {
  const kept: string[] = []
  let length = 0
  for (const paragraph of paragraphs) {
    let part = ''
    for (const sentence of sentencesOf(paragraph)) {
      if (length > 0 && length + sentence.length > limit) return part === '' ? kept : [...kept, part]
      part += (part !== '' && /[A-Za-z.!?]$/.test(part) ? ' ' : '') + sentence
      length += sentence.length
    }
    if (part !== '') kept.push(part)
  }
  return kept
}
