import type { Scene, ScenePicture } from '../../../shared/slides/scene'

export type PlayedPicture = ScenePicture & { readonly media: NonNullable<ScenePicture['media']> }

/** The film or sound of a slide; null without one. A slide shows one picture. */
export const playedOn = (scene: Pick<Scene, 'items'> | undefined): PlayedPicture | null => scene?.items.find((item): item is PlayedPicture => item.kind === 'picture' && item.media !== undefined) ?? null
