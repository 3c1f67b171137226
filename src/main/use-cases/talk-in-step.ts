import { findOutOfStep, type GoneMaterial, type KnownMaterial } from '../../shared/in-step/find-out-of-step'
import type { MaterialId, TalkId } from '../../shared/model/ids'
import type { StepFinding } from '../../shared/model/in-step'
import type { Library } from '../library/library'

/**
 * What of a stored talk is no longer in step, see {@link findOutOfStep}.
 * @throws LecternError `talk-not-found`
 */
export function talkInStep(library: Library, id: TalkId): StepFinding[] {
  const { markdown, revision } = library.talks.get(id)
  const stale = new Map(library.freshness.ofTalk(id).map((one) => [one.id, one]))
  const lookUp = (material: MaterialId): KnownMaterial | GoneMaterial => {
    const found = library.materials.find(material)
    if (found === null) {
      const thrown = library.trash.find(material)
      return { title: thrown?.title ?? '', inTrash: thrown !== null }
    }
    const source = found.provenance === null ? null : library.sources.find(found.provenance.sourceId)
    const { reasons, validUntil, source: title } = stale.get(material) ?? { reasons: [], validUntil: '', source: '' }
    return { material: found, sourceTitle: source?.title ?? null, stale: { reasons, validUntil, source: title }, superseded: () => library.revisions.superseded(material).map(({ draft }) => draft) }
  }
  return findOutOfStep(markdown, library.stepMarks.of(id, revision), lookUp)
}
