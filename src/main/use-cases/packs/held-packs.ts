import { join } from 'node:path'
import type { HeldPack } from '../../../shared/contract/packs'
import { packNames } from '../../../shared/packs/pack-names'
import type { Library } from '../../library/library'
import { textSha256, type PacksOf } from './gather-packs'
import { manifestAt } from './manifest-at'

/**
 * Which schools have a pack in a folder already, and of which text. Writes nothing.
 * @param to whole path of the folder; where it is not there, nobody has one
 * @param zip packs are looked for in this form only, as the next run would make them
 */
export async function heldPacks(library: Library, { id, markdown }: PacksOf['talk'], to: string, zip: boolean): Promise<HeldPack[]> {
  const sha256 = textSha256(markdown)
  const held: HeldPack[] = []
  for (const [school, name] of packNames(library.schools.list())) {
    const found = await manifestAt(join(to, zip ? `${name}.zip` : name))
    if (found === null || found.manifest.school.id !== school) continue
    const { talk } = found.manifest
    held.push({ school, holds: talk.sha256 === sha256 ? 'this' : talk.id === id ? 'older' : 'other-talk' })
  }
  return held
}
