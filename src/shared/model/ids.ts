import { z } from 'zod'

/** UUID v7 (RFC 9562): sortable by time, mergeable between libraries. Made by the caller, never in `shared`. */
export const MaterialId = z.uuid().brand<'material'>()
export type MaterialId = z.infer<typeof MaterialId>
export const SourceId = z.uuid().brand<'source'>()
export type SourceId = z.infer<typeof SourceId>
export const TalkId = z.uuid().brand<'talk'>()
export type TalkId = z.infer<typeof TalkId>

/** SHA-256 of an asset's bytes in lower-case hex; also its name in `assets/`. */
export const AssetHash = z.string().regex(/^[0-9a-f]{64}$/).brand<'asset'>()
export type AssetHash = z.infer<typeof AssetHash>

/** Milliseconds since 1970-01-01T00:00Z, from the clock that the caller passes in. */
export const Timestamp = z.int().nonnegative()
