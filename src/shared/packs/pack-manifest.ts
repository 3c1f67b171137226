import { z } from 'zod'
import { MaterialId, TalkId } from '../model/ids'
import { SchoolId, SchoolLevel } from '../model/school'
import { Localized } from '../language'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const PackFile = z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: Sha256 })
export type PackFile = Readonly<z.infer<typeof PackFile>>

/**
 * `manifest.json` of a pack: whose it is, what it was made of and what it holds. There is no time in it: the same talk for the same school is the same pack, byte for byte. A pack
 * without a manifest is not finished.
 */
export const PackManifest = z.object({
  /** Version of this format. */
  format: z.literal(1),
  school: z.object({ id: SchoolId, name: z.string(), district: z.string(), level: SchoolLevel.nullable() }),
  /** `sha256` of the talk's text, before anything of the school's is in it; `id` is null for a talk that is not in a library. */
  talk: z.object({ id: TalkId.nullable(), title: z.string(), audience: z.string(), sha256: Sha256 }),
  /** The school's own, as they were told: `sha256` of the block that each became. */
  materials: z.array(z.object({ id: MaterialId, title: z.string(), sha256: Sha256 })),
  /** Of everything that the files depend on: where it is the same, so are they. */
  input: Sha256,
  files: z.array(PackFile),
  /** What the talk asks for and this pack does not have, and what else the user should know. */
  leftOut: z.array(z.object({ code: z.string(), place: z.string(), message: Localized })),
})
export type PackManifest = Readonly<z.infer<typeof PackManifest>>

export const MANIFEST = 'manifest.json'

/** As it lies in the pack. */
export const writeManifest = (manifest: PackManifest): string => `${JSON.stringify(manifest, null, 2)}\n`

/** Null for what is no manifest of ours, or one of a newer version. */
export function readManifest(text: string): PackManifest | null {
  try {
    return PackManifest.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
