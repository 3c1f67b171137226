import { z } from 'zod'
import { AudienceDefinition, FormatDefinition } from '../formats/talk-formats'
import { Timestamp } from './ids'

export const FormatId = z.uuid().brand<'format'>()
export type FormatId = z.infer<typeof FormatId>
export const AudienceId = z.uuid().brand<'audience'>()
export type AudienceId = z.infer<typeof AudienceId>

/** What talks name a definition by. It is made from the first name and stays when that changes, so that talks keep finding it. */
const Key = z.string().min(1).max(60)

/** A format of the user's own. */
export const OwnFormat = z.object({ id: FormatId, key: Key, definition: FormatDefinition, createdAt: Timestamp, updatedAt: Timestamp }).readonly()
export type OwnFormat = z.infer<typeof OwnFormat>

/** An audience of the user's own. */
export const OwnAudience = z.object({ id: AudienceId, key: Key, definition: AudienceDefinition, createdAt: Timestamp, updatedAt: Timestamp }).readonly()
export type OwnAudience = z.infer<typeof OwnAudience>
