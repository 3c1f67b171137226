import { oc } from '@orpc/contract'
import { z } from 'zod'

/** A work of others that Lectern ships, with the words under which it may be shipped. */
export const ThirdPartyNotice = z.object({
  name: z.string(),
  version: z.string(),
  /** As its authors name it: an SPDX expression, mostly. */
  licence: z.string(),
  /** Where it comes from; empty where it does not say. */
  homepage: z.string(),
  /** The texts of its licence and notices, whole. */
  text: z.string(),
})
export type ThirdPartyNotice = Readonly<z.infer<typeof ThirdPartyNotice>>

export const thirdParty = {
  /** Everything that this build holds of others, by name. */
  notices: oc.output(z.array(ThirdPartyNotice)),
}
