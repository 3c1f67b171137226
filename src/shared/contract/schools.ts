import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { LocalSlot } from '../brand/local-slots'
import { tokenNames } from '../markdown/fill-tokens'
import { Brand, BrandDraft, BrandId, SchoolSummary } from '../model/brand'
import { MaterialId, TalkId } from '../model/ids'
import { SlotFill } from '../model/local-case'
import { binary } from './binary'
import { PictureInfo } from './talks'
import { School, SchoolDraft, SchoolId } from '../model/school'

/** Bytes. A logo stands in every file of every pack. */
export const LARGEST_LOGO = 5 * 1024 * 1024

const Slot = z.object({ key: z.string(), title: z.string(), topic: z.string(), line: z.int() }) satisfies z.ZodType<LocalSlot>
const SchoolIds = z.array(SchoolId).min(1).max(100_000)

/** Schools, each with exactly one brand in use. Every change can be undone. */
export const schools = {
  /** All of them, by district and name; schools of no district last. A window filters and searches them itself. */
  list: oc.output(z.array(SchoolSummary)),
  /** With every brand that it had, newest first; the first one is in use. */
  get: oc.input(z.object({ id: SchoolId })).output(z.object({ school: School, brand: Brand, history: z.array(Brand) })),
  add: oc.input(z.object({ school: SchoolDraft, brand: BrandDraft.optional() })).output(School),
  change: oc.input(z.object({ id: SchoolId, changes: SchoolDraft.partial() })).output(School),
  /** Into the trash, with their brands. */
  remove: oc.input(z.object({ ids: SchoolIds })).output(z.object({ removed: z.int() })),
  /** The brand that a school uses from now on; the one before it stays in its history. */
  setBrand: oc.input(z.object({ id: SchoolId, brand: BrandDraft })).output(Brand),
  /** Uses again what the school used once. */
  restoreBrand: oc.input(z.object({ id: SchoolId, brand: BrandId })).output(Brand),
  /** Keeps a picture for a brand: PNG and JPEG as they are, SVG, WebP, GIF and BMP drawn as PNG. */
  addLogo: oc.input(z.object({ fileName: z.string().max(300), content: binary(LARGEST_LOGO) })).output(PictureInfo),
  /** What stands in the places of a talk that are kept for a school, for each of these; unknown ones are passed over. */
  fills: oc.input(z.object({ talkId: TalkId, ids: SchoolIds })).output(z.object({ slots: z.array(Slot), schools: z.array(z.object({ id: SchoolId, slots: z.array(SlotFill), missing: z.array(z.enum(tokenNames)) })) })),
  /** A talk's text as it is given in a school: its names in the place of tokens, its own cases in their slots. Nothing is changed. `audience` empty: the talk's own. */
  talkIn: oc.input(z.object({ id: SchoolId, talkId: TalkId, markdown: z.string().max(5_000_000), audience: z.string().max(60) })).output(z.object({ markdown: z.string() })),
  /** Chooses what a school tells in a slot; null: none; absent: the fittest of its own. */
  pinCase: oc.input(z.object({ talkId: TalkId, id: SchoolId, slot: z.string().max(400), material: MaterialId.nullable().optional() })).output(z.void()),
}
