import type { Talk } from '../model/block'
import type { RehearsedBlock } from '../model/rehearsal'
import type { Scene } from '../slides/scene'
import { loadSeconds, speechLoad } from '../speech/time-talk'

/**
 * The blocks of a deck with the time that was spent on their slides. A block of several slides is one; a slide without a block is one of its own, and
 * is left out where nobody stayed on it.
 *
 * @param talk the talk that `scenes` shows, for the same audience
 * @param spent milliseconds for each scene
 * @param pace Han characters a minute that the plan reckons with
 */
export const rehearsedBlocks = (talk: Talk, scenes: readonly Scene[], spent: readonly number[], pace: number): RehearsedBlock[] => {
  const blocks = new Map(talk.sections.flatMap((section) => section.blocks.map((block) => [block.key, block] as const)))
  const seconds = new Map<string, number>()
  for (const [index, scene] of scenes.entries()) {
    const key = scene.block ?? scene.id
    seconds.set(key, (seconds.get(key) ?? 0) + (spent[index] ?? 0) / 1000)
  }
  const seen = new Set<string>()
  return scenes.flatMap((scene): RehearsedBlock[] => {
    const key = scene.block ?? scene.id
    if (seen.has(key)) return []
    seen.add(key)
    const spoken = toTenth(seconds.get(key) ?? 0)
    const block = scene.block === null ? undefined : blocks.get(scene.block)
    if (!block && spoken === 0) return []
    const load = block ? speechLoad(block) : { characters: 0, words: 0, still: 0 }
    return [{ title: block?.title ?? scene.title, section: talk.sections[scene.section]?.title ?? '', ...load, planned: Math.round(loadSeconds(load, pace)), spoken }]
  })
}

/** Nobody speaks to the millisecond; tenths keep the sums right and the record small. */
const toTenth = (seconds: number): number => Math.round(seconds * 10) / 10
