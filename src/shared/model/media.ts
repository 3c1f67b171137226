/** Films and sounds of a talk: the kinds that PowerPoint, WPS and the browser that hosts the window all play as they are. */
export const mediaMimes = ['video/mp4', 'video/quicktime', 'audio/mp4', 'audio/mpeg', 'audio/wav'] as const
export type MediaMime = (typeof mediaMimes)[number]

/** What a file of each kind is called, without the dot. */
export const mediaExtensions: Readonly<Record<MediaMime, string>> = { 'video/mp4': 'mp4', 'video/quicktime': 'mov', 'audio/mp4': 'm4a', 'audio/mpeg': 'mp3', 'audio/wav': 'wav' }

/** Bytes: about ten minutes of film in the resolution of a hall’s projector. A deck holds its media, and is made in memory. */
export const LARGEST_MEDIUM = 200 * 1024 * 1024

export const isMediaMime = (mime: string): mime is MediaMime => (mediaMimes as readonly string[]).includes(mime)
export const isFilm = (mime: MediaMime): boolean => mime.startsWith('video/')
