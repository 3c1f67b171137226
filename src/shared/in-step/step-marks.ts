import { alignBlocks } from '../block-alignment/align-blocks'
import type { BlockText } from '../markdown/block-texts'
import type { StepMark } from '../model/in-step'
import { saidPrint, shownPrint } from './fingerprint'

/**
 * Editing that pauses shorter than this belongs to one spell: what was written on both sides within it was written together, in whatever order. Ten
 * minutes are long enough to look something up, and short enough that nobody remembers afterwards which sentence still waits for its slide.
 */
export const SPELL_MS = 10 * 60_000

type Sides = Pick<BlockText, 'shown' | 'said'>
type Prints = { readonly shown: string; readonly said: string }

const printsOf = ({ shown, said }: Sides): Prints => ({ shown: shownPrint(shown), said: saidPrint(said) })

/**
 * Carries the marks of a talk over a save: a mark goes with its block wherever that went, and a block of which one side was changed gets one. A block
 * without a mark agrees as it stands: a new one, one that came from elsewhere, one whose sides were both rewritten in one spell.
 *
 * @param marks of `before`, at most one a block
 * @param now milliseconds since 1970
 */
export const followMarks = (marks: readonly StepMark[], before: readonly BlockText[], after: readonly BlockText[], now: number): StepMark[] => {
  const known = new Map(marks.map((mark) => [mark.block, mark]))
  return alignBlocks(before, after, { inPlace: true }).flatMap((was, block) => {
    const [old, young] = [before[was ?? -1], after[block]]
    if (was === null || old === undefined || young === undefined) return []
    const mark = stillOpen(known.get(was), old, now)
    const next = old.text === young.text ? mark : changed(mark, old, young, now)
    return next === null ? [] : [{ ...next, block }]
  })
}

/** What a mark says of its block as it stands: `script-behind` when the slide was changed and the script not, `slide-behind` the other way round; null: nothing to say. */
export const verdictOf = (mark: Omit<StepMark, 'block'>, block: Sides): 'script-behind' | 'slide-behind' | null => {
  const now = printsOf(block)
  if (now.shown === '' || now.said === '' || isFresh(mark)) return null
  if ((now.shown === mark.shown) === (now.said === mark.said)) return null
  return now.said === mark.said ? 'script-behind' : 'slide-behind'
}

/** Begun with one side only: the other was written since, and nothing is out of step with what was never there. */
const isFresh = (mark: Prints): boolean => mark.shown === '' || mark.said === ''

/** Null once the spell is over in which both sides were written: they agree as they stand. */
const stillOpen = (mark: StepMark | undefined, block: Sides, now: number): StepMark | null => {
  if (mark === undefined) return null
  if (now - mark.at < SPELL_MS) return mark
  if (isFresh(mark)) return null
  const prints = printsOf(block)
  return prints.shown !== mark.shown && prints.said !== mark.said && prints.shown !== '' && prints.said !== '' ? null : mark
}

const changed = (mark: StepMark | null, old: Sides, young: Sides, now: number): Omit<StepMark, 'block'> | null => {
  const [before, after] = [printsOf(old), printsOf(young)]
  const agreed = mark ?? { ...before, wasShown: null, wasSaid: null, at: now }
  const shown = sideOf({ agreed: agreed.shown, was: agreed.wasShown, before: before.shown, after: after.shown, text: old.shown })
  const said = sideOf({ agreed: agreed.said, was: agreed.wasSaid, before: before.said, after: after.said, text: old.said })
  if (shown.was === null && said.was === null) return null
  const isTouched = before.shown !== after.shown || before.said !== after.said
  return { shown: shown.print, said: said.print, wasShown: shown.was, wasSaid: said.was, at: isTouched ? now : agreed.at }
}

type Side = { readonly agreed: string; readonly was: string | null; readonly before: string; readonly after: string; readonly text: string }

/** One side after a change: the fingerprint that was agreed on, and the text it stood for while the side says something else. */
const sideOf = ({ agreed, was, before, after, text }: Side): { print: string; was: string | null } => {
  if (after === agreed) return { print: agreed, was: null }
  // Taken away and written anew: it begins again.
  if (before === '' && agreed !== '') return { print: '', was: '' }
  return { print: agreed, was: was ?? text }
}
