import type { AssetHash } from './model/ids'

const MEDIA = '/media/'

/** Path under which every door with a window serves a film or a sound. */
export const mediaAddress = (hash: AssetHash): string => `${MEDIA}${hash}`

/** The hash in such a path, not yet looked at; null for other paths. */
export const hashInAddress = (pathname: string): string | null => (pathname.startsWith(MEDIA) ? pathname.slice(MEDIA.length) : null)
