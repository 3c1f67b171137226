import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DesignId, LayoutChoices, OwnDesign } from '../model/own-design'
import { Warning } from '../outcome'
import { binary } from './binary'

/** As much as the import takes of any document. */
const LARGEST_TEMPLATE = 200 * 1024 * 1024

/** Designs of the user's own, each made of a template; the built-in ones are data of the app. Every change can be undone. */
export const designs = {
  /** By name. */
  list: oc.output(z.array(OwnDesign)),
  /** Takes in a presentation or template (`.potx`, `.pptx`). Warnings say what was left behind; ending the call gives it up. */
  add: oc.input(z.object({ fileName: z.string(), content: binary(LARGEST_TEMPLATE) })).output(z.object({ design: OwnDesign, warnings: z.array(Warning) })),
  /** Its key stays, whatever it is called from now on. */
  change: oc.input(z.object({ id: DesignId, name: z.string().trim().min(1).max(100).optional(), choices: LayoutChoices.optional() })).output(OwnDesign),
  /** Talks that name it fall back to a built-in design. */
  remove: oc.input(z.object({ id: DesignId })).output(z.void()),
}
