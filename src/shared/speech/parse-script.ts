/** Cues in a script (formats.md): `[翻页]`/`[next]`, `[停顿 n]`/`[pause n]`, `[提问]`/`[ask]`, `[互动 n]`/`[activity n]`. */

export type Cue =
  | { readonly kind: 'next' }
  /** Seconds of silence; null when the writer gave none. */
  | { readonly kind: 'pause'; readonly seconds: number | null }
  | { readonly kind: 'ask' }
  /** Minutes that belong to the audience; null when the writer gave none. */
  | { readonly kind: 'activity'; readonly minutes: number | null }

export type ScriptSegment =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is the cue as written, brackets included: joined, the texts of all segments are the script. */
  | { readonly kind: 'cue'; readonly cue: Cue; readonly text: string }

/** A cue; of its groups 3 and 6 are the amounts. Full-width brackets and digits and a unit behind the number are what an input method makes of one: `【停顿２秒】`. */
export const cuePattern = /[[［【][ \t　]*(?:(翻页|next)|(停顿|pause)[ \t　]*([\d０-９.．]+)?[ \t　]*(?:秒钟?|seconds?|s)?|(提问|ask)|(互动|activity)[ \t　]*([\d０-９.．]+)?[ \t　]*(?:分钟?|minutes?|min)?)[ \t　]*[\]］】]/giu

/** A script as text and cues in order. Anything else in brackets is text. */
export const parseScript = (script: string): readonly ScriptSegment[] => {
  const segments: ScriptSegment[] = []
  let at = 0
  for (const match of script.matchAll(cuePattern)) {
    if (match.index > at) segments.push({ kind: 'text', text: script.slice(at, match.index) })
    segments.push({ kind: 'cue', cue: cueOf(match), text: match[0] })
    at = match.index + match[0].length
  }
  if (at < script.length) segments.push({ kind: 'text', text: script.slice(at) })
  return segments
}

const cueOf = ([, next, pause, seconds, ask, , minutes]: RegExpExecArray): Cue => {
  if (next !== undefined) return { kind: 'next' }
  if (pause !== undefined) return { kind: 'pause', seconds: amountOf(seconds) }
  return ask === undefined ? { kind: 'activity', minutes: amountOf(minutes) } : { kind: 'ask' }
}

/** At most 600, so that a slip of the finger does not blow up the clock. */
const amountOf = (digits: string | undefined): number | null => {
  if (digits === undefined) return null
  const amount = Number(digits.replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)))
  return Number.isFinite(amount) ? Math.min(amount, 600) : null
}
