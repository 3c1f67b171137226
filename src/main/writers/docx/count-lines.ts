import type { Language } from '../../../shared/language'
import { breakUnits } from '../../../shared/slides/kinsoku'
import { emsOf } from './character-width'
import type { Look, Preset } from './presets'
import type { ScriptRun } from './script-document'

/** Points that the mark of a footnote takes. */
const NOTE_MARK = 4

/**
 * How many lines a paragraph takes in a measure of `width` points. Breaks fall where they fall on slides (`kinsoku.ts`); kerning and the
 * difference of bold letters are left out.
 */
export function countLines(runs: readonly ScriptRun[], look: Look, width: number, preset: Preset, language: Language): number {
  const { family } = look.face.latin
  const advances: number[] = []
  let text = ''
  for (const run of runs) {
    if (run.kind === 'note' || run.kind === 'mark') {
      if (advances.length > 0) advances[advances.length - 1]! += NOTE_MARK
      continue
    }
    // A marker hangs in the indent of its paragraph.
    if (run.kind === 'marker') continue
    if (run.kind === 'blank') {
      text += '\u3000'.repeat(run.ems)
      advances.push(...Array.from({ length: run.ems }, () => look.size))
      continue
    }
    const size = (run.kind === 'cue' ? preset.cue.size : undefined) ?? look.size
    for (const character of run.text.replaceAll('\n', ' ')) {
      text += character
      // A character outside the basic plane is two code units; its width stands at the first.
      advances.push(emsOf(character, language, family) * size + preset.tracking, ...Array.from({ length: character.length - 1 }, () => 0))
    }
  }
  const sum = (start: number, end: number): number => advances.slice(start, end).reduce((total, advance) => total + advance, 0)

  const measure = width - (look.left ?? 0) * look.size
  let lines = 1
  let used = (look.firstLine ?? 0) * look.size
  for (const { start, end, space } of breakUnits(text)) {
    const unit = sum(start, end)
    if (space || used + unit <= measure) {
      used += unit
      continue
    }
    // What is longer than a line breaks anywhere.
    const further = Math.max(1, Math.ceil(unit / measure))
    lines += used === 0 ? further - 1 : further
    used = unit - (further - 1) * measure
  }
  return lines
}
