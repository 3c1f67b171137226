/** What one school's pack is made of, as plain data: it crosses to another thread. */
import type { PictureInfo } from '../../../shared/contract/talks'
import type { AssetHash } from '../../../shared/model/ids'
import type { Catalogue } from '../../../shared/formats/talk-formats'
import type { PackManifest } from '../../../shared/packs/pack-manifest'
import type { TalkLook } from '../../../shared/model/look'
import { paceOf, type Lecturer } from '../../../shared/model/rehearsal'
import type { Source } from '../../../shared/model/source'
import type { Warning } from '../../../shared/outcome'
import type { Failure } from '../../../shared/contract/failure'
import type { PresetName } from '../../writers/docx/presets'
import type { WrittenKind } from '../export-talk'
import type { SchoolLook } from '../../../shared/brand/look-in-school'

export type PackPicture = { /** As written in the talk. */ readonly src: string; readonly info: PictureInfo; readonly bytes: Uint8Array; /** Of the film or sound that it stands for. */ readonly played?: Uint8Array }

/** What all packs of a run have in common. */
export type PackRun = {
  /** Folder of the packs. */
  readonly to: string
  readonly zip: boolean
  readonly kinds: readonly WrittenKind[]
  readonly preset: PresetName
  /** What of the talk's own look is to be another. */
  readonly shownAs: Partial<TalkLook>
  /** `speaker` gives talks that name nobody. */
  readonly pace: { readonly lecturers: readonly Lecturer[]; readonly speaker: string; readonly fallback: number }
  readonly catalogue: Catalogue
  readonly sources: readonly Source[]
  /** Of the talk itself; in memory that threads share. */
  readonly pictures: readonly PackPicture[]
  /** The parts of the template that the talk is set in, shared likewise; null in a built-in design. */
  readonly template: { readonly hash: AssetHash; readonly bytes: Uint8Array } | null
}

export type PackJob = Pick<PackManifest, 'school' | 'talk' | 'materials' | 'input'> & {
  /** Name of the pack's folder, without `.zip`. */
  readonly folder: string
  readonly markdown: string
  readonly look: SchoolLook
  /** Of the school: its logos, and those of its own case. */
  readonly pictures: readonly PackPicture[]
  /** What is known to be missing before anything is made. */
  readonly missing: readonly Warning[]
}

/** `made` holds what was written, `unchanged` what was found whole and as it would be made; `failed` leaves what was there. */
export type PackOutcome =
  | { readonly status: 'made' | 'unchanged'; readonly manifest: PackManifest; /** Of the whole pack. */ readonly bytes: number }
  | { readonly status: 'failed'; readonly failure: Failure; /** Bytes that were to be written when the disk was full; absent for other reasons. */ readonly wanted?: number }

/** Han characters a minute of whoever is named. */
export const paceIn =
  ({ lecturers, speaker, fallback }: PackRun['pace']) =>
  (named: string): number =>
    paceOf(named.trim() || speaker, lecturers, fallback)
