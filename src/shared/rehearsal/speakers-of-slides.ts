import type { Talk } from '../model/block'

/**
 * Who speaks while each slide stands. A slide that nothing is said with belongs to whoever spoke before it, or speaks first.
 * @param talk the one that the slides are of
 * @param slides the block that each shows, see Scene.block
 * @returns a name for each slide, empty for the talk's own speaker where the talk does not name one; null where nobody else speaks
 */
export const speakersOfSlides = ({ front, sections }: Talk, slides: readonly (string | null)[]): readonly string[] | null => {
  const named = new Map(sections.flatMap(({ blocks }) => blocks.flatMap(({ key, script }) => (script === null ? [] : [[key, script.speaker ?? front.speaker] as const]))))
  if ([...named.values()].every((name) => name === front.speaker)) return null
  const own = slides.map((block) => (block === null ? undefined : named.get(block)))
  let speaking = own.find((name) => name !== undefined) ?? front.speaker
  return own.map((name) => (speaking = name ?? speaking))
}
